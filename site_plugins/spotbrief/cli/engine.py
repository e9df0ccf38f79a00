"""The engine as a program of its own: the core imports none."""

import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from functools import partial

from spotbrief.building.messages import Message, message_of
from spotbrief.parallel import end_with_parent


def command(module: str, *arguments: str) -> list[str]:
    """What starts a program that stands beside this Spotbrief."""
    return [sys.executable, "-m", module, *arguments]


def environment() -> dict[str, str]:
    """Ours, with the theme's advertisement off, and without the width that would make the engine break lines."""
    kept = {name: value for name, value in os.environ.items() if name != "COLUMNS"}
    return {**kept, "NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true", "PYTHONIOENCODING": "utf-8"}


class Running:
    """A build by the engine: what it says as it comes, then its exit code."""

    def __init__(self, told: Mapping[str, str], *arguments: str) -> None:
        self._process = subprocess.Popen(
            command("spotbrief_mkdocs.run", *arguments),
            env={**environment(), **told},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            errors="replace",
            preexec_fn=partial(end_with_parent, os.getpid()) if sys.platform == "linux" else None,
        )

    def messages(self) -> Iterator[Message | str]:
        """Everything it says; what a plugin or a crash prints is a line of text."""
        assert self._process.stdout
        with self._process.stdout as all_said:
            for line in all_said:
                yield message_of(line) or line.rstrip("\n")

    def code(self) -> int:
        """Its exit code, when it is over."""
        return self._process.wait()
