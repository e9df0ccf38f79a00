"""The commands of Spotbrief."""

import click

import spotbrief
from spotbrief.cli.check import check


@click.group()
@click.version_option(spotbrief.__version__, prog_name="spotbrief")
def main() -> None:
    """Spotbrief: briefings in, a linked, checked site out."""


main.add_command(check)
