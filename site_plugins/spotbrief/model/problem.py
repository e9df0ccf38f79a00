"""One finding about what an editor wrote."""

from typing import Literal

from spotbrief.model.origin import Where
from spotbrief.model.record import record

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
        return f"{_printable(head)}\n  hint: {_printable(self.hint)}" if self.hint else _printable(head)


def _printable(text: str) -> str:
    """On one line, and nothing that a terminal would obey."""
    return "".join(c if c.isprintable() else repr(c)[1:-1] for c in text)


def in_order(problems: list[Problem]) -> list[Problem]:
    """By file, line and column, each finding once."""
    unique = {(p.where.file, p.line, p.column, p.rule, p.message): p for p in problems}
    return [unique[key] for key in sorted(unique)]
