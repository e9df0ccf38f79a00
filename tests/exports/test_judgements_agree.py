"""Everything that tells of a judgement says the same: pages, data, search, calendar, feed and twin."""

import json
import re
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from tests.desks import CONFIG, Built, Desk
from tests.exports.test_calendar import entries

BASE = "https://desk.example/base/"
FIRST = """\
authors: [jane]
what_to_expect:
  - {id: rain, text: Rain comes, likelihood: likely, confidence: low, by: 2025-07-31, sources: [s1],
     base_rate: {probability: 40%, of: Julys}}
  - {id: snow, text: Snow comes, likelihood: unlikely, by: 2025-07-31}
  - {id: sun, text: Sun, probability: 60%, by: 2025-12-31, group: The sky}
  - {id: fog, text: Fog, probability: 40%, by: 2025-12-31, group: The sky}
sources: [{id: s1, title: Report}]
"""
SECOND = """\
---
title: Second
published: 2025-05-31T10:00
what_to_expect:
  - {id: "first:rain", probability: 30%, confidence: moderate, why: A quokka was seen., sources: [s2]}
  - {id: "first:snow", resolution: {outcome: did_not_happen, when: 2025-05-30, note: A numbat told., learned: Look up., sources: [s2]}}
sources: [{id: s2, title: Second report}]
---
Text.
"""
BEFORE, AFTER = datetime(2025, 5, 30, tzinfo=UTC), datetime(2025, 6, 1, 12, tzinfo=UTC)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """A briefing with two judgements, and a later one that revises the first and tells how the second ended."""
    desk = Desk(tmp_path_factory.mktemp("desk"))
    desk.write("mkdocs.yml", CONFIG.replace("exports]", "exports, spotbrief/search]"))
    desk.write("content/authors.yml", "jane: {name: Jane Roe}\n")
    return desk.brief("first", FIRST, title="First").write("briefings/second.md", SECOND)


@pytest.fixture(scope="module")
def before(desk: Desk) -> Built:
    """The site before the second briefing opens."""
    return desk.build(now=BEFORE, site="before")


@pytest.fixture(scope="module")
def built(desk: Desk) -> Built:
    """The site after it."""
    built = desk.build(now=AFTER)
    assert built.code == 0, built.said
    return built


def data(built: Built, path: str) -> Any:
    return json.loads((built.site / f"api/v1/{path}.json").read_text("utf-8"))


def found(built: Built) -> dict[str, list[str]]:
    """What the search shows of judgements, by title."""
    shown = [row for path in built.site.glob("search/*/judgements-0/shown-*.json") for row in json.loads(path.read_text("utf-8"))]
    return {row[2]: row for row in shown}


def text(path: Path) -> str:
    """The words of a file."""
    return " ".join(re.sub("<[^>]*>", "", path.read_text("utf-8")).split())


def _without_ids(of: Any) -> Any:
    """A record without the ids that are shorter in the file of the briefing that they belong to."""
    if isinstance(of, dict):
        return {name: _without_ids(value) for name, value in of.items() if name not in ("id", "sources")}
    return [_without_ids(one) for one in of] if isinstance(of, list) else of


def test_the_data_has_all_of_a_judgement_and_leads_both_ways(built: Built) -> None:
    """In the file of the briefing that made it, and in that of the one that takes it up again; the list has what it is found by."""
    rain, snow, *sky = data(built, "briefings/first")["what_to_expect"]
    again = data(built, "briefings/second")["what_to_expect"]
    assert [one["id"] for one in (rain, snow)] == [":rain", ":snow"]
    assert [one["id"] for one in again] == ["first:rain", "first:snow"]
    for one, other in zip((rain, snow), again, strict=True):
        assert _without_ids(one) == _without_ids(other)
    listed = data(built, "judgements")["judgements"]
    assert [one["id"] for one in listed] == [f"first{one['id']}" for one in (rain, snow, *sky)]
    assert (listed[0]["text"], listed[0]["likelihood"], listed[0]["probability"]) == (rain["text"], "unlikely", 0.3)
    assert [one.get("outcome") for one in listed[:2]] == [None, "did_not_happen"]
    assert {one["group"] for one in sky} == {"The sky"}
    for id in ("first", "second"):
        Draft202012Validator(data(built, "schema/briefing")).validate(data(built, f"briefings/{id}"))
    assert [(call.get("briefing"), call["likelihood"]["term"], call.get("probability")) for call in rain["calls"]] == [
        (None, "likely", None), ("second", "unlikely", 0.3),
    ]  # fmt: skip
    last = rain["calls"][-1]
    assert all(rain[name] == last[name] for name in ("likelihood", "probability", "confidence"))
    assert (rain["followed_by"], [one.get("followed_by") for one in sky]) == (["second"], [None, None])
    assert rain["base_rate"] == {"probability": 0.4, "of": "Julys"}
    assert (last["why"], last["sources"]) == ("A quokka was seen.", ["second:s2"])
    assert (snow["followed_by"], snow["resolution"]["briefing"], snow["resolution"]["learned"]) == (["second"], "second", "Look up.")


