"""How severe a desk holds rules, in a build."""

from tests.checks.test_severities import severe
from tests.desks import Desk


def test_pages_and_builds_obey_it_too(desk: Desk) -> None:
    """What only a build finds is as severe as the desk says."""
    desk.brief("a").write("content/about.md", "# About\n\n[x](nowhere.md)\n")
    assert "warning[missing-link]" in desk.build().said
    built = severe(desk, "missing-link: error").build()
    assert "error[missing-link]" in built.said
    assert built.code == 1
