"""What changed in the ledger in the last days: revised, resolved, overdue and new judgements, in one line each."""

from collections.abc import Sequence
from datetime import date

from spotbrief.corpus.corpus import Corpus, Expected
from spotbrief.corpus.turns import Kind, Turn, turns
from spotbrief.model.record import record
from spotbrief.views.components import Parts
from spotbrief.views.news import WEEK
from spotbrief.views.turns import TurnPart, overdue_part, turn_part

SHOWN = 1
"""Lines that are not folded up: the strip above them counts all."""

MOST = 8
"""Lines of a kind that are shown; after the first few, readers look at the lists below or follow the feed."""


@record
class ChangedPart:
    """What changed in the last seven days before the day of the build, and on that day."""

    turns: tuple[TurnPart, ...]
    """What was revised first, then what ended, what is overdue, and what is new; the latest of each first."""
    rest: tuple[TurnPart, ...]
    """Those after the first few, which a page folds up."""
    folded: str
    """How many these are; empty for none."""
    more: str
    """How many other lines there would be; empty for none."""
    last: TurnPart | None
    """Where nothing changed: the last change before."""


def changed(parts: Parts, overdue: Sequence[Expected]) -> ChangedPart | None:
    """What changed, where anything ever did; *overdue* has all that is, by due date."""
    corpus, since = parts.corpus, parts.corpus.settings.today - WEEK
    found = turns(corpus)
    late = [expected for expected in reversed(overdue) if expected.judgement.by and expected.judgement.by.latest >= since]
    fresh = _since(found, since, corpus)
    if not found:
        return None
    revised, resolved, new = (tuple(turn_part(parts, turn) for turn in fresh[kind][:MOST]) for kind in ("revised", "resolved", "new"))
    lines = (*revised, *resolved, *(overdue_part(parts, expected) for expected in late[:MOST]), *new)
    more = sum(map(len, fresh.values())) + len(late) - len(lines)
    rest = lines[SHOWN:]
    return ChangedPart(
        turns=lines[:SHOWN],
        rest=rest,
        folded=parts.words.count(len(rest), "more change", "more changes") if rest else "",
        more=parts.words("And {count} more.", count=parts.words.number(more)) if more else "",
        last=None if lines else turn_part(parts, found[0]),
    )


def _since(found: Sequence[Turn], day: date, corpus: Corpus) -> dict[Kind, list[Turn]]:
    """The turns from the start of a *day* on, by kind."""
    fresh: dict[Kind, list[Turn]] = {"revised": [], "resolved": [], "new": []}
    for turn in found:
        if turn.when.astimezone(corpus.settings.timezone).date() < day:
            break
        fresh[turn.kind].append(turn)
    return fresh