def test_every_telling_has_the_present_likelihood_and_the_end(built: Built) -> None:
    """Pages, twins, the search and the feed."""
    feed = (built.site / "outlook/feed.json").read_text("utf-8")
    for id in ("first", "second"):
        for path in (f"briefings/{id}/index.html", f"briefings/{id}/index.md"):
            said = text(built.site / path)
            for part in ("Unlikely", "20–45%, our estimate: 30%", "A quokka was seen.", "Did not happen", "A numbat told."):
                assert part in said, (path, part)
    assert found(built)["Rain comes"][3:5] == ["by 31 July 2025", "Unlikely (30%), moderate confidence, 55–80% → 30%, Open"]
    assert found(built)["Snow comes"][4] == "Unlikely (20–45%), Did not happen"
    assert all(part in feed for part in ("20–45%, our estimate: 30%", "A quokka was seen.", "Did not happen", "A numbat told.", "Look up."))
    assert "Unlikely 30%" in text(built.site / "outlook/index.html")


def test_a_page_leads_to_its_data(built: Built) -> None:
    """Where programs find its judgements in fields."""
    for id in ("first", "second"):
        href = re.search(r'<link rel="alternate" type="application/json" href="([^"]+)">', built.page(f"briefings/{id}"))
        assert href
        path = (built.site / f"briefings/{id}" / href[1]).resolve().relative_to(built.site.resolve() / "api/v1")
        assert data(built, path.with_suffix("").as_posix())["id"] == id


def test_why_it_was_revised_and_how_it_ended_are_found(built: Built, before: Built) -> None:
    """By their words, and only once they are public."""
    words = [" ".join(path.read_text("utf-8") for path in site.site.glob("search/*/judgements-0/*.txt")) for site in (built, before)]
    assert all(word in words[0] for word in ("quokka", "numbat"))
    assert not any(word in words[1] for word in ("quokka", "numbat"))


def test_a_later_briefing_moves_the_calendar(built: Built, before: Built) -> None:
    """What is revised takes its new likelihood and a higher SEQUENCE; what ended early leaves."""
    id = "judgement/first/{}@desk.example"
    earlier, later = entries(before), entries(built)
    assert set(earlier) == {id.format(name) for name in ("rain", "snow", "sun", "fog")}
    assert set(later) == {id.format(name) for name in ("rain", "sun", "fog")}
    rain = [calendar[id.format("rain")] for calendar in (earlier, later)]
    assert ["unlikely (20–45%); moderate confidence" in entry["description"] for entry in rain] == [False, True]
    assert int(rain[0].get("sequence", 0)) < int(rain[1]["sequence"])
    assert rain[0]["dtstart"].dt == rain[1]["dtstart"].dt


def test_nothing_of_it_is_known_before(before: Built) -> None:
    """The first word stands alone until the later briefing opens."""
    rain, snow, *_ = data(before, "briefings/first")["what_to_expect"]
    assert ("calls" in rain, "followed_by" in rain, "resolution" in snow) == (False, False, False)
    assert (rain["likelihood"]["term"], data(before, "judgements")["judgements"][0]["likelihood"]) == ("likely", "likely")
    assert found(before)["Snow comes"][4] == "Unlikely (20–45%), Open"
    everything = before.everything()
    assert not [word for word in ("quokka", "numbat", "our estimate: 30%") if word in everything]
