"""`spotbrief new briefing`."""

from pathlib import Path
from textwrap import indent
from typing import get_args

import click

from spotbrief.cli.new_file import edit_option, id_option, slug, write_new
from spotbrief.cli.settings import config_option, settings_of
from spotbrief.model.briefing import BriefingKind
from spotbrief.reading.forms import filled, parts


@click.command()
@click.argument("title")
@config_option
@click.option("--kind", "-k", default="news", show_default=True, type=click.Choice(get_args(BriefingKind)))
@click.option(
    "--form",
    default="md",
    show_default=True,
    type=click.Choice(["md", "yml", "pair"]),
    help="One Markdown file with front matter, one YAML file, or YAML for the fields and Markdown for the text.",
)
@id_option(help="The name of the file; otherwise today's date and the title.")
@edit_option
def briefing(title: str, config: Path, kind: str, form: str, id: str, edit: bool) -> None:
    """Write a new briefing, as a draft, on the form of its kind: what it lives from, ready to fill in."""
    settings, folders = settings_of(config)
    today = settings.now.astimezone(settings.timezone).date().isoformat()
    path = f"{folders.briefings}/{id or f'{today}-{slug(title, settings.language)}'}"
    text = filled(f"briefing/{kind}.md", {"title": title, "published": today}, language=settings.language)
    write_new(config.resolve().parent, _files(path, form, text), called="title", edit=edit)


def _files(path: str, form: str, text: str) -> dict[str, str]:
    fields, body = parts(text)
    if form == "md":
        return {f"{path}.md": text}
    if form == "yml":
        return {f"{path}.yml": f"{fields}body: |\n{indent(body, '  ')}"}
    return {f"{path}.yml": fields, f"{path}.md": body}
