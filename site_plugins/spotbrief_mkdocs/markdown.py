"""What our texts have and Python-Markdown has not, for ordinary pages: actor mentions, links to things, tables without inline styles.

The first two are written as addresses of a scheme of ours, which MkDocs leaves alone; the page's own place is known only later.
"""

import posixpath
import re
from collections.abc import Callable
from urllib.parse import quote, unquote
from xml.etree.ElementTree import Element

from markdown import Extension, Markdown
from markdown.inlinepatterns import InlineProcessor
from markdown.treeprocessors import Treeprocessor

from spotbrief.model.kinds import REFERENCE_KINDS
from spotbrief.reading.files import one_form

SCHEME = "spotbrief:"

_KEPT = "/?&=+,;~!$'()*@"

_MENTION = r"\[\[([^\[\]|]+)(?:\|([^\[\]]+))?\]\]"
_OURS = re.compile(r'(<a\b[^>]*?)\bhref="spotbrief:([^"]*)"([^>]*>)(.*?)(</a>)', re.DOTALL)


_ADDRESS = {"a": "href", "img": "src"}


def in_one_form(address: str) -> str:
    """*address*, its path in the one Unicode form by which the engine knows our files."""
    path, sign, anchor = address.partition("#")
    if ":" in path or (path.isascii() and "%" not in path):
        return address
    typed = unquote(path)
    return address if one_form(typed) == typed else f"{quote(one_form(typed), safe=_KEPT)}{sign}{anchor}"


class _Mentions(InlineProcessor):
    """`[[actor-id]]` and `[[actor-id|text]]`."""

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[Element, int, int]:  # type: ignore[override]
        link = Element("a", {"href": f"{SCHEME}actor/{m[1].strip()}"})
        link.text = (m[2] or m[1]).strip()
        return link, m.start(0), m.end(0)


class _Links(Treeprocessor):
    """Readies addresses for MkDocs, which looks among its own pages: one form of Unicode, and a mark on what leads to the desk's data.

    On a page in another language, what is there in that language takes the place of the original.
    """

    def __init__(self, md: Markdown, folder: str, desk: "DeskMarkdown") -> None:
        super().__init__(md)
        self._desk = desk
        briefing = rf"(?:\.\./)+{re.escape(folder)}/[^?]*\.(?:md|ya?ml)"
        thing = rf"(?:[^?#:/]+/)*(?:{'|'.join(REFERENCE_KINDS)})/[^?#:/]+\.ya?ml"
        self._into = re.compile(rf"\A(?:{briefing}|{thing})(?:#.*)?\Z", re.IGNORECASE)

    def run(self, root: Element) -> None:
        for element in root.iter():
            key = _ADDRESS.get(element.tag)
            if key and (address := element.get(key)):
                element.set(key, in_one_form(address))
        for link in root.iter("a") if self._desk.language else ():
            link.set("href", self._desk.spoken(link.get("href", "")))
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
        self.language = ""
        """That of the page which is rendered next, in a site of several languages; empty for the first."""
        self._page, self._pages = "", frozenset[str]()

    def speak(self, page: str, language: str, pages: frozenset[str]) -> None:
        """Render *page* next, which is in *language*; *pages* are all, by the paths of their files."""
        self._page, self.language, self._pages = page, language, pages

    def spoken(self, address: str) -> str:
        """*address*, or that of the same page in the language of this one."""
        path, sign, anchor = address.partition("#")
        stem, dot, suffix = path.rpartition(".")
        there = posixpath.normpath(posixpath.join(posixpath.dirname(self._page), unquote(f"{stem}.{self.language}{dot}{suffix}")))
        return f"{stem}.{self.language}{dot}{suffix}{sign}{anchor}" if dot and there in self._pages else address

    def extendMarkdown(self, md: Markdown) -> None:
        """Mentions come before references and after code; links before MkDocs' own treatment of them."""
        md.inlinePatterns.register(_Mentions(_MENTION, md), "spotbrief-mentions", 175)
        md.treeprocessors.register(_Links(md, self._folder, self), "spotbrief-links", 10)
        md.treeprocessors.register(_Tables(md), "spotbrief-tables", 5)


def resolve(html: str, address_of: Callable[[str, str], tuple[str, str]]) -> str:
    """*html* with our addresses made real: *address_of* gives the address, which may be empty, and the name of a target."""

    def real(found: re.Match[str]) -> str:
        kind, _, target = found[2].partition("/")
        href, name = address_of(kind, target)
        text = name if name and found[4] == target else found[4]
        return f'{found[1]}href="{href}"{found[3]}{text}{found[5]}' if href else text

    return _OURS.sub(real, html) if SCHEME in html else html
