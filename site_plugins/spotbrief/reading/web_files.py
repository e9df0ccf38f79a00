"""A web page or an XML file that is published as it is -> what runs in it, and what it loads."""

import codecs
import re
from collections.abc import Iterator
from xml.parsers import expat

from spotbrief.model.page import Embed
from spotbrief.reading.embeds import Reader

_HTML = frozenset({".html", ".htm", ".shtml"})
_XML = frozenset({".xhtml", ".xht", ".xml", ".xsl", ".xslt", ".rdf", ".rss", ".atom"})
WEB_FILES = _HTML | _XML | {".svgz"}
"""How the names of files end that browsers may run scripts in."""

_SHOWN = ("http://www.w3.org/1999/xhtml ", "http://www.w3.org/2000/svg ", "http://www.w3.org/1998/Math/MathML ")
"""How names of elements start that a browser does more with than show their text."""
_PURPOSES = {
    ("script", "href"): "scripts",
    ("base", "href"): "scripts",
    ("frame", "src"): "frames",
    ("image", "href"): "pictures",
    ("feimage", "href"): "pictures",
    ("use", "href"): "pictures",
    ("input", "src"): "pictures",
    ("body", "background"): "pictures",
    ("a", "ping"): "connections",
    ("area", "ping"): "connections",
}
_LINKS = {"modulepreload": "scripts", "manifest": "connections", "pre": "connections", "dns-prefetch": "connections", "icon": "pictures"}
"""Links that browsers follow of themselves, by a part of their `rel`."""
_RUN = re.compile(r"module|importmap|speculationrules|.*(?:java|ecma|j|live)script.*|", re.IGNORECASE)
"""Types of scripts that are no mere data."""
_LOADS = re.compile(r"(?:@import|url\()[\s'\"]*((?:url\([\s'\"]*)?(?:https?:)?//[^\s'\")]+)", re.IGNORECASE)
_HREF = re.compile(r"\bhref\s*=\s*[\"']([^\"']*)")
_ODD_COMMENT = re.compile(r"-?>|.*--!>", re.DOTALL)
"""A comment that has ended already for browsers."""
_DEEPEST = 8
_LEFT = 200
"""Tags after one that has no end, each of which is read up to the end of the file."""
_ENCODED = "has an encoding that cannot be read: save it as UTF-8"


def web_embeds(data: bytes, suffix: str) -> list[Embed]:
    """What a file embeds, each with its place; `transformation` stands for a style sheet that may make anything of it.

    A file of another name is read as both, HTML and XML: who can say for what a server gives it out?

    Raises ValueError for what nobody can look into.
    """
    reader = _WebReader()
    if suffix in _HTML or suffix not in WEB_FILES:
        reader.feed(_text(data))
        if reader.rawdata.count("<") > _LEFT:
            raise ValueError("breaks off inside a tag or a comment: save it again")
        reader.close()
        return reader.found if suffix in _HTML else reader.found + _XmlReader(_WebReader()).read(data)
    if suffix == ".svgz":
        raise ValueError("is compressed, so that nobody can look into it: save it as .svg")
    return _XmlReader(reader).read(data)


def starts_like_markup(head: bytes) -> bool:
    """Whether a file that starts so may be taken for HTML or XML."""
    return _text(head).lstrip("\ufeff \t\n\f\r").startswith("<")


def _text(data: bytes) -> str:
    is_wide = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    return data.decode("utf-16" if is_wide else "utf-8", "replace")


class _WebReader(Reader):
    """Sees all that browsers see; what they may read otherwise than we do is read both ways."""

    def __init__(self, depth: int = 0) -> None:
        super().__init__()
        self._depth = depth

    def embedded(self, tag: str, said: dict[str, str]) -> Iterator[tuple[str, str]]:
        """More than in pages, which have a policy."""
        for purpose, url in super().embedded(tag, said):
            if purpose != "inline script" or ("href" not in said and _RUN.fullmatch(said.get("type", "").strip())):
                yield purpose, url
        yield from ((_PURPOSES[tag, name], value) for name, value in said.items() if (tag, name) in _PURPOSES)
        if tag == "link":
            rel = said.get("rel", "").lower()
            yield from ((purpose, said.get("href", "")) for part, purpose in _LINKS.items() if part in rel)
        yield from (("pictures", found) for found in _LOADS.findall(said.get("style", "")))
        self._again(said.get("srcdoc", ""))

    def handle_data(self, data: str) -> None:
        """Look into styles and into texts in which we see no tags, but browsers may."""
        if self.cdata_elem and self.cdata_elem != "script":
            self.see_style(data)
            self._again(data)

    def see_style(self, style: str) -> None:
        """Note what a style sheet loads from elsewhere."""
        line, offset = self.getpos()
        self.found += (Embed(purpose="pictures", url=url, typed="", line=line, column=offset + 1) for url in _LOADS.findall(style))

    def handle_comment(self, data: str) -> None:
        """Look behind the end that a comment has for browsers."""
        if _ODD_COMMENT.match(data):
            self._again(data)

    def _again(self, html: str) -> None:
        if "<" in html:
            if self._depth == _DEEPEST:
                raise ValueError("holds pages in pages in pages, so that nobody can look into it")
            inner = _WebReader(self._depth + 1)
            inner.feed(html)
            line, offset = self.getpos()
            self.found += (Embed(purpose=one.purpose, url=one.url, typed="", line=line, column=offset + 1) for one in inner.found)


class _XmlReader:
    """Shows the elements of a file to a reader of HTML."""

    def __init__(self, reader: _WebReader) -> None:
        self._found, self._reader = reader.found, reader
        self._parser = expat.ParserCreate(namespace_separator=" ")
        self._parser.StartElementHandler = self._start
        self._parser.ProcessingInstructionHandler = self._instruction
        self._parser.CharacterDataHandler = reader.see_style
        reader.getpos = lambda: (self._parser.CurrentLineNumber, self._parser.CurrentColumnNumber)  # type: ignore[method-assign]

    def read(self, data: bytes) -> list[Embed]:
        """What was found before the end, or before the place from which browsers read no further. Raises ValueError."""
        try:
            self._parser.Parse(data, True)
        except expat.ExpatError as error:
            if error.code == expat.errors.codes[expat.errors.XML_ERROR_UNKNOWN_ENCODING]:
                raise ValueError(_ENCODED) from None
        except (LookupError, ValueError):
            raise ValueError(_ENCODED) from None
        return self._found

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if name.startswith(_SHOWN):
            said = {key.rpartition(" ")[2].lower(): value for key, value in attributes.items()}
            self._reader.see(name.rpartition(" ")[2].lower(), said, "")

    def _instruction(self, target: str, data: str) -> None:
        if target == "xml-stylesheet":
            line, offset = self._reader.getpos()
            url = next(iter(_HREF.findall(data)), "")
            purpose = "styles" if "text/css" in data else "transformation"
            self._found.append(Embed(purpose=purpose, url=url, typed="", line=line, column=offset + 1))
