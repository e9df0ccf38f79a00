"""The engine as a program of its own: the core imports none."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from functools import partial

from spotbrief.model.record import record
from spotbrief.parallel import end_with_parent

ENGINE = "mkdocs"

_LEVEL = re.compile(r"(DEBUG|INFO|WARNING|ERROR|CRITICAL) +-  (.*)", re.DOTALL)


@record
class Line:
    """A line that the engine said; *level* is empty where it gave none."""

    level: str
    text: str


def command(*arguments: str) -> list[str]:
    """What starts the engine that stands beside this Spotbrief."""
    return [sys.executable, "-m", ENGINE, *arguments]


def environment() -> dict[str, str]:
    """Ours, with the theme's advertisement off, and without the width that would make the engine break lines."""
    kept = {name: value for name, value in os.environ.items() if name != "COLUMNS"}
    return {**kept, "NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true", "PYTHONIOENCODING": "utf-8"}


class Running:
    """A run of the engine: its lines as they come, then its exit code."""

    def __init__(self, *arguments: str) -> None:
        self._process = subprocess.Popen(
            command(*arguments),
            env=environment(),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            errors="replace",
            preexec_fn=partial(end_with_parent, os.getpid()) if sys.platform == "linux" else None,
        )

    def lines(self) -> Iterator[Line]:
        """Everything it says; a line without a level of its own belongs to the one before."""
        assert self._process.stdout
        level = ""
        with self._process.stdout as all_said:
            for said in all_said:
                found = _LEVEL.fullmatch(said.rstrip("\n"))
                level = found[1] if found else level if said.startswith(" ") else ""
                yield Line(level=level, text=found[2] if found else said.rstrip("\n"))

    def code(self) -> int:
        """Its exit code, when it is over."""
        return self._process.wait()
