"""What changed: a page by day, a feed of it, and ready words for whoever was here before."""

import json
import re
from datetime import UTC, datetime
from html import unescape
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import feedparser
import pytest

from tests.desks import Built, Desk, words

ONE = """\
what_to_expect:
  - {id: rain, text: More *rain* & snow, probability: 0.45, by: 2025-07-31,
     revisions: [{when: 2025-05-20, probability: 0.35, why: Clouds.}, {when: 2025-05-28, probability: 0.22, why: Sun.}]}
  - {id: hail, text: Hail, probability: 0.3, by: 2025-06-30, resolution: {outcome: happened, when: 2025-05-29, note: It hailed.}}
  - {id: frost, text: Frost, probability: 0.3, by: 2025-06-30, resolution: {outcome: did_not_happen, when: 2025-05-29}}
  - {id: even, text: Even, probability: 0.5, by: 2025-06-30, resolution: {outcome: happened, when: 2025-05-29}}
corrections:
  - {when: 2025-05-30T10:00, was: Two, now: Three}
  - {when: 2025-05-30T11:00, kind: update, now: A word more}
changes: [{when: 2025-05-27T09:00, note: New figures.}]
updated: 2025-05-27T18:00
"""
TWO = """\
---
title: Two
published: 2025-05-31T10:00
kind: assessment
what_to_expect: [{id: fog, text: Fog, likelihood: likely, by: 2025-08-01}]
---
Text.
"""
DAYS = [
    ("Saturday 31 May 2025", ["Withdrawn A title, gone It was wrong.", "New Two Assessment 1 judgement Fog Likely"]),
    ("Friday 30 May 2025", ["Correction A title, one Was Two Now Three", "Update A title, one A word more"]),
    (
        "Thursday 29 May 2025",
        [
            "Resolved Hail Unlikely (30%) → Happened Against our odds It hailed.",
            "Resolved Even Roughly even chance (50%) → Happened Toss-up",
            "Resolved Frost Unlikely (30%) → Did not happen As expected",
        ],
    ),
    ("Wednesday 28 May 2025", ["Revised More rain & snow 45% → 35% → 22% Sun."]),
    ("Tuesday 27 May 2025", ["Updated A title, one New figures."]),
    ("Tuesday 20 May 2025", ["Revised More rain & snow 45% → 35% Clouds."]),
]


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """An old briefing that changed in every way, a new one, a withdrawn one, and one for later."""
    desk = Desk(tmp_path_factory.mktemp("desk")).brief("one", ONE).write("briefings/two.md", TWO)
    desk.brief("gone", "status: withdrawn\nwithdrawn: It was wrong.\nupdated: 2025-05-31T12:00\n")
    return desk.brief("later", "embargo: 2025-06-09\nwhat_to_expect: [{id: 'one:rain', probability: 92%, why: YAK}]\n")


@pytest.fixture(scope="module")
def built(desk: Desk) -> Built:
    """The site of the desk."""
    done = desk.build()
    assert done.code == 0, done.said
    return done


def days(built: Built, path: str = "changes") -> list[tuple[str, list[str]]]:
    """The days of the page, with their lines."""
    sections = re.findall(r'<section class="day .*?</section>', built.page(path), re.DOTALL)
    lines = [re.split(r'<li class="turn ', section.partition('<ul class="turns">')[2])[1:] for section in sections]
    heads = [re.findall("<h2[^>]*>(.*?)</h2>", section)[0] for section in sections]
    return [(words(head), [words("<" + line) for line in found]) for head, found in zip(heads, lines, strict=True)]


def since(built: Built, moment: str) -> str:
    """What the file says to a reader who was here last at a *moment*."""
    whole = json.loads((built.site / "changes/since.json").read_text("utf-8"))
    at = datetime.fromisoformat(moment).timestamp()
    assert at < whole["until"]
    return str([text for start, text in whole["steps"] if start <= at][-1])


def items(built: Built) -> dict[str, Any]:
    """The entries of the feed by their ids."""
    return {item["id"]: item for item in json.loads((built.site / "changes/feed.json").read_text("utf-8"))["items"]}


