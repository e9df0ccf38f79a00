"""Briefings that belong together: what their editors named first, then those that share the rarest things."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from heapq import nlargest
from math import log

from spotbrief.corpus.corpus import Corpus
from spotbrief.corpus.events import event_id
from spotbrief.model.briefing import Briefing

NEAREST = 20
"""Of a thing that very many briefings share, only so many neighbours in time count: the work stays linear."""

WEIGHT = {"storylines": 2.0, "events": 1.5, "actors": 1.0, "topics": 0.7, "regions": 0.3}
"""What it says for two briefings to share a thing of each kind, before its rarity."""


def related(corpus: Corpus, briefing: Briefing, count: int = 4) -> tuple[Briefing, ...]:
    """At most *count* briefings, best first; the ones that *briefing* names always come first."""
    named = [corpus.briefings[id] for id in dict.fromkeys(briefing.related) if id in corpus.briefings and id != briefing.id]
    scores: dict[str, float] = defaultdict(float)
    for weight, others in _shared(corpus, briefing):
        for other in others:
            if other.status == "published":
                scores[other.id] += weight
    for known in (briefing, *named):
        scores.pop(known.id, None)
    lacking = max(0, count - len(named))
    least = min(nlargest(lacking, scores.values()), default=0.0)
    found = [corpus.briefings[id] for id, score in scores.items() if score >= least]
    found.sort(key=lambda other: (-scores[other.id], -other.published.timestamp(), other.id))
    return (*named, *found[:lacking])


def _shared(corpus: Corpus, briefing: Briefing) -> Iterator[tuple[float, Sequence[Briefing]]]:
    everything = len(corpus.briefings) + 1
    for kind, ids in _things(corpus, briefing):
        for id in ids:
            others = _briefings(corpus, kind, id)
            if len(others) > 1:
                yield WEIGHT[kind] * log(everything / len(others)), _around(others, briefing)


def _things(corpus: Corpus, briefing: Briefing) -> Iterator[tuple[str, Sequence[str]]]:
    yield "storylines", (briefing.storyline,) if briefing.storyline else ()
    yield "events", tuple(event_id(briefing, i) for i in range(len(briefing.timeline)))
    yield "actors", corpus.named[briefing.id]
    yield "topics", briefing.topics
    yield "regions", briefing.regions


def _briefings(corpus: Corpus, kind: str, id: str) -> Sequence[Briefing]:
    if kind != "events":
        return corpus.trail(kind, id).briefings
    event = corpus.events.get(id)
    return tuple(corpus.briefings[other] for other in event.briefings) if event else ()


def _around(others: Sequence[Briefing], briefing: Briefing) -> Sequence[Briefing]:
    if len(others) <= NEAREST:
        return others
    low, high = 0, len(others)
    while low < high:
        middle = (low + high) // 2
        low, high = (middle + 1, high) if others[middle].published > briefing.published else (low, middle)
    start = max(0, low - NEAREST // 2)
    return others[start : start + NEAREST]
