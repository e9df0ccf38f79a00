"""The week ahead: judgements due and events scheduled in the next 7 and 30 days, as of the day of the build."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import partial

from markupsafe import Markup

from spotbrief.corpus.corpus import Corpus
from spotbrief.corpus.ledger import by_due_date
from spotbrief.model.dates import EdtfDate
from spotbrief.model.instants import day_words
from spotbrief.model.record import record
from spotbrief.views.judgements import JudgementPart
from spotbrief.views.page import Page, Plan
from spotbrief.views.parts import EventPart, Parts, PartsAt
from spotbrief.views.public_events import PublicEventPart, public_event, upcoming

WEEK, MONTH = timedelta(days=7), timedelta(days=30)


@record
class Ahead:
    """What lies in one stretch of days."""

    anchor: str
    title: str
    events: tuple[EventPart, ...]
    judgements: tuple[JudgementPart, ...]
    public_events: tuple[PublicEventPart, ...]


@record
class WeekAheadView:
    """What week-ahead.html may see."""

    title: str
    today: str
    stretches: tuple[Ahead, ...]
    outlook: Markup


def plans(corpus: Corpus, at: PartsAt) -> Iterator[Plan]:
    """`/outlook/week-ahead/`."""
    yield Plan(path="outlook/week-ahead/", section="outlook", make=partial(_page, at))


def _page(at: PartsAt) -> Page:
    parts = at(2)
    corpus, today = parts.corpus, parts.corpus.settings.today
    week, month = today + WEEK, today + MONTH
    view = WeekAheadView(
        title="The week ahead",
        today=day_words(corpus.settings.now, corpus.settings.timezone),
        stretches=(
            _ahead(parts, "week", "The next 7 days", today, week, _of_the_week),
            _ahead(parts, "month", "After that, up to 30 days", week, month, _of_the_month),
        ),
        outlook=Markup(parts.links.to("outlook/")),
    )
    description = "Judgements that fall due and events that are scheduled in the next 7 and 30 days."
    return Page(title=view.title, description=description, template="week-ahead.html", view=view)


def _ahead(parts: Parts, anchor: str, title: str, start: date, end: date, holds: Callable[[EdtfDate, date, date], bool]) -> Ahead:
    """What begins, or falls due, from *start* on and before *end*."""
    corpus = parts.corpus
    waiting = [expected for expected in corpus.judgements if not expected.judgement.resolution]
    due = [e for e in sorted(waiting, key=by_due_date) if e.judgement.by and start <= e.judgement.by.latest < end]
    zone = corpus.settings.timezone
    public = [b for b in upcoming(corpus) if b.public_event and start <= b.public_event.starts.astimezone(zone).date() < end]
    return Ahead(
        anchor=f"section:{anchor}",
        title=title,
        events=tuple(parts.event(event) for event in corpus.events.values() if holds(event.when, start, end)),
        judgements=tuple(map(parts.judgement, due)),
        public_events=tuple(made for briefing in public if (made := public_event(parts, briefing))),
    )


def _of_the_week(when: EdtfDate, start: date, end: date) -> bool:
    """What is dated to a few days, and goes on or begins."""
    return when.earliest < end and when.latest >= start and when.latest - when.earliest < WEEK


def _of_the_month(when: EdtfDate, start: date, end: date) -> bool:
    """What is dated to a few days and begins; or to some time in a month, and may still come."""
    if when.latest - when.earliest < WEEK:
        return start <= when.earliest < end
    return when.earliest < end and when.latest >= start and when.latest - when.earliest <= MONTH
