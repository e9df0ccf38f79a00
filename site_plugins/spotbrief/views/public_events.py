"""Webinars and panels, wherever they are shown."""

from collections.abc import Iterator

from markupsafe import Markup

from spotbrief.corpus.corpus import Corpus
from spotbrief.corpus.names import PEOPLE
from spotbrief.corpus.resolve import safe_url
from spotbrief.model.briefing import Briefing
from spotbrief.model.record import record
from spotbrief.views.components import Parts
from spotbrief.views.judgements import NOTHING

CALENDAR_FILE = "event.ics"
"""The name of a public event's calendar file, below its briefing."""


@record
class PublicEventPart:
    """A webinar or a panel."""

    title: str
    starts: Markup
    ends: Markup
    over: bool
    cancelled: bool
    moved_from: Markup
    """When it was to start before it was moved for the last time."""
    url: str
    link: Markup
    """Its title, linked to where it is announced."""
    place: str
    text: Markup
    speakers: tuple[Markup, ...]
    calendar: str
    briefing: Markup


def public_event(parts: Parts, briefing: Briefing) -> PublicEventPart | None:
    """The public event of *briefing*, if it has one."""
    if not (event := briefing.public_event):
        return None
    settings, marks, url = parts.corpus.settings, parts.marks, safe_url(event.url) or ""
    has_calendar = "exports" in settings.sections and settings.site_url
    calendar = f"{parts.links.thing('briefings', briefing.id)}{CALENDAR_FILE}" if has_calendar else ""
    return PublicEventPart(
        title=event.title,
        starts=marks.start(event.starts, event.ends),
        ends=marks.end(event.ends, event.starts) if event.ends else NOTHING,
        cancelled=event.status == "cancelled",
        moved_from=marks.moment(event.moved_from[-1]) if event.moved_from else NOTHING,
        over=event.end() <= settings.now,
        url=url,
        link=marks.link(url, event.title),
        place=event.place or "",
        text=parts.writer.line(event.text, briefing.origin),
        speakers=tuple(_speaker(one, parts) for one in event.speakers),
        calendar=calendar,
        briefing=parts.links.named("briefings", briefing.id),
    )


def _speaker(typed: str, parts: Parts) -> Markup:
    """Whoever speaks, linked where an id was typed."""
    kind = next((kind for kind in PEOPLE if typed in getattr(parts.corpus, kind)), "")
    return parts.links.named(kind, typed) if kind else parts.marks.markup.escape(typed)


def upcoming(corpus: Corpus) -> Iterator[Briefing]:
    """Briefings whose public event is not over yet, the next one first."""
    told = ((b.public_event, b) for b in corpus.briefings.values() if b.public_event and b.public_event.status == "scheduled")
    ahead = ((event.starts, briefing.id, briefing) for event, briefing in told if event.end() > corpus.settings.now)
    return (briefing for *_, briefing in sorted(ahead, key=lambda row: row[:2]))
