"""A desk's folders -> the linked corpus, and everything that is wrong, with lines."""

from collections.abc import Iterator
from pathlib import Path

from spotbrief.checks.run import check
from spotbrief.corpus.corpus import Corpus
from spotbrief.corpus.link import link
from spotbrief.model.origin import Pointer
from spotbrief.model.problem import Problem, in_order
from spotbrief.model.record import record
from spotbrief.model.settings import Settings
from spotbrief.parallel import collector_off
from spotbrief.reading.desk import read_desk
from spotbrief.reading.locate import locate
from spotbrief.reading.settings import Folders

_OF_WHOLE_FILES = frozenset({"unpublished-link", "unpublished-related", "held-back", "uncited-source"})
"""Rules that ask for the status or for every claim of a briefing, either of which a mistake may hide."""


@record
class Examined:
    """A corpus, drafts included, and its problems in the order of files and lines."""

    corpus: Corpus
    problems: list[Problem]


def examine(root: Path, settings: Settings, folders: Folders) -> Examined:
    """Read, link and check the desk at *root*."""
    with collector_off():
        desk, problems = read_desk(root, settings.timezone, folders.briefings, folders.content)
        corpus = link(desk, settings)
        found = check(link(desk.with_broken(), settings), root) if desk.broken else check(corpus, root)
        return Examined(corpus=corpus, problems=in_order([*locate(root, problems), *_fresh(found, problems)]))


def _fresh(found: list[Problem], problems: list[Problem]) -> Iterator[Problem]:
    """What does not come from a mistake in the form of a value, and so is worth saying beside *problems*."""
    known: dict[str, list[Pointer]] = {}
    for problem in problems:
        known.setdefault(problem.where.file, []).append(problem.where.pointer)
    for problem in found:
        at, wrong = problem.where.pointer, known.get(problem.where.file, [])
        if not (wrong and problem.rule in _OF_WHOLE_FILES) and not any(at and _is_about(at, pointer) for pointer in wrong):
            yield problem


def _is_about(one: Pointer, other: Pointer) -> bool:
    """Whether one of two places lies in the other."""
    return all(a == b for a, b in zip(one, other, strict=False))
