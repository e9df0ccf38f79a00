"""`spotbrief new desk`: from the sample, or from nothing, to a desk of one's own."""

import re
from pathlib import Path

import click

from spotbrief.checks.examine import examine
from spotbrief.cli.formats import text
from spotbrief.cli.git import git
from spotbrief.cli.new.form import as_yaml, filled
from spotbrief.cli.numbers import counted
from spotbrief.cli.settings import config_option, settings_of
from spotbrief.reading.reference import reference_kind
from spotbrief.reading.settings import Folders

_PAGES = ("index.md", "about.md")
"""Ordinary pages of which every desk has its own."""

_OF_CODE = ".github/workflows/code.yml"
"""What looks after the code by building the sample, and would fail without it."""


@click.command()
@click.argument("name")
@config_option
@click.option("--yes", "-y", is_flag=True, help="Delete the sample without asking.")
def desk(name: str, config: Path, yes: bool) -> None:
    """Begin a desk of your own: take the sample's texts out, keep its settings and its other pages.

    In a folder without settings it writes them, and deletes nothing. What git could not bring back is never touched.
    """
    root = config.resolve().parent
    if config.exists():
        _clear(root, settings_of(config)[1], config.name, yes=yes)
        _rename(config, name)
    else:
        _write(config, filled("desk/mkdocs.yml", {"name": name}))
        _write(root / ".gitignore", "site/\n.venv/\n.cache/\n")
    _, folders = settings_of(config)
    for page in _PAGES:
        _write(root / folders.content / page, filled(f"desk/{page}", {"name": name}, said=str))
    _write(root / folders.content / "trust.yml", filled("trust.yml", {"name": name}))
    _write(root / folders.briefings / "README.md", filled("desk/briefings.md", {}))
    _say_what_is_left(config)


def _clear(root: Path, folders: Folders, config: str, *, yes: bool) -> None:
    """Delete the texts of the sample. Raises ClickException where git could not bring them back, Abort where the answer is no."""
    sample = _sample(root, folders)
    _refuse_uncommitted(root, [folders.briefings, folders.content, config, _OF_CODE])
    of_code = [_OF_CODE] if (root / _OF_CODE).is_file() else []
    if not yes:
        also = f", and {_OF_CODE}, which tests the code by them" if of_code else ""
        what = f"{counted(len(sample), 'file')} in {folders.briefings}/ and {folders.content}/{also}"
        click.confirm(f"Delete {what}? git keeps them.", abort=True)
    _delete(root, [*sample, *of_code])


def _sample(root: Path, folders: Folders) -> list[str]:
    """All briefings with what stands beside them, and all reference data; ordinary pages stay."""
    files = [path.relative_to(root).as_posix() for folder in (folders.briefings, folders.content) for path in (root / folder).rglob("*")]
    ours = [file for file in files if (root / file).is_file() and not file.endswith("/README.md")]
    prefix = f"{folders.content}/"
    pages = {f"{prefix}{page}" for page in _PAGES}
    return sorted(file for file in ours if not file.startswith(prefix) or file in pages or reference_kind(file.removeprefix(prefix)))


def _refuse_uncommitted(root: Path, paths: list[str]) -> None:
    """Raise ClickException where git could not bring back what is to be deleted."""
    changed = git(root, "status", "--porcelain", "--ignored", "--untracked-files=all", "--", *paths)
    if changed.strip():
        raise click.ClickException(f"these files differ from what git has, so nothing was deleted; commit them first:\n{changed.rstrip()}")


def _delete(root: Path, files: list[str]) -> None:
    for file in files:
        (root / file).unlink()
    for folder in sorted({parent for file in files for parent in (root / file).parents}, reverse=True):
        if folder.is_relative_to(root) and folder != root and not any(folder.iterdir()):
            folder.rmdir()


def _rename(config: Path, name: str) -> None:
    """Put the name into the settings, and take the sample's licence out, line by line: everything else and all comments stay."""
    settings = config.read_text("utf-8")
    for key, value in {"site_name": name, "site_description": f"Briefings by {name}."}.items():
        line = f"{key}: {as_yaml(value)}".replace("\\", r"\\")
        settings = re.sub(rf"^{key}:.*$", line, settings, flags=re.MULTILINE)
    config.write_text(re.sub(r"^copyright:.*\n\n?", "", settings, flags=re.MULTILINE), "utf-8")


def _write(path: Path, said: str) -> None:
    """Write a file where there is none."""
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(said, "utf-8")


def _say_what_is_left(config: Path) -> None:
    settings, folders = settings_of(config)
    examined = examine(config.resolve().parent, settings, folders)
    for problem in examined.problems:
        click.echo(text.coloured(problem))
    click.echo(f"The desk is ready. Say what it is in {folders.content}/index.md, about.md and trust.yml, set its timezone")
    click.echo(f'in {config.name}, then: spotbrief new "A first title", and spotbrief serve.')
