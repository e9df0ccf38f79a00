"""Fields that take an id or a name: which thing is meant."""

from collections.abc import Mapping
from typing import Any


def called(things: Mapping[str, Any]) -> dict[str, str]:
    """The ids of things by all that they are called, in small letters."""
    found: dict[str, str] = {}
    for id, thing in things.items():
        for name in (getattr(thing, "name", None) or getattr(thing, "title", None), *getattr(thing, "other_names", ())):
            if name:
                found.setdefault(name.casefold(), id)
    return found
