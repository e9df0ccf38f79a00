"""A text -> the words it is found by.

Nothing is stemmed here: search.js compares endings when it searches, so a word half typed is found too.
"""

import re
import unicodedata

from spotbrief.exports.search.folding import folding

_HOW = folding()
STOP = frozenset(_HOW["stop"].split())
"""Words that say nothing about a text."""

LONGEST: int = _HOW["longest"]
_ACCENT_ALONE = re.compile(f"[{_HOW['accents_alone']}]")
_LEFT_OUT = re.compile(f"[{_HOW['marks_left_out']}]")
_OF_NO_LETTER = re.compile(_HOW["marks_of_no_letter"])
_POSSESSIVE = re.compile(_HOW["possessives"])
_APOSTROPHE = re.compile(_HOW["apostrophes_inside"])
_WORD = re.compile(_HOW["words"])


class _Signs(dict[int, str]):
    """What becomes of each sign of a decomposed text in lower case; each is worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        sign = chr(code)
        self[code] = made = _sign(sign, unicodedata.category(sign))
        return made


def _sign(sign: str, category: str) -> str:
    if sign in _HOW["apostrophes"]:
        return "'"
    if category == "Cf" or (category[0] == "M" and _LEFT_OUT.match(sign)):  # soft hyphens, joiners and the like are Cf
        return ""
    return _HOW["letters"].get(sign, sign) if category[0] in "LNM" else " "


_SIGNS = _Signs()


def words(text: str) -> list[str]:
    """The words of *text* in reading order, folded, stop words left out."""
    return [word[:LONGEST] for word in _WORD.findall(fold(text)) if word not in STOP]


def fold(text: str) -> str:
    """The words of *text* as they are compared, with spaces between them.

    They are in lower case, without accents, stress marks, invisible signs and apostrophes; й and ї stay what they are.
    """
    if not text.isascii():
        text = unicodedata.normalize("NFKD", _ACCENT_ALONE.sub("'", text))
    text = text.lower().translate(_SIGNS)
    if not text.isascii():
        text = unicodedata.normalize("NFC", _OF_NO_LETTER.sub("", text))
    return _APOSTROPHE.sub("", _POSSESSIVE.sub("", text)) if "'" in text else text
