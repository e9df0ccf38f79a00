"""Rendered Markdown -> the words of its blocks, with the lines they were typed in."""

import html
import re
from collections.abc import Iterator

from spotbrief.model.record import record

CODE, ESCAPED = "\ufffc", "\ue000"
"""What stands for code and for a sign after a backslash, which are shown as they were meant."""

_PIECE = re.compile(r"<code[^>]*>.*?</code>|<span data-escaped-char[^>]*>.*?</span>|<[^>]*>|[^<]+", re.DOTALL)
_TAG = re.compile("<[^>]*>")
_BLOCK = re.compile(
    r"</?(p|h[1-6]|[ou]l|li|t[drh]|table|thead|tbody|blockquote|div|section|pre|hr)\b"
    r'(?: data-sourcepos="(\d+):\d+-(\d+):)?'
)


@record
class Block:
    """A paragraph, a heading, an entry of a list or a cell."""

    tag: str
    first: int
    last: int
    """Its lines, from 1."""
    text: str


def blocks(made: str) -> Iterator[Block]:
    """The blocks of what `placed` makes, in reading order; blocks of code are left out."""
    tag, first, last, words = "p", 1, 1, ""
    for piece in _PIECE.findall(made):
        block = _BLOCK.match(piece)
        if block:
            if words.strip(f" \n{CODE}"):
                yield Block(tag=tag, first=first, last=last, text=words.strip("\n"))
            words = ""
            if block[2]:
                tag, first, last = block[1], int(block[2]), int(block[3])
        else:
            words += _shown(piece)
    if words.strip():
        yield Block(tag=tag, first=first, last=last, text=words.strip("\n"))


def plain_of(made: str) -> str:
    """The words of any HTML of comrak's."""
    return html.unescape(_TAG.sub("", made))


def words_of(made: str) -> str:
    """The words of any HTML of comrak's, without code."""
    return "".join(map(_shown, _PIECE.findall(made)))


def _shown(piece: str) -> str:
    if not piece.startswith("<"):
        return html.unescape(piece)
    return ESCAPED if piece.startswith("<span") else CODE if piece.startswith(("<code", "<!--", "<img")) else ""
