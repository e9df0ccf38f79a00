"""Problems for people."""

from collections import Counter

import click

from spotbrief.checks.examine import Examined
from spotbrief.cli.words import counted, severities
from spotbrief.model.problem import Problem

_COLOURS = {"error": "red", "warning": "yellow", "advice": "blue"}


def written(examined: Examined) -> str:
    """A line for each problem and one for its hint, in colour, and how many there are."""
    return "\n".join([*map(coloured, examined.problems), summary(examined)])


def coloured(problem: Problem) -> str:
    """The problem as it prints itself, its severity in colour."""
    severity = f"{problem.severity}[{problem.rule}]"
    return str(problem).replace(severity, click.style(severity, fg=_COLOURS[problem.severity], bold=True), 1)


def summary(examined: Examined) -> str:
    """How many problems there are in how many files."""
    if said := severities(Counter(problem.severity for problem in examined.problems)):
        return f"{said} in {counted(len({problem.where.file for problem in examined.problems}), 'file')}."
    return f"Nothing wrong in {counted(len(examined.corpus.briefings), 'briefing')}."
