"""A text -> the words it is found by.

Nothing is stemmed here: search.js compares endings when it searches, for Ukrainian and for English, so a word half typed is found
too. The same folding stands in search.js; a test in a browser holds the two together.
"""

import re
import unicodedata

LONGEST = 32
"""Letters of a word that count."""

STOP = frozenset(
    "an and are as at be been but by for from had has have in into is it its not of on or that the their this to was were which will with "
    "від до за на не та про що як із це".split()
)
"""Words that say nothing about a text."""

_ALONE = {ord(letter): plain for letter, plain in zip("łøđıßæœґё", ("l", "o", "d", "i", "ss", "ae", "oe", "г", "е"), strict=True)}
_MARKS = re.compile(r"(?<=[a-z])[\u0300-\u036f]+")
_POSSESSIVE = re.compile(r"['’ʼ]s\b")
_APOSTROPHE = re.compile(r"(?<=\w)['’ʼ](?=\w)")
_WORD = re.compile(r"[^\W_]{2,}")


def words(text: str) -> list[str]:
    """The words of *text* in reading order, folded: lower case, without accents and apostrophes, stop words left out."""
    return [word[:LONGEST] for word in _WORD.findall(fold(text)) if word not in STOP]


def fold(text: str) -> str:
    """*text* as it is compared; letters of Cyrillic such as й and ї stay what they are."""
    text = text.lower()
    if "'" in text or not text.isascii():
        text = _APOSTROPHE.sub("", _POSSESSIVE.sub("", text))
    if text.isascii():
        return text
    decomposed = unicodedata.normalize("NFKD", text)
    return unicodedata.normalize("NFC", _MARKS.sub("", decomposed)).translate(_ALONE)
