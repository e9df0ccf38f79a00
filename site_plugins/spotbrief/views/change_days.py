"""What changed, each thing told once, and the lines of a day by rank: what went wrong and what is new in sight, the rest behind a fold."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from datetime import date
from typing import NamedTuple

from spotbrief.corpus.changes import Change, day_of
from spotbrief.model.settings import Settings
from spotbrief.views.verdicts import verdict

RANK = ("withdrawn", "corrected", "new", "revised", "resolved", "updated")

FEW = 1
"""So many lines are not worth a fold."""

LAST = 10
"""The changes that are told of a desk on which nothing changed for long, and all others of their days."""


class Told(NamedTuple):
    """A change that has a line of its own, and the updates of a briefing that say the same."""

    change: Change
    updates: tuple[Change, ...] = ()


def last_days(found: Sequence[Change], settings: Settings) -> Sequence[Change]:
    """The last changes, as many days of them as it takes, none of which is cut short."""
    if not found:
        return ()
    first = day_of(found[:LAST][-1], settings)
    return [change for change in found if day_of(change, settings) >= first]


def told_once(found: Sequence[Change], settings: Settings) -> list[Told]:
    """The changes in their order; an update stands with the judgement that it speaks of, and else alone."""
    turned = defaultdict[tuple[str, date], list[Change]](list)
    for change in found:
        if change.turn:
            turned[_place(change, settings)].append(change)
    guests = defaultdict[int, list[Change]](list)
    told = list[Change]()
    for change in found:
        hosts = turned[_place(change, settings)] if change.kind == "updated" and not change.correction else ()
        if len(hosts) == 1:
            guests[id(hosts[0])].append(change)
        else:
            told.append(change)
    return [Told(change, tuple(guests[id(change)])) for change in told]


def by_rank(found: Iterable[Told], settings: Settings) -> tuple[list[Told], list[Told]]:
    """The lines of a day that stay in sight, and those of judgements that ended as expected, where there are some.

    What an update says of a briefing of which all that moved that day ended as expected opens with these.
    """
    ranked = sorted(found, key=lambda told: (RANK.index(told.change.kind), _is_expected(told.change, settings)))
    turned = [told.change for told in ranked if told.change.turn]
    if len([change for change in turned if _is_expected(change, settings)]) <= FEW:
        return ranked, []
    moved = {change.briefing.id for change in turned}
    surprising = {change.briefing.id for change in turned if not _is_expected(change, settings)}
    seen, folded = list[Told](), list[Told]()
    for told in ranked:
        folds = _is_expected(told.change, settings) or _speaks_of(told.change, moved - surprising)
        (folded if folds else seen).append(told)
    return seen, folded


def _speaks_of(change: Change, briefings: AbstractSet[str]) -> bool:
    return change.kind == "updated" and not change.correction and change.briefing.id in briefings


def _place(change: Change, settings: Settings) -> tuple[str, date]:
    """The briefing and the day: an update says which judgement moved only where no other one of its briefing did on that day."""
    return change.briefing.id, day_of(change, settings)


def _is_expected(change: Change, settings: Settings) -> bool:
    return bool(change.kind == "resolved" and change.turn and verdict(change.turn.expected, settings) == "as_expected")
