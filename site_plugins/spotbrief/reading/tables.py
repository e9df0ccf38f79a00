"""Tables in Markdown, told by the line below their heads, before anything is made of them.

Short rows are filled up to the width of their table, so a few kilobytes of text can stand for millions of cells.
"""

import re
from collections.abc import Iterator

from yaml.nodes import ScalarNode

from spotbrief.reading.text import Unreadable
from spotbrief.reading.yaml_text import YamlText

MOST_CELLS = 20_000
"""In all tables of a file; a table of every country by every month of four years has half of it."""

_AROUND = " \t>"
"""What may stand around a row: a table may lie in a list or a quotation."""


_ROW = re.compile(r'<tr data-sourcepos="(\d+):\d+-\d+:(\d+)">(.*?)</tr>', re.DOTALL)
_CELL = re.compile(r'<t[hd][^>]* data-sourcepos="\d+:\d+-\d+:(\d+)"')

_BELOW_HEAD = re.compile(r"-:?\s*\|"), re.compile(r"\|\s*:?-")
"""One of these stands in the line below the head of any table with two columns; it may be folded in YAML."""


def columns(line: str) -> int:
    """How many columns the line below the head of a table gives it (GitHub Flavored Markdown, section 4.10); 0 for any other line."""
    row = line.strip(_AROUND)
    return 0 if "-" not in row or row.strip("|:- \t") else len(row.removeprefix("|").removesuffix("|").split("|"))


def may_lose_cells(text: str) -> bool:
    """Whether a row may have more cells than its table; pipes that are no borders count too, so that none is missed."""
    width = 0
    for line in text.split("\n") if "|" in text else ():
        row = line.strip(_AROUND)
        if width and row.removeprefix("|").removesuffix("|").count("|") >= width:
            return True
        if not row:
            width = 0
        elif not width:
            width = columns(line)
    return False


def lost_cells(text: str, made: str) -> Iterator[tuple[int, int]]:
    """Where cells stand in *text* that are left out of *made*, with positions, because the head of their table has fewer."""
    starts = [0, *(found.end() for found in re.finditer("\n", text))]
    for row in _ROW.finditer(made):
        start = starts[int(row[1]) - 1]
        seen = [int(end) for end in _CELL.findall(row[3])]
        first, end = start + max(seen, default=0), start + int(row[2])
        if words := text[first:end].strip("| \t"):
            first = text.index(words, first)
            yield first, first + len(words)


def refuse_large_tables(text: str, line: int, room: int = MOST_CELLS) -> int:
    """How many cells are left of *room*; raises Unreadable where there are too few. *text* starts at this *line* of its file."""
    for first, cells in _tables(text) if _may_hold_table(text) else ():
        room -= cells
        if room < 0:
            message = f"with this table, the tables of the file have more than {MOST_CELLS:,} cells"
            raise Unreadable("table-too-large", message, "split the file, or put the table beside it as a CSV file", line + first)
    return room


def refuse_large_tables_in(fields: YamlText, room: int = MOST_CELLS) -> None:
    """Raises Unreadable if all values of *fields* have tables of more than *room* cells."""
    waiting = [fields.node] if _may_hold_table(fields.text) or "\\" in fields.text else []
    while waiting:
        one = waiting.pop()
        if isinstance(one, ScalarNode):
            below_sign = one.style in ("|", ">")
            room = refuse_large_tables(one.value, one.start_mark.line + 1 + below_sign + fields.first_line, room)
        elif one is not None:
            waiting += reversed([part for entry in one.value for part in (entry if isinstance(entry, tuple) else (entry,))])


def _may_hold_table(text: str) -> bool:
    return "|" in text and any(border.search(text) for border in _BELOW_HEAD)


def _tables(text: str) -> Iterator[tuple[int, int]]:
    """The line of the head, from 0, and the number of cells of all that may be a table; one column is no danger."""
    lines, below = text.replace("\r", "\n").split("\n"), 0
    while below < len(lines):
        width, end = columns(lines[below]), below + 1
        if width > 1:
            while end < len(lines) and lines[end].strip(_AROUND):
                width, end = max(width, columns(lines[end])), end + 1
            yield max(below - 1, 0), width * (end - below)
        below = end
