"""What is wrong with a few files of a desk that is known already: what an editor is told while typing."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from spotbrief.checks.examine import fresh
from spotbrief.checks.rule import Reach
from spotbrief.checks.run import RULES
from spotbrief.checks.severities import chosen
from spotbrief.corpus.corpus import Corpus
from spotbrief.corpus.live import Live
from spotbrief.model.desk import Broken, Desk
from spotbrief.model.problem import Problem, in_order
from spotbrief.reading.locate import locate
from spotbrief.reading.unsaved import NOTHING, Unsaved

FAR = tuple(rule for rule in RULES if rule.reach is Reach.ALL)
"""The rules that only the whole desk can be asked about."""

_NEAR = tuple(rule for rule in RULES if rule.reach is not Reach.ALL)


def examine_near(
    live: Live, files: Iterable[str], read: tuple[Desk, list[Problem]], root: Path, unsaved: Unsaved = NOTHING
) -> list[Problem]:
    """Takes in what was *read* of *files*, and gives what is wrong with them, but for what rules of FAR would find."""
    files, (desk, problems) = frozenset(files), read
    near = live.take(files, desk)
    return _checked(live, near, files, problems, desk.broken, root, unsaved)


def look_again(live: Live, files: Iterable[str], root: Path, unsaved: Unsaved = NOTHING) -> list[Problem]:
    """What rules say of files that stay as they are, after another one has changed; nothing is read again."""
    files = frozenset(files)
    return _checked(live, live.linked(files), files, [], (), root, unsaved)


def _checked(
    live: Live, near: Corpus, files: frozenset[str], problems: list[Problem], broken: Iterable[Broken], root: Path, unsaved: Unsaved
) -> list[Problem]:
    wide = replace(near, **live.maps)
    found = fresh(_found(near, wide, files), problems, broken)
    settings = near.settings
    return in_order(chosen(locate(root, [*problems, *found], unsaved), settings, root, unsaved))


def _found(near: Corpus, wide: Corpus, files: frozenset[str]) -> Iterator[Problem]:
    for rule in _NEAR:
        for problem in rule.problems(near if rule.reach is Reach.NEAR else wide):
            if problem.where.file in files:
                yield problem
