"""How much room text takes, guessed without a font: never far too little for any script."""

from functools import lru_cache
from unicodedata import combining, east_asian_width

NARROW = frozenset("iljtfrI.,:;'’|!()[]- ")
BROAD = frozenset("mwMWЖШЩЮФжшщюфм@%—…")


@lru_cache(maxsize=4096)
def width(text: str, size: float) -> float:
    """The width of *text* in letters of *size*."""
    return sum(map(_em, text)) * size


def _em(letter: str) -> float:
    if combining(letter):
        return 0
    if east_asian_width(letter) in "WF":
        return 1.05
    if letter in NARROW:
        return 0.36
    return 0.92 if letter in BROAD else 0.7 if letter.isupper() else 0.59


def wrapped(text: str, room: float, size: float, lines: int = 2) -> tuple[str, ...]:
    """*text* in at most so many lines, broken between words, or in one that finds no room alone; `…` stands for what is left out."""
    found: list[str] = []
    for word in text.split():
        if found and width(longer := f"{found[-1]} {word}", size) <= room:
            found[-1] = longer
        else:
            found.append(word)
    if len(found) > lines:
        found[lines - 1 :] = [" ".join(found[lines - 1 :])]
    return tuple(_cut(line, room, size) for line in found)


def _cut(text: str, room: float, size: float) -> str:
    if width(text, size) <= room:
        return text
    while text and width(f"{text}…", size) > room:
        text = text.rpartition(" ")[0] or text[:-1]  # a part of a word is said otherwise than its name
    return f"{text.rstrip()}…"
