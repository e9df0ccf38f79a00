"""What changed, each thing told once, and the lines of a day by rank: what went wrong and what is new in sight, the rest behind a fold."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from spotbrief.corpus.changes import Change, day_of
from spotbrief.model.settings import Settings
from spotbrief.views.verdicts import verdict

RANK = ("withdrawn", "corrected", "new", "revised", "resolved", "updated")

FEW = 1
"""So many lines are not worth a fold."""

LAST = 10
"""The changes that are told of a desk on which nothing changed for long."""

SOON = 3
"""Days: an update that comes so soon after a judgement of its briefing moved or ended says that it did."""


class Told(NamedTuple):
    """A change that has a line of its own, and the updates of a briefing that say the same."""

    change: Change
    updates: tuple[Change, ...] = ()


def told_once(found: Sequence[Change], settings: Settings) -> list[Told]:
    """The changes in their order; an update stands with the judgement that it speaks of."""
    hosts = {id(change): _host(change, found, settings) for change in found if change.kind == "updated" and not change.correction}
    guests = defaultdict[int, list[Change]](list)
    for change in found:
        if host := hosts.get(id(change)):
            guests[id(host)].append(change)
    return [Told(change, tuple(guests[id(change)])) for change in found if not hosts.get(id(change))]


def by_rank(found: Iterable[Told], settings: Settings) -> tuple[list[Told], list[Told]]:
    """The lines of a day that stay in sight, and those of judgements that ended as expected, where there are some."""
    ranked = sorted(found, key=lambda told: (RANK.index(told.change.kind), _is_expected(told.change, settings)))
    folded = [told for told in ranked if _is_expected(told.change, settings)]
    if len(folded) <= FEW:
        return ranked, []
    return [told for told in ranked if not _is_expected(told.change, settings)], folded


def _host(update: Change, found: Sequence[Change], settings: Settings) -> Change | None:
    return next(_turned_before(update, found, settings), None)


def _turned_before(update: Change, found: Sequence[Change], settings: Settings) -> Iterator[Change]:
    day = day_of(update, settings)
    for change in found:
        if change.turn and change.briefing is update.briefing and 0 <= (day - day_of(change, settings)).days <= SOON:
            yield change


def _is_expected(change: Change, settings: Settings) -> bool:
    return bool(change.kind == "resolved" and change.turn and verdict(change.turn.expected, settings) == "as_expected")
