"""The corrections of all briefings, in one order wherever they are shown."""

from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from hashlib import sha256
from typing import NamedTuple

from spotbrief.corpus.corpus import Corpus
from spotbrief.model.briefing import Briefing, Correction


class Corrected(NamedTuple):
    """A correction, its key among those of its briefing, and the briefing.

    The key is made from what it says was wrong and is right. It stays when others are added before or after it, when its date is
    mended, and when the site takes another timezone; a correction in other words is a new one.
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
        times = Counter[str]()
        for correction in briefing.corrections:
            key = _key(correction)
            times[key] += 1
            yield Corrected(correction.when, f"{key}-{times[key]}" if times[key] > 1 else key, briefing, correction)


def _key(correction: Correction) -> str:
    """Eight signs from its words; blanks between them do not count, since YAML folds lines."""
    words = "\n".join(" ".join(text.split()) for text in (correction.was or "", correction.now))
    return sha256(words.encode()).hexdigest()[:8]
