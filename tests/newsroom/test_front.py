"""The front page ranks: a dateline, a lead, two seconds, headlines; no part without anything in it."""

import re
from datetime import UTC, datetime
from html import unescape
from pathlib import Path

import pytest

from tests.desks import Built, Desk


def desk_of(root: Path, count: int) -> Desk:
    """A desk with so many briefings, a day apart, each with a summary."""
    desk = Desk(root)
    for day in range(1, count + 1):
        front = (
            f"---\ntitle: Briefing {day}\npublished: 2025-05-{day:02}\nsummary: Summary {day}.\nkey_takeaways: [Point {day}]\n---\nText.\n"
        )
        desk.write(f"briefings/b{day}.md", front)
    return desk


def parts(built: Built) -> list[str]:
    """The parts of the page below the dateline, in reading order."""
    return re.findall(r'class="(front-lead|seconds|river|front-next|public-event-section|front-storylines)\b', built.page(""))


def standfirsts(built: Built) -> list[str]:
    """The summaries that are shown."""
    return re.findall(r'<p class="standfirst">(.*?)</p>', built.page(""))


def text(built: Built, name: str) -> str:
    """A part as readers read it."""
    found = re.search(rf'<p class="{name}"[^>]*>(.*?)</p>', built.page(""), re.DOTALL)
    return unescape(re.sub("<[^>]*>", "", found[1])) if found else ""


@pytest.mark.parametrize(
    ("count", "shown"),
    [
        (0, []),
        (1, ["front-lead"]),
        (2, ["front-lead", "river"]),
        (3, ["front-lead", "seconds"]),
        (4, ["front-lead", "seconds", "river"]),
        (20, ["front-lead", "seconds", "river"]),
    ],
)
def test_no_part_is_empty_and_no_second_is_lonely(tmp_path: Path, count: int, shown: list[str]) -> None:
    """Whatever the size of the desk; a few headlines have room for their summaries, and only the lead has points."""
    built = desk_of(tmp_path, count).build()
    assert built.code == 0, built.said
    assert parts(built) == shown
    page = built.page("")
    assert page.count(" data-changed") == min(count, 16)
    assert ("Nothing has been published yet." in page) == (not count)
    assert len(standfirsts(built)) == (count if count <= 7 else 3)
    assert page.count('class="card-takeaways"') == min(count, 1)
    assert ('id="section:latest"' in page) == (count > 1)
    assert page.count("<h1") == 1
    assert '<article class="prose' not in page


def test_the_dateline_says_when_and_how_the_desk_stands(tmp_path: Path) -> None:
    """With the zone of its hour; each fact leads to more."""
    later = [f"{{text: Thing {n}, likelihood: likely, by: '{day}'}}" for n, day in enumerate(("2025-05-20", "2025-06-03", "2025-08-01"))]
    desk = Desk(tmp_path).brief("a", f"what_to_expect: [{', '.join(later)}]\n")
    built = desk.build()
    assert text(built, "dateline") == "Sunday 1 June 2025, 15:00 Kyiv · latest briefing 1 March 2025 · 2 open · 1 due this week · 1 overdue"
    for fact in re.findall(r'href="\./([^"]*)"', built.page("").partition('class="dateline"')[2].partition("</p>")[0]):
        path, _, anchor = fact.partition("#")
        assert not anchor or f'id="{anchor}"' in built.page(path)
    early = desk.build(now=datetime(2025, 3, 4, tzinfo=UTC), site="early")
    assert text(early, "dateline") == "Tuesday 4 March 2025, 02:00 Kyiv · 3 open"


def test_the_dateline_has_the_record_of_a_desk_that_has_one(tmp_path: Path) -> None:
    """From ten judgements on, as the track record says it."""
    ended = "likelihood: likely, by: 2025-04-01, resolution: {outcome: happened, when: 2025-03-20}"
    ten = "\n".join(f"  - {{text: Thing {n}, {ended}}}" for n in range(10))
    built = Desk(tmp_path).brief("a", f"what_to_expect:\n{ten}\n").build()
    assert text(built, "dateline").endswith(" · score 0.11 (a coin: 0.25)")
    assert "0.11" in built.page("outlook/track-record")


def test_what_an_editor_typed_stands_at_the_foot(tmp_path: Path) -> None:
    """After what the desk's data gives, but for the heading, which comes first; all of it is published."""
    desk = desk_of(tmp_path, 1).write("content/index.md", "# Our *desk*\n\nWhy we are here.\n\n## More\n\nA [link](#more).\n")
    page = desk.build().page("")
    order = [page.index(part) for part in ("<h1", 'class="dateline"', "front-lead", "Why we are here.", '<h2 id="more"', "</main>")]
    assert order == sorted(order)
    assert page.count("<h1") == 1
    assert "Our <em>desk</em></h1>" in page


def test_a_front_page_without_a_heading_has_the_name_of_the_page(tmp_path: Path) -> None:
    """For those who hear it; a heading further down stays where it is."""
    desk = desk_of(tmp_path, 1).write("content/index.md", "---\ntitle: Our desk\n---\nWhy we are here.\n")
    assert "<h1>Our desk</h1>" in desk.build().page("")
    late = desk.write("content/index.md", "A word.\n\n# Our desk\n").build(site="late").page("")
    assert late.count("<h1") == 1
