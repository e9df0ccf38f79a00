"""Who speaks at a public event is told by name, whether a name or an id was typed."""

import json

from tests.desks import Desk


def test_an_id_of_a_speaker_is_a_name_everywhere(desk: Desk) -> None:
    """On the page with a link, in calendars, for search engines, in the twin and in the API; ids of actors and of authors."""
    desk.actor("olena-bondar", "type: person\n", "Olena Bondar").write("content/authors.yml", "jane: {name: Jane Roe}\n")
    speakers = "speakers: [olena-bondar, jane, Max Moe]"
    built = desk.brief("a", f"authors: [jane]\npublic_event: {{title: P, starts: 2025-07-01T18:00, {speakers}}}\n").build("--strict")
    assert built.code == 0, built.said
    page, twin = built.page("briefings/a"), (built.site / "briefings/a/index.md").read_text()
    assert '<li><a href="../../actors/olena-bondar/">Olena Bondar</a></li>' in page
    assert '"name":"Olena Bondar"' in page
    assert "With [Olena Bondar](https://desk.example/base/actors/olena-bondar/), [Jane Roe](" in twin
    assert ", Max Moe." in twin
    assert "With Olena Bondar\\, Jane Roe\\, Max Moe" in (built.site / "calendar.ics").read_text().replace("\n ", "")
    event = json.loads((built.site / "api/v1/briefings/a.json").read_text())["public_event"]
    assert event["speakers"] == ["Olena Bondar", "Jane Roe", "Max Moe"]
