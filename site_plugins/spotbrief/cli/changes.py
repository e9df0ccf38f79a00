"""`spotbrief changes`."""

from pathlib import Path

import click

from spotbrief.cli.audited import silent
from spotbrief.cli.desk import examined
from spotbrief.cli.difference import difference
from spotbrief.cli.report import report
from spotbrief.cli.settings import config_option


@click.command()
@click.argument("base")
@config_option
def changes(base: str, config: Path) -> None:
    """Report what differs from the git commit BASE, as Markdown for a pull request.

    Of briefings that are not public it says the id and the rules they break, and nothing that was written in them.
    """
    now, root = examined(config), config.resolve().parent
    differing = difference(root, base, now.corpus.desk, now.corpus.settings.tags)
    click.echo(report(now, differing, silent(root, differing, now.corpus)))
