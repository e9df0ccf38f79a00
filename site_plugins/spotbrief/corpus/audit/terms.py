"""Until when each judgement was open."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta

from spotbrief.corpus.audit.tracked import Tracked
from spotbrief.model.briefing import Briefing
from spotbrief.model.dates import EdtfDate
from spotbrief.model.judgement import Judgement
from spotbrief.model.record import record

Ended = tuple[str, EdtfDate]
"""The outcome, and when it was clear."""


@record
class Term:
    """The days that matter to who would tell of a judgement with hindsight."""

    by: date = date.max
    """The last day of its date."""
    known: date = date.max
    """From this day on it was known what came of it."""
    is_taken_up: bool = False
    """Whether a later briefing names it."""
    ended: frozenset[tuple[str, str]] = frozenset()
    """What is said of its end, by field: `outcome` and `resolved`, in its own briefing or in a later one."""

    def still_says(self, field: str, value: str | None) -> bool:
        """Whether its end is told so, in whichever briefing."""
        return value is not None and (field, value) in self.ended


Terms = Mapping[str, Term]
"""By the full id of the judgement, of whichever name."""


def term(by: EdtfDate | None, ended: Sequence[Ended], is_taken_up: bool) -> Term:
    """What came is known on its day, and what did not come by its date on the day after."""
    last = by.latest if by else date.max
    known = [when.latest for outcome, when in ended if outcome == "happened" or when.latest < last]
    after = last + timedelta(days=1) if last < date.max else last
    said = frozenset(part for outcome, when in ended for part in (("outcome", outcome), ("resolved", when.text)))
    return Term(by=last, known=min([after, *known]), is_taken_up=is_taken_up, ended=said)


def terms(tracked: Iterable[tuple[str, Tracked]], told: Mapping[str, Ended | None], briefings: Iterable[Briefing] = ()) -> Terms:
    """Of each judgement by its full id: those whose history is followed, and the others of *briefings*.

    *told* has what later briefings say: those that they name, with how they ended.
    """
    found: dict[str, Judgement] = {f"{one.id}:{key}": judgement for one in briefings for _, key, judgement in one.judgements()}
    found |= {id: one.latest for id, one in tracked}
    made: dict[str, Term] = {}
    for id in {**found, **told}:
        judgement, other = found.get(id), told.get(id)
        own = judgement.resolution if judgement else None
        ended: list[Ended] = [(own.outcome, own.when)] if own else []
        made[id] = term(judgement.by if judgement else None, [*ended, *([other] if other else [])], id in told)
    return made
