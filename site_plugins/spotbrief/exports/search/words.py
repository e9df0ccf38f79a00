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
_INVISIBLE = re.compile("[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]")
_APOSTROPHES = re.compile("[’‘‛`´′ʼʹʻʽʾˈ＇]")
_MARKS = re.compile(
    "[\u0300-\u0305\u0307\u0309-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670"
    "\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe00-\ufe0f\ufe20-\ufe2f]"
)
"""Accents, stress marks, vowel points of Arabic and Hebrew; the breve and the diaeresis make letters of Cyrillic."""
_BREVES = re.compile("(?<![\u0400-\u04ff])[\u0306\u0308]+")
_POSSESSIVE = re.compile(r"'s\b")
_INNER = re.compile(r"(?<=\w)'(?=\w)")
_VOWEL_SIGNS = "\u0900-\u0963\u0966-\u096f\u0971-\u0df3\u0e30-\u0e4e\u0eb0-\u0ecd\u102b-\u103e\u17b4-\u17d3"
"""Indic scripts, Thai, Lao, Burmese, Khmer: their vowels are marks, which belong to the word."""
_WORD = re.compile(rf"(?:[^\W_]|[{_VOWEL_SIGNS}]){{2,}}")


def words(text: str) -> list[str]:
    """The words of *text* in reading order, folded: lower case, without accents and apostrophes, stop words left out."""
    return [word[:LONGEST] for word in _WORD.findall(fold(text)) if word not in STOP]


def fold(text: str) -> str:
    """*text* as it is compared; letters of Cyrillic such as й and ї stay what they are."""
    text = text.lower()
    if text.isascii():
        return _without_apostrophes(text.replace("`", "'")) if "'" in text or "`" in text else text
    # The acute accent that stands alone would fall apart into a blank and a mark.
    typed = _APOSTROPHES.sub("'", _INVISIBLE.sub("", text))
    bare = _BREVES.sub("", _MARKS.sub("", unicodedata.normalize("NFKD", typed)))
    return _without_apostrophes(unicodedata.normalize("NFC", bare).translate(_ALONE))


def _without_apostrophes(text: str) -> str:
    return _INNER.sub("", _POSSESSIVE.sub("", text)) if "'" in text else text
