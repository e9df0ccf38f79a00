"""Type: how wide texts are in the fonts of the cards, and where their lines break."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from spotbrief.model.record import record

FOLDER = Path(__file__).parent / "fonts"


@record
class Line:
    """One line of a text, and where its feet stand."""

    y: float
    text: str


@record
class Block:
    """A text set in lines."""

    size: int
    lines: tuple[Line, ...]


class Face:
    """A font: what it can write, and how wide."""

    def __init__(self, path: Path) -> None:
        from fontTools.ttLib import TTFont  # it comes with an extra

        self.path = path
        font = TTFont(path)
        metrics, em = font["hmtx"], font["head"].unitsPerEm
        self._widths = {code: metrics[glyph][0] / em for code, glyph in font.getBestCmap().items()}

    def knows(self, text: str) -> bool:
        """Whether the font has every sign of *text*."""
        return all(ord(sign) in self._widths for sign in text)

    def width(self, text: str) -> float:
        """In ems; a sign that the font lacks is as wide as it is high."""
        return float(sum(self._widths.get(ord(sign), 1.0) for sign in text))


@cache
def face(name: str) -> Face:
    """The font of that name; read once."""
    return Face(FOLDER / f"{name}.ttf")


def block(text: str, face: Face, *, width: int, top: int, sizes: tuple[tuple[int, int], ...], leading: float) -> Block:
    """*text* in the first of *sizes* (pixels, most lines) that it fits, in lines of about one length; cut short at the last."""
    for size, most in sizes:
        lines = _balanced(text, face, width / size)
        if len(lines) <= most:
            break
    else:
        lines = _cut(lines[:most], face, width / size)
    return Block(size=size, lines=tuple(Line(y=round(top + size * (0.82 + leading * i), 1), text=line) for i, line in enumerate(lines)))


def _balanced(text: str, face: Face, width: float) -> list[str]:
    """As few lines as *width* needs, in the smallest width that keeps them as few."""
    lines = _broken(text, face, width)
    low, high = 0.0, width
    while len(lines) > 1 and high - low > 0.25:
        middle = (low + high) / 2
        tried = _broken(text, face, middle)
        low, high = (low, middle) if len(tried) == len(lines) and not _overlong(tried, face, middle) else (middle, high)
    return _broken(text, face, high)


def _broken(text: str, face: Face, width: float) -> list[str]:
    lines, line = [], ""
    for word in _words(text, face, width):
        longer = f"{line} {word}" if line else word
        if line and face.width(longer) > width:
            lines.append(line)
            longer = word
        line = longer
    return [*lines, line]


def _words(text: str, face: Face, width: float) -> Iterator[str]:
    """The words of *text*; one that no line can hold comes in pieces."""
    for word in text.split():
        while len(word) > 1 and face.width(word) > width:
            fits = next(i for i in range(len(word) - 1, 0, -1) if i == 1 or face.width(word[:i]) <= width)
            yield word[:fits]
            word = word[fits:]
        yield word


def _overlong(lines: list[str], face: Face, width: float) -> bool:
    return any(face.width(line) > width for line in lines)


def _cut(lines: list[str], face: Face, width: float) -> list[str]:
    last = lines[-1]
    while last and face.width(f"{last}…") > width:
        last = last[:-1]
    return [*lines[:-1], f"{last.rstrip(' ,.;:–—')}…"]
