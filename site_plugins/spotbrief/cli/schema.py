"""`spotbrief schema`."""

import json
from pathlib import Path

import click

from spotbrief.reading.schema import Schema, schemas


@click.command()
@click.argument("name", required=False)
@click.option("--write", "folder", type=click.Path(path_type=Path, file_okay=False), help="Write all schemas into this folder.")
def schema(name: str | None, folder: Path | None) -> None:
    """Print the JSON Schema of what editors type, such as `briefing` or `actor`; without NAME, say which there are.

    `actor` is for a file of one actor, `actors` for one file with all of them.
    """
    known = schemas()
    if folder:
        _write(folder, known)
    elif name is None:
        click.echo("\n".join(known))
    elif name in known:
        click.echo(_text(known[name]), nl=False)
    else:
        raise click.ClickException(f"there is no schema '{name}'; there are: {', '.join(known)}")


def _write(folder: Path, known: dict[str, Schema]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name, made in known.items():
        (folder / f"{name}.json").write_text(_text(made), "utf-8")
    click.echo(f"wrote {len(known)} schemas into {folder}/")


def _text(made: Schema) -> str:
    return json.dumps(made, ensure_ascii=False, indent=1) + "\n"
