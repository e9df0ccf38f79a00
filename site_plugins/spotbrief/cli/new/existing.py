"""Things of nearly the same name, of which whoever writes a new one is told."""

from collections.abc import Iterator
from difflib import SequenceMatcher
from pathlib import Path

import click

from spotbrief.cli.settings import settings_of
from spotbrief.model.desk import Desk
from spotbrief.reading.desk import read_desk

ALIKE = 0.85
"""From which likeness on, between 0 and 1, two names may be one: Zelensky and Zelenskyy are, Iran and Iraq are not."""


def refuse_twin(kind: str, name: str, config: Path) -> None:
    """Raise ClickException where the desk has a thing of that *kind*, such as `actors`, whose name is nearly *name*."""
    settings, folders = settings_of(config)
    desk, _ = read_desk(config.resolve().parent, settings.timezone, folders.briefings, folders.content)
    if found := next(_near(desk, kind, name), None):
        file, known = found
        raise click.ClickException(
            f"there is '{known}' already, in {file}: go on from there, or say --anyway where '{name}' is another one"
        )


def _near(desk: Desk, kind: str, name: str) -> Iterator[tuple[str, str]]:
    wanted = _bare(name)
    for thing in getattr(desk, kind):
        for known in _names(thing):
            if SequenceMatcher(None, wanted, _bare(known)).ratio() >= ALIKE:
                yield thing.origin.file, known


def _names(thing: object) -> Iterator[str]:
    for field in ("name", "title"):
        if said := getattr(thing, field, None):
            yield str(said)
    yield from getattr(thing, "other_names", ())


def _bare(name: str) -> str:
    return " ".join(name.casefold().split())
