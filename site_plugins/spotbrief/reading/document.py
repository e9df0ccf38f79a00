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
from spotbrief.reading.markdown import read_prose
from spotbrief.reading.tables import refuse_large_tables, refuse_large_tables_in
from spotbrief.reading.text import Unreadable, decode
from spotbrief.reading.truncation import cut_texts
from spotbrief.reading.yaml import compose, value_of


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


def read_document(root: Path, path: str) -> Document:
    """The values and the prose of one file, or the problem that keeps it from being read."""
    try:
        text = decode((root / path).read_bytes())
        markdown = path.lower().endswith(".md")
        refuse_conflict(text, markdown=markdown)
        return _markdown(path, text) if markdown else _yaml(path, text)
    except Unreadable as error:
        return Document(path=path, problem=_problem(path, error))
    except OSError as error:
        reason = Unreadable("unreadable", f"the file cannot be read: {error.strerror}", "look at its permissions")
        return Document(path=path, problem=_problem(path, reason))


def _markdown(path: str, text: str) -> Document:
    parts = front_matter.split(text)
    room = refuse_large_tables(parts.body, parts.lines_before_body + 1)
    if parts.data is None:
        return Document(path=path, body=read_prose(parts.body))
    node = compose(parts.data, parts.lines_before_data)
    refuse_large_tables_in(node, parts.data, parts.lines_before_data, room)
    data = value_of(node, parts.lines_before_data)
    remarks = tuple(cut_texts(node, parts.data, path, parts.lines_before_data))
    return Document(path=path, data={} if data is None else data, body=read_prose(parts.body), remarks=remarks)


def _yaml(path: str, text: str) -> Document:
    node = compose(text)
    refuse_large_tables_in(node, text)
    data = value_of(node)
    body = data.get("body") if isinstance(data, dict) else None
    remarks = tuple(cut_texts(node, text, path))
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
