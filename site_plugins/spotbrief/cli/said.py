"""What the engine said in a run, counted."""

import re
from collections import Counter
from pathlib import PurePosixPath
from typing import get_args

from spotbrief.cli.engine import Line
from spotbrief.model.problem import Severity

_PROBLEM = re.compile(rf"(.+?):\d+:\d+: ({'|'.join(get_args(Severity))})\[([a-z0-9-]+)\] (.*)")
_LEVELS: dict[str, Severity] = {"WARNING": "warning", "ERROR": "error", "CRITICAL": "error"}


class Said:
    """Problems by severity, the engine's own among them, and what is held back."""

    def __init__(self) -> None:
        self.counts: Counter[Severity] = Counter()
        self.held_back: dict[str, str] = {}
        """By the id of the briefing: until when."""

    def hear(self, line: Line) -> None:
        """Take in one line; a problem prints itself as `spotbrief check` does, and so can be told from other lines."""
        if found := _PROBLEM.fullmatch(line.text):
            file, severity, rule, message = found.groups()
            self.counts[severity] += 1  # type: ignore[index]  # the pattern holds nothing else
            if rule == "held-back":
                self.held_back[PurePosixPath(file).stem] = message
        elif line.level in _LEVELS and not line.text.startswith(" "):
            self.counts[_LEVELS[line.level]] += 1
