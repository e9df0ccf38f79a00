"""What a reader's own machine works with: the events of a timeline, who stands where, when a briefing changed."""

import json
import re
from html import unescape
from pathlib import Path
from typing import Any

import pytest

from spotbrief.views import timelines
from spotbrief.views.components import parts_by_depth
from tests.desks import CONFIG, Built, Desk

ONE = """\
storyline: story
actors: [jane, norway]
what_to_expect:
  - {id: rain, text: It *rains*, likelihood: likely, by: 2025-05-31, revisions: [{when: 2025-03-20, likelihood: unlikely, why: Sun}]}
  - {id: snow, text: It snows, likelihood: unlikely, by: 2025-05-31, resolution: {outcome: did_not_happen, when: 2025-03-25}}
  - {id: hail, text: It hails, likelihood: unlikely, by: 2025-05-31, resolution: {outcome: happened, when: 2025-05-25}}
timeline:
  - {id: talks, when: 2025-02-12, title: Talks <b>, kind: talks, actors: [norway], topics: [trade], place: Oslo}
  - {when: 2025-02, title: Some time in February}
  - {id: round, when: 2025-02-20/2025-02-22, title: A round}
changes: [{when: 2025-04-20T10:00, note: A word}]
"""
JANE = """\
type: person
description: A minister.
memberships:
  - {organization: norway, role: Envoy, until: 2025-02}
  - {organization: norway, role: Minister, since: 2025-03}
  - {organization: Club, role: Chair, since: 2025-06}
"""
STATEMENTS = """\
early: {actor: jane, issue: weather, when: 2025-02-20, stance: opposes, text: Wants sun.}
later: {actor: jane, issue: weather, when: 2025-03-01, stance: supports, text: Wants *rain*.}
last: {actor: jane, issue: weather, when: 2025-04-30, text: Wants snow.}
"""


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """Two chapters of a story, an actor who changed post, and events of every precision."""
    desk = Desk(tmp_path_factory.mktemp("desk"))
    desk.write("mkdocs.yml", CONFIG.replace("Europe/Kyiv", "Europe/Kyiv, events_per_page: 2"))
    desk.actor("norway").actor("jane", JANE, name="Jane")
    desk.write("content/topics.yml", "trade: {name: Trade}\n").write("content/issues.yml", "weather: {title: The weather}\n")
    desk.write("content/storylines.yml", "story: {title: The story}\nempty: {title: No events}\n")
    desk.write("content/statements.yml", STATEMENTS)
    desk.brief("one", ONE, title="Chapter one")
    desk.write("briefings/two.md", "---\ntitle: Chapter two\npublished: 2025-04-10\nstoryline: story\nactors: [jane]\n---\nText.\n")
    return desk.brief("hidden", "status: draft\ntimeline: [{id: secret, when: 2025-02-01, title: A secret}]\n")


@pytest.fixture(scope="module")
def built(desk: Desk) -> Built:
    """The site of the desk."""
    done = desk.build()
    assert done.code == 0, done.said
    return done


def _events(built: Built, path: str) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """A file of events, and its rows with the names of their fields."""
    whole = json.loads((built.site / path).read_text("utf-8"))
    return whole, [dict(zip(whole["fields"], row, strict=True)) for row in whole["events"]]


def test_a_timeline_says_of_its_events_what_the_filter_asks_for(built: Built) -> None:
    """Newest first, with the days their dates may mean, and their places in lists of names."""
    whole, events = _events(built, "timelines/events.json")
    assert [event["id"] for event in events] == ["round", "talks", "one:2"]
    assert events[1] == {
        "id": "talks",
        "earliest": "2025-02-12",
        "latest": "",
        "kinds": [0],
        "actors": [0],
        "topics": [0],
    }
    assert [(event["earliest"], event["latest"]) for event in events[::2]] == [("2025-02-20", "2025-02-22"), ("2025-02-01", "2025-02-28")]
    assert whole["order"] == "newest"
    assert whole["names"] == {"kinds": [["talks", "Talks"]], "actors": [["norway", "Norway"]], "topics": [["trade", "Trade"]]}


def test_a_storyline_has_its_own_events(built: Built) -> None:
    """Oldest first, which the file says; a story without events has none."""
    whole, events = _events(built, "timelines/story/events.json")
    assert whole["order"] == "oldest"
    assert [event["id"] for event in events] == ["one:2", "talks", "round"]
    assert not (built.site / "timelines/empty").exists()


