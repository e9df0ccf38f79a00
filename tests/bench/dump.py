"""Values as block YAML, the way an editor would write them."""

import json
import re
from collections.abc import Iterator
from typing import Any

_PLAIN = re.compile(r"[A-Za-z][A-Za-z0-9 .,()/_-]*|\d{4}-\d\d-\d\d(T\d\d:\d\d)?|https://[a-z0-9./-]+")
_WORDS = {"yes", "no", "on", "off", "true", "false", "null", "y", "n"}


def dump(value: dict[str, Any]) -> str:
    """A mapping as YAML."""
    return "\n".join(_mapping(value, "")) + "\n"


def _mapping(value: dict[str, Any], indent: str) -> Iterator[str]:
    for key, item in value.items():
        yield from _entry(f"{indent}{_scalar(key)}:", item, indent + "  ")


def _entry(head: str, item: Any, indent: str) -> Iterator[str]:
    if isinstance(item, dict):
        yield head
        yield from _mapping(item, indent)
    elif isinstance(item, list) and any(isinstance(each, dict) or " " in each for each in item):
        yield head
        yield from _sequence(item, indent)
    elif isinstance(item, list):
        yield f"{head} [{', '.join(map(_scalar, item))}]"
    else:
        yield f"{head} {_scalar(item)}"


def _sequence(items: list[Any], indent: str) -> Iterator[str]:
    for item in items:
        lines = list(_mapping(item, indent + "  ")) if isinstance(item, dict) else [f"{indent}  {_scalar(item)}"]
        yield f"{indent}- {lines[0].lstrip()}"
        yield from lines[1:]


def _scalar(value: Any) -> str:
    text = str(value)
    plain = not isinstance(value, str) or (_PLAIN.fullmatch(text) and text.lower() not in _WORDS)
    return text if plain else json.dumps(text)
