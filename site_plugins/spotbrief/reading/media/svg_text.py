"""The smallest letters of a drawing, as large as they are on a phone."""

import re
from xml.parsers import expat

from spotbrief.model.picture import PHONE, Letters
from spotbrief.model.record import record
from spotbrief.reading.media.svg import DEEPEST, too_deep

_SIZE = re.compile(r"\s*([0-9]{0,7}\.?[0-9]{1,20})(px|pt|em|%|rem)?\s*")
_IN_STYLE = re.compile(r"(?:^|;)\s*font-size\s*:\s*([^;!]+)")
_SCALE = re.compile(r"(scale|matrix)\(\s*(-?[0-9]{0,7}\.?[0-9]{1,20})(?:[\s,]+(-?[0-9]{0,7}\.?[0-9]{1,20}))?")
_UNITS = {None: 1.0, "px": 1.0, "pt": 4 / 3, "rem": 16.0}
_UNSEEN = frozenset({"title", "desc", "defs", "symbol", "metadata", "style", "script"})
USUAL = 16.0
"""What a browser takes where nobody says a size."""


def smallest(data: bytes, wide: int) -> Letters | None:
    """The smallest letters of a drawing that is *wide* by itself; None where it has none, or where a style sheet gives their size.

    Raises Refused for a drawing that is nested too deep.
    """
    reader, parser = _Reader(), expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler, parser.EndElementHandler = reader.start, reader.end
    parser.CharacterDataHandler = lambda text: reader.text(text, parser.CurrentLineNumber)
    parser.Parse(data, True)
    if not reader.found or reader.has_sheet or not wide:
        return None
    size, text, line = min(reader.found, key=lambda found: found[0])
    box = reader.width or wide
    return Letters(size=round(size * min(wide, PHONE) / box, 2), width=round(box), text=text, line=line)


@record
class _Around:
    """What holds for the text in an element."""

    name: str = ""
    size: float = USUAL
    scale: float = 1
    is_text: bool = False
    is_unseen: bool = False


class _Reader:
    """Follows sizes and scales from an element to those within it."""

    def __init__(self) -> None:
        self.found: list[tuple[float, str, int]] = []
        self.width = 0.0
        self.has_sheet = False
        self._within = [_Around()]

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        name, around = tag.rpartition(":")[2], self._within[-1]
        if len(self._within) > DEEPEST:
            raise too_deep()
        if len(self._within) == 1:
            self.width = _width(attributes.get("viewBox", ""))
        styled = _IN_STYLE.search(attributes.get("style", ""))
        inside = _Around(
            name=name,
            size=_sized(styled[1] if styled else attributes.get("font-size", ""), around.size),
            scale=around.scale * _scaled(attributes),
            is_text=around.is_text or name == "text",
            is_unseen=around.is_unseen or name in _UNSEEN,
        )
        self._within.append(inside)

    def end(self, _: str) -> None:
        self._within.pop()

    def text(self, text: str, line: int) -> None:
        around = self._within[-1]
        if around.name == "style":
            self.has_sheet |= "font" in text
        elif around.is_text and not around.is_unseen and text.strip():
            self.found.append((around.size * around.scale, text.strip(), line))


def _width(box: str) -> float:
    numbers = box.replace(",", " ").split()
    try:
        width = float(numbers[2]) if len(numbers) == 4 else 0
    except ValueError:
        return 0
    return width if 1e-9 < width < 1e9 else 0


def _sized(typed: str, around: float) -> float:
    found = _SIZE.fullmatch(typed)
    if not found:
        return around
    number = float(found[1])
    return around * number / (100 if found[2] == "%" else 1) if found[2] in ("em", "%") else number * _UNITS[found[2]]


def _scaled(attributes: dict[str, str]) -> float:
    scale = 1.0
    for kind, first, second in _SCALE.findall(attributes.get("transform", "")):
        scale *= (float(first) ** 2 + float(second or 0) ** 2) ** 0.5 if kind == "matrix" else abs(float(first))
    return scale
