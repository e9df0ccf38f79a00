"""The calendar holds what a subscriber waits for, and nothing that has no day."""

import json
import re
from datetime import UTC, date, datetime
from typing import Any

from icalendar import Calendar

from tests.desks import Built, Desk


def entries(built: Built, path: str = "calendar.ics") -> dict[str, Any]:
    """The entries of a calendar by their ids, as a calendar program reads them."""
    data = (built.site / path).read_bytes()
    assert data.endswith(b"END:VCALENDAR\r\n")
    assert all(len(line) <= 75 and b"\n" not in line and b"\r" not in line for line in data.split(b"\r\n"))
    calendar = Calendar.from_ical(data)
    found = {str(entry["uid"]): entry for entry in calendar.walk("VEVENT")}
    assert not [entry.errors for entry in found.values() if entry.errors]
    return found


def test_the_calendar_has_what_lies_ahead(built: Built) -> None:
    """Scheduled events, public events, due judgements; not what is withdrawn, nor what is vague, over or resolved."""
    assert set(entries(built)) == {
        "event/flood@desk.example",
        "event/summit@desk.example",
        "public-event/old-first@desk.example",
        "judgement/old-first/more@desk.example",
    }


def test_whole_days_are_days_and_end_on_the_day_after(built: Built) -> None:
    """VALUE=DATE, with the end left out as calendars do."""
    flood = entries(built)["event/flood@desk.example"]
    assert (flood["dtstart"].dt, flood["dtend"].dt) == (date(2025, 6, 10), date(2025, 6, 13))
    assert flood["dtstart"].params["VALUE"] == "DATE"
    assert (flood["summary"], flood["location"], flood["categories"].cats) == ("The flood", "Oslo", ["incident"])
    assert flood["url"] == "https://desk.example/base/briefings/second/#event:flood"


def test_a_due_judgement_says_how_likely_it_was_held(built: Built) -> None:
    """On the last day by which it was expected."""
    due = entries(built)["judgement/old-first/more@desk.example"]
    assert due["dtstart"].dt == date(2025, 6, 30)
    assert due["summary"] == "Due: More rain"
    assert "likely (55–80%); low confidence" in due["description"]


def test_stamps_come_from_content(built: Built) -> None:
    """The moment of the build is in no line."""
    stamps = {uid: entry["dtstamp"].dt for uid, entry in entries(built).items()}
    assert stamps["judgement/old-first/more@desk.example"] == datetime(2025, 3, 4, 8, tzinfo=UTC)
    assert stamps["event/summit@desk.example"] == datetime(2025, 6, 20, tzinfo=UTC)


def test_a_public_event_has_a_file_of_its_own(built: Built) -> None:
    """The same entry as in the site's calendar, and hostile text breaks no line."""
    (uid, panel), *others = entries(built, "briefings/first/event.ics").items()
    assert not others
    assert panel == entries(built)[uid]
    assert panel["dtstart"].dt == datetime(2025, 6, 5, 15, tzinfo=UTC)
    assert panel["dtend"].dt == datetime(2025, 6, 5, 16, 30, tzinfo=UTC)
    assert panel["summary"].startswith("A panel ]]> <script>alert(1)</script> &amp; & ")


def test_a_public_event_without_an_hour_takes_the_day(desk: Desk) -> None:
    """As the page shows it."""
    built = desk.brief("a", "public_event: {title: Fair, starts: 2025-06-05, ends: 2025-06-06}\n").build()
    (fair,) = entries(built).values()
    assert (fair["dtstart"].dt, fair["dtend"].dt) == (date(2025, 6, 5), date(2025, 6, 7))


def test_midnight_that_was_typed_is_an_hour(desk: Desk) -> None:
    """From midnight to midnight is one day, in calendars, for search engines, in the API and on the page alike."""
    typed = "public_event: {title: Vigil, starts: 2025-06-05T00:00, ends: 2025-06-06T00:00}\n"
    built = desk.brief("a", typed).brief("b", "public_event: {title: Fair, starts: 2025-06-05, ends: 2025-06-06}\n").build()
    vigil, fair = (entries(built, f"briefings/{id}/event.ics").popitem()[1] for id in "ab")
    assert (vigil["dtstart"].dt, vigil["dtend"].dt) == (datetime(2025, 6, 4, 21, tzinfo=UTC), datetime(2025, 6, 5, 21, tzinfo=UTC))
    assert (fair["dtstart"].dt, fair["dtend"].dt) == (date(2025, 6, 5), date(2025, 6, 7))
    assert '"startDate":"2025-06-05T00:00:00+03:00","endDate":"2025-06-06T00:00:00+03:00"' in built.page("briefings/a")
    assert '"startDate":"2025-06-05","endDate":"2025-06-06"' in built.page("briefings/b")
    starts = [json.loads((built.site / f"api/v1/briefings/{id}.json").read_text())["public_event"]["starts"] for id in "ab"]
    assert starts == ["2025-06-05T00:00:00+03:00", "2025-06-05"]
    assert "5 June 2025, 00:00 Kyiv</time>" in built.page("briefings/a")
    assert "5 June 2025</time>" in built.page("briefings/b")


