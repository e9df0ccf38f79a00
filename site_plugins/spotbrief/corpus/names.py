"""Fields that take an id or a name: which thing is meant."""

from collections.abc import Mapping
from typing import Any

from spotbrief.corpus.corpus import Corpus
from spotbrief.model.briefing import PublicEvent

PEOPLE = ("actors", "authors")
"""The kinds of things that may speak at a public event."""


def called(things: Mapping[str, Any]) -> dict[str, str]:
    """Maps every name of a thing, in small letters, to its id."""
    found: dict[str, str] = {}
    for id, thing in things.items():
        for name in (getattr(thing, "name", None) or getattr(thing, "title", None), *getattr(thing, "other_names", ())):
            if name:
                found.setdefault(name.casefold(), id)
    return found


def speaker_names(event: PublicEvent, corpus: Corpus) -> tuple[str, ...]:
    """Who speaks, by name, where an id of an actor or an author was typed too."""
    return tuple(next((getattr(corpus, kind)[one].name for kind in PEOPLE if one in getattr(corpus, kind)), one) for one in event.speakers)
