"""`spotbrief upgrade`."""

from dataclasses import replace
from pathlib import Path

import click

import spotbrief
from spotbrief.cli.schema import write_schemas
from spotbrief.cli.settings import config_option
from spotbrief.cli.starter.answers import Begun, read_record, write_record
from spotbrief.cli.starter.files import digest, files_of, kept_up
from spotbrief.cli.starter.package import source_of_this
from spotbrief.cli.starter.update import Update, read, updates
from spotbrief.reading.settings import scale_named
from spotbrief.reading.settings_error import SettingsError


@click.command()
@config_option
@click.option("--from", "source", default="", help="Where it installs Spotbrief from: git+https://…@v1.2.0, or a wheel's address.")
@click.option("--dry-run", is_flag=True, help="Only say what would change.")
def upgrade(config: Path, source: str, dry_run: bool) -> None:
    """Bring the files of a desk that `spotbrief new desk` began up to date with this version.

    Workflows, settings of editors and the like are replaced where nobody has changed them; where somebody has, the difference is shown,
    and the file is left alone. Texts are never touched.
    """
    root = config.resolve().parent
    begun = read_record(root)
    answers = replace(begun.answers, source=source or source_of_this(begun.answers.source))
    try:
        files = kept_up(files_of(answers, scale_named(answers.scale, root), root))
    except SettingsError as error:
        raise click.ClickException(str(error)) from None
    found = list(updates(root, begun.files, files))
    for one in found:
        _tell(one)
        if one.state == "newer" and not dry_run:
            _write(root / one.path, one.now)
    if not dry_run:
        write_record(root, Begun(answers=answers, files={path: digest(text) for path, text in files.items()}))
        write_schemas(config, root / ".vscode/schemas")
    own = [path for path, text in files.items() if begun.files.get(path) == digest(text) and read(root / path) != text]
    _sum_up(found, own, dry_run=dry_run)


def _tell(one: Update) -> None:
    if one.state == "newer":
        click.echo(f"{'brought up to date' if one.before else 'written'}: {one.path}")
    elif one.state == "edited" and one.before:
        click.echo(f"changed by you, so left alone: {one.path}\n{one.diff()}")


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8", newline="\n")


def _sum_up(found: list[Update], own: list[str], *, dry_run: bool) -> None:
    """*own* are the files that the desk changed, and this version did not."""
    if not any(one.state == "newer" or (one.state == "edited" and one.before) for one in found):
        but = f", but for what you changed: {', '.join(own)}" if own else ""
        click.echo(f"Everything is as version {spotbrief.__version__} writes it{but}.")
    elif dry_run:
        click.echo("Nothing was written.")
    elif any(one.state == "edited" and one.before for one in found):
        click.echo("Take over by hand what you want of the differences above; they are not shown again.")
