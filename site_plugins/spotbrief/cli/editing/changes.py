"""What is to be added to the fields of a file: as text, and as the values that are then read from it."""

import copy
from collections.abc import Mapping
from typing import Any, NamedTuple

from spotbrief.cli.editing.yaml_text import NARROWEST, Value, entry, fields, indented
from spotbrief.model.origin import Pointer


class Field(NamedTuple):
    """A field that is written into the mapping at a place, behind another field or at the end."""

    at: Pointer
    name: str
    value: Value
    behind: str = ""


class Entry(NamedTuple):
    """An entry that is written at the end of a list in the mapping at a place; the list is begun where there is none."""

    at: Pointer
    name: str
    value: Mapping[str, Value]


class Named(NamedTuple):
    """A plain sentence that becomes fields, of which it is the text."""

    at: Pointer


class Called(NamedTuple):
    """A field in the mapping at a place that gets another name."""

    at: Pointer
    name: str
    now: str


Change = Field | Entry | Named | Called


def changed_values(values: Any, change: Change) -> Any:
    """*values*, as they are read from a file, once the change is made."""
    made = copy.deepcopy(values)
    around, last = made, change.at
    for step in last[:-1] if isinstance(change, Named) else last:
        around = around[step]
    if isinstance(change, Named):
        around[last[-1]] = {"text": around[last[-1]]}
    elif isinstance(change, Called):
        values_by_name = [(change.now if name == change.name else name, value) for name, value in around.items()]
        around.clear()
        around.update(values_by_name)
    elif isinstance(change, Field):
        around[change.name] = _read(change.value)
    else:
        around[change.name] = [*(around.get(change.name) or []), _read(change.value)]
    return made


def by_hand(change: Change) -> list[str]:
    """The lines of the change, for an editor to put in."""
    if isinstance(change, Named):
        return [f"text: (before the sentence at {_place(change.at)})"]
    if isinstance(change, Called):
        return [f"{change.now}: (in place of {change.name}, at {_place(change.at)})"]
    if isinstance(change, Field):
        lines = fields({change.name: change.value}, NARROWEST)
    else:
        lines = [f"{change.name}:", *indented(entry(change.value, NARROWEST), 2)]
    return [f"at {_place(change.at)}:", *indented(lines, 2)]


def _place(at: Pointer) -> str:
    return " ".join(f"{step + 1}." if isinstance(step, int) else step for step in at) or "the top"


def _read(value: Value) -> Any:
    if isinstance(value, Mapping):
        return {name: _read(inner) for name, inner in value.items()}
    return list(value) if isinstance(value, tuple) else value
