"""Texts as other programs can read them: no character that XML, JSON or calendars refuse."""

import re

from spotbrief.views.marks import bare

_REFUSED = re.compile("[\x00-\x08\x0b\x0c-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def clean(text: str) -> str:
    """*text* without control characters, which YAML's escapes can bring in: XML cannot hold them, and they break calendars."""
    return _REFUSED.sub("\N{REPLACEMENT CHARACTER}", text) if _REFUSED.search(text) else text


def plain(html: str) -> str:
    """The words of some HTML."""
    return clean(bare(html))


def xml(text: str) -> str:
    """*text* for the inside of an element or of an attribute in double quotes."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
