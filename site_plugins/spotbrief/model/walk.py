"""Every text of a thing, found by what its class says of its fields, so that no field can be forgotten."""

from collections.abc import Callable, Hashable, Iterator
from dataclasses import is_dataclass
from functools import cache
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from spotbrief.model.fields import MARKDOWN, PLAIN
from spotbrief.model.origin import Pointer
from spotbrief.model.prose import Prose

Found = tuple[Pointer, str, bool]
"""Where a text stands, the text, and whether it is Markdown."""

_Visit = Callable[[Any, Pointer, list[Found]], None]


def texts(thing: Any) -> list[Found]:
    """All texts of *thing* that readers may see, in the order of its fields; its body apart, which is prose."""
    found: list[Found] = []
    _visit_record(thing, (), found)
    return found


def _visit_record(thing: Any, at: Pointer, found: list[Found]) -> None:
    for name, visit in _fields(type(thing)):  # type: ignore[arg-type]  # a class is hashable
        if value := getattr(thing, name):
            visit(value, (*at, name), found)


@cache
def _fields(cls: Hashable) -> tuple[tuple[str, _Visit], ...]:
    hints = get_type_hints(cls, include_extras=True)
    return tuple((name, visit) for name in hints if (visit := _visitor(hints[name])))


def _visitor(hint: Any) -> _Visit | None:
    """What looks for texts in values of a type; None where they hold none."""
    kind, inner = get_origin(hint), get_args(hint)
    if kind is Annotated:
        return _visit_markdown if MARKDOWN in inner else _visit_plain if PLAIN in inner else _visitor(inner[0])
    if kind in (Union, UnionType):
        return next((visit for one in inner if (visit := _visitor(one))), None)
    if kind is tuple and (visit := _visitor(inner[0])):
        return _each(visit, enumerate)
    if kind is dict and (visit := _visitor(inner[1])):
        return _each(visit, dict.items)
    return _visit_record if is_dataclass(hint) and isinstance(hint, type) and _fields(hint) else None


def _each(visit: _Visit, steps: Callable[[Any], Any]) -> _Visit:
    def visit_each(value: Any, at: Pointer, found: list[Found]) -> None:
        for step, one in steps(value):
            visit(one, (*at, step), found)

    return visit_each


def _visit_markdown(value: Any, at: Pointer, found: list[Found]) -> None:
    found.append((at, value, True))


def _visit_plain(value: Any, at: Pointer, found: list[Found]) -> None:
    found.append((at, value, False))


def names_of_texts(top: type) -> tuple[frozenset[str], frozenset[str]]:
    """The fields of *top*, and of what they hold, that are words wherever they stand; and those that map keys to words."""
    words, terms, maps = set[str](), set[str](), set[str]()
    waiting, seen = [top], set[type]()
    while waiting:
        cls = waiting.pop()
        if cls in seen:
            continue
        seen.add(cls)
        for name, hint in get_type_hints(cls, include_extras=True).items():
            inside = set(_inside(hint))
            things = [one for one in inside if isinstance(one, type) and is_dataclass(one) and one is not Prose]
            waiting += things
            if not things:
                (words if inside & {PLAIN, MARKDOWN} else terms).add(name)
            maps |= {name} if dict in inside and inside & {PLAIN, MARKDOWN} else set()
    return frozenset(words - terms), frozenset(maps)


def _inside(hint: Any) -> Iterator[Any]:
    """All types in a type, with what is said of them."""
    yield get_origin(hint) or hint
    for one in get_args(hint) if get_origin(hint) is not Literal else ():
        if isinstance(one, Hashable):
            yield from _inside(one) if get_origin(one) else (one,)
