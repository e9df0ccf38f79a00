"""What fields a class of the model has, for messages that name the nearest one."""

import difflib
import re
import types
from collections.abc import Callable, Iterable, Sequence
from dataclasses import MISSING, fields, is_dataclass
from functools import cache, lru_cache, partial
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from pydantic import TypeAdapter

from spotbrief.model.origin import Pointer
from spotbrief.model.problem import Hint
from spotbrief.model.signs import named_sign
from spotbrief.model.sorts import Sort
from spotbrief.model.walk import marks_in

_DAY = re.compile(r"\A\d{4}-\d{2}-\d{2}-|\.\w{2,7}\Z")
_OURS = frozenset({"origin"})

hints_of: Callable[[Any], dict[str, Any]] = cache(partial(get_type_hints, include_extras=True))
"""Cached for each class, since looking hints up is slow."""


@cache
def adapter(kind: type[Any]) -> TypeAdapter[Any]:
    """The validator of a class of the model; made once, since making it is slow."""
    return TypeAdapter(kind)


@cache
def field_names(kind: Any) -> tuple[str, ...]:
    """The keys an editor may type for a thing of this kind."""
    hidden = _OURS | ({"id"} if _own_id(kind) else set())
    return tuple(f.name for f in fields(kind) if f.name not in hidden)


def _own_id(kind: type[Any]) -> bool:
    hint = hints_of(kind).get("id")
    return any(getattr(extra, "validation_alias", None) for extra in getattr(hint, "__metadata__", ()))


def hint_at(kind: Any, pointer: Pointer) -> Any:
    """The type of the field at *pointer* below *kind*, with what is said of it; None where there is no such field."""
    for step in pointer:
        kind = _inside(kind, step)
    return kind


def class_at(kind: Any, pointer: Pointer) -> Any:
    """The class of the model that describes the mapping at *pointer* below *kind*; None where none does."""
    kind = hint_at(kind, pointer)
    return next((k for k in _choices(kind) if isinstance(k, type) and is_dataclass(k) and len(fields(k)) > 1), None)


def is_list(kind: Any, pointer: Pointer) -> bool:
    """Whether a list stands at *pointer* below *kind*."""
    return any(get_origin(choice) is tuple for choice in _choices(hint_at(kind, pointer)))


def words_at(kind: Any, pointer: Pointer) -> tuple[str, ...]:
    """The few words that may stand at *pointer* below *kind*; empty where anything may."""
    return tuple(word for choice in _choices(hint_at(kind, pointer)) if get_origin(choice) is Literal for word in get_args(choice))


def sort_at(kind: Any, pointer: Pointer) -> Sort | None:
    """The sort of the field at *pointer* below *kind*; None where its type says none."""
    return next((mark.sort for mark in marks_in(hint_at(kind, pointer))), None)


def is_required(kind: Any, pointer: Pointer) -> bool:
    """Whether the field at *pointer* below *kind* must be there."""
    around = class_at(kind, pointer[:-1])
    return any(f.name == pointer[-1] and f.default is f.default_factory is MISSING for f in (fields(around) if around else ()))


def nearest(word: str, known: Iterable[str], least: float = 0.6) -> str | None:
    """The known word that *word* was probably meant to be; None if the likeness, from 0 to 1, is below *least*."""
    return _nearest(word, tuple(known), least)


def near_id(id: str, known: Iterable[str]) -> str | None:
    """The known id or name of a file that *id* was probably meant to be; the day that briefings start with says nothing."""
    found = nearest(id, known, 0.7)
    alike = found and difflib.SequenceMatcher(None, _DAY.sub("", id).casefold(), _DAY.sub("", found).casefold()).ratio()
    return found if alike and alike >= 0.6 else None


def very_near(word: str, known: str) -> bool:
    """Whether the two differ by hardly more than a slip of the finger."""
    return difflib.SequenceMatcher(None, word.casefold(), known.casefold()).ratio() >= 0.8


@lru_cache(maxsize=1024)  # the same slip may stand in every entry of a long list
def _nearest(word: str, known: tuple[str, ...], least: float) -> str | None:
    found = difflib.get_close_matches(word.casefold(), by_fold := {k.casefold(): k for k in known}, 1, least)
    return by_fold[found[0]] if found else None


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A hint that names the nearest known word, with what cannot be seen in *word*, or else all that fit on a few lines."""
    words = list(known)
    if near := nearest(word, words):
        return meant(word, near)
    return f"known: {listed(words)}" if words else ""


def meant(typed: str, near: str) -> Hint:
    """A hint that *near* is meant by what was *typed*."""
    return Hint(f"did you mean '{near}'?{odd_signs(typed, near)}", typed, near)


def odd_signs(typed: str, meant: str) -> str:
    """Names the signs of *typed* by which it differs from *meant* though it may look the same; empty where there are none."""
    odd = [c for c in dict.fromkeys(typed) if c not in meant and (not c.isascii() or not c.isprintable())]
    return f" What is typed has a {' and a '.join(map(named_sign, odd))}" if odd and len(odd) <= 3 and len(typed) <= len(meant) + 3 else ""


def listed(words: Sequence[str], most: int = 30) -> str:
    """All of *words*, or the first few of very many."""
    return ", ".join(words[:most]) + (f", and {len(words) - most} more" if len(words) > most else "")


def _inside(kind: Any, step: str | int) -> Any:
    for choice in _choices(kind):
        if is_dataclass(choice) and isinstance(step, str):
            if step in (hints := hints_of(choice)):
                return hints[step]
        elif get_origin(choice) in (tuple, dict):
            return get_args(choice)[0 if get_origin(choice) is tuple else 1]
    return None


def _choices(kind: Any) -> list[Any]:
    origin = get_origin(kind)
    if origin is Annotated:
        return _choices(get_args(kind)[0])
    if origin in (Union, types.UnionType):
        return [choice for arg in get_args(kind) for choice in _choices(arg)]
    return [kind]
