"""What is written into a file, as YAML in the way in which people type it."""

import json
import re
import textwrap
from collections.abc import Iterable, Mapping
from typing import Any

from spotbrief.reading.forms import as_yaml

Value = str | tuple[str, ...] | Mapping[str, Any]
"""A text, a list of ids, or fields that hold such values."""

_WORDS = re.compile(r"\w[\w ./’–-]*")
"""What needs no quotes between brackets, where more signs mean something."""

NARROWEST = 80
"""Signs in a line, below which nothing is folded."""

BARE = frozenset({"when", "updated", "probability", "keep_text"})
"""Dates, numbers and truths: they stand without quotes."""


def fields(values: Mapping[str, Value], width: int) -> list[str]:
    """A line or more for each field; a text that is wider than *width* goes on below its name."""
    return [line for name, value in values.items() for line in _field(name, value, width)]


def entry(values: Mapping[str, Value], width: int) -> list[str]:
    """An entry of a list, with its dash."""
    lines = fields(values, width - 2)
    return [f"- {lines[0]}", *indented(lines[1:], 2)]


def indented(lines: Iterable[str], blanks: int) -> list[str]:
    """The lines, further in; empty ones stay empty."""
    return [f"{' ' * blanks}{line}" if line else line for line in lines]


def inline(value: Any) -> str:
    """The value between brackets or braces, as it stands in a list or in fields that are written on one line."""
    if isinstance(value, Mapping):
        return "{" + ", ".join(field_inline(name, inner) for name, inner in value.items()) + "}"
    if isinstance(value, tuple | list):
        return "[" + ", ".join(map(inline, value)) + "]"
    return value if _WORDS.fullmatch(value) and as_yaml(value) == value else json.dumps(value, ensure_ascii=False)


def field_inline(name: str, value: Any) -> str:
    """A field as it stands between braces."""
    return f"{name}: {value if name in BARE else inline(value)}"


def _field(name: str, value: Value, width: int) -> list[str]:
    if isinstance(value, Mapping):
        return [f"{name}:", *indented(fields(value, width - 2), 2)]
    if isinstance(value, tuple):
        return [f"{name}: {inline(value)}"]
    line = f"{name}: {value if name in BARE else as_yaml(value)}"
    if len(line) <= width or "  " in value:
        return [line]
    # Folded between quotes or as it is, and not behind a >, which would take in a comment that happens to follow.
    first, *more = textwrap.wrap(line, max(width - 2, NARROWEST // 4), break_long_words=False, break_on_hyphens=False)
    return [first, *indented(more, 2)]
