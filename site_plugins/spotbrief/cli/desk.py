"""The desk that a command works on."""

import os
import sys
from contextlib import nullcontext
from pathlib import Path

import click
from rich.console import Console

from spotbrief.checks.examine import Examined, examine
from spotbrief.model.settings import Settings
from spotbrief.reading.settings import Folders, SettingsError, now_from, read_config

config_option = click.option(
    "--config", "-f", default="mkdocs.yml", show_default=True, type=click.Path(path_type=Path), help="The site's configuration."
)


def settings_of(config: Path) -> tuple[Settings, Folders]:
    """What *config* says. Raises ClickException where it cannot be used."""
    try:
        return read_config(config, now_from(os.environ), os.environ)
    except SettingsError as error:
        raise click.ClickException(str(error)) from None


def examined(config: Path) -> Examined:
    """The desk of *config*, read, linked and checked. Raises ClickException where its settings cannot be used."""
    settings, folders = settings_of(config)
    with Console(stderr=True).status("Reading and checking …") if sys.stderr.isatty() else nullcontext():
        return examine(config.resolve().parent, settings, folders)
