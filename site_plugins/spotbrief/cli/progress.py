"""A build as it goes: on a terminal its steps with their times, elsewhere only what is wrong."""

from types import TracebackType
from typing import Self

import click
from rich.console import Console
from rich.progress import Progress as Rows
from rich.progress import SpinnerColumn, TaskID, TextColumn, TimeElapsedColumn

from spotbrief.building.messages import Message, Step

_STEPS = {"rendering": "Rendering pages and shells", "writing": "Writing the pages"}
_COLOURS = {"warning": "yellow", "error": "red"}


class Progress:
    """Shows the messages of a build on standard error."""

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

    def show(self, message: Message | str) -> None:
        """Print what is wrong; begin the next step where one is over."""
        if isinstance(message, str):
            self._print(message, "red")
        elif not isinstance(message, Step):
            if message.severity in _COLOURS:
                self._print(str(message), _COLOURS[message.severity])
        else:
            self._finish()
            self._begin(_STEPS.get(message.name, ""))

    def _begin(self, step: str) -> None:
        self._task = self._rows.add_task(step, total=1) if step else None

    def _finish(self) -> None:
        if self._task is not None:
            self._rows.update(self._task, completed=1)

    def _print(self, text: str, colour: str) -> None:
        if text and self._console.is_terminal:
            self._console.print(text, style=colour, markup=False, highlight=False, soft_wrap=True)
        elif text:
            click.echo(text, err=True)
