"""What our texts have and Python-Markdown has not, for ordinary pages: actor mentions, links to things, tables without inline styles.

The first two are written as addresses of a scheme of ours, which MkDocs leaves alone; the page's own place is known only later.
"""

import re
from collections.abc import Callable
from xml.etree.ElementTree import Element

from markdown import Extension, Markdown
from markdown.inlinepatterns import InlineProcessor
from markdown.treeprocessors import Treeprocessor

from spotbrief.model.kinds import REFERENCE_KINDS

SCHEME = "spotbrief:"

_MENTION = r"\[\[([^\[\]|]+)(?:\|([^\[\]]+))?\]\]"
_OURS = re.compile(r'(<a\b[^>]*?)\bhref="spotbrief:([^"]*)"([^>]*>)(.*?)(</a>)', re.DOTALL)


class _Mentions(InlineProcessor):
    """`[[actor-id]]` and `[[actor-id|text]]`."""

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[Element, int, int]:  # type: ignore[override]
        link = Element("a", {"href": f"{SCHEME}actor/{m[1].strip()}"})
        link.text = (m[2] or m[1]).strip()
        return link, m.start(0), m.end(0)


class _Links(Treeprocessor):
    """Marks links to briefings and to reference data before MkDocs looks for them among its own pages."""

    def __init__(self, md: Markdown, folder: str) -> None:
        super().__init__(md)
        briefing = rf"(?:\.\./)+{re.escape(folder)}/[^?]*\.(?:md|ya?ml)"
        thing = rf"(?:[^?#:/]+/)*(?:{'|'.join(REFERENCE_KINDS)})/[^?#:/]+\.ya?ml"
        self._into = re.compile(rf"\A(?:{briefing}|{thing})(?:#.*)?\Z", re.IGNORECASE)

    def run(self, root: Element) -> None:
        for link in root.iter("a"):
            if self._into.match(link.get("href", "")):
                link.set("href", f"{SCHEME}link/{link.get('href')}")


class _Tables(Treeprocessor):
    """Aligns cells with a class, because pages may have no inline styles; a header cell without text is none."""

    def run(self, root: Element) -> None:
        for cell in root.iter():
            if cell.tag == "th" and not len(cell) and not (cell.text or "").strip():
                cell.tag = "td"
            if cell.tag in ("th", "td") and cell.get("style", "").startswith("text-align: "):
                cell.set("class", f"align-{cell.attrib.pop('style').removeprefix('text-align: ').rstrip(';')}")


class DeskMarkdown(Extension):
    """The two for one site."""

    def __init__(self, folder: str) -> None:
        super().__init__()
        self._folder = folder

    def extendMarkdown(self, md: Markdown) -> None:
        """Mentions come before references and after code; links before MkDocs' own treatment of them."""
        md.inlinePatterns.register(_Mentions(_MENTION, md), "spotbrief-mentions", 175)
        md.treeprocessors.register(_Links(md, self._folder), "spotbrief-links", 10)
        md.treeprocessors.register(_Tables(md), "spotbrief-tables", 5)


def resolve(html: str, address_of: Callable[[str, str], tuple[str, str]]) -> str:
    """*html* with our addresses made real: *address_of* gives the address, which may be empty, and the name of a target."""

    def real(found: re.Match[str]) -> str:
        kind, _, target = found[2].partition("/")
        href, name = address_of(kind, target)
        text = name if name and found[4] == target else found[4]
        return f'{found[1]}href="{href}"{found[3]}{text}{found[5]}' if href else text

    return _OURS.sub(real, html) if SCHEME in html else html
