"""`spotbrief opening`."""

import sys
import time
from collections.abc import Iterable
from datetime import datetime, timedelta
from pathlib import Path

import click

from spotbrief.cli.editing.finding import linked
from spotbrief.cli.settings import config_option
from spotbrief.corpus.openings import Opening, openings
from spotbrief.model.settings import Settings
from spotbrief.model.signs import visible
from spotbrief.words.dates import moment_words

_SLACK = 5
"""Seconds after the moment, for clocks that differ."""

_TOGETHER = timedelta(minutes=10)
"""What opens so soon after another waits for no build of its own."""


@click.command()
@config_option
@click.option("--wait", default=0, metavar="MINUTES", type=click.IntRange(0), help="Wait for what opens within so many minutes.")
@click.option("--since", default=0, metavar="MINUTES", type=click.IntRange(0), help="Count what opened so many minutes ago, too.")
def opening(config: Path, wait: int, since: int) -> None:
    """Say what opens next. With --wait or --since: exit 0 if something has opened when it ends, or else 1."""
    corpus = linked(config)
    settings, found = corpus.settings, openings(corpus)
    ahead = [one for one in found if one.when > settings.now]
    for one in ahead[:10]:
        click.echo(_line(one, settings))
    if not ahead:
        click.echo("Nothing is held back.")
    if wait or since:
        sys.exit(0 if _await(found, settings.now, timedelta(minutes=wait), timedelta(minutes=since)) else 1)


def _await(found: Iterable[Opening], now: datetime, wait: timedelta, since: timedelta) -> bool:
    """Sleep until what opens next has opened, and what opens soon after it; False where nothing opens or opened."""
    near = [one.when for one in found if now - since <= one.when <= now + wait]
    ahead = [when for when in near if when > now]
    if ahead:
        until = max(when for when in ahead if when <= ahead[0] + _TOGETHER)
        time.sleep((until - now).total_seconds() + _SLACK)
    return bool(near)


def _line(one: Opening, settings: Settings) -> str:
    return f"{visible(one.briefing.id)} opens {moment_words(one.when, settings.timezone)} ({settings.timezone.key})"
