"""Whether a word is found by another one of which only the ending differs, as search.js compares them."""

import re
from functools import cache

from spotbrief.exports.search.folding import folding

_HOW = folding()
_CYRILLIC = re.compile(_HOW["cyrillic"])
_ENDINGS = {name: re.compile(pattern) for name, pattern in _HOW["endings"].items()}


def is_found(word: str, typed: str) -> bool:
    """Whether *word* of the index answers one that was *typed*."""
    root, endings = _stem(typed)
    return word.startswith(root) and (word.startswith(typed) or bool(endings.match(word[len(root) :])))


@cache
def _stem(word: str) -> tuple[str, re.Pattern[str]]:
    """The part of a word that its endings leave alone, and its endings."""
    endings = _ENDINGS["cyrillic" if _CYRILLIC.search(word) else "others"]
    lengths = range(_HOW["shortest_root"], len(word))
    return word[: next((length for length in lengths if endings.match(word[length:])), len(word))], endings
