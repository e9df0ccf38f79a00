"""The texts of the sample, which a desk that began with all of this repository takes out."""

import re
from pathlib import Path

import click

from spotbrief.cli.git import git
from spotbrief.cli.numbers import counted
from spotbrief.reading.forms import as_yaml
from spotbrief.reading.reference import reference_kind
from spotbrief.reading.settings import Folders

PAGES = ("index.md", "about.md")
"""Ordinary pages of which every desk has its own."""

_TRANSLATED = (".uk.md", ".uk.yml")
"""How the names of files end that say the sample in its other language."""

_LANGUAGES = re.compile(r"^( +)languages:\n(?:\1 +.*\n)+", re.MULTILINE)
"""The languages in the settings of the sample."""

_OF_CODE = (".github/workflows/code.yml", ".github/workflows/release.yml")
"""What looks after the code and its releases, which a desk is not."""


def clear(root: Path, folders: Folders, config: str, *, yes: bool) -> None:
    """Delete the texts of the sample. Raises ClickException where git could not bring them back, Abort where the answer is no."""
    sample = _sample(root, folders)
    _refuse_uncommitted(root, [folders.briefings, folders.content, config, *_OF_CODE])
    of_code = [file for file in _OF_CODE if (root / file).is_file()]
    if not yes:
        also = f", and {' and '.join(of_code)}, which look after the code" if of_code else ""
        what = f"{counted(len(sample), 'file')} in {folders.briefings}/ and {folders.content}/{also}"
        click.confirm(f"Delete {what}? git keeps them.", abort=True)
    _delete(root, [*sample, *of_code])


def _sample(root: Path, folders: Folders) -> list[str]:
    """All briefings with what stands beside them, all reference data, and whatever is in the other language; ordinary pages stay."""
    files = [path.relative_to(root).as_posix() for folder in (folders.briefings, folders.content) for path in (root / folder).rglob("*")]
    ours = [file for file in files if (root / file).is_file() and not file.endswith("/README.md")]
    prefix = f"{folders.content}/"
    pages = {f"{prefix}{page}" for page in PAGES}
    pages |= {file for file in ours if file.endswith(_TRANSLATED)}
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


def rename(config: Path, name: str) -> None:
    """Put the name into the settings, and take the sample's licence and languages out: everything else and all comments stay."""
    settings = config.read_text("utf-8")
    for key, value in {"site_name": name, "site_description": f"Briefings by {name}."}.items():
        line = f"{key}: {as_yaml(value)}".replace("\\", r"\\")
        settings = re.sub(rf"^{key}:.*$", line, settings, flags=re.MULTILINE)
    settings = _LANGUAGES.sub("", settings)
    config.write_text(re.sub(r"^copyright:.*\n\n?", "", settings, flags=re.MULTILINE), "utf-8")
