"""The commits of a repository -> the line that was published, and the lines that were merged into it."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import datetime

from spotbrief.model.record import record
from spotbrief.reading.git import Commit


@record
class Line:
    """Commits that were merged into the main line at once."""

    commits: tuple[Commit, ...]
    """The oldest first."""
    fork: str
    """The commit of the main line that it left; empty where it left none of them."""
    merged: str
    """The commit of the main line that merged it."""


def main_line(found: Mapping[str, Commit]) -> list[Commit]:
    """Those that lead to HEAD by first parents, as they were merged, the oldest first."""
    return _in_time(_back(next(iter(found), ""), found))


def merged_lines(found: Mapping[str, Commit], main: list[Commit]) -> Iterator[Line]:
    """What was merged, in whatever way a merge has turned its parents round; a line that was merged into another one is a line too."""
    seen = {commit.id for commit in main}
    on_main = frozenset(seen)
    for merge in main:
        waiting = list(merge.parents[1:])
        while waiting:
            line = list(_back(waiting.pop(), found, seen))
            seen |= {commit.id for commit in line}
            waiting += [parent for commit in line for parent in commit.parents[1:]]
            if line:
                fork = next(iter(line[-1].parents), "")
                yield Line(commits=tuple(_in_time(line)), fork=fork if fork in on_main else "", merged=merge.id)


def _back(id: str, found: Mapping[str, Commit], known: set[str] | frozenset[str] = frozenset()) -> Iterator[Commit]:
    """A commit, the first of its parents, and so on, up to one that is *known*."""
    while id in found and id not in known:
        yield found[id]
        id = next(iter(found[id].parents), "")


def _in_time(newest_first: Iterator[Commit] | list[Commit]) -> list[Commit]:
    """The oldest first. None came before its parent, whatever its clock said."""
    line = list(newest_first)[::-1]
    latest = datetime.min.replace(tzinfo=line[0].when.tzinfo) if line else None
    made = []
    for commit in line:
        latest = max(latest, commit.when) if latest else commit.when
        made.append(commit if latest == commit.when else replace(commit, when=latest))
    return made
