"""A file of the desk whose fields are added to: its line ends, its byte-order mark and its body stay byte for byte."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher, unified_diff
from functools import reduce
from pathlib import Path
from typing import Any

import click

from spotbrief.cli.editing.changes import Change, by_hand, changed_values
from spotbrief.cli.editing.insertion import NoPlace, changed_text
from spotbrief.model.origin import Pointer
from spotbrief.reading import front_matter
from spotbrief.reading.text import Unreadable, decode
from spotbrief.reading.yaml import compose, value_of
from spotbrief.reading.yaml_positions import Places

_LINES = re.compile("[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
_MARK = "\ufeff"


class TextFile:
    """A file of fields as it is on disk, or as it will be."""

    def __init__(self, path: str, data: bytes) -> None:
        """Raises ClickException where the bytes are no such file."""
        self.path = path
        try:
            text = decode(data)
            parts = front_matter.split(text) if path.lower().endswith(".md") else front_matter.Parts(data=text, body="")
        except Unreadable as error:
            raise click.ClickException(f"{path}:{error.line}: {error.message}: {error.hint}") from None
        raw = data.decode("utf-8")
        self._mark = _MARK if raw.startswith(_MARK) else ""
        lines = _LINES.findall(raw.removeprefix(_MARK))
        self.fields, first = parts.data or "", parts.lines_before_data
        many = len(_LINES.findall(self.fields))
        self._before, self._lines, self._after = lines[:first], lines[first : first + many], lines[first + many :]

    def changed(self, changes: Iterable[Change]) -> "TextFile":
        """The file with the changes. Raises ClickException where it is written in a way that leaves no place for one."""
        changes = list(changes)
        try:
            values = reduce(changed_values, changes, value_of(compose(self.fields)))
            text = reduce(changed_text, changes, self.fields)
            if value_of(compose(text)) != values:
                raise NoPlace
        except (NoPlace, Unreadable):
            lines = "\n".join(line for change in changes for line in by_hand(change))
            message = f"{self.path} is written in a way that a program should not change; nothing was written. Write by hand:\n{lines}"
            raise click.ClickException(message) from None
        return TextFile(self.path, self._with(text).encode())

    def data(self) -> bytes:
        """All of it."""
        return "".join([self._mark, *self._before, *self._lines, *self._after]).encode()

    def lines(self) -> list[str]:
        """Its lines without their ends."""
        return [line.removesuffix(_end(line)) for line in (*self._before, *self._lines, *self._after)]

    def value(self, pointer: Pointer) -> Any:
        """The value at *pointer*, as it is read."""
        return reduce(lambda around, step: around[step], pointer, value_of(compose(self.fields)))

    def line(self, pointer: Pointer) -> int:
        """The line, from 1, of a value."""
        return Places(compose(self.fields), len(self._before)).line_column(pointer)[0]

    def _with(self, fields: str) -> str:
        return "".join([self._mark, *self._before, *_with_ends(self._lines, fields, self._newline()), *self._after])

    def _newline(self) -> str:
        """The line end that the file has most."""
        ends = Counter(_end(line) for line in (*self._before, *self._lines, *self._after)) - Counter({"": 1})
        return ends.most_common(1)[0][0] if ends else "\n"


def difference(old: TextFile | None, new: TextFile) -> str:
    """The lines that differ, as a unified diff."""
    names = f"a/{new.path}" if old else "/dev/null", f"b/{new.path}"
    return "\n".join(unified_diff(old.lines() if old else [], new.lines(), *names, lineterm=""))


def read(root: Path, path: str) -> TextFile:
    """The file at *path*, which is relative to *root*. Raises ClickException where it cannot be used."""
    return TextFile(path, (root / path).read_bytes())


def _with_ends(old: list[str], text: str, newline: str) -> Iterator[str]:
    """The lines of *text*; those that were there, and what took their place, keep their line ends."""
    new = text.split("\n")
    before = [line.removesuffix(_end(line)) for line in old]
    last = len(new) - 1
    for _, i, there, start, stop in SequenceMatcher(None, before, new, autojunk=False).get_opcodes():
        ends = [*map(_end, old[i:there]), *[newline] * (stop - start)]
        yield from (new[n] + ("" if n == last else ends[n - start] or newline) for n in range(start, stop))


def _end(line: str) -> str:
    return line[len(line.rstrip("\r\n")) :]
