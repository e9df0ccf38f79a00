"""The phrases of scripts: `_("…")` and `_n("one", "many")`, said in the language of the site when a script is written.

The first becomes a text, the second a function from a number to what stands behind it, so that whoever loads a script loads only its words.
"""

import re
from json import dumps, loads

from spotbrief.words.words import Words

_TEXT = r'("(?:[^"\\]|\\.)*")'
_PHRASE = re.compile(rf"(?<![\w.])_\({_TEXT}\)")
_FORMS = re.compile(rf"(?<![\w.])_n\({_TEXT}, {_TEXT}\)")


def in_words(script: str, words: Words) -> str:
    """*script* with what *words* say in place of its phrases."""
    said = _FORMS.sub(lambda found: _function(*words.forms(loads(found[1]), loads(found[2]))), script)
    return _PHRASE.sub(lambda found: _written(words(loads(found[1]))), said)


def _function(forms: tuple[str, ...], rule: str) -> str:
    return f"((n) => {_written(forms)}[Number({rule})])"


def _written(said: object) -> str:
    return dumps(said, ensure_ascii=False)
