"""Forms to fill in: what a new file says before an editor writes."""

from collections.abc import Mapping
from functools import partial
from pathlib import Path

import click

from spotbrief.checks.ids import why_unsafe
from spotbrief.reading import ids


def slug(title: str, language: str) -> str:
    """An id made from *title*, on a desk of *language*. Raises ClickException where nothing of it can stand in an address."""
    if made := ids.new_id(title, language):
        return made
    raise click.ClickException(f"no id can be made from '{title}': give one with --id")


def safe(ctx: click.Context, option: click.Parameter, id: str) -> str:
    """The *id* that was given. Raises BadParameter for one that cannot stand in an address."""
    if id and (why := why_unsafe(id)):
        raise click.BadParameter(f"{why}: write --id {made}" if (made := ids.suggestion(id)) else why)
    return id


id_option = partial(click.option, "--id", "id", default="", callback=safe)
"""The option for a name of one's own."""


edit_option = click.option("--edit", "-e", is_flag=True, help="Open it in your editor: the one that VISUAL or EDITOR names.")
anyway_option = click.option("--anyway", is_flag=True, help="Write it though there is one of nearly the same name.")


def write_new(root: Path, texts: Mapping[str, str], called: str = "name", *, edit: bool = False) -> None:
    """Write files, paths relative to *root*, say so, and open the first where it is to *edit*.

    Raises ClickException where one of their names is taken; *called* is what its id was made from.
    """
    for path in texts:
        for suffix in (".md", ".yml", ".yaml"):
            if (taken := (root / path).with_suffix(suffix)).exists():
                raise click.ClickException(f"there is {taken.relative_to(root)} already: choose another {called} or --id")
    for path, text in texts.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        with (root / path).open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
        click.echo(f"wrote {path}")
    if edit:
        click.edit(filename=str(root / next(iter(texts))))
