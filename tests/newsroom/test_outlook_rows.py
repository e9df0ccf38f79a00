"""The outlook as a table: by the month of the date, what is overdue first, each row with all that a filter asks for."""

import re
from datetime import UTC, datetime
from html import unescape
from pathlib import Path

import pytest

from tests.desks import Built, Desk

ONE = """\
topics: [trade]
regions: [north]
authors: [jane]
storyline: story
what_to_expect:
  - {id: late, text: Late, likelihood: likely, by: 2025-12-31, topics: [war], actors: [norway]}
  - {id: soon, text: Soon, probability: 0.6, confidence: low, by: 2025-07-31,
     revisions: [{when: 2025-05-20, probability: 0.3}, {when: 2025-05-21, probability: 0.1, confidence: high}]}
  - {id: gone, text: Gone, likelihood: unlikely, by: 2025-05-28}
  - {id: never, text: Undated, likelihood: unlikely}
  - {id: right, text: Right, likelihood: likely, by: 2025-05-30, resolution: {outcome: happened, when: 2025-05-30}}
  - {id: wrong, text: Wrong, likelihood: unlikely, by: 2025-05-29, resolution: {outcome: happened, when: 2025-05-29}}
"""
FIRST = "{{ id: {id}, text: Thing {id}, likelihood: likely, by: 2025-09-30 }}"


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """A briefing with judgements of every standing."""
    desk = Desk(tmp_path_factory.mktemp("desk")).actor("norway")
    desk.write("content/topics.yml", "trade: {name: Trade}\nwar: {name: War, broader: all}\nall: {name: All}\nnone: {name: None of it}\n")
    desk.write("content/regions.yml", "north: {name: North}\n").write("content/authors.yml", "jane: {name: Jane Roe}\n")
    desk.write("content/storylines/story.yml", "title: The story\n")
    return desk.brief("one", ONE, title="One")


@pytest.fixture(scope="module")
def built(desk: Desk) -> Built:
    """The site of the desk."""
    done = desk.build()
    assert done.code == 0, done.said
    return done


def rows(page: str) -> dict[str, str]:
    """The rows of a page by their claims."""
    found = re.findall(r'<li class="row\b(.*?)</li>', page, re.DOTALL)
    return {unescape(re.sub("<[^>]*>", "", re.search(r"<h(\d)>(.*?)</h\1>", row, re.DOTALL)[2])): row for row in found}  # type: ignore[index]


def test_what_is_overdue_stands_first_and_the_rest_by_the_month_of_its_date(built: Built) -> None:
    page = built.page("outlook")
    found = [re.sub("<[^>]*>", "", title) for title in re.findall(r"<h2 id=[^>]*>(.*?)</h2>", page)]
    table = found[found.index("Overdue: the date has passed, the answer is still missing 1") :]
    assert table[1:5] == ["July 2025 1", "December 2025 1", "Without a date 1", "Resolved, the latest first"]
    assert list(rows(page)) == ["Gone", "Soon", "Late", "Undated", "Right", "Wrong"]


def test_the_counts_lead_to_what_they_count(built: Built) -> None:
    page = built.page("outlook")
    for name, href in (
        ("open", "../outlook/#section:open"),
        ("overdue", "../outlook/#section:overdue"),
        ("resolved", "../outlook/resolved/"),
    ):
        assert f'<a href="{href}" class="count-{name}">' in page
    assert 'id="section:open"' in page
    assert 'id="section:overdue"' in page


def test_a_row_says_how_likely_and_which_way_that_moved(built: Built) -> None:
    row = rows(built.page("outlook"))["Soon"]
    assert "60% → 30% → 10%" in row
    assert 'class="row-way is-down"' in row
    assert '<h3><a href="../briefings/one/#judgement:soon">' in row
    assert "high confidence" in row
    assert "Status" not in row


def test_a_row_has_all_that_a_filter_asks_for(built: Built) -> None:
    found = rows(built.page("outlook"))
    assert 'data-facets=";war all trade;norway;likely' in found["Late"]
    assert 'data-facets=";trade;;very-unlikely;high"' in found["Soon"]
    assert '<option value="war">War</option>' in built.page("outlook")


