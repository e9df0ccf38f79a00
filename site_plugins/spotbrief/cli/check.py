"""`spotbrief check`."""

import sys
from collections.abc import Callable, Mapping
from difflib import unified_diff
from pathlib import Path

import click

from spotbrief.checks.examine import Examined
from spotbrief.cli.desk import everything
from spotbrief.cli.formats import FORMATS, OF_REPOSITORY, from_top
from spotbrief.cli.git import below_top
from spotbrief.cli.joining import join
from spotbrief.cli.mending import mended
from spotbrief.cli.naming_parts import with_ids
from spotbrief.cli.numbers import counted
from spotbrief.cli.settings import config_option, settings_of
from spotbrief.cli.splitting import Split, split, write
from spotbrief.cli.tidying import tidied
from spotbrief.model.settings import Settings
from spotbrief.reading.settings import Folders


@click.command()
@config_option
@click.option(
    "--format",
    "form",
    default="text",
    show_default=True,
    type=click.Choice(list(FORMATS)),
    help="For people, for programs, as annotations of GitHub Actions, or as SARIF 2.1.0 for code scanning.",
)
@click.option("--fix", is_flag=True, help="Write what hints say letter by letter; then say what is left.")
@click.option("--diff", is_flag=True, help="Show what --fix, --tidy, --split or --join would write, and write nothing.")
@click.option(
    "--tidy",
    is_flag=True,
    help="Put the fields of each file in their usual order, and give ids to what is public and goes by a number; all else stays.",
)
@click.option("--split", "apart", is_flag=True, help="Write a file for each thing: topics.yml is taken apart, x.yml and x.md become one.")
@click.option("--join", "joined", is_flag=True, help="Take --split back: topics/ becomes topics.yml, and x.md becomes x.yml and x.md.")
def check(config: Path, form: str, fix: bool, diff: bool, tidy: bool, apart: bool, joined: bool) -> None:
    """Say everything that is wrong with the desk, each with file, line and mend; `spotbrief explain RULE` says why. Exit 1 on errors."""
    if apart or joined:
        _rearrange(config, join if joined else split, shown=diff)
        return
    if tidy:
        _tidy(config, shown=diff)
        return
    if diff:
        click.echo(_difference(mended(config, settings_of(config)[1]).files), nl=False)
        return
    found = _fixed(config) if fix else everything(config)
    top = below_top(config.parent) if form in OF_REPOSITORY else ""
    click.echo(FORMATS[form](from_top(found, top)))
    if any(problem.severity == "error" for problem in found.problems):
        sys.exit(1)


def _fixed(config: Path) -> Examined:
    """The desk after its files were mended, of which standard error tells."""
    made = mended(config, settings_of(config)[1])
    for file, (_, text) in made.files.items():
        (config.resolve().parent / file).write_bytes(text.encode("utf-8", "surrogateescape"))
        count = sum(one.where.file == file for one in made.problems)
        click.echo(f"mended {counted(count, 'problem')} in {file}", err=True)
    return made.left


def _rearrange(config: Path, into: Callable[[Path, Settings, Folders], Split], *, shown: bool) -> None:
    """Write the same things into other files, or say which files that would be."""
    settings, folders = settings_of(config)
    root = config.resolve().parent
    made = into(root, settings, folders)
    if not shown:
        write(root, made.files)
    for file, text in sorted(made.files.items()):
        click.echo(f"{'-' if text is None else '+'} {file}")
    for file, why in made.left.items():
        click.echo(f"{file} stays as it is: {why}", err=True)


def _tidy(config: Path, *, shown: bool) -> None:
    """Put the fields of all files in their usual order and give ids to what goes by a number, or show the difference."""
    root = config.resolve().parent
    given = with_ids(config)
    files = tidied(root, settings_of(config)[1], given.files)
    for file, why in given.left.items():
        click.echo(f"no ids in {file}: {why}", err=True)
    if shown:
        click.echo(_difference(files), nl=False)
        return
    for file, (_, text) in files.items():
        (root / file).write_bytes(text.encode("utf-8", "surrogateescape"))
        click.echo(f"{'gave ids and put in order' if file in given.files else 'put in order'}: {file}")


def _difference(files: Mapping[str, tuple[str, str]]) -> str:
    """As a unified diff of what each file said and says."""
    lines = list[str]()
    for file, (before, now) in files.items():
        lines += unified_diff(before.splitlines(keepends=True), now.splitlines(keepends=True), file, file)
    return "".join(line if line.endswith("\n") else f"{line}\n" for line in lines)
