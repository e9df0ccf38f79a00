"""The next 30 days, the first 7 apart: judgements due and events scheduled, as of the day of the build."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from functools import partial

from markupsafe import Markup

from spotbrief.corpus.corpus import Corpus, Expected
from spotbrief.corpus.ledger import by_due_date, whole_ledger
from spotbrief.model.dates import EdtfDate
from spotbrief.model.record import record
from spotbrief.views.components import EventPart, Parts, PartsAt
from spotbrief.views.judgement_rows import JudgementRow, judgement_row
from spotbrief.views.judgements import NOTHING
from spotbrief.views.marks import anchor
from spotbrief.views.page import Page, Plan
from spotbrief.views.public_events import PublicEventPart, public_event, upcoming

DAY, WEEK, MONTH = timedelta(days=1), timedelta(days=7), timedelta(days=30)

MOST = 5
"""Judgements and events of the first day after that which are shown; the outlook has them all."""


@record
class Ahead:
    """What lies in one stretch of days."""

    anchor: str
    title: str
    """Empty where nothing lies in any of them, which the title of the page names."""
    scheduled: str
    """What its events are called: those of today may be over."""
    events: tuple[EventPart, ...]
    judgements: tuple[JudgementRow, ...]
    public_events: tuple[PublicEventPart, ...]
    more: Markup
    """How many other judgements fall due on that day, linked; empty for none."""


@record
class WeekAheadView:
    """What week-ahead.html may see."""

    title: str
    today: str
    stretches: tuple[Ahead, ...]
    outlook: Markup
    overdue: Markup
    """How many judgements are overdue, linked; empty for none."""
    calendar: str
    """The file that calendars subscribe to; empty for a site without one."""


Holds = Callable[[EdtfDate, date, date], bool]


def plans(corpus: Corpus, at: PartsAt) -> Iterator[Plan]:
    """`/outlook/week-ahead/`."""
    yield Plan(path="outlook/week-ahead/", section="outlook", make=partial(_page, at))


def _page(at: PartsAt) -> Page:
    parts = at(2)
    corpus, words, settings = parts.corpus, parts.words, parts.corpus.settings
    overdue = len(whole_ledger(corpus).overdue)
    view = WeekAheadView(
        title=words("The next 30 days"),
        today=words.day(settings.now),
        stretches=tuple(_stretches(parts)),
        outlook=Markup(parts.links.to("outlook/")),
        overdue=_overdue(parts, overdue) if overdue else NOTHING,
        calendar=parts.links.to("calendar.ics") if "exports" in settings.sections and settings.site_url else "",
    )
    description = words("Judgements that fall due and events that are scheduled in the next 7 and 30 days.")
    return Page(title=view.title, description=description, template="week-ahead.html", view=view)


def _overdue(parts: Parts, count: int) -> Markup:
    return anchor(parts.links.to("outlook/#section:overdue"), parts.words("{count} overdue", count=parts.words.number(count)))


def _stretches(parts: Parts) -> Iterator[Ahead]:
    """Today, where anything is dated to it; then the next days, and what comes first after them."""
    words, today = parts.words, parts.corpus.settings.today
    tomorrow, week, month = today + DAY, today + WEEK, today + MONTH
    now = _ahead(parts, ("today", words("Today"), words("Dated today")), today, tomorrow, _of_today)
    if _holds(now):
        yield now
    scheduled = words("Scheduled")
    soon = _ahead(parts, ("week", words("The next 7 days"), scheduled), tomorrow, week, _begins)
    then = _ahead(parts, ("month", words("After that, up to 30 days"), scheduled), week, month, _of_the_month)
    yield from (soon, then) if _holds(soon) or _holds(then) else (replace(soon, title=""),)
    yield from _later(parts, month)


def _holds(ahead: Ahead) -> bool:
    return bool(ahead.events or ahead.judgements or ahead.public_events)


def _ahead(parts: Parts, called: tuple[str, str, str], start: date, end: date, holds: Holds) -> Ahead:
    """What begins, or falls due, from *start* on and before *end*."""
    corpus, (name, title, scheduled) = parts.corpus, called
    due = [e for e in _due_from(corpus, start) if e.judgement.by and e.judgement.by.latest < end]
    zone = corpus.settings.timezone
    public = [b for b in upcoming(corpus) if b.public_event and start <= b.public_event.starts.astimezone(zone).date() < end]
    return Ahead(
        anchor=f"section:{name}",
        title=title,
        scheduled=scheduled,
        events=tuple(parts.event(event) for event in corpus.events.values() if holds(event.when, start, end)),
        judgements=tuple(judgement_row(parts, one) for one in due),
        public_events=tuple(made for briefing in public if (made := public_event(parts, briefing))),
        more=NOTHING,
    )


def _due_from(corpus: Corpus, start: date) -> list[Expected]:
    """The judgements without an answer that fall due from *start* on, the first due first."""
    asked = (e for e in corpus.judgements.values() if not e.resolution and not e.taken_down)
    waiting = [e for e in asked if e.judgement.by and start <= e.judgement.by.latest < date.max]
    return sorted(waiting, key=by_due_date)


def _later(parts: Parts, start: date) -> Iterator[Ahead]:
    """The events and the judgements of the first day from *start* on that has any."""
    words, ahead = parts.words, [event for event in parts.corpus.events.values() if start <= event.when.earliest]
    events = [event for event in ahead if event.when.earliest == ahead[0].when.earliest]
    waiting = _due_from(parts.corpus, start)
    due = [
        one for one in waiting if one.judgement.by and waiting[0].judgement.by and one.judgement.by.latest == waiting[0].judgement.by.latest
    ]
    left = len(due) - MOST
    if events or due:
        yield Ahead(
            anchor="section:later",
            title=words("First after that"),
            scheduled=words("Scheduled"),
            events=tuple(map(parts.event, events[:MOST])),
            judgements=tuple(judgement_row(parts, one) for one in due[:MOST]),
            public_events=(),
            more=anchor(parts.links.to("outlook/"), words("{count} more fall due that day", count=words.number(left)))
            if left > 0
            else NOTHING,
        )


def _of_today(when: EdtfDate, start: date, end: date) -> bool:
    """What is dated to this day, or to a few days of which it is one."""
    return when.earliest < end and when.latest >= start and when.latest - when.earliest < WEEK


def _begins(when: EdtfDate, start: date, end: date) -> bool:
    """What is dated to a few days and begins in these."""
    return start <= when.earliest < end and when.latest - when.earliest < WEEK


def _of_the_month(when: EdtfDate, start: date, end: date) -> bool:
    """What is dated to a few days and begins; or to some time in a month, and may still come."""
    if when.latest - when.earliest < WEEK:
        return _begins(when, start, end)
    return when.earliest < end and when.latest >= start and when.latest - when.earliest <= MONTH
