"""What changed for readers, in time: briefings came, were updated, corrected or withdrawn; judgements were revised or came to their end."""

from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from hashlib import sha256
from typing import Literal, NamedTuple

from spotbrief.corpus.corpus import Corpus
from spotbrief.corpus.corrections import Corrected, corrected
from spotbrief.corpus.turns import Turn, turns
from spotbrief.model.briefing import Briefing
from spotbrief.model.settings import Settings

Kind = Literal["new", "updated", "corrected", "withdrawn", "revised", "resolved"]

MENDS = frozenset({"correction", "clarification", "retraction"})
"""Kinds of corrections that put something right; the others add to it."""


class Change(NamedTuple):
    """One change, as far as readers may see it."""

    when: datetime
    kind: Kind
    briefing: Briefing
    """The one that changed, or that says what became of a judgement."""
    key: str = ""
    """Its name among the updates of the briefing; empty for all else."""
    note: str | None = None
    """What an update changed."""
    turn: Turn | None = None
    """How a judgement moved."""
    correction: Corrected | None = None


def changes(corpus: Corpus) -> list[Change]:
    """All changes up to the present moment, the newest first. New judgements are part of their briefing."""
    return corpus.once(_changes)


def _changes(corpus: Corpus) -> list[Change]:
    settings = corpus.settings
    every = (*_briefings(corpus), *_corrections(corpus), *_turns(corpus))
    return sorted((change for change in every if change.when <= settings.now), key=lambda change: change.when, reverse=True)


def day_of(change: Change, settings: Settings) -> date:
    """The day of a change, in the site's timezone."""
    return change.when.astimezone(settings.timezone).date()


def since(found: list[Change], span: timedelta, settings: Settings) -> list[Change]:
    """The changes from the start of the day on that lies so long before today."""
    first = settings.today - span
    return [change for change in found if day_of(change, settings) >= first]


def _briefings(corpus: Corpus) -> Iterator[Change]:
    for briefing in corpus.briefings.values():
        if briefing.is_withdrawn():
            yield Change(briefing.changed(), "withdrawn", briefing)
        else:
            yield Change(briefing.opens(), "new", briefing)
            yield from _updates(briefing, corpus.settings)


def _updates(briefing: Briefing, settings: Settings) -> Iterator[Change]:
    """Its updates; the day of the last one alone says nothing new where a note or a correction of that day says more."""
    times = Counter[str]()
    for one in briefing.changes:
        key = sha256(" ".join(one.note.split()).encode()).hexdigest()[:8]
        times[key] += 1
        yield Change(one.when, "updated", briefing, f"{key}-{times[key]}" if times[key] > 1 else key, one.note)
    told = (briefing.opens(), *(one.when for one in briefing.changes), *(one.when for one in briefing.corrections))
    days = {when.astimezone(settings.timezone).date() for when in told}
    if briefing.updated and briefing.updated.astimezone(settings.timezone).date() not in days:
        yield Change(briefing.updated, "updated", briefing, "last")


def _corrections(corpus: Corpus) -> Iterator[Change]:
    for one in corrected(corpus):
        yield Change(one.when, "corrected" if one.correction.kind in MENDS else "updated", one.briefing, correction=one)


def _turns(corpus: Corpus) -> Iterator[Change]:
    for turn in turns(corpus) if "outlook" in corpus.settings.sections else ():
        if turn.kind == "revised" or turn.kind == "resolved":
            yield Change(turn.when, turn.kind, turn.briefing, turn=turn)
