"""The corrections of all briefings, in one order wherever they are shown."""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import NamedTuple

from spotbrief.corpus.corpus import Corpus
from spotbrief.model.briefing import Briefing, Correction


class Corrected(NamedTuple):
    """A correction, what tells it from the others of its briefing, and the briefing."""

    when: datetime
    key: str
    briefing: Briefing
    correction: Correction


def corrected(corpus: Corpus) -> list[Corrected]:
    """All corrections, the newest first."""
    return sorted(_all(corpus), key=lambda one: (one.when, one.briefing.id, one.key), reverse=True)


def _all(corpus: Corpus) -> Iterator[Corrected]:
    for briefing in corpus.briefings.values():
        seen: dict[str, int] = {}
        for correction in briefing.corrections:
            key = correction.when.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")
            seen[key] = seen.get(key, 0) + 1
            yield Corrected(correction.when, f"{key}-{seen[key]}" if seen[key] > 1 else key, briefing, correction)
