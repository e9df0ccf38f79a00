"""In which order names stand, and under which letter: as an English reader looks them up.

Other languages have other alphabets; they take the place of these functions, which `Words` alone calls.
"""

import re
import unicodedata

_PLAIN = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d"})
"""Letters that Unicode takes for no variants of others, but readers do."""

_PARTICLES = frozenset(
    ["af", "al", "ap", "bin", "de", "del", "dela", "della", "den", "der", "di", "do", "dos", "du", "el", "la", "las", "le", "los"]
) | frozenset(["ten", "ter", "van", "von", "zu", "zum", "zur"])
_SUFFIXES = frozenset(["jr", "sr", "ii", "iii", "iv"])
_ARTICLE = re.compile(r"(?:the|an?)\s+(?=\S)", re.IGNORECASE)
_SIGNS = re.compile(r"[^\w\s]|_")

DIGITS = "0–9"


def sort_key(text: str) -> str:
    """*text* without accents, signs and capitals, so that names stand where readers look for them."""
    apart = unicodedata.normalize("NFKD", text.casefold().translate(_PLAIN))
    return " ".join(_SIGNS.sub("", "".join(sign for sign in apart if not unicodedata.combining(sign))).split())


def letter(text: str) -> str:
    """The letter under which *text* stands."""
    first = sort_key(text)[:1].upper()
    return first if first.isalpha() else DIGITS


def family_first(name: str) -> str:
    """A person's name with the family name first. Particles go with it from the first capital on: De Wever, but Leyen, von der."""
    parts = name.split()
    last = next((i for i in range(len(parts) - 1, 0, -1) if sort_key(parts[i]) not in _SUFFIXES), 0)
    start = last
    while start > 1 and parts[start - 1].casefold() in _PARTICLES:
        start -= 1
    start = next((i for i in range(start, last) if parts[i][:1].isupper()), last)
    return " ".join((*parts[start:], *parts[:start]))


def without_article(name: str) -> str:
    """A name without the article before it: The Kyiv Independent stands under K."""
    return _ARTICLE.sub("", name, count=1) if _ARTICLE.match(name) else name
