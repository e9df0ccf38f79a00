"""Walks the fields of a thing, by the sorts that the annotations of the model give them."""

from collections.abc import Callable, Iterator
from dataclasses import is_dataclass
from functools import cache
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from spotbrief.model.dates import EdtfDate
from spotbrief.model.origin import Origin, Pointer
from spotbrief.model.prose import Prose
from spotbrief.model.sorts import Mark, Sort

Found = tuple[Pointer, Any, Mark]
"""The pointer to a value in its thing, the value, and its mark."""

Sorts = frozenset[Sort]

_Visit = Callable[[Any, Pointer, list[Found]], None]

BODY = Mark(Sort.BODY)

_VALUES = (Prose, EdtfDate, Origin)
"""Classes that stand for one value of a file, or for none."""


def walk(thing: Any, sorts: Sorts) -> list[Found]:
    """The values of *thing*, and of all that it holds, whose fields are of one of *sorts*, in the order of the fields; no empty ones."""
    found: list[Found] = []
    for name, visit in _fields(type(thing), sorts):
        if value := getattr(thing, name):
            visit(value, (name,), found)
    return found


def _compiled(cls: Any, sorts: Sorts) -> tuple[tuple[str, _Visit], ...]:
    hints = get_type_hints(cls, include_extras=True)
    return tuple((name, visit) for name in hints if (visit := _visitor(hints[name], sorts)))


_fields: Callable[[Any, Sorts], tuple[tuple[str, _Visit], ...]] = cache(_compiled)
"""The visitors of the fields of a class. They are made once a class, because a build walks hundreds of thousands of things."""


def _visitor(hint: Any, sorts: Sorts) -> _Visit | None:
    """A visitor that finds values of *sorts* in values of the type *hint*; None if the type can hold none."""
    kind, inner = get_origin(hint), get_args(hint)
    if kind is Annotated:
        return _annotated(inner, sorts)
    if kind in (Union, UnionType):
        return next((visit for one in inner if (visit := _visitor(one, sorts))), None)
    if kind is tuple and (visit := _visitor(inner[0], sorts)):
        return _leaves(mark) if (mark := _only_mark(inner[0], sorts)) else _each(visit, enumerate)
    if kind is dict and (visit := _visitor(inner[1], sorts)):
        return _each(visit, dict.items)
    if hint is Prose:
        return _leaf(BODY) if Sort.BODY in sorts else None
    return _of_record(sorts) if is_dataclass(hint) and isinstance(hint, type) and _fields(hint, sorts) else None


def _annotated(inner: tuple[Any, ...], sorts: Sorts) -> _Visit | None:
    visits = [_leaf(mark) for mark in inner[1:] if isinstance(mark, Mark) and mark.sort in sorts]
    if inside := _visitor(inner[0], sorts):
        visits.append(inside)
    return _all(visits) if len(visits) > 1 else visits[0] if visits else None


def _leaf(mark: Mark) -> _Visit:
    def visit_leaf(value: Any, at: Pointer, found: list[Found]) -> None:
        found.append((at, value, mark))

    return visit_leaf


def _only_mark(hint: Any, sorts: Sorts) -> Mark | None:
    """The one mark of *sorts* that the entries of a list have; None where they have several, or hold more."""
    if get_origin(hint) is not Annotated or _visitor(get_args(hint)[0], sorts):
        return None
    marks = [mark for mark in get_args(hint)[1:] if isinstance(mark, Mark) and mark.sort in sorts]
    return marks[0] if len(marks) == 1 else None


def _leaves(mark: Mark) -> _Visit:
    """Most values stand in lists of ids and of texts, which need no visit each."""

    def visit_leaves(values: Any, at: Pointer, found: list[Found]) -> None:
        found += [((*at, i), value, mark) for i, value in enumerate(values)]

    return visit_leaves


def _all(visits: list[_Visit]) -> _Visit:
    def visit_all(value: Any, at: Pointer, found: list[Found]) -> None:
        for visit in visits:
            visit(value, at, found)

    return visit_all


def _each(visit: _Visit, steps: Callable[[Any], Any]) -> _Visit:
    def visit_each(value: Any, at: Pointer, found: list[Found]) -> None:
        for step, one in steps(value):
            visit(one, (*at, step), found)

    return visit_each


def _of_record(sorts: Sorts) -> _Visit:
    def visit_record(thing: Any, at: Pointer, found: list[Found]) -> None:
        for name, visit in _fields(type(thing), sorts):
            if value := getattr(thing, name):
                visit(value, (*at, name), found)

    return visit_record


def value_at(thing: Any, pointer: Pointer) -> Any:
    """The value at *pointer* in *thing*. Raises AttributeError, KeyError or IndexError if there is none."""
    for step in pointer:
        thing = getattr(thing, step) if isinstance(step, str) and not isinstance(thing, dict) else thing[step]
    return thing


def fields_of(top: type) -> Iterator[tuple[type, str, Any]]:
    """Every field of *top* and of the classes that it holds, each class once: class, name and type with what is said of it."""
    waiting, seen = [top], set[type]()
    while waiting:
        cls = waiting.pop(0)
        if cls not in seen:
            seen.add(cls)
            hints = get_type_hints(cls, include_extras=True)
            yield from ((cls, name, hint) for name, hint in hints.items())
            waiting += [one for hint in hints.values() for one in classes_in(hint)]


def classes_in(hint: Any) -> list[type]:
    """The classes of the model that a type holds; of those that are one value to an editor, none."""
    return [one for one in _inside(hint) if isinstance(one, type) and is_dataclass(one) and one not in _VALUES]


def marks_in(hint: Any) -> list[Mark]:
    """The marks in a type; those inside classes are left out."""
    return [one for one in _inside(hint) if isinstance(one, Mark)]


def says(hint: Any, what: object) -> bool:
    """Whether *what* is part of the annotation *hint*, at any depth."""
    return any(one is what for one in _inside(hint))


def is_list(hint: Any) -> bool:
    """Whether a type is a list."""
    return tuple in _inside(hint)


def is_mapping(hint: Any) -> bool:
    """Whether a type maps keys, which editors choose, to values."""
    return dict in _inside(hint)


def _inside(hint: Any) -> list[Any]:
    """All types in a type, with what is said of them."""
    found = [get_origin(hint) or hint]
    for one in get_args(hint) if get_origin(hint) is not Literal else ():
        found += _inside(one) if get_origin(one) else [one]
    return found
