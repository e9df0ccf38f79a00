"""Reads one file into plain values and prose, before fields are looked at."""

import unicodedata
from pathlib import Path, PurePosixPath
from typing import Any

from spotbrief.model.origin import Where
from spotbrief.model.problem import Problem
from spotbrief.model.prose import Prose
from spotbrief.model.record import record
from spotbrief.reading import front_matter
from spotbrief.reading.conflict import refuse_conflict
from spotbrief.reading.crowded import refuse_crowded, refuse_crowded_in
from spotbrief.reading.markdown import read_prose
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
    remarks: tuple[Problem, ...] = ()

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
    data = fields.values()
    remarks = tuple(cut_texts(fields, path))
    return Document(path=path, data={} if data is None else data, body=_body(parts, page=page), remarks=remarks)


def _body(parts: front_matter.Parts, *, page: bool) -> Prose:
    if page and is_costly(parts.body):
        return Prose(text=parts.body, words=len(parts.body.split()))
    refuse_crowded(parts.body, parts.lines_before_body + 1)
    return read_prose(parts.body)


def _yaml(path: str, text: str) -> Document:
    fields = YamlText(text)
    refuse_large_tables_in(fields)
    refuse_crowded_in(fields)
    data = fields.values()
    body = data.get("body") if isinstance(data, dict) else None
    remarks = tuple(cut_texts(fields, path))
    return Document(path=path, data=data, body=read_prose(body) if isinstance(body, str) else None, remarks=remarks)


def _problem(path: str, error: Unreadable) -> Problem:
    return Problem(
        rule=error.rule,
        severity="error",
        where=Where(file=path),
        message=error.message,
        hint=error.hint,
        line=error.line,
        column=error.column,
    )
