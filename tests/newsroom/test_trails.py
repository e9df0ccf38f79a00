"""What stands in one file shows up wherever it belongs: on the pages of all that it names, by whichever way it names it."""

import json
import re
from collections import Counter

import pytest

from tests.desks import Built, Desk

EVENT = "{id: ev, when: 2025-02-01, title: The storm, topics: [trade], regions: [north], actors: [norway]}"
JUDGEMENTS = """\
  - {id: first, text: The first ended., likelihood: likely, by: 2025-04-01, topics: [war],
     resolution: {outcome: happened, when: 2025-03-20, sources: [report]}}
  - {id: second, text: The second ended., likelihood: likely, by: 2025-05-01, resolution: {outcome: happened, when: 2025-05-01}}
  - {id: third, text: The third is open., likelihood: likely, by: 2025-12-01, topics: [war], actors: [sweden]}
"""
TWICE = "corrections: [{when: 2025-03-02, now: The same.}, {when: 2025-03-03, now: The same.}]"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """A desk whose briefings share an event, a region, a source."""
    desk = Desk(tmp_path_factory.mktemp("desk")).actor("norway").actor("sweden")
    desk.write("content/topics.yml", "trade: {name: Trade}\nwar: {name: War}\n")
    desk.write("content/regions.yml", "north: {name: North}\nsouth: {name: South}\nfar: {name: Far}\n")
    desk.write("content/storylines.yml", "story: {title: The story}\n")
    desk.write("content/sources.yml", "report: {title: The report}\npaper: {title: The paper}\n")
    desk.brief("a", f"storyline: story\ntimeline: [{EVENT}]\nwhat_to_expect:\n{JUDGEMENTS}{TWICE}\n", title="A title, a")
    desk.brief(
        "b", "timeline: [{id: ev, text: More of it., kind: talks, place: Oslo, regions: [south], topics: [war], actors: [sweden]}]\n"
    )
    desk.brief("c", "regions: [far]\n").brief("d", "regions: [far]\nsources: [paper]\n")
    desk.brief("gone", "regions: [far]\nstatus: withdrawn\nwithdrawn: A mistake.\nkeep_text: true\n")
    done = desk.build()
    assert done.code == 0, done.said
    return done


@pytest.mark.parametrize(
    "page", ["regions/north", "regions/south", "topics/trade", "topics/war", "actors/norway", "actors/sweden", "timelines/story"]
)
def test_an_event_is_on_the_pages_of_all_that_any_of_its_files_names(built: Built, page: str) -> None:
    """And in the timeline of the storyline of a briefing that tells it."""
    assert "The storm" in built.page(page)


def test_an_event_has_what_only_its_second_file_says(built: Built) -> None:
    """Each field from the first file that has it."""
    (event,) = json.loads((built.site / "api/v1/events.json").read_text("utf-8"))["events"]
    (told,) = json.loads((built.site / f"api/v1/briefings/{event['briefings'][0]}.json").read_text("utf-8"))["timeline"]
    assert (event["kind"], event["place"], told["text"]) == ("talks", "Oslo", "More of it.")
    assert told | event == told


@pytest.mark.parametrize("page", ["topics/war", "actors/sweden", "storylines/story", "outlook"])
def test_a_judgement_is_on_the_pages_of_what_it_names(built: Built, page: str) -> None:
    assert "The third is open." in built.page(page)


def test_a_source_that_only_a_resolution_names_lists_the_judgement(built: Built) -> None:
    assert "The first ended." in built.page("sources/report")


def test_a_source_lists_the_briefings_that_list_it(built: Built) -> None:
    """Though no claim of theirs cites it."""
    assert "A title, d" in built.page("sources/paper")


def test_resolved_judgements_begin_with_the_one_that_ended_last(built: Built) -> None:
    """Whenever they were due."""
    page = built.page("outlook/resolved")
    assert page.index("The second ended.") < page.index("The first ended.")


@pytest.mark.parametrize(("one", "other"), [("a", "b"), ("b", "a"), ("c", "d"), ("d", "c")])
def test_briefings_that_share_an_event_or_a_region_are_related(built: Built, one: str, other: str) -> None:
    assert f"A title, {other}" in _related(built, one)


def test_a_withdrawn_briefing_is_not_offered_as_related(built: Built) -> None:
    assert "A title, gone" not in _related(built, "c")


def _related(built: Built, id: str) -> str:
    page = built.page(f"briefings/{id}")
    found = re.search(r'id="section:related".*', page, re.DOTALL)
    return found[0] if found else ""


def test_two_corrections_in_the_same_words_are_two_entries(built: Built) -> None:
    """Or a feed reader would show one."""
    ids = re.findall(r"<id>([^<]+)</id>", (built.site / "corrections/feed.xml").read_text("utf-8"))
    assert len(ids) == 3
    assert max(Counter(ids).values()) == 1
