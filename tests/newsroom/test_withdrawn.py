"""Withdrawn means taken down: what a withdrawn text said is in no byte of the site, and its place says so."""

import csv
import json
import re
from datetime import UTC, datetime
from typing import Any

import pytest
from icalendar import Calendar

from tests.desks import Built, Desk

REASON = "The source took it back."
FIELDS = """\
question: QUOKKA question
summary: QUOKKA summary
bottom_line: QUOKKA line
as_of: 2025-02-28
authors: [quokka-author]
topics: [quokka-topic]
regions: [quokka-region]
storyline: quokka-story
actors: [quokka-actor]
image: {src: quokka.svg, alt: QUOKKA alt, caption: QUOKKA caption, credit: QUOKKA credit}
key_takeaways: [{id: quokka-takeaway, text: QUOKKA takeaway, nature: fact, sources: [quokka-source]}]
what_to_expect:
  - id: quokka-judgement
    text: QUOKKA judgement
    likelihood: likely
    confidence: low
    by: 2025-05-20
    criteria: QUOKKA criteria
    indicators: [QUOKKA indicator]
    revisions: [{when: 2025-03-02, likelihood: likely, why: QUOKKA why}]
    resolution: {outcome: did_not_happen, when: 2025-05-21, note: QUOKKA note, sources: [quokka-source]}
  - {text: QUOKKA open one, likelihood: unlikely, by: 2025-07-20}
implications: {diplomats: [QUOKKA implication]}
timeline:
  - {id: quokka-event}
  - {id: shared, text: QUOKKA detail, kind: quokka-kind, place: QUOKKA place}
  - {when: 2025-06-09, title: QUOKKA own}
statements:
  - {id: quokka-statement, actor: quokka-actor, issue: quokka-issue, when: 2025-02, text: QUOKKA said, quote: QUOKKA quote, venue: QUOKKA}
sources:
  - {id: quokka-source, publisher: quokka-wire, title: QUOKKA title, url: "https://quokka.example/", note: QUOKKA note}
  - quokka-shared
public_event:
  {title: A panel, starts: 2025-06-05T18:00, url: "https://quokka.example/", place: QUOKKA hall, text: QUOKKA text, speakers: [QUOKKA]}
corrections: [{when: 2025-03-02, was: QUOKKA was, now: QUOKKA now, text: QUOKKA more}]
changes: [{when: 2025-03-05T10:00, note: QUOKKA change}]
related: [open]
former_slugs: [before]
notes: QUOKKA notes
"""
BODY = "QUOKKA body on [[quokka-actor]], see [this](quokka.pdf).\n\n## QUOKKA heading"


