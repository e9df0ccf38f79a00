"""The week ahead: judgements due and events scheduled in the next 7 and 30 days, as of the day of the build."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import partial

from markupsafe import Markup

from spotbrief.corpus.corpus import Corpus, Expected
from spotbrief.corpus.ledger import by_due_date, ledger
from spotbrief.model.dates import EdtfDate
from spotbrief.model.record import record
from spotbrief.views.components import EventPart, Parts, PartsAt
from spotbrief.views.judgements import JudgementPart
from spotbrief.views.marks import anchor
from spotbrief.views.page import Page, Plan
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
    overdue: Markup
    """How many judgements are overdue, linked; empty for none."""


def plans(corpus: Corpus, at: PartsAt) -> Iterator[Plan]:
    """`/outlook/week-ahead/`."""
    yield Plan(path="outlook/week-ahead/", section="outlook", make=partial(_page, at))


def _page(at: PartsAt) -> Page:
    parts = at(2)
    corpus, words, today = parts.corpus, parts.words, parts.corpus.settings.today
    week, month = today + WEEK, today + MONTH
    overdue = len(ledger(corpus.judgements.values(), today).overdue)
    view = WeekAheadView(
        title=words("The week ahead"),
        today=words.day(corpus.settings.now),
        stretches=(
            _ahead(parts, "week", words("The next 7 days"), today, week, _of_the_week),
            _ahead(parts, "month", words("After that, up to 30 days"), week, month, _of_the_month),
            *_later(parts, month),
        ),
        outlook=Markup(parts.links.to("outlook/")),
        overdue=_overdue(parts, overdue) if overdue else Markup(""),
    )
    description = words("Judgements that fall due and events that are scheduled in the next 7 and 30 days.")
    return Page(title=view.title, description=description, template="week-ahead.html", view=view)


def _overdue(parts: Parts, count: int) -> Markup:
    return anchor(parts.links.to("outlook/#section:overdue"), parts.words("{count} overdue", count=parts.words.number(count)))


def _ahead(parts: Parts, name: str, title: str, start: date, end: date, holds: Callable[[EdtfDate, date, date], bool]) -> Ahead:
    """What begins, or falls due, from *start* on and before *end*."""
    corpus = parts.corpus
    due = [e for e in _due_from(corpus, start) if e.judgement.by and e.judgement.by.latest < end]
    zone = corpus.settings.timezone
    public = [b for b in upcoming(corpus) if b.public_event and start <= b.public_event.starts.astimezone(zone).date() < end]
    return Ahead(
        anchor=f"section:{name}",
        title=title,
        events=tuple(parts.event(event) for event in corpus.events.values() if holds(event.when, start, end)),
        judgements=parts.judgements(due),
        public_events=tuple(made for briefing in public if (made := public_event(parts, briefing))),
    )


def _due_from(corpus: Corpus, start: date) -> list[Expected]:
    """The judgements without an answer that fall due from *start* on, the first due first."""
    asked = (e for e in corpus.judgements.values() if not e.resolution and not e.taken_down)
    waiting = [e for e in asked if e.judgement.by and start <= e.judgement.by.latest < date.max]
    return sorted(waiting, key=by_due_date)


def _later(parts: Parts, start: date) -> Iterator[Ahead]:
    """The first event and the first judgement of the days from *start* on, if there are any."""
    events = [event for event in parts.corpus.events.values() if start <= event.when.earliest][:1]
    judgements = _due_from(parts.corpus, start)[:1]
    if events or judgements:
        yield Ahead(
            anchor="section:later",
            title=parts.words("First after that"),
            events=tuple(map(parts.event, events)),
            judgements=parts.judgements(judgements),
            public_events=(),
        )


def _of_the_week(when: EdtfDate, start: date, end: date) -> bool:
    """What is dated to a few days, and goes on or begins."""
    return when.earliest < end and when.latest >= start and when.latest - when.earliest < WEEK


def _of_the_month(when: EdtfDate, start: date, end: date) -> bool:
    """What is dated to a few days and begins; or to some time in a month, and may still come."""
    if when.latest - when.earliest < WEEK:
        return start <= when.earliest < end
    return when.earliest < end and when.latest >= start and when.latest - when.earliest <= MONTH
