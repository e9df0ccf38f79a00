"""All names of fields, of whatever kind: for messages on lines that nothing else is known of."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any, get_args, get_type_hints

from spotbrief.model.actor import Actor
from spotbrief.model.briefing import Briefing
from spotbrief.model.groups import Author, Group, Storyline
from spotbrief.model.prose import Prose
from spotbrief.model.source import Publisher
from spotbrief.model.statement import Issue
from spotbrief.model.trust import Trust


def _names(kind: Any) -> Iterator[str]:
    if is_dataclass(kind) and kind is not Prose:
        hints = get_type_hints(kind)
        for field in fields(kind):
            yield field.name
            yield from _names(hints[field.name]) if field.name != "origin" else ()
    for inside in get_args(kind):
        yield from _names(inside)


FIELD_NAMES = frozenset(name for kind in (Briefing, Actor, Author, Group, Storyline, Publisher, Issue, Trust) for name in _names(kind))
