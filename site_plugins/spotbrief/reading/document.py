"""Reads one file into plain values and prose, before fields are looked at."""

import unicodedata
from dataclasses import replace
from pathlib import Path, PurePosixPath
from typing import Any

from spotbrief.model.origin import Pointer, Where
from spotbrief.model.problem import Problem
from spotbrief.model.prose import Prose
from spotbrief.model.record import record
from spotbrief.reading import front_matter
from spotbrief.reading.conflict import refuse_conflict
from spotbrief.reading.crowded import refuse_crowded, refuse_crowded_in
from spotbrief.reading.markdown import read_prose
from spotbrief.reading.readable import readable
from spotbrief.reading.slow_markdown import is_costly
from spotbrief.reading.tables import refuse_large_tables, refuse_large_tables_in
from spotbrief.reading.text import Unreadable, decode
from spotbrief.reading.truncation import cut_texts
from spotbrief.reading.unsaved import NOTHING, Unsaved, bytes_of
from spotbrief.reading.yaml_text import YamlText


@record
class Document:
    """What one file says; *data* is None where the file has no YAML."""

    path: str
    data: Any = None
    body: Prose | None = None
    problem: Problem | None = None
    """Why nothing of it can be read."""
    slips: tuple[Problem, ...] = ()
    """Why not all of its YAML can be read. *data* is the rest, which is to be checked and not to be published."""
    lost: frozenset[str] = frozenset()
    """The fields at the margin that the slips hide; other names may be among them."""
    remarks: tuple[Problem, ...] = ()

    @property
    def refused(self) -> tuple[Problem, ...]:
        """Why the file cannot be read as a whole."""
        return (self.problem,) if self.problem else self.slips

    @property
    def id(self) -> str:
        """The file's name without suffix, in composed Unicode form."""
        return unicodedata.normalize("NFC", PurePosixPath(self.path).stem)

    @property
    def is_markdown(self) -> bool:
        """Whether this is a Markdown file."""
        return self.path.lower().endswith(".md")


def read_document(root: Path, path: str, unsaved: Unsaved = NOTHING, *, page: bool = False) -> Document:
    """The values and the prose of one file, or the problem that keeps it from being read.

    An ordinary *page* that would cost the engine too much is not looked into: a rule says so.
    """
    try:
        text = decode(bytes_of(root, path, unsaved))
        markdown = path.lower().endswith(".md")
        refuse_conflict(text, markdown=markdown)
        return _markdown(path, text, page=page) if markdown else _yaml(path, text)
    except Unreadable as error:
        return Document(path=path, problem=_problem(path, error))
    except OSError as error:
        reason = Unreadable("unreadable", f"the file cannot be read: {error.strerror}", "look at its permissions")
        return Document(path=path, problem=_problem(path, reason))


def _markdown(path: str, text: str, *, page: bool) -> Document:
    parts = front_matter.split(text)
    room = refuse_large_tables(parts.body, parts.lines_before_body + 1)
    if parts.data is None:
        return Document(path=path, body=_body(parts, page=page))
    fields = YamlText(parts.data, parts.lines_before_data)
    refuse_large_tables_in(fields, room)
    refuse_crowded_in(fields)
    return _read(path, fields, _body(parts, page=page))


def _body(parts: front_matter.Parts, *, page: bool) -> Prose:
    if page and is_costly(parts.body):
        return Prose(text=parts.body, words=len(parts.body.split()))
    refuse_crowded(parts.body, parts.lines_before_body + 1)
    return read_prose(parts.body)


def _yaml(path: str, text: str) -> Document:
    fields = YamlText(text)
    refuse_large_tables_in(fields)
    refuse_crowded_in(fields)
    return _read(path, fields)


def _read(path: str, fields: YamlText, body: Prose | None = None) -> Document:
    """What *fields* say, or what can be read of them; of Markdown, with its *body*."""
    found = None
    try:
        data = fields.values()
    except Unreadable:
        found = readable(fields.text, fields.first_line)
        fields, data = YamlText(found.text, fields.first_line), found.values
    if body is None:
        typed = data.get("body") if isinstance(data, dict) else None
        body = read_prose(typed) if isinstance(typed, str) else None
    elif data is None:
        data = {}
    said = Document(path=path, data=data, body=body, remarks=tuple(cut_texts(fields, path)))
    return replace(said, slips=tuple(_problem(path, slip, at) for slip, at in found.slips), lost=found.lost) if found else said


def _problem(path: str, error: Unreadable, at: Pointer = ()) -> Problem:
    return Problem(
        rule=error.rule,
        severity="error",
        where=Where(file=path, pointer=at),
        message=error.message,
        hint=error.hint,
        line=error.line,
        column=error.column,
    )
