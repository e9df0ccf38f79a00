"""Writes changes into files of the desk, or shows them, and says what comes next."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import click

from spotbrief.cli.editing.changes import Change
from spotbrief.cli.editing.text_file import TextFile, difference, read
from spotbrief.cli.new_file import write_new
from spotbrief.model.origin import Pointer
from spotbrief.model.signs import visible

Place = tuple[str, Pointer]
"""A file and a value in it."""

dry_run_option = click.option("--dry-run", is_flag=True, help="Show the lines as a diff and write nothing.")


def write(root: Path, changes: Mapping[str, Sequence[Change]], at: Place, *, dry_run: bool) -> None:
    """Make the changes of each file, paths relative to *root*, and say the line of what was added.

    Raises ClickException, before anything is written, where a file leaves no place for a change.
    """
    before = {path: read(root, path) for path, made in changes.items() if made}
    after = {path: file.changed(changes[path]) for path, file in before.items()}
    if dry_run:
        return _show([difference(before[path], file) for path, file in after.items()])
    for path, file in after.items():
        (root / path).write_bytes(file.data())
    click.echo(f"wrote {at[0]}:{after[at[0]].line(at[1])}")
    _say_next(after)


def write_beside(root: Path, new: TextFile, changes: Mapping[str, Sequence[Change]], *, dry_run: bool) -> None:
    """Write a new file, and make the changes of others. Raises ClickException, before anything is written, as `write` does."""
    before = {path: read(root, path) for path, made in changes.items() if made}
    after = {path: file.changed(changes[path]) for path, file in before.items()}
    if dry_run:
        return _show([*(difference(before[path], file) for path, file in after.items()), difference(None, new)])
    write_new(root, {new.path: new.data().decode()}, called="title")
    for path, file in after.items():
        (root / path).write_bytes(file.data())
    _say_next([*after, new.path])


def _show(differences: list[str]) -> None:
    for said in differences:
        click.echo("\n".join(map(visible, said.split("\n"))))
    click.echo("nothing was written")


def _say_next(files: Sequence[str] | Mapping[str, object]) -> None:
    click.echo(f"next: spotbrief check, then commit {' and '.join(files)}")