def test_every_page_of_a_timeline_names_the_file(built: Built) -> None:
    """Hidden until a script shows it, for it does nothing without one."""
    assert 'class="filter" data-events="../timelines/events.json" hidden' in built.page("timelines")
    assert 'data-events="../../../timelines/events.json" hidden' in built.page("timelines/page/2")
    assert 'data-events="../../timelines/story/events.json"' in built.page("timelines/story")
    whole, events = _events(built, "timelines/events.json")
    assert (whole["on_first_page"], whole["on_later_pages"]) == (2, 6)
    assert f'id="event:{events[-1]["id"]}"' in built.page("timelines/page/2")


def test_a_timeline_has_a_heading_for_each_month(built: Built) -> None:
    """With all the events of the month, on whichever page they stand."""
    for page in ("timelines", "timelines/page/2", "timelines/story"):
        assert '<h2 id="month:2025-02">February 2025 · 3</h2>' in built.page(page)


def test_years_long_past_share_a_bar(tmp_path: Path) -> None:
    """All before the last two, unless they are in sight among the first events; a bar of the chart finds its month in there."""
    desk = Desk(tmp_path).write("content/storylines/story.yml", "title: The story\n")
    days = ("2014-03-06", "2022-02-24", "2022-02-28", "2023-06-01", *(f"2024-02-{day:02}" for day in range(1, 14)), "2025-01-05")
    timeline = "".join(f"  - {{when: {day}, title: On {day}}}\n" for day in days)
    page = desk.brief("one", f"storyline: story\ntimeline:\n{timeline}").build("--strict").page("timelines/story")
    titles = re.findall(r'<h2 id="(?:month|section):[^"]*">([^<]+)</h2>', page)
    assert titles == ["January 2025 · 1", "February 2024 · 13", "Before 2024 · 4"]
    past = page.split("Before 2024 · 4</h2>")[1]
    assert re.findall(r'<h3 id="([^"]*)">', past) == ["month:2023-06", "month:2022-02", "month:2014-03"]
    assert re.findall(r">On ([0-9-]+)<", past) == ["2023-06-01", "2022-02-28", "2022-02-24", "2014-03-06"]


def test_the_filter_of_a_very_long_timeline_knows_the_newest(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """And the page says so."""
    monkeypatch.setattr(timelines, "FILTERED", 2)
    corpus = desk.examine().corpus
    plan = next(timelines.plans(corpus, parts_by_depth(corpus)))
    assert plan.make().view.left_out == "The filter knows the first 2 of 4 events."  # type: ignore[attr-defined]  # any view


def test_the_list_of_actors_says_who_they_were_on_the_day(built: Built) -> None:
    """Post and latest statement of then, not of later; readable without a script."""
    first, second = (built.page(f"briefings/{id}").split('id="actor:jane"')[1].split("</li>")[0] for id in ("one", "two"))
    assert "Minister, Norway" in first
    assert "Envoy" not in first
    assert "Chair" not in first + second
    assert "A minister." in first
    assert "Wants <em>rain</em>." in first
    assert "The weather" in first
    assert "snow" not in first + second
    assert 'id="actor:norway"' in built.page("briefings/one")


def test_a_chapter_says_what_became_of_the_judgements_before_it(built: Built) -> None:
    """Revised or ended between the chapters, with the way to where it stands; not what came later."""
    story = built.page("briefings/two").split('id="section:story"')[1].split("</section>")[0]
    turns = unescape(story.split("What became of what we expected")[1])
    assert '<a href="../../briefings/one/#judgement:rain">It rains</a> <strong>Likely → unlikely</strong>' in turns
    assert re.search('#judgement:snow">It snows</a> <strong>[^<]+ → Did not happen</strong>', turns)
    assert "hails" not in turns
    assert "What became" not in built.page("briefings/one")


def test_lists_know_when_a_briefing_last_changed(built: Built) -> None:
    """Cards, chapters and the list of an actor; a change counts, not publication alone, which stands there anyhow."""
    changed = 'data-changed="2025-04-20T10:00+03:00"'
    for path in ("briefings", "storylines/story", "actors/norway", "briefings/two"):
        assert changed in built.page(path), path
    front = (built.site / "index.html").read_text("utf-8")
    unchanged = re.search(r"<article[^>]* data-changed>.*?</article>", front, re.DOTALL)
    assert unchanged
    assert '<time datetime="2025-04-10T00:00+03:00">' in unchanged[0]
