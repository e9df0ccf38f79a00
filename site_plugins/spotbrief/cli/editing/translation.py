"""The file of a translation: a new one with the texts of its original, and what brings an old one up to date."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from typing import Any

from spotbrief.cli.editing.changes import Change, Entry, Field
from spotbrief.cli.editing.yaml_text import NARROWEST, Value, entry, fields, indented
from spotbrief.model.briefing import Briefing
from spotbrief.model.dates import EdtfDate
from spotbrief.model.instants import Day
from spotbrief.model.origin import Pointer
from spotbrief.model.texts import BODY, fingerprint, naming, path_of, texts_of, to_translate
from spotbrief.model.translation import Translation
from spotbrief.model.walk import value_at

_HEAD = """\
---
# {language}: write each text in this language. What you take out is shown as it is in the original.
status: draft # take this line out when the translation is ready
translators: []
"""

Tree = dict[str | int, Any]
"""Texts by the steps of the way to each."""


def form(original: Briefing, language: str) -> str:
    """A new translation, in which the texts of *original* wait for those in *language*, as it is called."""
    told = [at for at in to_translate(original) if at != BODY]
    lines = [line for name, value in _tree(original, told).items() for line in _lines(original, name, value)]
    lines += fields({"translated_from": prints(original, to_translate(original))}, NARROWEST)
    return _HEAD.format(language=language) + "\n".join(lines) + f"\n---\n{original.body.text.strip()}\n"


def prints(original: Any, pointers: Iterable[Pointer]) -> dict[str, Value]:
    """The fingerprints of texts of *original*, by their names."""
    texts = texts_of(original)
    return {path_of(original, at): fingerprint(texts[at]) for at in pointers}


def missing(original: Any, of: Translation) -> list[Change]:
    """What puts the texts that a translation lacks into its file, each as it is in the original, for the translator to replace."""
    lacking = [at for at in to_translate(original) if at not in of.places and at != BODY]
    changes = dict[tuple[Pointer, str | int], list[Pointer]]()
    for at in lacking:
        here = next(at[:depth] for depth in range(len(at) - 1, -1, -1) if not depth or _in_file(of, at[:depth]) is not None)
        changes.setdefault((here, at[len(here)]), []).append(at)
    return [change for (here, step), told in changes.items() for change in _change(original, of, here, step, told)]


def _change(original: Any, of: Translation, here: Pointer, step: str | int, told: list[Pointer]) -> Iterator[Change]:
    there = _in_file(of, here) or ()
    tree = _tree(original, told)
    for one in (*here, step):
        tree = tree[one]
    value = _value(original, (*here, step), tree)
    if isinstance(step, str):
        yield Field(there, step, value)
    elif isinstance(value, Mapping):
        yield Entry(there[:-1], str(there[-1]), value)


def _in_file(of: Translation, at: Pointer) -> Pointer | None:
    """Where what stands at *at* in the original stands in the file of the translation; None for what is not there."""
    if not of.head:
        return None
    above = len(of.head.origin.pointer)
    found = (where.pointer[above:] for place, where in of.places.items() if place[: len(at)] == at and where.file == of.head.origin.file)
    return next((pointer[: len(at)] for pointer in found if len(pointer) >= len(at)), None)


def _tree(original: Any, pointers: Iterable[Pointer]) -> Tree:
    texts, top = texts_of(original), Tree()
    for at in pointers:
        around = top
        for step in at[:-1]:
            around = around.setdefault(step, Tree())
        around[at[-1]] = texts[at]
    return top


def _lines(original: Any, name: str | int, value: Any) -> list[str]:
    """A field of the file, with its entries on lines of their own."""
    made = _value(original, (name,), value)
    if isinstance(made, tuple) and made and isinstance(made[0], Mapping):
        return [f"{name}:", *indented((line for one in made for line in entry(one, NARROWEST - 2)), 2)]
    return fields({str(name): made}, NARROWEST)


def _value(original: Any, at: Pointer, value: Any) -> Any:
    """A branch of texts as it is written: entries with what names them first."""
    if isinstance(value, str):
        return value
    around = value_at(original, at)
    if isinstance(around, tuple):
        return tuple(_value(original, (*at, i), one) for i, one in value.items())
    said = {str(name): _value(original, (*at, name), one) for name, one in value.items()}
    return {**_name(around, at, value), **said} if at and isinstance(at[-1], int) else said


def _name(around: Any, at: Pointer, value: Any) -> dict[str, str]:
    """What tells which entry of the original is meant."""
    if name := naming(around):
        return {name: as_typed(getattr(around, name))}
    return {"id": str(int(at[-1]) + 1)} if hasattr(around, "id") else {}


def as_typed(value: Any) -> str:
    """An id or a day as it stands in a file."""
    if isinstance(value, EdtfDate):
        return value.text
    if isinstance(value, Day):
        return value.date().isoformat()
    return value.isoformat(timespec="minutes") if isinstance(value, datetime) else str(value)
