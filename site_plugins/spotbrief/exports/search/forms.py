"""Forms of Ukrainian nouns that no ending leads to: `дітей` of `дитина`, `Києва` of `Київ`. A dictionary knows them (pymorphy3)."""

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from importlib.util import find_spec
from json import dumps, loads
from pathlib import Path
from typing import Any

from spotbrief.exports.memo import keep
from spotbrief.exports.search.endings import is_found
from spotbrief.exports.search.folding import as_script
from spotbrief.exports.search.words import fold
from spotbrief.model.settings import Settings

KEPT = ".cache/spotbrief/forms"
LANGUAGE = "uk"

_UKRAINIAN = re.compile("[а-щьюяґєії]{3,}")
_APOSTROPHE = re.compile("(?<=[бвгґджзкмнпрстфхцчшщ])(?=[єїюя])")
"""Where one may have stood before the word was folded."""


def wants_forms(settings: Settings) -> bool:
    """Whether the desk writes in the language of the dictionary."""
    return LANGUAGE in (settings.language, *settings.tags)


def knows_forms() -> bool:
    """Whether the dictionary is there."""
    return bool(find_spec("pymorphy3") and find_spec("pymorphy3_dicts_uk"))


def forms(words: Iterable[str], root: Path) -> dict[str, list[str]]:
    """By each other form of a noun among *words*, all folded: the words that it does not find by its ending.

    What the dictionary says is kept below *root*, where nothing is missed if it goes.
    """
    kept = root / KEPT / f"{_version()}.json"
    known, met = _read(kept), [word for word in words if _UKRAINIAN.fullmatch(word)]
    new = {word: _others(word) for word in met if word not in known}
    if new:
        keep(kept, dumps(known | new, ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode())
    found = defaultdict(list)
    for word in sorted(met):
        for form in (known.get(word) or new.get(word, "")).split():
            found[form].append(word)
    return dict(sorted(found.items()))


def _version() -> str:
    """Of the dictionary, and of the endings that it goes beyond."""
    return sha256(f"{version('pymorphy3-dicts-uk')} {as_script()}".encode()).hexdigest()[:16]


def _read(kept: Path) -> dict[str, str]:
    try:
        said: dict[str, str] = loads(kept.read_bytes())
    except (OSError, ValueError):
        return {}
    return said


def _others(word: str) -> str:
    """The forms of a noun that do not find *word* by their ending."""
    typed = next(filter(_dictionary().word_is_known, _spelt(word)), "")
    nouns = [one for one in _dictionary().parse(typed) if one.tag.POS == "NOUN"] if typed else []
    others = {fold(form.word) for noun in nouns for form in noun.lexeme}
    return " ".join(sorted(form for form in others if not is_found(word, form)))


def _spelt(word: str) -> Iterable[str]:
    """How a folded word may have been spelt."""
    return word, _APOSTROPHE.sub("'", word), word.replace("г", "ґ", 1)


@cache
def _dictionary() -> Any:
    from pymorphy3 import MorphAnalyzer  # it takes a quarter of a second, and most desks need none

    return MorphAnalyzer(lang=LANGUAGE)
