"""A file that can be read only in part is checked, and not published."""

import pytest

from tests.desks import Desk


@pytest.mark.parametrize("slip", ['summary: "Envoys meet', "summary:Envoys meet", "status:draft", 'embargo: "2025-01-01'])
def test_nothing_of_a_briefing_with_a_slip_is_published(desk: Desk, slip: str) -> None:
    """Neither what was read of it nor what its mend would say; the build names the line."""
    desk.write("briefings/a.md", f"---\ntitle: A secret title\npublished: 2025-03-01\n{slip}\n---\nText.\n").brief("b")
    built = desk.build()
    assert "briefings/a.md:4:" in built.said
    assert not list(built.site.rglob("*.html"))
