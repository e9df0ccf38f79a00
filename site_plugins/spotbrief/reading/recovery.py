"""Recovers what it can from values with mistakes, so that one mistake does not hide another from the checks."""

from copy import deepcopy
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from spotbrief.model.origin import Pointer
from spotbrief.model.sorts import Sort
from spotbrief.reading.fields import adapter, class_at, field_names, is_required, nearest, sort_at, words_at
from spotbrief.reading.synonyms import ours_for

TRIES = 6
"""Rounds of mending. Each round may uncover mistakes one level deeper, and no thing is this deep."""

FEW = 50
"""Mistakes of a thing among which it is worth asking which field was meant by each unknown one."""

TAGS = frozenset({"<ref>", "<source>", "<judgement>", "<followup>"})
"""Steps of the validator's own, which no editor typed."""

_MISSING = frozenset({"missing", "missing_argument", "missing_keyword_only_argument"})
_DAY = "1970-01-01"
"""Stands for a date that is wrong or missing."""


def pointer_of(error: ErrorDetails) -> Pointer:
    """The place that the validator means, as an editor would count."""
    return tuple(step for step in error["loc"] if step not in TAGS)


def value_at(values: Any, pointer: Pointer) -> Any:
    """The value at that place; None if there is none."""
    for step in pointer:
        try:
            values = values[step]
        except (KeyError, IndexError, TypeError):
            return None
    return values


def rest_of(kind: Any, values: dict[str, Any], context: dict[str, Any]) -> tuple[Any | None, frozenset[Pointer]]:
    """A thing of *kind* with stand-ins for what is wrong in *values*, and their places; None where too much is.

    Nothing changes its place in a list, so that all other values are found where they were typed.
    """
    values, made_up = deepcopy(values), set[Pointer]()
    for _ in range(TRIES):
        try:
            return adapter(kind).validate_python(values, context=context), frozenset(made_up)
        except ValidationError as error:
            errors = error.errors(include_url=False)
            for one in errors:
                made_up.add(_stand_in(kind, values, pointer_of(one), one["type"], may_guess=len(errors) <= FEW))
    return None, frozenset()


def _stand_in(kind: Any, values: Any, pointer: Pointer, error: str, *, may_guess: bool) -> Pointer:
    """Put something in the place of what is wrong, or take it out; gives the place."""
    if error in _MISSING and _is_end_without_date(kind, pointer):
        pointer, error = pointer[:-1], ""
    around, name = value_at(values, pointer[:-1]), pointer[-1] if pointer else ""
    if isinstance(around, list) and isinstance(name, int):
        around[name] = {} if error == "dataclass_type" else "…"
    elif isinstance(around, dict) and (error in _MISSING or is_required(kind, pointer)):
        around[name] = _made_up(kind, pointer)
    elif isinstance(around, dict):
        value, ours = around.pop(name, None), _meant(kind, pointer, around) if may_guess else None
        if ours:
            around[ours] = value  # what it says is looked at under the name that was meant
            return (*pointer[:-1], ours)
    return pointer


def _meant(kind: Any, pointer: Pointer, around: dict[str, Any]) -> str | None:
    """The field that a name which is none was meant to be, if it is not there already."""
    name, inside = str(pointer[-1]), class_at(kind, pointer[:-1])
    known = field_names(inside) if inside else ()
    return next((one for one in names_meant(name, known) if one not in around), None) if name not in known else None


def names_meant(typed: str, known: tuple[str, ...]) -> list[str]:
    """The fields among *known* that others call so, or that are misspelt so."""
    return [one for one in (ours_for(typed, known), nearest(typed, known, 0.8)) if one]


def _is_end_without_date(kind: Any, pointer: Pointer) -> bool:
    """Whether a date is missing in what may be left out itself: a day made up would be taken for one that was typed."""
    in_field = len(pointer) > 1 and isinstance(pointer[-2], str)
    return in_field and sort_at(kind, pointer) is Sort.DATE and not is_required(kind, pointer[:-1])


def _made_up(kind: Any, pointer: Pointer) -> str:
    """What may stand in a field that must be there."""
    words = words_at(kind, pointer)
    return words[-1] if words else _DAY if sort_at(kind, pointer) is Sort.DATE else "…"