def test_the_page_tells_all_that_changed_by_day(built: Built) -> None:
    """New, updated, revised with their way, resolved with a verdict, corrected, withdrawn; each with the way to where it stands."""
    assert days(built) == DAYS
    page = built.page("changes")
    total = "In the last 30 days: 1 new briefing, 2 updates, 1 correction, 1 briefing withdrawn, 3 judgements resolved (1 as expected), "
    assert f'<p class="standfirst">{total}odds of 2 judgements changed.</p>' in page
    for path in re.findall(r'<p class="turn-text"><a href="\.\./([^"]*)"', page):
        folder, _, anchor = path.partition("#")
        assert not anchor or f'id="{unescape(anchor)}"' in built.page(folder)
    assert "YAK" not in page


def test_what_was_expected_stays_behind(tmp_path: Path) -> None:
    """Judgements that ended as expected open together, when there are several; updates stand on the days on which they came."""
    ended = "by: 2025-06-30, resolution: {outcome: did_not_happen, when: 2025-05-29}"
    claims = [f"{{id: {id}, text: Claim {id}, probability: {odds}, {ended}}}" for id, odds in (("a", 0.1), ("b", 0.2), ("c", 0.9))]
    notes = "{when: 2025-05-30T09:00, note: All are resolved.}, {when: 2025-05-29T09:00, note: A word more.}"
    built = Desk(tmp_path).brief("one", f"what_to_expect: [{', '.join(claims)}]\nchanges: [{notes}]\n").build()
    assert [(day, len(lines)) for day, lines in days(built)] == [("Friday 30 May 2025", 1), ("Thursday 29 May 2025", 4)]
    day = built.page("changes").partition('id="day:2025-05-29"')[2]
    seen, _, folded = day.partition('<details class="as-expected">')
    assert "Claim c" in words(seen)
    assert "Updated A title, one A word more." in words(seen)
    assert words(folded).startswith("2 judgements resolved as expected")
    assert "Claim a" in folded
    assert "Claim b" in folded


def test_what_an_update_says_of_what_was_expected_opens_with_it(tmp_path: Path) -> None:
    """Where all that moved in its briefing on that day ended so."""
    ended = "by: 2025-06-30, probability: 0.1, resolution: {outcome: did_not_happen, when: 2025-05-29}"
    claims = f"{{id: a, text: Claim a, {ended}}}, {{id: b, text: Claim b, {ended}}}"
    built = Desk(tmp_path).brief("one", f"what_to_expect: [{claims}]\nchanges: [{{when: 2025-05-29T09:00, note: Done.}}]\n").build()
    seen, _, folded = built.page("changes").partition('id="day:2025-05-29"')[2].partition('<details class="as-expected">')
    assert words(folded).startswith("2 judgements resolved as expected")
    assert "Done." not in seen
    assert "Done." in folded


def test_one_thing_is_told_once(tmp_path: Path) -> None:
    """What an update says of the one judgement that moved on its day stands with that."""
    hail = "{id: hail, text: Hail, probability: 0.1, by: 2025-06-30, resolution: {outcome: did_not_happen, when: 2025-05-29}}"
    notes = "{when: 2025-05-30T09:00, note: A word more.}, {when: 2025-05-29T09:00, note: It is resolved.}"
    built = Desk(tmp_path).brief("one", f"what_to_expect: [{hail}]\nchanges: [{notes}]\n").build()
    assert [day for day, _ in days(built)] == ["Friday 30 May 2025", "Thursday 29 May 2025"]
    assert days(built)[1][1] == [
        "Resolved Hail Very unlikely (10%) → Did not happen As expected A title, one , updated 29 May: It is resolved."
    ]


def test_a_quiet_month_shows_the_last_changes_before_it(desk: Desk) -> None:
    """And says that it was quiet; the front page and the list name the same last day."""
    built = desk.build(now=datetime(2025, 9, 20, tzinfo=UTC), site="quiet")
    assert "Nothing changed in the last 30 days. These are the last changes before." in built.page("changes")
    assert days(built)[0][0] == "Monday 9 June 2025"
    assert "The last change was on 9 June 2025." in built.page("")
    assert sum(len(lines) for _, lines in days(built)) == 10


def test_what_was_expected_is_in_sight_where_little_else_is(tmp_path: Path) -> None:
    """Of a desk that was quiet for a month, unless that day was a long one."""
    for count, folds in ((3, False), (12, True)):
        ended = "by: 2025-06-30, probability: 0.1, resolution: {outcome: did_not_happen, when: 2025-05-29}"
        claims = ", ".join(f"{{id: c{n}, text: Claim {n}., {ended}}}" for n in range(count))
        desk = Desk(tmp_path / str(count)).brief("one", f"what_to_expect: [{claims}]\n")
        page = desk.build(now=datetime(2025, 9, 20, tzinfo=UTC)).page("changes")
        assert ('<details class="as-expected">' in page) is folds
        assert "Claim 2." in page


