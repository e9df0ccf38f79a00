"""An event that several files tell of says the same everywhere, and none of its words is lost."""

from tests.desks import Desk

EVENT = "when: 2025-01-05\ntitle: The flood\ntext: FIRST, see [that](../../briefings/b.md).\nsources: [s]\n"


def told(desk: Desk) -> Desk:
    """An event of the reference data that a briefing names, and one that links to another briefing."""
    desk.write("content/events/ev.yml", EVENT).write("content/sources.yml", "s: {title: Report, publisher: Wire}\n")
    return desk.brief("a", "timeline: [{id: ev}]\nactors: [norway]\n").brief("b").actor("norway")


def test_page_and_twin_tell_it_alike(desk: Desk) -> None:
    """The same text, the same sources."""
    site = told(desk).build("--strict").site
    page, twin = (site / "briefings/a/index.html").read_text(), (site / "briefings/a/index.md").read_text()
    assert "FIRST, see" in page
    assert "The flood. FIRST, see [that](https://desk.example/base/briefings/b/). (source 1)" in twin
    assert 'href="#source:1"' in page


def test_its_links_hold_on_every_page(desk: Desk) -> None:
    """They start from the file that holds the text."""
    desk = told(desk).write("content/storylines/story.yml", "title: The story\n")
    built = desk.brief("a", "timeline: [{id: ev}]\nactors: [norway]\nstoryline: story\n").build("--strict")
    assert '<a href="../../briefings/b/">that</a>' in built.page("briefings/a")
    assert '<a href="../../briefings/b/">that</a>' in built.page("timelines/story")


def test_the_timeline_of_everything_leads_to_where_it_is_told(desk: Desk) -> None:
    """It has the texts of those events alone that no briefing tells of."""
    desk.write("content/events/alone.yml", "when: 2025-01-06\ntitle: The frost\ntext: FROZEN.\n")
    page = told(desk).build("--strict").page("timelines")
    assert '<a href="../briefings/a/#event:ev">The flood</a>' in page
    assert ("FIRST, see" in page, "FROZEN." in page) == (False, True)


def test_a_link_of_a_briefings_event_holds_elsewhere(desk: Desk) -> None:
    """Told in a briefing, shown in the timeline of its storyline."""
    event = "timeline: [{id: x, when: 2025-01-05, title: T, text: 'See [that](b.md#part).'}]\n"
    desk.write("content/storylines/story.yml", "title: The story\n").brief("a", f"storyline: story\n{event}").brief("b", body="## Part")
    assert '<a href="../../briefings/b/#part">that</a>' in desk.build("--strict").page("timelines/story")


def test_words_that_would_be_lost_are_told_at_their_line(desk: Desk) -> None:
    """Title, text, kind and place; the same words in other lines are the same."""
    told(desk).brief("a", "timeline:\n  - id: ev\n    title: The  flood\n    text: SECOND.\n").brief(
        "c", "timeline: [{id: ev, title: Floods}]\n"
    )
    said = desk.said()
    assert "briefings/a.md:7:11: warning[differing-event] the text of the event 'ev' is 'SECOND.' here, but 'FIRST, see" in said
    assert "briefings/c.md:4:28: warning[differing-event] the title of the event 'ev' is 'Floods' here, but 'The flood'" in said
    assert said.count("differing-event") == 2
