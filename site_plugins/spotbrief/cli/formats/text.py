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
    """How many problems there are in how many briefings."""
    said = severities(Counter(problem.severity for problem in examined.problems))
    where = counted(len(examined.corpus.briefings), "briefing")
    return f"{said} in {where}." if said else f"Nothing wrong in {where}."
