"""Problems with the place they mean -> problems with line and column.

Only files that have problems are composed a second time, so that positions cost a clean desk nothing.
"""

from collections.abc import Iterable
from dataclasses import replace
from functools import cached_property, lru_cache, partial
from pathlib import Path

from yaml.nodes import Node

from spotbrief.model.origin import Where
from spotbrief.model.problem import Problem, in_order
from spotbrief.reading import front_matter
from spotbrief.reading.markdown import positions
from spotbrief.reading.readable import readable
from spotbrief.reading.text import Unreadable, decode, line_column
from spotbrief.reading.unsaved import NOTHING, Unsaved, bytes_of
from spotbrief.reading.yaml import compose, value_of
from spotbrief.reading.yaml_positions import Places


def locate(root: Path, problems: Iterable[Problem], unsaved: Unsaved = NOTHING) -> list[Problem]:
    """The problems with line and column, in the order of files and lines, each once."""
    find = lru_cache(maxsize=1)(partial(_File, root, unsaved))  # what a file is composed to is large: one after the other
    return in_order([p if p.line else _placed(p, find(p.where.file)) for p in sorted(problems, key=lambda p: p.where.file)])


def places(root: Path, wheres: Iterable[Where], unsaved: Unsaved = NOTHING) -> list[tuple[int, int]]:
    """Line and column, from 1, of each place."""
    find = lru_cache(maxsize=None)(partial(_File, root, unsaved))
    return [find(where.file).line_column(where) for where in wheres]


def _placed(problem: Problem, file: "_File") -> Problem:
    line, column = file.line_column(problem.where)
    return replace(problem, line=line, column=column)


def _tree(text: str, before: int) -> Node | None:
    """The tree of YAML, or of what can be read of it, which has the same lines."""
    try:
        node = compose(text, before)
        value_of(node, before)
    except Unreadable:
        return compose(readable(text, before).text, before)
    return node


class _File:
    """A file that is read again to find places in it."""

    def __init__(self, root: Path, unsaved: Unsaved, file: str) -> None:
        self.parts: front_matter.Parts | None = None
        self.places = Places(None)
        try:
            text = decode(bytes_of(root, file, unsaved))
            if file.lower().endswith(".md"):
                self.parts = front_matter.split(text)
                before = self.parts.lines_before_data
                self.places = Places(None, before)  # for what is meant in YAML that cannot be read
                self.places = Places(_tree(self.parts.data or "", before), before)
            else:
                self.places = Places(_tree(text, 0))
        except (OSError, Unreadable):
            pass  # a file that cannot be read has a problem of its own

    def line_column(self, where: Where) -> tuple[int, int]:
        """The place in this file."""
        if where.place:
            return self._inside(where)
        if self.parts and where.target is not None and not where.pointer:
            found = self._positions.get(where.target) or self._typed(where.target.removeprefix("!"))
            line, column = found or (1, 1)
            return line + self.parts.lines_before_body, column
        return self.places.line_column(where.pointer, of_key=where.of_key)

    def _inside(self, where: Where) -> tuple[int, int]:
        line, column = where.place or (1, 1)
        if not where.pointer:
            return line + (self.parts.lines_before_body if self.parts else 0), column
        return self.places.inside(where.pointer, line, column)

    def _typed(self, text: str) -> tuple[int, int] | None:
        body = self.parts.body if self.parts else ""
        return line_column(body, body.index(text)) if text and text in body else None

    @cached_property
    def _positions(self) -> dict[str, tuple[int, int]]:
        return positions(self.parts.body) if self.parts else {}
