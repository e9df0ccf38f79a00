"""The commands of Spotbrief."""

import errno
import sys
from typing import Any

import click

import spotbrief
from spotbrief.cli.build import build
from spotbrief.cli.changes import changes
from spotbrief.cli.check import check
from spotbrief.cli.new import new
from spotbrief.cli.schema import schema
from spotbrief.cli.serve import serve
from spotbrief.console import write_any_language
from spotbrief.reading.text import sentence


class _Plain(click.Group):
    """What the disk or the system refuses is said in a sentence."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except OSError as error:
            if error.errno == errno.EPIPE:
                raise  # nobody listens any more, which is no mishap
            raise click.ClickException(sentence(error)) from None


@click.group(cls=_Plain)
@click.version_option(spotbrief.__version__, prog_name="spotbrief")
def main() -> None:
    """Spotbrief: briefings in, a linked, checked site out."""
    write_any_language(sys.stdout, sys.stderr)


for _command in (new, check, build, serve, changes, schema):
    main.add_command(_command)
