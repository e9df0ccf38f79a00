"""Markdown -> the plain text that readers see."""

import re
from collections.abc import Callable
from html import unescape

from spotbrief.reading.markdown import CARDS, to_html

_PLAIN = re.compile(r"[\w \t\n.,;:'’‘()–—%/?!$€£“”…+\"-]*\Z")
_MENTION = re.compile(r"\[\[([^\[\]|]+)\]\]")
_TAG = re.compile(r"<[^>]*>")
_BOX = re.compile(r'<p class="markdown-alert-title">[^<]*</p>')
_SPACE = re.compile(r"\s+")


def plain(text: str | None, name_of: Callable[[str], str]) -> str:
    """*text* without marks, addresses and markup; *name_of* says what an actor's id stands for. What a box is called is no word of it."""
    if not text:
        return ""
    if not _PLAIN.match(text) or "://" in text:
        text = unescape(_TAG.sub(" ", _BOX.sub("", to_html(_MENTION.sub(lambda found: _named(found[1], name_of), text)))))
    return _SPACE.sub(" ", text).strip()


def _named(id: str, name_of: Callable[[str], str]) -> str:
    return "" if id.startswith(CARDS) else name_of(id)
