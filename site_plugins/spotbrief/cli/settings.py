"""The settings of the desk that a command works on; what only needs those starts quickly."""

import os
from datetime import datetime
from pathlib import Path

import click

from spotbrief.model.settings import Settings
from spotbrief.reading.settings import Folders, as_of_from, now_from, read_config
from spotbrief.reading.settings_error import SettingsError

config_option = click.option(
    "--config", "-f", default="mkdocs.yml", show_default=True, type=click.Path(path_type=Path), help="The site's configuration."
)


as_of_option = click.option(
    "--as-of",
    "as_of",
    metavar="DAY",
    help="Show the desk as it was or will be then: 2025-06-30, or 2025-06-30T18:00.",
)


def as_of_environment(as_of: str | None, settings: Settings) -> dict[str, str]:
    """What tells the engine as of when a site is to be shown. Raises ClickException for what is no day."""
    said = {"SPOTBRIEF_AS_OF": as_of} if as_of else {}
    try:
        as_of_from(said, settings.timezone)
    except SettingsError as error:
        raise click.ClickException(str(error)) from None
    return said


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
