"""In which order names stand, and under which letter: as readers of a language look them up, by its alphabet (CLDR)."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from functools import cache

_PLAIN = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d"})
"""Letters that Unicode takes for no variants of others, but readers do."""

_PARTICLES = frozenset(
    ["af", "al", "ap", "bin", "de", "del", "dela", "della", "den", "der", "di", "do", "dos", "du", "el", "la", "las", "le", "los"]
) | frozenset(["ten", "ter", "van", "von", "zu", "zum", "zur"])
_SUFFIXES = frozenset(["jr", "sr", "ii", "iii", "iv"])
_ARTICLE = re.compile(r"(?:the|an?)\s+(?=\S)", re.IGNORECASE)
_GERMAN = re.compile(r"(?:the|an?|der|die|das)\s+(?=\S)", re.IGNORECASE)
_SIGNS = re.compile(r"[^\w\s]|_")

DIGITS = "0–9"
_OURS, _OTHERS = 0xE000, "\uf8ff"
"""Signs of no script, behind digits: the places of letters of the alphabet, and what stands before letters of others."""


def sort_key(text: str, alphabet: Sequence[str] = ()) -> str:
    """*text* without signs and capitals, so that names stand where readers look for them: digits, *alphabet* in its order, others.

    Accents count where they make a letter of the alphabet.
    """
    places, letters = _ordered(tuple(alphabet))
    if not letters:
        return _bare(text)
    found = letters.split(unicodedata.normalize("NFC", text.casefold()))
    return " ".join("".join(places.get(piece) or _placed(piece, places) for piece in found).split())


def letter(text: str, alphabet: Sequence[str] = ()) -> str:
    """The letter under which *text* stands."""
    _, letters = _ordered(tuple(alphabet))
    start = unicodedata.normalize("NFC", _SIGNS.sub("", text).strip().casefold())
    if letters and (own := letters.match(start)):
        return own[0].upper()
    first = _bare(text)[:1].upper()
    return first if first.isalpha() else DIGITS


def _bare(text: str) -> str:
    """*text* without accents, signs and capitals."""
    apart = unicodedata.normalize("NFKD", text.casefold().translate(_PLAIN))
    return " ".join(_SIGNS.sub("", "".join(sign for sign in apart if not unicodedata.combining(sign))).split())


def _placed(piece: str, places: Mapping[str, str]) -> str:
    """What is no letter of the alphabet: a letter of it with an accent, a digit, a blank, a letter of another script behind all of ours."""
    blank = " " if piece[:1].isspace() else ""
    bare = "".join(places.get(sign) or (f"{_OTHERS}{sign}" if sign.isalpha() else sign) for sign in _bare(piece))
    return f"{blank}{bare}{' ' if piece[-1:].isspace() else ''}"


@cache
def _ordered(alphabet: tuple[str, ...]) -> tuple[Mapping[str, str], re.Pattern[str] | None]:
    """The letters with what stands for each in a key, and a pattern that finds them; nothing for A to Z, which are in order as they are."""
    own = [one.casefold() for one in alphabet]
    if all(len(one) == 1 and one.isascii() for one in own):
        return {}, None
    longest_first = sorted(own, key=len, reverse=True)
    return {one: chr(_OURS + place) for place, one in enumerate(own)}, re.compile(f"({'|'.join(map(re.escape, longest_first))})")


def family_first(name: str) -> str:
    """A person's name with the family name first. Particles go with it from the first capital on: De Wever, but Leyen, von der."""
    parts = name.split()
    last = next((i for i in range(len(parts) - 1, 0, -1) if sort_key(parts[i]) not in _SUFFIXES), 0)
    start = last
    while start > 1 and parts[start - 1].casefold() in _PARTICLES:
        start -= 1
    start = next((i for i in range(start, last) if parts[i][:1].isupper()), last)
    return " ".join((*parts[start:], *parts[:start]))


def without_article(name: str, language: str = "en") -> str:
    """A name without the article before it: The Kyiv Independent stands under K in all languages, Die Zeit under Z in German."""
    article = _GERMAN if language.startswith("de") else _ARTICLE
    return article.sub("", name, count=1) if article.match(name) else name
