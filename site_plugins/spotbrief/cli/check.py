"""`spotbrief check`."""

import sys
from pathlib import Path

import click

from spotbrief.cli.desk import everything
from spotbrief.cli.formats import FORMATS, OF_REPOSITORY, from_top
from spotbrief.cli.git import below_top
from spotbrief.cli.settings import config_option


@click.command()
@config_option
@click.option(
    "--format",
    "form",
    default="text",
    show_default=True,
    type=click.Choice(list(FORMATS)),
    help="For people, for programs, as annotations of GitHub Actions, or as SARIF 2.1.0 for code scanning.",
)
def check(config: Path, form: str) -> None:
    """Say everything that is wrong with the desk, each with file, line and mend. Exit 1 on errors."""
    found = everything(config)
    top = below_top(config.parent) if form in OF_REPOSITORY else ""
    click.echo(FORMATS[form](from_top(found, top)))
    if any(problem.severity == "error" for problem in found.problems):
        sys.exit(1)
