"""One finding about what an editor wrote."""

from typing import Literal

from spotbrief.model.origin import Where
from spotbrief.model.record import record
from spotbrief.model.signs import visible

Severity = Literal["error", "warning", "advice"]


@record
class Problem:
    """What is wrong, where, and how to mend it; *line* and *column* count from 1."""

    rule: str
    severity: Severity
    where: Where
    message: str
    hint: str = ""
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        """The line `spotbrief check` prints."""
        head = f"{self.where.file}:{self.line}:{self.column}: {self.severity}[{self.rule}] {self.message}"
        return f"{visible(head)}\n  hint: {visible(self.hint)}" if self.hint else visible(head)


def in_order(problems: list[Problem]) -> list[Problem]:
    """By file, line and column, each finding once."""
    unique = {(p.where.file, p.line, p.column, p.rule, p.message): p for p in problems}
    return [unique[key] for key in sorted(unique)]
