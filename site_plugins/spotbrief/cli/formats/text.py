"""Problems for people."""

from collections import Counter
from collections.abc import Iterator
from itertools import groupby

import click

from spotbrief.checks.examine import Examined
from spotbrief.cli.numbers import SEVERITIES, counted, severities
from spotbrief.model.problem import Problem, in_order

MOST = 200
"""Problems that are said of one file; nobody reads more, and they have few causes."""

_COLOURS = {"error": "red", "warning": "yellow", "advice": "blue"}


def written(examined: Examined) -> str:
    """A line for each problem and one for its hint, in colour, at most MOST of a file, and how many there are."""
    files = groupby(examined.problems, key=lambda problem: problem.where.file)
    return "\n".join([*(line for _, problems in files for line in _of_file(list(problems))), summary(examined)])


def _of_file(problems: list[Problem]) -> Iterator[str]:
    """The worst are said, in the order of their lines."""
    said = problems if len(problems) <= MOST else in_order(sorted(problems, key=lambda one: list(SEVERITIES).index(one.severity))[:MOST])
    yield from map(coloured, said)
    if len(said) < len(problems):
        yield f"and {len(problems) - len(said):,} more of this file"


def coloured(problem: Problem) -> str:
    """The problem as it prints itself, its severity in colour."""
    severity = f"{problem.severity}[{problem.rule}]"
    return str(problem).replace(severity, click.style(severity, fg=_COLOURS[problem.severity], bold=True), 1)


def summary(examined: Examined) -> str:
    """How many problems there are in how many files."""
    if said := severities(Counter(problem.severity for problem in examined.problems)):
        return f"{said} in {counted(len({problem.where.file for problem in examined.problems}), 'file')}."
    return f"Nothing wrong in {counted(len(examined.corpus.briefings), 'briefing')}."
