"""Markdown of the desk -> Markdown that reads the same anywhere: links and pictures absolute, actors linked by name."""

import html
import re

from spotbrief.model.origin import Origin
from spotbrief.reading.markdown import address, visible
from spotbrief.views.links import Links
from spotbrief.views.prose import Writer

_CODE = r"(?P<code>^(?P<fence>```+|~~~+).*?^(?P=fence)|(?P<ticks>`+)(?!`).*?(?<!`)(?P=ticks)(?!`))"
_MENTION = r"\[\[(?P<mention>[^\[\]|\\\n]+)(?:\\?\|(?P<said>[^\[\]\n]+))?\]\]"
_TARGET = r"(?P<before>\]\(\s*)(?:<(?P<angled>[^<>\n]*)>|(?P<bare>[^\s()<>]+(?:\([^\s()]*\)[^\s()]*)*))"
_REFERENCE = re.compile(rf"(?=[\[\]`~])(?:{_CODE}|{_MENTION}|{_TARGET})", re.DOTALL | re.MULTILINE)
_OUTSIDE_CODE = re.compile(rf"{_MENTION}|{_TARGET}")
_SIGNS = re.compile(r"[\[|<]|```|~~~")
"""What links, tables and code are made of, in which something may hide."""
_SPECIAL = re.compile(r"([\\`*_\[\]<>])")


def escaped(text: str) -> str:
    """Plain text as Markdown, in one line."""
    return _SPECIAL.sub(r"\\\1", " ".join(text.split()))


def link(text: str, url: str) -> str:
    """A link; the text alone where there is no address."""
    return f"[{escaped(text)}]({_target(url)})" if url else escaped(text)


def _target(url: str) -> str:
    return f"<{url}>" if any(sign in url for sign in "() ") else url


class MarkdownWriter:
    """Rewrites the texts of things; *links* are absolute."""

    def __init__(self, links: Links) -> None:
        self._links, self._writer = links, Writer(links)

    def block(self, text: str, origin: Origin, page: str) -> str:
        """A text of paragraphs; *page* is the address that links within it are of."""
        if not _SIGNS.search(text):
            return text.strip()
        file, shown = origin.prose_file or origin.file, visible(text)
        if "`" in shown or "~~~" in shown:
            return _REFERENCE.sub(lambda found: found[0] if found["code"] else self._rewritten(found, file, page), shown).strip()
        return _OUTSIDE_CODE.sub(lambda found: self._rewritten(found, file, page), shown).strip()

    def line(self, text: str | None, origin: Origin, page: str) -> str:
        """A text of one sentence or a few, in one line."""
        return " ".join(self.block(text, Origin(file=origin.file), page).split()) if text else ""

    def _rewritten(self, found: re.Match[str], file: str, page: str) -> str:
        if found["mention"]:
            url, name = self._links.mention(found["mention"].strip())
            said = html.unescape(found["said"] or "").strip()
            return link(name if said in ("", found["mention"].strip()) else said, url)
        typed = found["angled"] if found["angled"] is not None else found["bare"]
        url = page + typed if typed.startswith("#") else self._writer.leads_to(address(typed), file)
        return found["before"] + _target(url) if url else found[0]
