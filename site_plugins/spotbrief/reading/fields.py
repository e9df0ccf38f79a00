"""What fields a class of the model has, for messages that name the nearest one."""

import difflib
import types
from collections.abc import Callable, Iterable, Sequence
from dataclasses import fields, is_dataclass
from functools import cache, lru_cache, partial
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

from pydantic import TypeAdapter

from spotbrief.model.origin import Pointer

_OURS = frozenset({"origin"})

_hints: Callable[[Any], dict[str, Any]] = cache(partial(get_type_hints, include_extras=True))
"""Looked up once for each class, since that is slow."""


@cache
def adapter(kind: type[Any]) -> TypeAdapter[Any]:
    """The validator of a class of the model; made once, since making it is slow."""
    return TypeAdapter(kind)


@cache
def field_names(kind: type[Any]) -> tuple[str, ...]:
    """The keys an editor may type for a thing of this kind."""
    hidden = _OURS | ({"id"} if _own_id(kind) else set())
    return tuple(f.name for f in fields(kind) if f.name not in hidden)


def _own_id(kind: type[Any]) -> bool:
    hint = _hints(kind).get("id")
    return any(getattr(extra, "validation_alias", None) for extra in getattr(hint, "__metadata__", ()))


def class_at(kind: Any, pointer: Pointer) -> type[Any] | None:
    """The class of the model that describes the mapping at *pointer* below *kind*."""
    for step in pointer:
        kind = _inside(kind, step)
    return next((k for k in _choices(kind) if isinstance(k, type) and is_dataclass(k) and len(fields(k)) > 1), None)


def nearest(word: str, known: Iterable[str], least: float = 0.6) -> str | None:
    """The known word that *word* was probably meant to be; *least* says how much of the two must agree."""
    return _nearest(word, tuple(known), least)


@lru_cache(maxsize=1024)  # the same slip may stand in every entry of a long list
def _nearest(word: str, known: tuple[str, ...], least: float) -> str | None:
    found = difflib.get_close_matches(word.casefold(), by_fold := {k.casefold(): k for k in known}, 1, least)
    return by_fold[found[0]] if found else None


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A hint that names the nearest known word, or else the first few."""
    words = list(known)
    if near := nearest(word, words):
        return f"did you mean '{near}'?"
    return f"known: {listed(words)}" if words else ""


def listed(words: Sequence[str]) -> str:
    """The first few of *words*."""
    return ", ".join(words[:12]) + (" …" if len(words) > 12 else "")


def _inside(kind: Any, step: str | int) -> Any:
    for choice in _choices(kind):
        if is_dataclass(choice) and isinstance(step, str):
            if step in (hints := _hints(choice)):
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
