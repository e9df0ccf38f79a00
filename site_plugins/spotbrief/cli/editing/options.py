"""Options that several commands share."""

from collections.abc import Callable
from typing import TypeVar

import click

from spotbrief.cli.editing.writing import dry_run_option

F = TypeVar("F", bound=Callable[..., object])


def later_options(command: F) -> F:
    """Where the next word on a judgement is written."""
    for option in (
        dry_run_option,
        click.option("--id", help="The id of a judgement that has none of its own yet; otherwise made from its first words."),
        click.option("--title", help="With --in new: its title."),
        click.option("--in", "into", metavar="BRIEFING", help="Say it in this later briefing, by its id; `new` writes a draft."),
    ):
        command = option(command)
    return command
