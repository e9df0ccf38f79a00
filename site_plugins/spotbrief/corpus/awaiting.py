"""What awaits the desk: judgements that are overdue, that fall due soon, and that nobody has looked at for long."""

from collections.abc import Iterator
from datetime import datetime
from typing import Literal

from spotbrief.corpus.corpus import Call, Corpus, Expected
from spotbrief.corpus.ledger import by_due_date
from spotbrief.model.record import record

Waiting = Literal["overdue", "soon", "unseen"]


@record
class Awaiting:
    """An open judgement of a public briefing, and why it is named."""

    expected: Expected
    why: Waiting
    last: Call
    """The last word on it."""
    days: int
    """Since it fell due, until it falls due, or since it was looked at."""


def awaiting(corpus: Corpus, soon: int, unseen: int) -> list[Awaiting]:
    """Each open judgement that awaits something: those that are overdue; those due within *soon* days; those unseen for *unseen* days.

    Each is named once. Overdue and due ones stand in the order of their dates, unseen ones the longest unseen first.
    """
    found = [one for expected in sorted(corpus.judgements.values(), key=by_due_date) for one in _why(corpus, expected, soon, unseen)]
    named = [one for why in ("overdue", "soon") for one in found if one.why == why]
    return named + sorted((one for one in found if one.why == "unseen"), key=lambda one: -one.days)


def overdue(corpus: Corpus) -> Iterator[Expected]:
    """The judgements whose date has passed without an answer, those of withdrawn briefings too, which are scored all the same."""
    return (expected for expected in corpus.judgements.values() for one in _why(corpus, expected, -1, 0) if one.why == "overdue")


def last_word(expected: Expected, now: datetime) -> Call:
    """What the desk said of a judgement last, drafts and what is held back apart."""
    return next((call for call in reversed(expected.calls) if call.briefing.is_public(now)), expected.first)


def _why(corpus: Corpus, expected: Expected, soon: int, unseen: int) -> Iterator[Awaiting]:
    settings, by = corpus.settings, expected.judgement.by
    if expected.resolution or not expected.briefing.is_public(settings.now):
        return
    last = last_word(expected, settings.now)
    left = (by.latest - settings.today).days if by else None
    seen = (settings.today - last.when.astimezone(settings.timezone).date()).days
    if left is not None and left < 0:
        yield Awaiting(expected=expected, why="overdue", last=last, days=-left)
    elif left is not None and left <= soon:
        yield Awaiting(expected=expected, why="soon", last=last, days=left)
    elif seen >= unseen:
        yield Awaiting(expected=expected, why="unseen", last=last, days=seen)
