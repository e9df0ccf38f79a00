"""YAML with slips -> what can be read of it, and every slip.

A slip in one field says nothing of the others. A line is read as its mend has it, where the mend says it letter by letter; otherwise
the field at the margin around it is left out. What is read so is checked, and never published.
"""

import re
from collections.abc import Iterator
from typing import Any

from spotbrief.model.origin import Pointer
from spotbrief.model.problem import Hint
from spotbrief.model.record import record
from spotbrief.reading.field_lists import field_names_of_all
from spotbrief.reading.synonyms import FIELDS
from spotbrief.reading.text import Unreadable, yaml_lines
from spotbrief.reading.yaml_text import YamlText

MOST = 12
"""Slips that are told of one file; behind them, fields with slips are left out."""

ROUNDS = 50
"""How often a text is read again at most."""

LONGEST = 100_000
"""Characters of a text that is read again for each slip."""

_AT_MARGIN = re.compile(r"[\"']?(?P<key>[^\W\d][\w.-]*|\d[\w.-]*)[\"']?:(?:\s|$)")
_WORD = re.compile(r"(?P<key>[^\W\d]\w*)")
_KEYS = re.compile(r"([^\W\d]\w*):")


@record
class Readable:
    """What can be read: *text* has the lines of the original, some of them blank or mended."""

    text: str
    values: dict[str, Any]
    slips: tuple[tuple[Unreadable, Pointer], ...]
    """Each with the field at the margin in which it stands, if in any."""
    lost: frozenset[str]
    """Names in what is blank now, fields at the margin among them."""


def readable(text: str, first_line: int = 0) -> Readable:
    """What can be read of YAML that cannot be read as it stands. Raises the Unreadable of the first slip where that is nothing."""
    lines, slips, lost = yaml_lines(text), list[tuple[Unreadable, Pointer]](), set[str]()
    mended = -1
    for _ in range(ROUNDS):
        try:
            values = YamlText("\n".join(lines), first_line).values()
        except Unreadable as error:
            number = error.line - 1 - first_line
            block = _block(lines, number)
            is_told = len(slips) < MOST and not (number <= mended and mended in block)
            if is_told:
                slips.append((error, _pointer(lines, block)))
            if len(text) > LONGEST or not any(lines[n].strip() for n in block):
                break
            if is_told and (line := _mended(lines, number, error.hint)) is not None:
                lines[number], mended = line, number
                continue
            lost.update(key for n in block for key in _names_in(lines[n]))
            lines[block.start : block.stop] = [""] * len(block)
        else:
            if not isinstance(values, dict):
                break
            return Readable(text="\n".join(lines), values=values, slips=tuple(slips), lost=frozenset(lost))
    raise slips[0][0]


def _mended(lines: list[str], number: int, hint: str) -> str | None:
    """The line *number* as the *hint* has it; None where it does not say so, or wants more than one line."""
    if not isinstance(hint, Hint) or not hint.mend.old or "\n" in hint.mend.new or not 0 <= number < len(lines):
        return None
    old, new = hint.mend
    mended = lines[number].replace(old, new, 1)
    return mended if mended != lines[number] else None


def _block(lines: list[str], number: int) -> range:
    """The lines of the field at the margin around the line *number*; that line alone where it stands in none."""
    number = min(max(number, 0), len(lines) - 1)
    start = number if _meant_as_field(lines[number]) else next((n for n in range(number, -1, -1) if _AT_MARGIN.match(lines[n])), number)
    end = next((n for n in range(number + 1, len(lines)) if _AT_MARGIN.match(lines[n])), len(lines))
    return range(start, end)


def _pointer(lines: list[str], block: range) -> Pointer:
    found = _AT_MARGIN.match(lines[block.start]) or _meant_as_field(lines[block.start])
    return (found["key"],) if found else ()


def _meant_as_field(line: str) -> re.Match[str] | None:
    found = _WORD.match(line)
    return found if found and (found["key"] in field_names_of_all() or found["key"].casefold() in FIELDS) else None


def _names_in(line: str) -> Iterator[str]:
    if found := _AT_MARGIN.match(line):
        yield found["key"]
    yield from _KEYS.findall(line)
