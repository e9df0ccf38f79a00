"""The corrections of all briefings, in one order wherever they are shown."""

from collections.abc import Iterator
from datetime import datetime
from typing import NamedTuple

from spotbrief.corpus.corpus import Corpus
from spotbrief.model.briefing import Briefing, Correction


class Corrected(NamedTuple):
    """A correction, its number among those of its briefing, and the briefing.

    Its number stays when its date is mended or the site takes another timezone.
    """

    when: datetime
    key: str
    briefing: Briefing
    correction: Correction


def corrected(corpus: Corpus) -> list[Corrected]:
    """All corrections, the newest first."""
    return sorted(_all(corpus), key=lambda one: (one.when, one.briefing.id, one.key), reverse=True)


def _all(corpus: Corpus) -> Iterator[Corrected]:
    for briefing in corpus.briefings.values():
        for number, correction in enumerate(sorted(briefing.corrections, key=lambda one: one.when), 1):
            yield Corrected(correction.when, f"{number:02}", briefing, correction)
