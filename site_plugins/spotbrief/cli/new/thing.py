"""`spotbrief new actor | topic | source …`: reference data, a file a thing."""

from pathlib import Path
from typing import get_args

import click

from spotbrief.cli.new.existing import refuse_twin
from spotbrief.cli.new_file import anyway_option, edit_option, id_option, slug, write_new
from spotbrief.cli.settings import config_option, settings_of
from spotbrief.model.actor import ActorType
from spotbrief.model.kinds import KINDS, Kind
from spotbrief.reading.forms import filled


def _write(kind: Kind, name: str, config: Path, id: str, *, edit: bool, anyway: bool = True, **more: str) -> None:
    if not anyway:
        refuse_twin(kind.name, name, config)
    settings, folders = settings_of(config)
    today = settings.now.astimezone(settings.timezone).date().isoformat()
    text = filled(f"{kind.one}.yml", {"name": name, "today": today, **more}, language=settings.language)
    write_new(config.resolve().parent, {f"{folders.content}/{kind.name}/{id or slug(name, settings.language)}.yml": text}, edit=edit)


_id_option = id_option(help="The name of the file; otherwise made from the name.")


def _command(kind: Kind) -> click.Command:
    @click.command(kind.one, help=f"Write a new {kind.one} into the folder {kind.name} of the reference data.")
    @click.argument("name")
    @config_option
    @_id_option
    @edit_option
    @anyway_option
    def write(name: str, config: Path, id: str, edit: bool, anyway: bool) -> None:
        _write(kind, name, config, id, edit=edit, anyway=anyway)

    return write


@click.command()
@click.argument("name")
@config_option
@click.option("--type", "type", required=True, type=click.Choice(get_args(ActorType)))
@_id_option
@edit_option
@anyway_option
def actor(name: str, config: Path, type: str, id: str, edit: bool, anyway: bool) -> None:
    """Write a new actor into the folder actors of the reference data."""
    _write(KINDS["actors"], name, config, id, edit=edit, anyway=anyway, type=type)


@click.command()
@click.argument("text")
@config_option
@click.option("--actor", required=True, help="The id of the actor who said it.")
@click.option("--issue", required=True, help="The id of the issue that it is on.")
@_id_option
@edit_option
def statement(text: str, config: Path, actor: str, issue: str, id: str, edit: bool) -> None:
    """Write a new statement into the folder statements of the reference data."""
    _write(KINDS["statements"], text, config, id, edit=edit, actor=actor, issue=issue)


_OWN = {"briefings", "actors", "statements", "trust"}
"""Kinds with commands of their own, and what a new desk begins with."""

THINGS = (actor, statement, *(_command(kind) for name, kind in KINDS.items() if name not in _OWN))
"""The commands."""