def test_a_day_without_an_hour_is_over_at_its_end(desk: Desk) -> None:
    """NOW is noon of the first of June."""
    for id, when in (
        ("today", "2025-06-01"),
        ("days", "2025-05-31, ends: 2025-06-01"),
        ("morning", "2025-06-01T00:00"),
        ("yesterday", "2025-05-31"),
    ):
        desk.brief(id, f"public_event: {{title: E, starts: {when}}}\n")
    built = desk.build()
    over = '<strong class="badge">Over</strong>'
    assert [over in built.page(f"briefings/{id}") for id in ("today", "days", "morning", "yesterday")] == [False, False, True, True]


def ids(built: Built) -> list[str]:
    """All ids of the feeds and the calendar."""
    assert built.code == 0, built.said
    feeds = "".join((built.site / path).read_text() for path in ("feed.xml", "corrections/feed.xml"))
    return [*re.findall("<id>([^<]*)</id>", feeds), *entries(built)]


def test_ids_survive_a_new_domain_a_new_timezone_and_a_mended_date(desk: Desk) -> None:
    """With `id_authority`, nothing in an id of a feed or a calendar is what an editor may change."""
    config = (desk.root / "mkdocs.yml").read_text()
    more = "public_event: {title: Panel, starts: 2025-06-05T18:00}\nwhat_to_expect: [{id: rain, text: Rain, by: 2025-06-09}]\n"
    first = ids(desk.brief("a", f"{more}corrections: [{{when: 2025-03-02, now: Rain}}]\n").build())
    moved = config.replace("desk.example/base", "own.example")
    kept = moved.replace("Europe/Kyiv", "Pacific/Auckland, id_authority: desk.example")
    mended = (desk.root / "briefings/a.md").read_text().replace("2025-03-01", "2024-12-31").replace("2025-03-02", "2025-03-03")
    assert ids(desk.write("mkdocs.yml", kept).write("briefings/a.md", mended).build()) == first
    assert ids(desk.write("mkdocs.yml", moved).build()) != first


def test_a_moved_event_raises_its_sequence(desk: Desk) -> None:
    """Each move and each later note raises it, so that calendars take the new date."""
    found = []
    for more in ("5", "6, moved_from: [2025-06-05]", "7, moved_from: [2025-06-05, 2025-06-06]}\nupdated: {2025-03-04"):
        event = f"public_event: {{title: Panel, starts: 2025-06-0{more}}}\n".replace("{2025-03-04}", "2025-03-04")
        built = desk.brief("a", event).build()
        (entry,) = entries(built).values()
        found.append(int(entry.get("sequence", 0)))
    assert found == sorted(set(found))
    page = built.page("briefings/a")
    assert "moved from <time" in page
    assert '"eventStatus":"https://schema.org/EventRescheduled","previousStartDate":"2025-06-06"' in page
    assert entry["last-modified"].dt == datetime(2025, 3, 3, 22, tzinfo=UTC)


def test_an_authority_is_a_domain(desk: Desk) -> None:
    """What cannot stand in a tag URI is said in one sentence."""
    config = (desk.root / "mkdocs.yml").read_text().replace("Europe/Kyiv", "Europe/Kyiv, id_authority: 'https://x.example/'")
    assert "write a domain alone, such as desk.example" in desk.write("mkdocs.yml", config).brief("a").build().said


DATED = re.compile(
    r'(?:(?:date|")_?(?:published|modified|updated)"|_time"|<published>|<updated>)\W{0,12}(?:content=")?(\d{4}-[^"<]*)', re.I
)


def test_after_an_embargo_every_date_for_machines_is_the_opening(desk: Desk) -> None:
    """A page that nobody could see was not changed."""
    desk.brief("a", "embargo: 2025-05-25T12:00\ntopics: [trade]\nchanges: [{when: 2025-03-02, note: Before}]\n")
    built = desk.write("content/topics.yml", "trade: {name: Trade}\n").build()
    texts = [(built.site / path).read_text() for path in ("feed.xml", "feed.json", "api/v1/briefings/a.json", "briefings/a/index.html")]
    for text in texts:
        found = DATED.findall(text)
        assert len(found) > 1
        assert set(found) == {"2025-05-25T12:00:00+03:00"}
    sitemap = re.findall(r"<loc>[^<]*/base/([^<]*)</loc><lastmod>([^<]*)<", (built.site / "sitemap.xml").read_text())
    assert {day for _, day in sitemap} == {"2025-05-25"}
    assert {"briefings/a/", "briefings/", "briefings/2025/03/", "topics/trade/"} <= {path for path, _ in sitemap}


def test_the_last_of_all_days_is_a_day(desk: Desk) -> None:
    """Nothing comes after it."""
    built = desk.brief("a", "public_event: {title: End, starts: 9999-12-31}\n").build()
    assert built.code == 0, built.said


def test_what_readers_follow_has_a_calendar_where_it_has_dates(built: Built) -> None:
    """Its entries are those of the site's, under the same ids; its page leads to it, and without a date there is neither file nor link."""
    whole, found = entries(built), 0
    for kind in ("actors", "topics", "regions", "storylines"):
        for page in built.site.glob(f"{kind}/*/index.html"):
            html, file = page.read_text("utf-8"), page.parent / "calendar.ics"
            if 'class="follow"' not in html:
                continue  # a former address
            assert ('href="calendar.ics"' in html or f'href="../../{kind}/{page.parent.name}/calendar.ics"' in html) == file.exists(), page
            if file.exists():
                found += 1
                held = entries(built, f"{kind}/{page.parent.name}/calendar.ics")
                assert held
                assert set(held) <= set(whole), page
                assert all(held[uid].to_ical() == whole[uid].to_ical() for uid in held)
    assert found