def test_no_day_of_a_quiet_month_is_cut_short(tmp_path: Path) -> None:
    """What ended on a day stands there, however much that is; the last update is the last change."""
    ended = "by: 2025-06-30, probability: 0.1, resolution: {outcome: did_not_happen, when: 2025-05-29}"
    claims = ", ".join(f"{{id: c{n}, text: Claim {n}., {ended}}}" for n in range(12))
    built = (
        Desk(tmp_path)
        .brief("one", f"what_to_expect: [{claims}]\nchanges: [{{when: 2025-05-30T09:00, note: Done.}}]\n")
        .build(now=datetime(2025, 9, 20, tzinfo=UTC))
    )
    assert [(day, len(lines)) for day, lines in days(built)] == [("Friday 30 May 2025", 1), ("Thursday 29 May 2025", 12)]
    assert "The last change was on 30 May 2025." in built.page("")
    assert "The last change was on 30 May 2025." in built.page("outlook")


def test_a_desk_that_has_published_nothing_says_so(tmp_path: Path) -> None:
    """Its feed is empty, and valid; the front page has no line."""
    built = Desk(tmp_path).build()
    assert "Nothing has been published yet." in built.page("changes")
    assert "news-line" not in built.page("")
    assert items(built) == {}


def test_who_comes_back_reads_ready_words(built: Built) -> None:
    """Counted from the moment of the last visit; what names a day alone came out at some hour of it."""
    assert since(built, "2025-01-01T00:00+03:00").startswith("In the last 30 days: 1 new briefing, 2 updates, ")
    assert since(built, "2025-05-30T09:00+03:00") == "Since 30 May: 1 new briefing, 1 update, 1 correction, 1 briefing withdrawn."
    assert since(built, "2025-05-30T10:30+03:00") == "Since 30 May: 1 new briefing, 1 update, 1 briefing withdrawn."
    said = "Since 29 May: 1 new briefing, 1 update, 1 correction, 1 briefing withdrawn, 3 judgements resolved (1 as expected)"
    assert since(built, "2025-05-29T12:00+03:00") == f"{said}, no odds changed."
    assert since(built, "2025-06-01T08:00+03:00") == "Since 1 June: nothing changed."


def test_the_feed_tells_the_same(built: Built) -> None:
    """Newest first, in Atom and JSON, with the ids that the feeds of briefings, corrections and judgements use."""
    data = (built.site / "changes/feed.xml").read_bytes()
    ElementTree.fromstring(data)
    feed = feedparser.parse(data, sanitize_html=False)
    assert not feed.bozo
    assert [entry.id for entry in feed.entries] == list(items(built))
    assert [entry.title for entry in feed.entries] == [
        "Withdrawn: A title, gone", "Two", "Update: A title, one", "Correction: A title, one",
        "Resolved: Hail", "Resolved: Frost", "Resolved: Even", "Revised: More rain & snow", "Updated: A title, one",
        "Revised: More rain & snow", "A title, one",
    ]  # fmt: skip
    assert feed.feed.id == "tag:desk.example,2025:feeds/changes/"
    for other in ("feed.json", "outlook/feed.json", "corrections/feed.json"):
        ids = {item["id"] for item in json.loads((built.site / other).read_text())["items"]}
        assert ids & set(items(built)), other
    updated = next(item for item in items(built).values() if item["title"] == "Updated: A title, one")
    assert "New figures." in updated["content_html"]
    assert 'title="What changed – Tiny desk" href="../changes/feed.xml"' in built.page("changes")


def test_a_busy_month_goes_on(desk: Desk, tmp_path: Path) -> None:
    """On further pages, each of which says the same of the whole."""
    notes = ", ".join(
        f"{{when: '2025-05-{day:02}T{hour:02}:00', note: Word {day}-{hour}}}" for day in range(5, 29) for hour in range(8, 14)
    )
    built = Desk(tmp_path).brief("a", f"changes: [{notes}]\n").build()
    assert built.code == 0, built.said
    assert sum(len(lines) for path in ("changes", "changes/page/2") for _, lines in days(built, path)) == 24 * 6
    assert "144 updates" in built.page("changes/page/2")
