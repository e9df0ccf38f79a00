"""Type: how wide texts are in the fonts of the cards, and where their lines break."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from spotbrief.model.record import record

FOLDER = Path(__file__).parent / "fonts"


LONGEST = 800
"""Characters of a text that are looked at; no card has room for more."""

Word = tuple[str, float]
"""A word and its width in ems."""


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
    text = text[:LONGEST]
    for size, most in sizes:
        words = tuple(_words(text, face, width / size))
        lines = _balanced(words, face, width / size)
        if len(lines) <= most:
            break
    said = [" ".join(line) for line in lines[:most]]
    if len(lines) > most:
        said[-1] = _cut(said[-1], face, width / size)
    return Block(size=size, lines=tuple(Line(y=round(top + size * (0.82 + leading * i), 1), text=line) for i, line in enumerate(said)))


def _words(text: str, face: Face, width: float) -> Iterator[Word]:
    """The words of *text*; one that no line can hold comes in pieces."""
    for word in text.split():
        start, wide = 0, 0.0
        for i, sign in enumerate(word):
            step = face.width(sign)
            if i > start and wide + step > width:
                yield word[start:i], wide
                start, wide = i, 0.0
            wide += step
        yield word[start:], wide


def _balanced(words: tuple[Word, ...], face: Face, width: float) -> list[list[str]]:
    """As few lines as *width* needs, in the smallest width that keeps them as few."""
    space = face.width(" ")
    lines = _broken(words, space, width)
    low, high = max((wide for _, wide in words), default=0.0), width
    while len(lines) > 1 and high - low > 0.25:
        middle = (low + high) / 2
        low, high = (low, middle) if len(_broken(words, space, middle)) == len(lines) else (middle, high)
    return _broken(words, space, high)


def _broken(words: tuple[Word, ...], space: float, width: float) -> list[list[str]]:
    lines: list[list[str]] = [[]]
    room = width
    for word, wide in words:
        if lines[-1] and wide + space > room:
            lines.append([])
            room = width
        room -= wide + (space if lines[-1] else 0)
        lines[-1].append(word)
    return lines


def _cut(line: str, face: Face, width: float) -> str:
    """The line with a sign that it goes on."""
    while line and face.width(f"{line}…") > width:
        line = line[:-1]
    return f"{line.rstrip(' ,.;:–—')}…"
