"""YAML text whose values are read straight from the parser, and whose tree is made only to say something of a place in it.

Of the time that a tree takes, two fifths go by without it, and of hundreds of files hardly one needs it.
"""

from collections.abc import Callable
from functools import cached_property
from sys import intern
from typing import Any

import yaml
from yaml.cyaml import CParser  # type: ignore[attr-defined]  # the stubs leave the C parser out
from yaml.events import MappingEndEvent, MappingStartEvent, ScalarEvent, SequenceEndEvent, SequenceStartEvent, StreamEndEvent
from yaml.nodes import Node

from spotbrief.reading.yaml import DEEPEST, compose, may_share, plain_value, value_of

_Next = Callable[[], Any]


class _Irregular(Exception):
    """There is something that only the tree tells of."""


class YamlText:
    """A text with the number of the lines that stand before it in its file."""

    def __init__(self, text: str, first_line: int = 0) -> None:
        self.text, self.first_line = text, first_line

    @cached_property
    def node(self) -> Node | None:
        """The tree. Raises Unreadable."""
        return compose(self.text, self.first_line)

    def values(self) -> Any:
        """Plain dicts, lists, texts and None. Raises Unreadable for what is not YAML, and for what `compose` and `value_of` refuse."""
        if "\\" not in self.text and not may_share(self.text):
            try:
                return _whole(CParser(self.text).get_event)
            except (_Irregular, yaml.YAMLError):
                pass  # the tree says what it is, and where
        return value_of(self.node, self.first_line)


def _whole(following: _Next) -> Any:
    following(), following()  # the start of the stream and of the document
    made = _mapping(following, 0) if type(following()) is MappingStartEvent else _odd()
    following()
    return made if type(following()) is StreamEndEvent else _odd()


def _value(event: Any, following: _Next, depth: int) -> Any:
    kind = type(event)
    if kind is ScalarEvent:
        return plain_value(event.value) if event.implicit[0] else event.value
    if depth > DEEPEST:
        return _odd()
    return _mapping(following, depth) if kind is MappingStartEvent else _list(following, depth) if kind is SequenceStartEvent else _odd()


def _mapping(following: _Next, depth: int) -> dict[str, Any]:
    made: dict[str, Any] = {}
    count = 0
    while type(key := following()) is ScalarEvent:
        made[intern(key.value)] = _value(following(), following, depth + 1)
        count += 1
    return made if type(key) is MappingEndEvent and len(made) == count else _odd()


def _list(following: _Next, depth: int) -> list[Any]:
    made = []
    while type(event := following()) is not SequenceEndEvent:
        made.append(_value(event, following, depth + 1))
    return made


def _odd() -> Any:
    raise _Irregular
