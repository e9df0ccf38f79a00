"""Problems as annotations of a pull request (workflow commands of GitHub Actions)."""

from spotbrief.checks.examine import Examined
from spotbrief.cli.formats.text import summary
from spotbrief.cli.numbers import SEVERITIES
from spotbrief.model.problem import Problem

_COMMANDS = {"error": "error", "warning": "warning", "advice": "notice"}


def written(examined: Examined) -> str:
    """A command a problem, the worst first, since GitHub shows only the first ten of each kind; then how many there are."""
    worst_first = sorted(examined.problems, key=lambda problem: list(SEVERITIES).index(problem.severity))
    return "\n".join([*map(_command, worst_first), summary(examined)])


def _command(problem: Problem) -> str:
    place = f"file={_property(problem.where.file)},line={problem.line},col={problem.column}"
    said = f"{problem.message}\nhint: {problem.hint}" if problem.hint else problem.message
    return f"::{_COMMANDS[problem.severity]} {place},title={_property(problem.rule)}::{_data(said)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
