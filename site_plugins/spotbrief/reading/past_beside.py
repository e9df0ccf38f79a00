"""Briefings that a merged history tells beside the main one: readers may have had either, and neither may hide the other."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from spotbrief.model.record import record
from spotbrief.reading.git import Commit
from spotbrief.reading.git_lines import Line

IdOf = Callable[[str], str | None]
"""The id of the briefing that a path belongs to; None for what is no briefing."""


@record
class Beside:
    """A merged line, with what it did to the briefings that it tells beside the main one."""

    commits: tuple[Commit, ...]
    merged: Commit
    """The commit of the main line that merged it."""


def told_beside(main: Sequence[Commit], lines: Iterable[Line], id_of: IdOf) -> Iterator[Beside]:
    """The merged lines that tell briefings which the main line has from elsewhere, or which their merge dropped.

    What a branch adds and its merge brings in is no such thing; nor is what it took over from the main line.
    """
    there, at = _Presence(main, id_of), {commit.id: n for n, commit in enumerate(main)}
    for line in lines:
        fork, merge = at.get(line.fork, -1), at[line.merged]
        added = {id for commit in line.commits if len(commit.parents) < 2 for id in _touched(commit, id_of)}
        left = _Presence(line.commits, id_of)
        end = len(line.commits) - 1
        ids = {id for id in added if left.has(id, end) and not there.has(id, fork)}
        ids = {id for id in ids if there.has(id, merge - 1) or not there.has(id, merge)}
        if ids:
            yield Beside(commits=tuple(_only(line.commits, ids, id_of)), merged=main[merge])


class _Presence:
    """From which commit of a line on a briefing was there, and from which it was gone."""

    def __init__(self, line: Sequence[Commit], id_of: IdOf) -> None:
        files: dict[str, set[str]] = defaultdict(set)
        self._turns: dict[str, list[tuple[int, bool]]] = defaultdict(list)
        for number, commit in enumerate(line):
            for change in commit.changes:
                if id := id_of(change.path):
                    (files[id].add if change.blob else files[id].discard)(change.path)
                    self._turns[id].append((number, bool(files[id])))

    def has(self, id: str, number: int) -> bool:
        """Whether it was there after the commit of that number."""
        turns = self._turns.get(id, [])
        last = bisect_right(turns, (number, True))
        return bool(last) and turns[last - 1][1]


def _touched(commit: Commit, id_of: IdOf) -> Iterator[str]:
    return (id for change in commit.changes if change.blob and (id := id_of(change.path)))


def _only(commits: Iterable[Commit], ids: set[str], id_of: IdOf) -> Iterator[Commit]:
    for commit in commits:
        if changes := tuple(change for change in commit.changes if id_of(change.path) in ids):
            yield replace(commit, changes=changes)
