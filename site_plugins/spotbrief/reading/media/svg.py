"""SVG 2: its size, and the drawing without what drawing programs note in it."""

import re
from base64 import b64decode, b64encode
from binascii import Error
from collections.abc import Callable
from html import escape
from urllib.parse import unquote_to_bytes
from xml.parsers import expat

from spotbrief.reading.media.refused import Refused

_DRAWING = "http://www.w3.org/2000/svg"
_LANGUAGES = frozenset({"", _DRAWING, "http://www.w3.org/1999/xlink", "http://www.w3.org/XML/1998/namespace"})
"""All that a drawing is written in; what stands in any other language is a note of the program that made it."""
_REMARK = re.compile(r"(\"[^\"]*\"|'[^']*')|/\*.*?(?:\*/|\Z)", re.DOTALL)
"""A text of a style sheet, which stays, or a comment."""
_EMBEDDED = re.compile(r"\s*data:image/[a-z+]+((?:;[^,;]*)*),(.*)", re.IGNORECASE | re.DOTALL)
_IN_QUOTES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\n": "&#10;", "\r": "&#13;", "\t": "&#9;"})
"""How signs of an attribute are written: a reader of XML makes a blank of a break."""
_LENGTH = re.compile(r"\s*([0-9]{0,7}\.?[0-9]{1,20})(?:px)?\s*")
_NUMBER = re.compile(r"-?[0-9]{0,7}\.?[0-9]{1,20}(?:[eE][-+]?[0-9]{1,2})?")
"""Numbers of a length that a drawing may need, so that none is too large to compute with."""

DEEPEST = 256
"""Elements within one another, and languages in one place; no program that draws comes near it, and readers of XML often stop there."""

WIDE = 1200
"""How wide a drawing is taken to be that gives only its shape: it fills its place."""

Clean = Callable[[bytes], bytes]


def size(data: bytes) -> tuple[int, int]:
    """Width and height, or the shape at a width of 1200; nothing where the drawing says neither."""
    root: dict[str, str] = {}

    def start(_: str, attributes: dict[str, str]) -> None:
        root.update(attributes if not root else {})
        parser.StartElementHandler = None

    parser = expat.ParserCreate()
    parser.StartElementHandler = start
    _parse(parser, data)
    sides = [_LENGTH.fullmatch(root.get(name, "")) for name in ("width", "height")]
    if sides[0] and sides[1] and float(sides[0][1]) >= 1 and float(sides[1][1]) >= 1:
        return round(float(sides[0][1])), round(float(sides[1][1]))
    box = [float(number) for number in _NUMBER.findall(root.get("viewBox", ""))]
    if len(box) == 4 and box[2] > 0 and box[3] > 0 and box[3] / box[2] < WIDE:
        return WIDE, max(1, round(WIDE * box[3] / box[2]))
    return 0, 0


def cleaned(data: bytes, clean: Clean) -> bytes:
    """The drawing alone, as UTF-8; *clean* takes the notes out of pictures inside. Raises Refused for what is no SVG."""
    writer, parser = _Writer(clean), expat.ParserCreate()
    parser.buffer_text = parser.ordered_attributes = True
    parser.StartElementHandler, parser.EndElementHandler, parser.CharacterDataHandler = writer.start, writer.end, writer.text
    _parse(parser, data)
    return "".join(writer.made).encode("utf-8", "xmlcharrefreplace")


def _parse(parser: expat.XMLParserType, data: bytes) -> None:
    try:
        parser.Parse(data, True)
    except (expat.ExpatError, ValueError, LookupError) as error:
        raise Refused(f"is no well-formed SVG: {error}", "export it again as a plain SVG, or as a PNG") from None


def too_deep() -> Refused:
    """The error for a drawing that nothing but malice or a broken program nests."""
    return Refused(f"has more than {DEEPEST} elements, or languages, within one another", "export it again as a plain SVG, or as a PNG")


class _Writer:
    """Writes the elements that draw, and leaves out comments, instructions and what is in the languages of programs."""

    def __init__(self, clean: Clean) -> None:
        self.made: list[str] = []
        self._clean = clean
        self._names: list[dict[str, str]] = [{"": _DRAWING, "xml": "http://www.w3.org/XML/1998/namespace"}]
        self._left_out = 0
        self._style: list[str] | None = None
        self._is_open = False

    def start(self, tag: str, flat: list[str]) -> None:
        attributes = list(zip(flat[::2], flat[1::2], strict=True))
        declared = {name.partition(":")[2]: value for name, value in attributes if name == "xmlns" or name.startswith("xmlns:")}
        self._names.append({**self._names[-1], **declared} if declared else self._names[-1])
        if max(len(self._names), len(self._names[-1])) > DEEPEST:
            raise too_deep()
        if self._left_out or self._is_note(tag):
            self._left_out += 1
            return
        self._end_style()
        self._close()
        kept = ((name, self._value(name, value)) for name, value in attributes if self._is_kept(name, value))
        quoted = "".join(f' {name}="{value.translate(_IN_QUOTES)}"' for name, value in kept)
        self.made.append(f"<{tag}{quoted}")
        self._is_open = True
        self._style = [] if tag.rpartition(":")[2] == "style" else None

    def end(self, tag: str) -> None:
        self._names.pop()
        if self._left_out:
            self._left_out -= 1
            return
        self._end_style()
        if self._is_open:
            self.made.append("/>")
            self._is_open = False
        else:
            self.made.append(f"</{tag}>")

    def text(self, text: str) -> None:
        if self._style is not None and not self._left_out:
            self._style.append(text)
        elif not self._left_out and text:
            self._close()
            self.made.append(escape(text, quote=False))

    def _end_style(self) -> None:
        style, self._style = self._style, None
        self.text(_without_remarks("".join(style or ())))

    def _close(self) -> None:
        if self._is_open:
            self.made.append(">")
            self._is_open = False

    def _is_note(self, tag: str) -> bool:
        prefix, _, name = tag.rpartition(":")
        language = self._names[-1].get(prefix)
        return language not in ("", _DRAWING) or name == "metadata"

    def _is_kept(self, name: str, value: str) -> bool:
        if name == "xmlns" or name.startswith("xmlns:"):
            return value in _LANGUAGES
        prefix, colon, _ = name.partition(":")
        return self._names[-1].get(prefix) in _LANGUAGES if colon else not name.lower().startswith("data-")

    def _value(self, name: str, value: str) -> str:
        embedded = _EMBEDDED.fullmatch(value) if name.rpartition(":")[2] == "href" else None
        if not embedded:
            return _without_remarks(value) if name == "style" else value
        try:
            data = b64decode(unquote_to_bytes(embedded[2])) if embedded[1].lower().endswith(";base64") else unquote_to_bytes(embedded[2])
        except Error:
            data = b""
        kind, made = embedded[0].split(":", 1)[1].split(";")[0].split(",")[0], self._clean(data)
        return f"data:{kind};base64,{b64encode(made).decode()}"


def _without_remarks(style: str) -> str:
    return _REMARK.sub(lambda found: found[1] or "", style)
