"""Problems with the place they mean -> problems with line and column.

Only files that have problems are composed a second time, so that positions cost a clean desk nothing.
"""

from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from yaml.nodes import Node

from spotbrief.model.origin import Where
from spotbrief.model.problem import Problem, in_order
from spotbrief.reading import front_matter
from spotbrief.reading.markdown import position_of, position_of_raw_html
from spotbrief.reading.text import Unreadable, decode
from spotbrief.reading.yaml import compose, line_column_of

RAW_HTML = "<"
"""As the target of a place in prose: the first HTML tag."""


def locate(root: Path, problems: Iterable[Problem]) -> list[Problem]:
    """The problems with line and column, in the order of files and lines, each once."""
    find = lru_cache(maxsize=None)(_Place(root).parts)
    return in_order([p if p.line else _placed(p, find(p.where.file)) for p in problems])


type_of_parts = tuple[front_matter.Parts | None, Node | None]


class _Place:
    """Reads files again to find places in them."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def parts(self, file: str) -> type_of_parts:
        try:
            text = decode((self.root / file).read_bytes())
            if not file.lower().endswith(".md"):
                return None, compose(text)
            parts = front_matter.split(text)
            return parts, compose(parts.data or "", parts.lines_before_data)
        except (OSError, Unreadable):
            return None, None


def _placed(problem: Problem, parts: type_of_parts) -> Problem:
    line, column = _line_column(problem.where, *parts)
    return replace(problem, line=line, column=column)


def _line_column(where: Where, parts: front_matter.Parts | None, node: Node | None) -> tuple[int, int]:
    if parts and where.target and not where.pointer:
        found = position_of_raw_html(parts.body) if where.target == RAW_HTML else position_of(parts.body, where.target)
        line, column = found or (1, 1)
        return line + parts.lines_before_body, column
    return line_column_of(node, where.pointer, parts.lines_before_data if parts else 0)