def lay(desk: Desk, more: str) -> Desk:
    """A briefing with every field, and things that are known from it alone."""
    desk.actor("quokka-actor", "type: person\n", name="QUOKKA").write("content/authors.yml", "quokka-author: {name: QUOKKA}\n")
    desk.write("content/topics.yml", "quokka-topic: {name: QUOKKA}\n").write("content/regions.yml", "quokka-region: {name: QUOKKA}\n")
    desk.write("content/storylines.yml", "quokka-story: {title: QUOKKA}\n").write("content/issues.yml", "quokka-issue: {title: QUOKKA}\n")
    desk.write("content/publishers.yml", "quokka-wire: {name: QUOKKA}\n").write("content/sources.yml", "quokka-shared: {title: QUOKKA}\n")
    desk.write("content/events.yml", "quokka-event: {when: 2025-02, title: QUOKKA event}\n")
    desk.write("briefings/quokka.svg", "<svg xmlns='http://www.w3.org/2000/svg'><title>QUOKKA</title></svg>")
    desk.write("briefings/quokka.pdf", "%PDF QUOKKA")
    desk.write("mkdocs.yml", (desk.root / "mkdocs.yml").read_text().replace("exports]", "exports, spotbrief/search]"))
    desk.brief(
        "open", "timeline: [{id: shared, when: 2025-06-08, title: Shared}]\nrelated: [gone]\n", "[[briefing:gone]]\n\n[see](gone.md)"
    )
    return desk.brief("gone", FIELDS + more, BODY, title="Grain at sea")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The desk with the briefing withdrawn."""
    done = lay(Desk(tmp_path_factory.mktemp("desk")), f"status: withdrawn\nwithdrawn: {REASON}\n").build()
    assert done.code == 0, done.said
    return done


def test_no_byte_of_the_site_holds_what_was_taken_down(built: Built) -> None:
    """Nor the names of files and of things that are known from it alone."""
    found = {path for path, data in built.bytes().items() if "quokka" in path.lower() or b"quokka" in data.lower()}
    assert found == set()


def test_the_address_the_title_and_the_reason_stay(built: Built) -> None:
    """On the page, in the twin, both feeds and the API alike; a former address still leads there."""
    item = next(i for i in json.loads((built.site / "feed.json").read_bytes())["items"] if "Grain" in i["title"])
    data = json.loads((built.site / "api/v1/briefings/gone.json").read_bytes())
    twin = (built.site / "briefings/gone/index.md").read_text()
    assert (data["title"], data["status"], data["withdrawn"]) == ("Grain at sea", "withdrawn", REASON)
    assert item["title"] == "Withdrawn: Grain at sea"
    assert data["updated"] == item["date_modified"] == "2025-03-05T10:00:00+02:00"
    for text in (built.page("briefings/gone"), twin, item["content_html"], (built.site / "feed.xml").read_text()):
        assert REASON in text
    assert "../gone/" in built.page("briefings/before")
    assert "min&nbsp;read" not in built.page("briefings/gone")
    assert "On this page" not in built.page("briefings/gone")


def test_its_event_is_cancelled_wherever_it_stands(built: Built) -> None:
    """Who has it in a calendar finds it there, marked."""
    for path in ("calendar.ics", "briefings/gone/event.ics"):
        events: list[Any] = Calendar.from_ical((built.site / path).read_bytes()).walk("VEVENT")
        (event,) = (e for e in events if "panel" in e["summary"])
        assert (event["status"], event["summary"]) == ("CANCELLED", "Cancelled: A panel")
        assert event["last-modified"].dt == event["dtstamp"].dt == datetime(2025, 3, 5, 8, tzinfo=UTC)
        assert event["sequence"] > 0
    assert "https://schema.org/EventCancelled" in built.page("briefings/gone")
    assert "Cancelled" in built.page("briefings/gone").partition('class="public-event"')[2]
    assert "A panel" not in built.page("outlook/week-ahead")


def test_the_track_record_keeps_what_was_said_in_numbers(built: Built) -> None:
    """Withdrawing a briefing betters no score, and an open judgement does not vanish."""
    record, outlook = built.page("outlook/track-record"), built.page("outlook")
    assert 'resolved/?which=counted"><data value="1">1</data> of our judgements</a> has passed' in record
    assert re.search(r'Of withdrawn briefings: <a href="[^"]*resolved/\?which=withdrawn"><data value="1">1</data></a>', record)
    (row,) = re.findall('<li class="row".*?</li>', built.page("outlook/resolved"), re.DOTALL)
    assert "A judgement that was taken down with its briefing." in row
    assert ';counted likelier withdrawn"' in row
    assert "Withdrawn with their briefings" in outlook
    assert outlook.count("A judgement that was taken down with its briefing.") == 2
    judgements = json.loads((built.site / "api/v1/judgements.json").read_bytes())["judgements"]
    assert [(one["id"], one["taken_down"]) for one in judgements] == [("gone:1", True), ("gone:2", True)]
    assert "taken down" not in (built.site / "calendar.ics").read_text()


def test_what_was_withdrawn_counts_under_its_topic_its_storyline_and_its_author(desk: Desk) -> None:
    """As far as readers know these from elsewhere: in the rows of the record and in its table."""
    for kind in ("topics", "authors", "storylines"):
        name = "title" if kind == "storylines" else "name"
        desk.data(f"content/{kind}.yml", {f"known-{kind}": {name: "Known"}})
    desk.write("content/topics/dark-topics.yml", "name: Quokka\n").write("content/authors/dark-authors.yml", "name: Quokka\n")
    under = "topics: [known-topics, dark-topics]\nauthors: [known-authors, dark-authors]\nstoryline: known-storylines\n"
    told = "what_to_expect: [{text: It rains., likelihood: likely, by: 2025-05-20, resolution: {outcome: happened, when: 2025-05-19}}]\n"
    desk.brief("a", under.replace(", dark-topics", "").replace(", dark-authors", ""))
    built = desk.brief("gone", f"status: withdrawn\n{under}{told}").build()
    (row,) = csv.DictReader((built.site / "outlook/track-record.csv").read_text().splitlines())
    assert [row[name] for name in ("topics", "authors", "storyline")] == ["known-topics", "known-authors", "known-storylines"]
    parts = json.loads((built.site / "api/v1/track-record.json").read_bytes())["parts"]
    assert {(part["by"], part["key"]) for part in parts} >= {(k, f"known-{k}s") for k in ("topic", "author")}
    assert "uokka" not in built.everything()


def test_an_editor_may_keep_the_text(desk: Desk) -> None:
    """It is marked everywhere, and its event is cancelled all the same."""
    built = lay(desk, f"status: withdrawn\nwithdrawn: {REASON}\nkeep_text: true\n").build()
    assert built.code == 0, built.said
    page = built.page("briefings/gone")
    assert "QUOKKA body" in page
    assert REASON in page
    assert b"STATUS:CANCELLED" in (built.site / "briefings/gone/event.ics").read_bytes()


def test_a_reason_without_a_status_takes_down_too(desk: Desk) -> None:
    """Who writes why it is withdrawn means it; a status without a reason says the same everywhere."""
    built = lay(desk, f"withdrawn: {REASON}\n").brief("bare", "status: withdrawn\n", "ZEBRA", title="Bare").build()
    assert "warning[withdrawn-without-status]" in built.said
    assert "quokka" not in built.everything().lower()
    data = json.loads((built.site / "api/v1/briefings/bare.json").read_bytes())
    items = json.loads((built.site / "feed.json").read_bytes())["items"]
    (content,) = (item["content_html"] for item in items if "Bare" in item["title"])
    for text in (built.page("briefings/bare"), (built.site / "briefings/bare/index.md").read_text(), content, data["withdrawn"]):
        assert "Its text was taken down." in text
    assert "ZEBRA" not in built.everything()


def test_keeping_a_text_is_said_of_what_is_withdrawn(desk: Desk) -> None:
    """And is true or false."""
    assert "b.md:4:12: warning[withdrawn-without-status] this keeps the text" in desk.brief("b", "keep_text: true\n").said()
    assert "'maybe' is neither true nor false\n  hint: write true or false" in desk.brief("b", "keep_text: maybe\n").said()


def test_what_was_withdrawn_is_no_news(desk: Desk) -> None:
    """However new it is, and though its text stays."""
    head = "title: {0}\npublished: 2025-05-31\nbody: Text.\n"
    desk.write("briefings/new.yml", head.format("New"))
    desk.write("briefings/gone.yml", head.format("Gone") + "status: withdrawn\nwithdrawn: A mistake.\nkeep_text: true\n")
    news = (desk.build().site / "news-sitemap.xml").read_text("utf-8")
    assert "briefings/new/" in news
    assert "briefings/gone/" not in news
