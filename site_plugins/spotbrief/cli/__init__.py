"""The commands of Spotbrief."""

import errno
import sys
from importlib import import_module
from typing import Any

import click

import spotbrief
from spotbrief import garbage_collector
from spotbrief.console import write_any_language
from spotbrief.reading.text import sentence

_OURS = (
    "audit",
    "build",
    "changes",
    "check",
    "correct",
    "due",
    "explain",
    "new",
    "opening",
    "resolve",
    "revise",
    "schema",
    "serve",
    "translate",
    "upgrade",
    "withdraw",
)

_COMMANDS = {**{name: f"spotbrief.cli.{name}" for name in _OURS}, "lsp": "spotbrief.language_server.command"}
"""The module of each command. It is named and not imported, because one stands on other commands, and on what few have installed."""


class _Commands(click.Group):
    """Each command is loaded when it is asked for; what the disk or the system refuses is said in a sentence."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _COMMANDS:
            return None
        command: click.Command = getattr(import_module(_COMMANDS[cmd_name]), cmd_name)
        return command

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except OSError as error:
            if error.errno == errno.EPIPE:
                raise  # nobody listens any more, which is no mishap
            raise click.ClickException(sentence(error)) from None


@click.group(cls=_Commands)
@click.version_option(spotbrief.__version__, prog_name="spotbrief")
def main() -> None:
    """Spotbrief: briefings in, a linked, checked site out."""
    write_any_language(sys.stdout, sys.stderr)
    garbage_collector.seldom()
