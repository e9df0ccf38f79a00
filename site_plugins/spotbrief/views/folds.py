"""The background of a briefing, folded: what opens each part of it says how much there is."""

from collections.abc import Mapping, Sequence
from typing import Any

from spotbrief.words.words import Words

COUNTED: Mapping[str, tuple[str, str]] = {
    "events": ("event", "events"),
    "statements": ("statement", "statements"),
    "actors": ("actor", "actors"),
    "sources": ("source", "sources"),
    "changes": ("change", "changes"),
}
"""What the parts hold that are folded: one of it, and many."""


def opens(parts: Mapping[str, Sequence[Any]], words: Words) -> dict[str, str]:
    """By the name of a part, what opens all of it: `All 16 sources`."""
    return {name: _all(len(parts[name]), *COUNTED[name], words) for name in COUNTED}


def _all(count: int, one: str, many: str, words: Words) -> str:
    return words("All {things}", things=words.count(count, one, many)) if count > 1 else words("In full")