def test_what_ended_says_whether_we_had_leaned_to_it(built: Built) -> None:
    found = rows(built.page("outlook/resolved"))
    assert "As expected" in found["Right"]
    assert "Against our odds" in found["Wrong"]
    assert 'class="verdict verdict-against-our-odds"' in found["Wrong"]


def test_a_score_that_the_last_odds_hide_is_said_in_words(tmp_path: Path) -> None:
    """Far off for most of the time, right at the end."""
    turned = "revisions: [{when: 2025-05-27, likelihood: very likely}], resolution: {outcome: happened, when: 2025-05-29}"
    expects = f"what_to_expect: [{{id: turned, text: Turned., by: 2025-05-29, likelihood: very unlikely, {turned}}}]\n"
    built = Desk(tmp_path).brief("turned", expects).build()
    assert built.code == 0, built.said
    assert "As expected at the end, not before" in built.page("outlook/resolved")


def test_an_answer_that_came_too_late_to_count_is_told(tmp_path: Path) -> None:
    """The question fell away after the date: what the card says stands in the list, too."""
    desk = Desk(tmp_path).brief(
        "a",
        """\
what_to_expect:
  - {id: gone, text: Gone, likelihood: likely, by: 2025-04-20, resolution: {outcome: void, when: 2025-05-10, note: No more.}}
  - {id: silent, text: Silent, probability: 0.6, by: 2025-04-15}
""",
    )
    built = desk.build()
    assert built.code == 0, built.said
    page = built.page("outlook/resolved")
    told = {claim: " ".join(re.sub("<[^>]*>", " ", row).split()) for claim, row in rows(page).items()}
    assert "Void only after its date: counts as wrong, 10 May 2025" in told["Gone"]
    assert "Likely: 55–80%" in told["Gone"]  # a word alone has no number
    assert "No answer: counts as wrong" in told["Silent"]
    assert "With an answer: 1. Overdue without one: 1." in page


def test_who_asks_for_a_topic_finds_what_ended_on_its_parts(tmp_path: Path) -> None:
    """Whether it counts or not; and the record counts it there."""
    desk = Desk(tmp_path).write("content/topics.yml", "war: {name: War}\nair: {name: Air, broader: war}\n")
    judgements = "what_to_expect:\n" + "".join(
        f"  - {{id: n{n}, text: Text {n}, likelihood: likely, by: 2025-04-20, resolution: {{outcome: happened, when: 2025-04-{n + 10}}}}}\n"
        for n in range(10)
    )
    void = "  - {id: v, text: Void, likelihood: likely, by: 2025-04-20, resolution: {outcome: void, when: 2025-04-10, note: No.}}\n"
    built = desk.brief("a", f"topics: [air]\n{judgements}{void}").build()
    assert built.code == 0, built.said
    found = rows(built.page("outlook/resolved"))
    assert len(found) == 11
    assert all('data-facets=";air war;' in row for row in found.values())
    table = re.findall(r'href="[^"]*which=counted&amp;topic=(\w+)"[^>]*><data value="(\d+)"', built.page("outlook/track-record"))
    assert dict(table) == {"air": "10", "war": "10"}


def test_a_field_with_one_thing_is_there_where_some_rows_are_not_on_it(tmp_path: Path) -> None:
    """Or a link that asks for it would show the others, too."""
    desk = Desk(tmp_path).write("content/topics.yml", "trade: {name: Trade}\n")
    came = "{text: It came., by: 2025-05-29, likelihood: likely, resolution: {outcome: happened, when: 2025-05-29}}"
    expects = f"what_to_expect: [{came}, {{text: It comes., by: 2025-12-31, likelihood: likely}}]\n"
    before = desk.brief("on", f"topics: [trade]\n{expects}").build()
    after = desk.brief("off", expects.replace("It ", "That ")).build(site="after")
    for path in ("outlook", "outlook/resolved"):
        assert '<option value="trade">' not in before.page(path)
        assert '<option value="trade">' in after.page(path)


