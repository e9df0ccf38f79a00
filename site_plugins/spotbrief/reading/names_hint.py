"""Names that stand where ids are wanted: what to write is known with the whole desk alone."""

from collections.abc import Iterable
from typing import Any

from spotbrief.model.origin import Pointer
from spotbrief.model.problem import Hint, NamesHint
from spotbrief.model.walk import marks_in
from spotbrief.reading.fields import hint_at


def of_names(hint: Hint, names: Iterable[str], guess: str, kind: Any, pointer: Pointer) -> Hint:
    """*hint* with the *names* of which it makes ids, its *guess*, where the field at *pointer* below *kind* takes the ids of things."""
    kinds = tuple(named for mark in marks_in(hint_at(kind, pointer)) for named in mark.kinds)
    return NamesHint.of(hint, tuple(names), kinds, guess) if kinds and guess else hint
