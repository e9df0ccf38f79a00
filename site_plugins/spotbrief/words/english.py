"""The English word of the format for what an editor wrote in another language, as catalogues translate it."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from pathlib import Path

from spotbrief.model.settings import Settings
from spotbrief.reading.catalogue import APART, read_catalogue
from spotbrief.reading.fields import nearest
from spotbrief.reading.languages import LOCALE
from spotbrief.words import labels

NEARLY = 0.75
"""From which likeness on, between 0 and 1, one of few words is meant in another form: високий is, for висока."""

_TABLES = (labels.KIND, labels.CONFIDENCE, labels.SURENESS, labels.STANCE, labels.OUTCOME, labels.CORRECTION, labels.ACTOR)
_EUPHONY = re.compile(r"\bі(?=[мнд])")
"""Ukrainian words that begin with й after a vowel."""


def catalogues_of(settings: Settings) -> tuple[Path, ...]:
    """The desk's catalogues, and all that come with us: an editor may write in another language than the desk."""
    own = (*settings.catalogues, *(path for one in settings.languages for path in one.catalogues))
    return tuple(dict.fromkeys((*own, *sorted(LOCALE.glob("*.po")))))


def english_of(typed: str, words: Iterable[str], catalogues: Sequence[Path], least: float = 1) -> str | None:
    """That one of *words* which *typed* is in another language; *least* is the likeness from which on it is meant."""
    said = _said(tuple(catalogues))
    known = {one: word for word in words for phrase in _phrases(word) for one in said.get(phrase, ())}
    found = nearest(_folded(typed), known, least) if known else None
    return known[found] if found else None


def english_around(typed: str, words: Iterable[str], catalogues: Sequence[Path]) -> str | None:
    """The one of *words* of which *typed* is a part in another language, or which it is but for its blanks: мало ймовірно, рівні шанси."""
    said, one = _said(tuple(catalogues)), _folded(typed)
    known = {phrase: word for word in words for own in _phrases(word) for phrase in said.get(own, ())}
    found = {word for phrase, word in known.items() if phrase.replace(" ", "") == one.replace(" ", "") or _is_part(one, phrase)}
    return found.pop() if len(found) == 1 else None


def _is_part(typed: str, phrase: str) -> bool:
    words = typed.split()
    return len(words) > 1 and {*words} < {*phrase.split()}


def _phrases(word: str) -> Iterable[str]:
    """What interfaces call a word of the format."""
    return [_folded(one) for one in (word, *(table[word] for table in _TABLES if word in table))]


@lru_cache(maxsize=8)
def _said(catalogues: tuple[Path, ...]) -> dict[str, tuple[str, ...]]:
    """What short phrases are in other languages, by their English; only a mistake asks for it."""
    found: dict[str, tuple[str, ...]] = {}
    for path in catalogues:
        for text, forms in read_catalogue(path).texts.items():
            english = _folded(text.rpartition(APART)[2])
            if len(english) < 40:
                found[english] = (*found.get(english, ()), _folded(forms[0]))
    return found


def _folded(text: str) -> str:
    return _EUPHONY.sub("й", " ".join(text.casefold().replace("_", " ").replace("’", "").replace("'", "").split()))
