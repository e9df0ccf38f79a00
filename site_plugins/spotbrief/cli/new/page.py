"""`spotbrief new page`: an ordinary page."""

from pathlib import Path

import click

from spotbrief.cli.new_file import edit_option, id_option, slug, write_new
from spotbrief.cli.settings import config_option, settings_of
from spotbrief.reading.forms import filled


@click.command()
@click.argument("title")
@config_option
@id_option(help="The name of the file; otherwise made from the title.")
@edit_option
def page(title: str, config: Path, id: str, edit: bool) -> None:
    """Write a new ordinary page, such as one on how to write to the desk."""
    settings, folders = settings_of(config)
    name = id or slug(title, settings.language)
    path = f"{folders.content}/{name}.md"
    text = filled("page.md", {"title": title}, str, settings.language)
    write_new(config.resolve().parent, {path: text}, called="title", edit=edit)
    if "\nnav:" in config.read_text("utf-8"):
        click.echo(f"Readers find it once nav in {config.name} names it: - {name}.md")
