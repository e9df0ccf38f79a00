"""The commits of a repository -> the line that HEAD names, and the lines that were merged into it."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Protocol, Self, TypeVar

from spotbrief.model.record import record
from spotbrief.reading.git import Commit


@record
class Line:
    """Commits of which each is the first parent of the next, the oldest first."""

    commits: tuple[Commit, ...]
    fork: str = ""
    """The commit that it left another line at; empty where it has a beginning of its own."""
    merged: str = ""
    """The commit of another line that merged it; empty for the main one."""


def lines(found: Mapping[str, Commit]) -> list[Line]:
    """The main line, and whatever was merged in whatever way a merge has turned its parents round.

    Each comes after the lines that it left and that merged it; a commit is in one of them.
    """
    seen: set[str] = set()
    made = [_line(next(iter(found), ""), found, seen)]
    for line in made:
        for merge in line.commits:
            made += [_line(tip, found, seen, merge.id) for tip in merge.parents[1:] if tip in found and tip not in seen]
    return made


class Branching(Protocol):
    """What is known at a commit; a line that leaves there begins with a copy."""

    def copy(self) -> Self:
        """One that may go another way."""


State = TypeVar("State", bound=Branching)


def along(every: Sequence[Line], start: State) -> Iterator[tuple[int, Commit, State]]:
    """Each commit after its first parent, with the number of its line and what is known there, to which the caller adds the commit.

    Only the lines that lead to one commit are held at once.
    """
    leaving: dict[str, list[int]] = defaultdict(list)
    for number, line in enumerate(every):
        leaving[line.fork].append(number)
    ways = [(number, iter(every[number].commits), start.copy()) for number in leaving[""]]
    while ways:
        number, left, state = ways[-1]
        commit = next(left, None)
        if commit:
            yield number, commit, state
            ways += [(other, iter(every[other].commits), state.copy()) for other in leaving.get(commit.id, ())]
        else:
            ways.pop()


def in_time(found: dict[str, Commit]) -> dict[str, Commit]:
    """The same commits, each before its parents. None of them came before a parent, whatever its clock said."""
    made: dict[str, Commit] = {}
    for id, commit in reversed(found.items()):
        latest = max([commit.when, *(made[parent].when for parent in commit.parents if parent in made)])
        made[id] = commit if latest == commit.when else replace(commit, when=latest)
    return dict(reversed(made.items()))


def _line(tip: str, found: Mapping[str, Commit], seen: set[str], merged: str = "") -> Line:
    commits = list(_back(tip, found, seen))
    seen.update(commit.id for commit in commits)
    fork = next(iter(commits[-1].parents), "") if commits else ""
    return Line(commits=tuple(reversed(commits)), fork=fork if fork in seen else "", merged=merged)


def _back(id: str, found: Mapping[str, Commit], seen: set[str]) -> Iterator[Commit]:
    """A commit, the first of its parents, and so on, up to one that was *seen*."""
    while id in found and id not in seen:
        yield found[id]
        id = next(iter(found[id].parents), "")
