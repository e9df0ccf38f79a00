"""Limits for pages that Python-Markdown takes minutes for or breaks on: its time grows with the square of some signs."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator

from markdown.util import BLOCK_LEVEL_ELEMENTS

MOST_BRACKETS = 500
"""Opened in a paragraph: for each, the engine looks through all the rest of it."""
MOST_SIGNS = 5000
"""Of emphasis, code, tags and the like in a paragraph."""
MOST_OPEN = 500
"""Tags, fences, headings and notes of one name: for each, the engine looks through a whole page or block."""
MOST_NESTED = 50
"""Lists that begin one inside the other on one line; of some hundreds the engine cannot get out."""
_SHORT = 500
"""Below this many characters, nothing can be too many."""
_BLANK = re.compile(r"\n[ \t]*(?:\n[ \t]*)*\n")
_FENCE = re.compile(r"(`{3,}|~{3,})")
_MARKER = re.compile(r" {0,3}(?:[-+*]|\d+\.) ")
_SIGN = re.compile(r"[*_`<&\\~^]|  \n")
_OPEN_TAG = re.compile(r"<(?=[A-Za-z/!?])(?![^<>]*>)")
_NOTE = re.compile(r"\[\^([^\]\[\n]+)\](?!:)")
_HEADING = re.compile(r"^(?:#|[-=]+ *$)", re.MULTILINE)
_NESTED = re.compile(rf"^ {{0,3}}(?:(?:[-+*]|\d+\.) +){{{MOST_NESTED},}}[^\s*+-]", re.MULTILINE)
_TAG = re.compile(r"<(\w+)[\s>]")
_DIVIDER = re.compile(r"[ |:-]*-[ |:-]*")


def costs(text: str) -> Iterator[tuple[int, str]]:
    """What is too much in the text of a page, each with its line."""
    if len(text) > _SHORT:
        text = _without_fences(text)
        yield from ((1, message) for message in _of_page(text))
        yield from ((line, message) for line, block in _blocks(text) for message in _of_block(block))


def crowded(text: str) -> Iterator[int]:
    """The lines of paragraphs with too many brackets."""
    for line, block in _blocks(_without_fences(text)) if text.count("[") > MOST_BRACKETS else ():
        if any(run.count("[") > MOST_BRACKETS for run in _runs(block)):
            yield line


def is_costly(text: str) -> bool:
    """Whether the engine had better not be asked for this page."""
    return next(costs(text), None) is not None or next(crowded(text), None) is not None


def _of_page(text: str) -> Iterator[str]:
    if text.count("<") > MOST_OPEN and sum(1 for _ in _OPEN_TAG.finditer(text)) > MOST_OPEN:
        yield f"more than {MOST_OPEN} tags of this page are not closed with >"
    if text.count("[^") > MOST_OPEN and max(Counter(_NOTE.findall(text)).values(), default=0) > MOST_OPEN:
        yield f"more than {MOST_OPEN} places of this page refer to one footnote"
    if sum(bool(_FENCE.match(line)) for line in text.split("\n")) > MOST_OPEN:
        yield f"more than {MOST_OPEN} fences of code in this page are not closed"


def _of_block(block: str) -> Iterator[str]:
    if len(block) <= MOST_NESTED:
        return
    if _NESTED.search(block):
        yield f"more than {MOST_NESTED} lists begin on one line, one inside the other"
    if len(block) > MOST_OPEN and sum(1 for _ in _HEADING.finditer(block)) > MOST_OPEN:
        yield f"more than {MOST_OPEN} headings stand here without an empty line between them"
    if len(block) > MOST_SIGNS and any(sum(1 for _ in _SIGN.finditer(run)) > MOST_SIGNS for run in _runs(block)):
        yield f"more than {MOST_SIGNS:,} signs of Markdown stand in this paragraph"


def _runs(block: str) -> list[str]:
    """The parts of a block in which the engine looks for signs at once: rows of a table, entries of a list, or all of it."""
    lines = block.split("\n")
    if len(lines) > 1 and "|" in lines[0] and _DIVIDER.fullmatch(lines[1]):
        return lines
    if (tag := _TAG.match(block)) and tag[1].lower() in BLOCK_LEVEL_ELEMENTS:
        return []  # it is passed on as it is
    if not _MARKER.match(block):
        return [block]
    return re.split(rf"\n(?={_MARKER.pattern})", block)


def _blocks(text: str) -> Iterator[tuple[int, str]]:
    """What stands between empty lines, each with the number of its first line."""
    line, start = 1, 0
    for gap in (*_BLANK.finditer(text), None):
        end = gap.start() if gap else len(text)
        block = text[start:end].lstrip("\n")
        yield line + end - start - len(block), block.rstrip("\n")
        line += text.count("\n", start, gap.end()) if gap else 0
        start = gap.end() if gap else end


def _without_fences(text: str) -> str:
    """*text* with empty lines for the code that stands between fences; a fence that nothing closes stays."""
    lines = text.split("\n")
    closes: dict[str, list[int]] = {}
    for number, line in enumerate(lines):
        if (found := _FENCE.match(line)) and line.rstrip() == found[1]:
            closes.setdefault(found[1], []).append(number)
    number = 0
    while number < len(lines):
        found = _FENCE.match(lines[number])
        ends = closes.get(found[1], []) if found else []
        after = bisect_right(ends, number)
        end = ends[after] if after < len(ends) else None
        if end is not None:
            lines[number : end + 1] = [""] * (end + 1 - number)
        number = number + 1 if end is None else end + 1
    return "\n".join(lines)
