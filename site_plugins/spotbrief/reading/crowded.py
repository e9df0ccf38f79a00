"""Texts that would take minutes: the time that Markdown takes grows with the square of its signs in a paragraph."""

import re
from collections.abc import Iterator

from yaml.nodes import ScalarNode

from spotbrief.reading.text import Unreadable
from spotbrief.reading.yaml_text import YamlText

MOST_SIGNS = 30_000
"""In one paragraph; many paragraphs have as much room together as one with so many, by the square of each."""
MOST_HEADINGS = 1_000
"""In one text: each is compared with the others, so that their addresses differ."""

_NO_SIGN = bytes(set(range(256)) - {*b"*_~`\\[]!&:^#|"})
_BLANK = re.compile(r"\n[ \t>]*\n")
_HEADING = re.compile(r"^[ >]*(?:\#{1,6}(?:[ \t]|$)|(?:=+|-+)[ \t]*$)", re.MULTILINE)


def refuse_crowded(text: str, line: int) -> None:
    """Raises Unreadable where *text*, which starts at this *line* of its file, has more signs than can be read in a second or two."""
    if not _may_be_crowded(text):
        return
    if sum(1 for _ in _HEADING.finditer(text)) > MOST_HEADINGS:
        raise Unreadable("too-many-signs", f"this text has more than {MOST_HEADINGS:,} headings", "split it into several files", line)
    counted = [(_signs(block), first) for first, block in _blocks(text)]
    if sum(signs**2 for signs, _ in counted) > MOST_SIGNS**2:
        signs, first = max(counted, key=lambda one: (one[0], -one[1]))
        message = f"this paragraph has {signs:,} signs of Markdown, which is more than can be read"
        raise Unreadable("too-many-signs", message, "put empty lines between its parts, or take the signs out", line + first)


def refuse_crowded_in(fields: YamlText) -> None:
    """Raises Unreadable if a value of *fields* is too crowded."""
    waiting = [fields.node] if _may_be_crowded(fields.text) else []
    while waiting:
        one = waiting.pop()
        if isinstance(one, ScalarNode):
            refuse_crowded(one.value, one.start_mark.line + 1 + (one.style in ("|", ">")) + fields.first_line)
        elif one is not None:
            waiting += reversed([part for entry in one.value for part in (entry if isinstance(entry, tuple) else (entry,))])


def _may_be_crowded(text: str) -> bool:
    """Whether a text has that many signs in all; nearly none has, and this is quickly known."""
    if len(text) <= MOST_HEADINGS:
        return False
    return text.count("#") + text.count("=") + text.count("-") > MOST_HEADINGS or (
        len(text) > MOST_SIGNS // 2 and _signs(text) > MOST_SIGNS
    )


def _signs(text: str) -> int:
    """How many there are in *text*; a tag counts once, an address does not."""
    return len(text.encode().translate(None, _NO_SIGN)) + max(text.count("<"), text.count(">")) + text.count("//")


def _blocks(text: str) -> Iterator[tuple[int, str]]:
    """What stands between empty lines, each with the number of lines before it."""
    line, start = 0, 0
    for gap in (*_BLANK.finditer(text), None):
        block = text[start : gap.start() if gap else len(text)]
        yield line, block
        line += block.count("\n") + (2 if gap else 0)
        start = gap.end() if gap else start
