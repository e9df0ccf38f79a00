"""Calendars (RFC 5545): one of the site, one of each thing that readers follow, and one for each public event.

Every date comes from content, so that the same texts give the same bytes.
"""

from collections.abc import Callable, Iterable, Iterator
from datetime import UTC
from functools import lru_cache, partial

from spotbrief.corpus.corpus import Corpus
from spotbrief.corpus.dated import Dated, calendars, dated
from spotbrief.exports.calendar_items import Agenda, Item
from spotbrief.exports.output import Edition, Output, one
from spotbrief.exports.text import clean
from spotbrief.model.briefing import Briefing
from spotbrief.views.feed_links import feed_folder, feed_title
from spotbrief.views.follow import CALENDAR
from spotbrief.views.public_events import CALENDAR_FILE

KEPT = 4096
"""The most entries kept in memory: calendars share them."""

Entry = tuple[tuple[str, str], bytes]
"""The place of an entry in a calendar, and its lines."""

Written = Callable[[Item], Entry]


def outputs(edition: Edition) -> Iterator[Output]:
    """`/calendar.ics`, one of each thing that has a date to come, and `event.ics` beside each briefing that has a public event."""
    corpus, agenda = edition.corpus, Agenda(edition.corpus)
    written: Written = lru_cache(KEPT)(_written)
    yield one("calendar.ics", lambda: _calendar(corpus, "", map(written, agenda.items(dated(corpus)))))
    for (kind, id), held in calendars(corpus).items():
        if feed_folder(corpus, f"{kind}/{id}/"):
            make = partial(_of_thing, corpus, f"{kind}/{id}/", agenda, held, written)
            former = (name for name in getattr(corpus, kind)[id].former_slugs if name.casefold() != id.casefold())
            yield from (one(f"{kind}/{name}/{CALENDAR}", make) for name in (id, *former))
    for briefing in corpus.own_briefings.values():
        if briefing.public_event:
            yield one(f"briefings/{corpus.step(briefing.id)}/{CALENDAR_FILE}", partial(_of_one, briefing, agenda, corpus))


def _of_thing(corpus: Corpus, folder: str, agenda: Agenda, held: Dated, written: Written) -> bytes:
    return _calendar(corpus, folder, map(written, agenda.items(held)))


def _of_one(briefing: Briefing, agenda: Agenda, corpus: Corpus) -> bytes:
    event = briefing.public_event
    return _calendar(corpus, "", [_written(agenda.public(briefing, event))] if event else [])


def _calendar(corpus: Corpus, folder: str, entries: Iterable[Entry]) -> bytes:
    """A calendar of the site, or of the thing in a *folder*."""
    from icalendar import Calendar, Timezone  # importing it takes as long as a hundred pages, so only who writes calendars pays

    settings, name = corpus.settings, clean(feed_title(corpus, folder))
    maker = f"-//Spotbrief//{clean(settings.site_name)}//{corpus.words.language.upper()}"
    calendar = Calendar()
    for key, value in (("prodid", maker), ("version", "2.0"), ("name", name), ("x-wr-calname", name)):
        calendar.add(key, value)
    told = b"".join(text for _, text in sorted(entries))
    if not told:  # RFC 5545 asks for one component at least
        told = bytes(Timezone.from_tzid(settings.timezone.key, first_date=settings.today, last_date=settings.today).to_ical())
    head, end, _ = bytes(calendar.to_ical()).rpartition(b"END:VCALENDAR")
    return head + told + end + b"\r\n"


def _written(item: Item) -> Entry:
    """An entry of a calendar, and its place in it; many calendars share it."""
    from icalendar import Event

    event = Event()
    for key, said in _properties(item):
        if said:
            event.add(key, said)
    return (item.starts.isoformat(), item.uid), bytes(event.to_ical())


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
