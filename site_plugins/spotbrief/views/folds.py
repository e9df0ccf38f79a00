"""The background of a briefing, folded: a few of its events, actors and sources stay in sight, and all of them open at a press."""

from collections.abc import Mapping, Sequence

from spotbrief.model.record import record
from spotbrief.views.components import EventPart
from spotbrief.views.notes import SourcePart
from spotbrief.views.people import ActorPart
from spotbrief.words.words import Words

EVENTS, ACTORS, SOURCES = 3, 4, 3
"""How many of each stay in sight."""


@record
class Folds:
    """What stays in sight, and the words that open the rest."""

    events: tuple[EventPart, ...]
    actors: tuple[ActorPart, ...]
    sources: tuple[SourcePart, ...]
    opens: dict[str, str]
    """By the name of a part, what opens all of it: `All 16 sources`."""


COUNTED: Mapping[str, tuple[str, str]] = {
    "events": ("event", "events"),
    "statements": ("statement", "statements"),
    "actors": ("actor", "actors"),
    "sources": ("source", "sources"),
    "changes": ("change", "changes"),
}
"""What the parts hold that are folded: one of it, and many."""


def folds(
    events: Sequence[EventPart], actors: Sequence[ActorPart], sources: Sequence[SourcePart], counts: Mapping[str, int], words: Words
) -> Folds:
    """The folds of a briefing; *counts* says how much there is of each part."""
    return Folds(
        events=tuple(events[:EVENTS]),
        actors=tuple(actors[:ACTORS]),
        sources=tuple(sources[:SOURCES]),
        opens={name: _all(count, *COUNTED[name], words) for name, count in counts.items()},
    )


def _all(count: int, one: str, many: str, words: Words) -> str:
    return words("All {things}", things=words.count(count, one, many)) if count > 1 else words("In full")
