"""`python -m tests.words.pseudo mkdocs build …`: the engine, with an interface that puts brackets round all it says."""

import re
import runpy
import sys
from collections.abc import Callable
from dataclasses import replace
from functools import wraps
from typing import Any
from zoneinfo import ZoneInfo

from spotbrief.corpus import linker
from spotbrief.words.dates import DateWords
from spotbrief.words.words import Words

TAKES_WORDS = {"all_of", "together", "sentence", "each", "number", "two_decimals", "within_a_sentence"}
"""Ways to put words of others together, which have brackets already or are an editor's."""
_NAMES = ("months", "months_alone", "months_short", "months_short_alone", "weekdays")
_KEPT = re.compile(r"(<[^>]*>|\{[^{}]*\})")


def bracketed(phrase: str) -> str:
    """A phrase with brackets round each piece of text; not round tags, nor round what is filled in."""
    return "".join(piece if i % 2 or not piece.strip() else f"⟦{piece}⟧" for i, piece in enumerate(_KEPT.split(phrase)))


def _bracketing(method: Callable[..., Any]) -> Callable[..., Any]:
    @wraps(method)
    def said(*args: Any) -> Any:
        words = method(*args)
        return f"⟦{words}⟧" if isinstance(words, str) and words and "⟦" not in words else words

    return said


class Pseudo(Words):
    """English between brackets, its months and its `and` too."""

    def __init__(self, zone: ZoneInfo, *_: object) -> None:
        super().__init__(zone)
        of = self.conventions
        named: dict[str, Any] = {name: [f"⟦{one}⟧" for one in getattr(of, name)] for name in _NAMES}
        self.conventions = replace(of, list={name: text.replace("and", "⟦and⟧") for name, text in of.list.items()}, **named)
        self._dates = DateWords(self, self.conventions)

    def __call__(self, text: str, /, **named: object) -> str:
        """The phrase, with brackets."""
        return super().__call__(bracketed(text), **named)

    def within(self, context: str, text: str, /, **named: object) -> str:
        """The same in a context."""
        return super().within(context, bracketed(text), **named)


for _name, _method in list(vars(Words).items()):
    if callable(_method) and not _name.startswith("_") and _name not in TAKES_WORDS:
        setattr(Pseudo, _name, _bracketing(_method))


if __name__ == "__main__":
    vars(linker)["Words"] = Pseudo  # every corpus has them from there
    del sys.argv[0]
    runpy.run_module(sys.argv[0], run_name="__main__", alter_sys=True)
