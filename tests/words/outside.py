"""What stands outside of the brackets that a made-up language puts round every phrase."""

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any

from markupsafe import Markup

_PHRASE = re.compile("⟦[^⟦⟧]*⟧")
_ADDRESS = re.compile(r"[^\s()<>\"]*[/#@][^\s()<>\"]*|\b\w+:\w\S*|\b[\w-]+\.[a-z]{2,4}\b")
_LATIN = re.compile(r"[A-Za-z]{2,}")


def outside(text: str) -> list[str]:
    """The words in Latin letters that stand outside of brackets; tags and addresses apart."""
    bare = str(Markup(text).striptags()) if isinstance(text, Markup) else text
    while (shorter := _PHRASE.sub(" ", bare)) != bare:
        bare = shorter
    return _LATIN.findall(_ADDRESS.sub(" ", bare))


def texts(value: Any, path: str) -> Iterator[tuple[str, str]]:
    """Every text in a view, and where: the class and the field, or the keys of a mapping."""
    if isinstance(value, str):
        yield path, value
    elif is_dataclass(value):
        for field in fields(value):
            yield from texts(getattr(value, field.name), f"{type(value).__name__}.{field.name}")
    elif isinstance(value, dict):
        for key, one in value.items():
            yield from texts(one, f"{path}.{key}" if isinstance(key, str) else path)
    elif isinstance(value, list | tuple):
        for one in value:
            yield from texts(one, path)
