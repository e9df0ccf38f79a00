"""The outlook ledger: which judgements are open, due, overdue or resolved on a day."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Literal

from spotbrief.corpus.corpus import Corpus, Expected
from spotbrief.model.record import record

Standing = Literal["open", "due", "overdue", "resolved", "withdrawn"]

SOON = timedelta(days=7)
"""A judgement is due in the last week of its term."""


@record
class Ledger:
    """Judgements by standing. Resolved ones come newest first, all others by due date."""

    open: tuple[Expected, ...] = ()
    due: tuple[Expected, ...] = ()
    overdue: tuple[Expected, ...] = ()
    resolved: tuple[Expected, ...] = ()
    withdrawn: tuple[Expected, ...] = ()
    """Unresolved judgements of withdrawn briefings. Once resolved, they count as any other."""

    @property
    def ahead(self) -> tuple[Expected, ...]:
        """All that pages call open: what waits for its date or has none, the first due first."""
        return *self.due, *self.open

    @property
    def in_order(self) -> tuple[Expected, ...]:
        """The order of every list of judgements on one thing: what is ahead, what is overdue, what has ended."""
        return *self.ahead, *self.overdue, *self.resolved


def whole_ledger(corpus: Corpus) -> Ledger:
    """That of all judgements, on the day of the build."""
    return corpus.once(_whole)


def _whole(corpus: Corpus) -> Ledger:
    return ledger(corpus.judgements.values(), corpus.settings.today)


def ledger(judgements: Iterable[Expected], today: date) -> Ledger:
    """Every judgement in its place, on *today*; withdrawing a briefing takes no judgement back."""
    places: dict[Standing, list[Expected]] = {"open": [], "due": [], "overdue": [], "resolved": [], "withdrawn": []}
    for expected in sorted(judgements, key=by_due_date):
        places[standing(expected, today)].append(expected)
    places["resolved"].sort(key=_resolved, reverse=True)
    return Ledger(**{name: tuple(found) for name, found in places.items()})


def standing(expected: Expected, today: date) -> Standing:
    """How a judgement stands on *today*; one without a date stays open until it is resolved."""
    judgement = expected.judgement
    if expected.resolution:
        return "resolved"
    if expected.taken_down:
        return "withdrawn"
    if not judgement.by:
        return "open"
    last = judgement.by.latest
    return "overdue" if last < today else "due" if last - today < SOON else "open"


def by_due_date(expected: Expected) -> tuple[date, str, str]:
    """Sorts by the last day of the term; what has none comes last."""
    return last_day(expected), expected.briefing.id, expected.key


def last_day(expected: Expected) -> date:
    """The last day of its term; the last of all days where it has none."""
    return expected.judgement.by.latest if expected.judgement.by else date.max


def _resolved(expected: Expected) -> tuple[date, str, str]:
    ended = expected.resolution
    assert ended is not None
    return ended.when.latest, expected.briefing.id, expected.key
