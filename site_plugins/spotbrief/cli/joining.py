"""What `check --split` does, taken back: files of one thing become a list, a briefing a pair. Comments stay as they were typed."""

import re
from collections.abc import Iterator
from pathlib import Path
from textwrap import indent

from spotbrief.cli.splitting import Files, Split, as_wanted
from spotbrief.model.kinds import KINDS, REFERENCE_KINDS
from spotbrief.model.settings import Settings
from spotbrief.reading.files import TEXTS
from spotbrief.reading.settings import Folders
from spotbrief.reading.translation_file import language_in

_FRONT = re.compile(r"---[ \t]*\n(.*?\n)---[ \t]*\n(.*)", re.DOTALL)


def join(root: Path, settings: Settings, folders: Folders) -> Split:
    """How the desk at *root* looks with lists and pairs; a file whose meaning would change stays as it is."""
    return as_wanted(root, settings, folders, [*_lists(root, settings, folders), *_pairs(root, folders)])


def _lists(root: Path, settings: Settings, folders: Folders) -> Iterator[tuple[str, Files | str]]:
    """What becomes of the files of each kind, in the order of their names; those of translations stay beside the list."""
    linked = "\n".join(_said(path) for path in sorted((root / folders.briefings).rglob("*.*")) if path.suffix.lower() in TEXTS)
    for kind in REFERENCE_KINDS:
        if KINDS[kind].is_single:
            continue
        made: dict[str, str | None] = {}
        for path in sorted((root / folders.content / kind).glob("*.y*ml")):
            file, (id, language) = path.relative_to(root).as_posix(), language_in(path.stem, settings.tags)
            if language:
                continue
            if f"{kind}/{path.name}" in linked:
                yield file, "a text links to it"
                continue
            made[file] = None
            whole = f"{folders.content}/{kind}.yml"
            made[whole] = f"{made.get(whole) or ''}{id}:\n{indent(_said(path).removeprefix('---' + chr(10)).rstrip(), '  ')}\n"
        if made:
            yield f"{folders.content}/{kind}", made


def _pairs(root: Path, folders: Folders) -> Iterator[tuple[str, Files | str]]:
    """What becomes of each briefing that has its fields above its text."""
    for path in sorted((root / folders.briefings).rglob("*.md")):
        if found := _FRONT.fullmatch(_said(path)):
            file = path.relative_to(root).as_posix()
            yield file, {f"{file.removesuffix('.md')}.yml": found[1], file: found[2]}


def _said(path: Path) -> str:
    return path.read_bytes().decode("utf-8", "replace")
