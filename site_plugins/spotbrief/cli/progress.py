"""A build as it goes: on a terminal its steps with their times, elsewhere only what is wrong."""

from types import TracebackType
from typing import Self

import click
from rich.console import Console
from rich.progress import Progress as Rows
from rich.progress import SpinnerColumn, TaskID, TextColumn, TimeElapsedColumn

from spotbrief.cli.engine import Line

_STEPS = {"Read and checked": "Rendering pages and shells", "Writing": "Writing the pages", "Documentation built": ""}
"""What the engine says, and the step that begins then."""

_COLOURS = {"WARNING": "yellow", "": "red", "ERROR": "red", "CRITICAL": "red"}


class Progress:
    """Shows the lines of a run on standard error."""

    def __init__(self) -> None:
        self._console = Console(stderr=True)
        columns = SpinnerColumn(finished_text="[green]✓"), TextColumn("{task.description}"), TimeElapsedColumn()
        self._rows = Rows(*columns, console=self._console, disable=not self._console.is_terminal)
        self._task: TaskID | None = None

    def __enter__(self) -> Self:
        self._rows.start()
        self._begin("Reading and checking")
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._rows.stop()

    def show(self, line: Line) -> None:
        """Print what is wrong; begin the next step where the line says that one is over."""
        if line.level in ("INFO", "DEBUG"):
            step = next((text for start, text in _STEPS.items() if line.text.startswith(start)), None)
            if step is not None:
                self._finish()
                self._begin(step)
        elif line.text:
            self._print(line)

    def _begin(self, step: str) -> None:
        self._task = self._rows.add_task(step, total=1) if step else None

    def _finish(self) -> None:
        if self._task is not None:
            self._rows.update(self._task, completed=1)

    def _print(self, line: Line) -> None:
        if self._console.is_terminal:
            self._console.print(line.text, style=_COLOURS.get(line.level, ""), markup=False, highlight=False, soft_wrap=True)
        else:
            click.echo(line.text, err=True)
