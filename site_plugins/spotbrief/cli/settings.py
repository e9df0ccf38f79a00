"""The settings of the desk that a command works on; what only needs those starts quickly."""

import os
from datetime import datetime
from pathlib import Path

import click

from spotbrief.model.settings import Settings
from spotbrief.reading.settings import Folders, now_from, read_config
from spotbrief.reading.settings_error import SettingsError

config_option = click.option(
    "--config", "-f", default="mkdocs.yml", show_default=True, type=click.Path(path_type=Path), help="The site's configuration."
)


def settings_of(config: Path) -> tuple[Settings, Folders]:
    """What *config* says. Raises ClickException where it cannot be used."""
    try:
        return read_config(config, now_from(os.environ), os.environ)
    except SettingsError as error:
        raise click.ClickException(str(error)) from None


def now() -> datetime:
    """The moment of the build, which the environment may name. Raises ClickException."""
    try:
        return now_from(os.environ)
    except SettingsError as error:
        raise click.ClickException(str(error)) from None
