"""What moved in the ledger, in time: a judgement was made, was revised, came to its end."""

from collections import Counter
from collections.abc import Iterator
from datetime import datetime, time
from typing import Literal, NamedTuple

from spotbrief.corpus.corpus import Call, Corpus, Expected
from spotbrief.model.briefing import Briefing
from spotbrief.model.instants import Day
from spotbrief.model.judgement import Resolution
from spotbrief.model.settings import Settings

Kind = Literal["new", "revised", "resolved"]


class Turn(NamedTuple):
    """One move of a judgement, as far as readers may see it."""

    when: datetime
    """Since when readers know of it: never before the briefing that says it opened."""
    kind: Kind
    key: str
    """Its name among the turns of the judgement. No date stands in it, and no reason, so that both can be mended."""
    expected: Expected
    briefing: Briefing
    """The one that says so."""
    call: Call
    """What was thought then; at the end, what was thought last."""
    before: Call | None = None
    """What was thought before it was revised."""
    resolution: Resolution | None = None
    """How it ended, if this is the end."""


def turns(corpus: Corpus) -> list[Turn]:
    """All turns up to the present moment, the newest first; at one moment, the last turn of a judgement first."""
    return corpus.once(_turns)


def _turns(corpus: Corpus) -> list[Turn]:
    settings = corpus.settings
    every = (turn for expected in corpus.judgements.values() for turn in reversed([*turns_of(expected, settings)]))
    return sorted((turn for turn in every if turn.when <= settings.now), key=lambda turn: turn.when, reverse=True)


def turns_of(expected: Expected, settings: Settings) -> Iterator[Turn]:
    """The turns of one judgement, the oldest first; none where its briefing was withdrawn."""
    if expected.briefing.is_withdrawn():
        return
    first, *later = (call for call in expected.calls if not call.taken_down)
    yield Turn(first.when, "new", "new", expected, first.briefing, first)
    times, before, when = Counter[str](), first, first.when
    for call in later:
        when = max(when, call.when, call.briefing.opens())
        if _view(call) != _view(before):
            name = "-".join(str(part) for part in _view(call) if part is not None)
            times[name] += 1
            key = f"revised:{name}:{times[name]}" if times[name] > 1 else f"revised:{name}"
            yield Turn(when, "revised", key, expected, call.briefing, call, before=before)
        before = call
    ended, told = expected.resolution, expected.resolved_in
    if ended and told:
        yield Turn(max(when, _known(ended, told, settings)), "resolved", "resolved", expected, told, before, resolution=ended)


def _view(call: Call) -> tuple[str | None, float | None, str | None]:
    return call.likelihood, call.probability, call.confidence


def _known(ended: Resolution, told: Briefing, settings: Settings) -> datetime:
    """Since when readers know of an end: since its first possible day, but not before the briefing that tells of it."""
    opens, day = told.opens(), ended.when.earliest
    return opens if day <= opens.astimezone(settings.timezone).date() else Day.combine(day, time(), settings.timezone)
