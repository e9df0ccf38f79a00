"""What a build says, as objects: who shows it needs no words to know what it is."""

import json
from collections.abc import Callable
from functools import cache
from typing import Any, Literal

from pydantic import TypeAdapter

from spotbrief.model.problem import Problem
from spotbrief.model.record import record

_START = "\x1e"
"""Begins a message on a stream to which others print too (RFC 7464)."""


@record
class Step:
    """A step of the build that begins now."""

    name: Literal["rendering", "writing", "done"]
    text: str = ""

    def __str__(self) -> str:
        return self.text


@record
class Note:
    """What is no finding about the desk's data: a word of the engine's, or what was left out and why."""

    severity: Literal["error", "warning", "info"]
    text: str

    def __str__(self) -> str:
        return self.text


Message = Problem | Step | Note
Tell = Callable[[Message], None]
_KINDS: dict[str, type[Message]] = {kind.__name__: kind for kind in (Problem, Step, Note)}


def line_of(message: Message) -> str:
    """*message* on one line, for a program that reads it on the other end of a pipe."""
    kind = type(message).__name__
    return f"{_START}{json.dumps({kind: _adapter(kind).dump_python(message, mode='json')})}"


def message_of(line: str) -> Message | None:
    """The message that *line* holds; None where it is anything else."""
    if not line.startswith(_START):
        return None
    ((kind, fields),) = json.loads(line.removeprefix(_START)).items()
    message: Message = _adapter(kind).validate_python(fields)
    return message


@cache
def _adapter(kind: str) -> TypeAdapter[Any]:
    return TypeAdapter(_KINDS[kind])
