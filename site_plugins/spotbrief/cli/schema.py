"""`spotbrief schema`."""

import json
from pathlib import Path

import click

from spotbrief.cli.desk import examined
from spotbrief.cli.settings import config_option
from spotbrief.corpus.corpus import Corpus
from spotbrief.model.kinds import KINDS
from spotbrief.reading.schema import Schema, schemas

_OF_DESK = tuple(name for name in KINDS if name not in ("briefings", "events", "statements", "trust"))
"""The kinds whose ids are offered as they stand in the files."""


@click.command()
@click.argument("name", required=False)
@click.option("--write", "folder", type=click.Path(path_type=Path, file_okay=False), help="Write all schemas into this folder.")
@config_option
def schema(name: str | None, folder: Path | None, config: Path) -> None:
    """Print the JSON Schema of what editors type, such as `briefing` or `actor`; without NAME, say which there are.

    `actor` is for a file of one actor, `actors` for one file with all of them. In a desk's folder the schemas offer its ids,
    terms and audiences.
    """
    known = schemas(_offers(examined(config).corpus) if config.is_file() and (name or folder) else {})
    if folder:
        _write(folder, known)
        click.echo(f"wrote {len(known)} schemas into {folder}/")
    elif name is None:
        click.echo("\n".join(known))
    elif name in known:
        click.echo(_text(known[name]), nl=False)
    else:
        raise click.ClickException(f"there is no schema '{name}'; there are: {', '.join(known)}")


def write_schemas(config: Path, folder: Path) -> None:
    """Write all schemas, with what the desk of *config* has to offer, into *folder*."""
    _write(folder, schemas(_offers(examined(config).corpus)))


def _offers(corpus: Corpus) -> dict[str, list[str]]:
    """What the desk of *corpus* has to offer, drafts included."""
    ids = {kind: sorted(thing.id for thing in getattr(corpus.desk, kind)) for kind in _OF_DESK}
    told = {"briefings": sorted(corpus.briefings), "events": sorted(corpus.events)}
    terms = [term.term for term in corpus.settings.scale.terms]
    return {**ids, **told, "terms": terms, "audiences": list(corpus.settings.audiences), "languages": list(corpus.settings.tags)}


def _write(folder: Path, known: dict[str, Schema]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name, made in known.items():
        (folder / f"{name}.json").write_text(_text(made), "utf-8")


def _text(made: Schema) -> str:
    return json.dumps(made, ensure_ascii=False, indent=1) + "\n"
