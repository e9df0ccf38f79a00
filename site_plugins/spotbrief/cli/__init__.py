"""The commands of Spotbrief."""

import sys

import click

import spotbrief
from spotbrief.cli.build import build
from spotbrief.cli.changes import changes
from spotbrief.cli.check import check
from spotbrief.cli.console import write_any_language
from spotbrief.cli.new import new
from spotbrief.cli.schema import schema
from spotbrief.cli.serve import serve


@click.group()
@click.version_option(spotbrief.__version__, prog_name="spotbrief")
def main() -> None:
    """Spotbrief: briefings in, a linked, checked site out."""
    write_any_language(sys.stdout, sys.stderr)


for _command in (new, check, build, serve, changes, schema):
    main.add_command(_command)
