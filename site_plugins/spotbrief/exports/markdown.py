"""Markdown of the desk -> Markdown that reads the same anywhere: links and pictures absolute, actors linked by name."""

import html
import re
from collections.abc import Iterator

from spotbrief.model.origin import Origin
from spotbrief.reading.markdown import address, visible
from spotbrief.views.links import Links
from spotbrief.views.prose import Writer

_CODE = r"(?P<code>^(?P<fence>```+|~~~+).*?^(?P=fence)|(?P<ticks>`+)(?!`).*?(?<!`)(?P=ticks)(?!`))"
_MENTION = r"\[\[(?P<mention>[^\[\]|\\\n]+)(?:\\?\|(?P<said>[^\[\]\n]+))?\]\]"
_TARGET = r"(?P<before>\]\(\s*)(?:<(?P<angled>[^<>\n]*)>|(?P<bare>[^\s()<>]+(?:\([^\s()]*\)[^\s()]*)*))"
_REFERENCE = re.compile(rf"(?=[\[\]`~])(?:{_CODE}|{_MENTION}|{_TARGET})", re.DOTALL | re.MULTILINE)
_OUTSIDE_CODE = (re.compile(_MENTION), re.compile(_TARGET))
"""The same where there is no code; each starts with signs of its own, which are found much faster than one of many."""
_SIGNS = re.compile(r"[\[|<]|```|~~~")
"""What links, tables and code are made of, in which something may hide."""
_SPECIAL = re.compile(r"([\\`*_\[\]<>~|]|&(?=[#\w])|\A[#+=-]|#\Z)")
"""Signs that Markdown would take for its own: anywhere, before a word, at the start, at the end of a heading."""
_NUMBER = re.compile(r"\A(\d{1,9})(?=[.)](?:\s|\Z))")
"""How an item of a numbered list starts."""


def escaped(text: str) -> str:
    """Plain text as Markdown, in one line."""
    return _NUMBER.sub(r"\1\\", _SPECIAL.sub(r"\\\1", " ".join(text.split())))


def link(text: str, url: str) -> str:
    """A link; the text alone where there is no address."""
    return f"[{escaped(text)}]({_target(url)})" if url else escaped(text)


def _target(url: str) -> str:
    return f"<{url}>" if any(sign in url for sign in "() ") else url


def _references(text: str) -> Iterator[re.Match[str]]:
    """The mentions and the targets of links in *text*, in their order."""
    if "`" in text or "~~~" in text:
        yield from (found for found in _REFERENCE.finditer(text) if not found["code"])
        return
    end = 0
    for found in sorted((found for kind in _OUTSIDE_CODE for found in kind.finditer(text)), key=re.Match.start):
        if found.start() >= end:
            yield found
            end = found.end()


class MarkdownWriter:
    """Rewrites the texts of things; *links* are absolute."""

    def __init__(self, links: Links) -> None:
        self._links, self._writer = links, Writer(links)

    def block(self, text: str, origin: Origin, page: str) -> str:
        """A text of paragraphs; *page* is the address that links within it are of."""
        if not _SIGNS.search(text):
            return text.strip()
        file, shown = origin.prose_file or origin.file, visible(text)
        made, end = "", 0
        for found in _references(shown):
            made += shown[end : found.start()] + self._rewritten(found, file, page)
            end = found.end()
        return (made + shown[end:]).strip()

    def line(self, text: str | None, origin: Origin, page: str) -> str:
        """A text of one sentence or a few, in one line."""
        return " ".join(self.block(text, Origin(file=origin.file), page).split()) if text else ""

    def _rewritten(self, found: re.Match[str], file: str, page: str) -> str:
        of = found.groupdict()
        if mention := of.get("mention"):
            url, name = self._links.mention(mention.strip())
            said = html.unescape(of["said"] or "").strip()
            return link(name if said in ("", mention.strip()) else said, url)
        typed = of["angled"] if of["angled"] is not None else of["bare"]
        url = page + typed if typed.startswith("#") else self._writer.leads_to(address(typed), file)
        return of["before"] + _target(url) if url else found[0]
