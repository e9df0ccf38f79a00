"""Calendars (RFC 5545): one of the site, and one for each public event.

Every date comes from content, so that the same texts give the same bytes.
"""

from collections.abc import Iterable, Iterator
from datetime import UTC
from functools import partial

from spotbrief.corpus.corpus import Corpus
from spotbrief.exports.calendar_items import Agenda, Item
from spotbrief.exports.output import Edition, Output, one
from spotbrief.exports.text import clean
from spotbrief.model.briefing import Briefing
from spotbrief.views.public_events import CALENDAR_FILE


def outputs(edition: Edition) -> Iterator[Output]:
    """`/calendar.ics`, and `event.ics` beside each briefing that has a public event."""
    corpus, agenda = edition.corpus, Agenda(edition.corpus)
    yield one("calendar.ics", lambda: _calendar(agenda.items(), corpus))
    for briefing in corpus.briefings.values():
        if briefing.public_event:
            yield one(f"briefings/{briefing.id}/{CALENDAR_FILE}", partial(_of_one, briefing, agenda, corpus))


def _of_one(briefing: Briefing, agenda: Agenda, corpus: Corpus) -> bytes:
    return _calendar([agenda.public(briefing, event)] if (event := briefing.public_event) else [], corpus)


def _calendar(items: Iterable[Item], corpus: Corpus) -> bytes:
    from icalendar import Calendar, Event, Timezone  # importing it takes as long as a hundred pages, so only who writes calendars pays

    settings, name = corpus.settings, clean(corpus.settings.site_name)
    calendar, language = Calendar(), corpus.words.language.upper()
    for key, value in (("prodid", f"-//Spotbrief//{name}//{language}"), ("version", "2.0"), ("name", name), ("x-wr-calname", name)):
        calendar.add(key, value)
    for item in sorted(items, key=lambda item: (item.starts.isoformat(), item.uid)):
        event = Event()
        for key, said in _properties(item):
            if said:
                event.add(key, said)
        calendar.add_component(event)
    if not calendar.subcomponents:  # RFC 5545 asks for one component at least
        calendar.add_component(Timezone.from_tzid(settings.timezone.key, first_date=settings.today, last_date=settings.today))
    return bytes(calendar.to_ical())


def _properties(item: Item) -> tuple[tuple[str, object], ...]:
    return (
        ("uid", item.uid),
        ("dtstamp", item.stamp.astimezone(UTC)),
        ("last-modified", item.stamp.astimezone(UTC)),
        ("sequence", item.sequence),
        ("status", "CANCELLED" if item.cancelled else ""),
        ("dtstart", item.starts),
        ("dtend", item.ends),
        ("summary", item.title),
        ("description", item.text),
        ("location", item.place),
        ("url", item.url),
        ("categories", [item.kind]),
        ("transp", "TRANSPARENT"),
    )