def test_every_list_of_what_to_expect_begins_with_what_is_ahead(built: Built) -> None:
    """On the page of a topic or an actor: first due first, then what is overdue, which says so, then what ended."""
    for path in ("topics/trade", "topics/war"):
        listed = list(rows(built.page(path)))
        assert listed == [claim for claim in ("Soon", "Late", "Undated", "Gone") if claim in listed]
    gone = rows(built.page("topics/trade"))["Gone"]
    assert '<span class="is-overdue">Overdue · <time datetime="2025-05-28">28 May 2025</time></span>' in gone
    assert "Overdue" not in rows(built.page("topics/trade"))["Soon"]


def test_open_means_the_same_on_every_page(built: Built) -> None:
    """What is overdue is not open, and is counted beside it."""
    assert "<strong>3</strong> open" in built.page("outlook")
    assert "<strong>1</strong> overdue" in built.page("outlook")
    assert "Overdue without one: 1." in built.page("outlook/resolved")
    front = re.sub("<[^>]*>", "", built.page("").partition('class="dateline"')[2])
    assert "3 open · 1 overdue" in front
    for path in ("topics/trade", "topics", "authors", "authors/jane", "regions", "regions/north", "storylines", "storylines/story"):
        assert "3 judgements open, 1 overdue" in built.page(path), path


def test_where_nothing_is_open_what_is_overdue_is_told(tmp_path: Path) -> None:
    desk = Desk(tmp_path).write("content/topics.yml", "trade: {name: Trade}\n")
    built = desk.brief("one", "topics: [trade]\nwhat_to_expect: [{text: Gone, likelihood: likely, by: 2025-05-28}]\n").build()
    assert "1 briefing · 1 judgement overdue" in built.page("topics/trade")


def test_every_row_says_how_sure_we_are(built: Built) -> None:
    """On the front page and in the results of the search, too."""
    front = re.sub("<[^>]*>", " ", built.page("").partition('class="front-next"')[2].partition("</li>")[0])
    assert " ".join(front.split()).endswith("Soon Very unlikely 10% 31 July 2025 high confidence 60% → 30% → 10%")


def test_a_topic_leads_to_its_judgements_in_the_outlook_and_in_the_record(built: Built) -> None:
    """What belongs to a part of it is found by it too; a topic without any has no such links."""
    page = built.page("topics/trade")
    assert '<a href="../../outlook/?topic=trade">' in page
    assert '<a href="../../outlook/resolved/?which=counted&amp;topic=trade">How we did: 3 judgements on this that ended</a>' in page
    assert 'data-facets=";war all trade;' in rows(built.page("outlook"))["Late"]
    assert "outlook/?topic" not in built.page("topics/none")


def test_the_week_ahead_has_all_of_the_first_day_after_it(desk: Desk) -> None:
    """As many as five, and how many more."""
    listed = "".join(f"  - {FIRST.format(id=f'n{number}')}\n" for number in range(7))
    desk.brief("many", f"what_to_expect:\n{listed}", title="Many")
    page = desk.build(now=datetime(2025, 8, 1, tzinfo=UTC), site="ahead").page("outlook/week-ahead")
    (desk.root / "briefings/many.md").unlink()
    later = page.partition('id="section:later"')[2]
    assert len(re.findall("Thing n", later)) == 5
    assert '<a href="../../outlook/">2 more fall due that day</a>' in later


def test_what_is_dated_today_is_not_called_scheduled(desk: Desk) -> None:
    """It may be over; what goes on for some days is of today too."""
    desk.brief("dated", "timeline: [{when: 2025-06-01, title: The vote}, {when: 2025-06-02, title: The feast}]\n", title="Dated")
    page = desk.build(site="today").page("outlook/week-ahead")
    (desk.root / "briefings/dated.md").unlink()
    today, _, week = page.partition('id="section:week"')
    assert "The vote" in today
    assert "Scheduled" not in today
    assert "The feast" in week
    assert "The vote" not in week
    assert '<a href="../../calendar.ics">' in page
