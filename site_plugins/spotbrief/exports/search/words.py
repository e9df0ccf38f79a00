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

_APOSTROPHES = frozenset("'`\u2018\u2019\u201b\u02bb\u02bc\u02bd\u02be\u02b9\u02c8\u02ca\u02cb\u2032\u2035\ua78c\u055a\u05f3")
"""What is typed for the apostrophe of `п’ятниця`: quotation marks, primes, accents, whatever a keyboard has."""

_ACCENT_ALONE = re.compile("[\u00b4\u0384\u1fbd\u1fbf\u1ffd\u1ffe]")
"""Further apostrophes, of which compatibility decomposition would make a space and a mark."""

_LEFT_OUT = re.compile(
    "[\u0300-\u0305\u0307\u0309-\u036f\u0483-\u0489\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u1ab0-\u1aff\u1dc0-\u1dff"
    "\u20d0-\u20ff\u2de0-\u2dff\ua66f-\ua67d\ufe00-\ufe0f\ufe20-\ufe2f\U000e0100-\U000e01ef]"
)
"""Where the marks stand that most people do not type: accents, stress, vowels of Hebrew and Arabic. Marks of other scripts spell words."""

_OF_NO_LETTER = re.compile("(?<![иу])\u0306|(?<!і)\u0308")
"""The two marks that make letters of Cyrillic, `й ў ї`, where they make none."""

_PLAIN = {
    **{"ł": "l", "ø": "o", "đ": "d", "ð": "d", "ħ": "h", "ŧ": "t", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th"},
    **{"ς": "σ", "ґ": "г", "\u0640": ""},
}
"""Letters that do not decompose, as they are typed where a keyboard lacks them; the last only stretches an Arabic word."""

_POSSESSIVE = re.compile(r"'s(?![^ '])")
_APOSTROPHE = re.compile(r"(?<=[^ '])'+(?=[^ '])")
_WORD = re.compile(r"[^ ']{2,}")


class _Signs(dict[int, str]):
    """What becomes of each sign of a decomposed text in lower case; each is worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        sign = chr(code)
        self[code] = made = _sign(sign, unicodedata.category(sign))
        return made


def _sign(sign: str, category: str) -> str:
    if sign in _APOSTROPHES:
        return "'"
    if category == "Cf" or (category[0] == "M" and _LEFT_OUT.match(sign)):  # soft hyphens, joiners and the like are Cf
        return ""
    return _PLAIN.get(sign, sign) if category[0] in "LNM" else " "


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
