"""Briefings that belong together: what their editors named first, then those that share the rarest things."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from heapq import nlargest
from math import log

from spotbrief.cache import Cache
from spotbrief.corpus.corpus import Corpus
from spotbrief.model.briefing import Briefing
from spotbrief.model.event import Event

NEAREST = 20
"""Briefings that count for a thing which very many share: the nearest in time. This keeps the work linear."""

WEIGHT = {"storylines": 2.0, "events": 1.5, "actors": 1.0, "topics": 0.7, "regions": 0.3}
"""The weight of a shared thing, by kind; it is multiplied by how rare the thing is."""

Sharing = tuple[float, Sequence[int]]


class Related:
    """The related briefings of a corpus, in which a briefing's rank is its place from the newest on."""

    def __init__(self, corpus: Corpus) -> None:
        self._corpus, self._newest_first = corpus, tuple(corpus.briefings.values())
        self._ranks = {id: rank for rank, id in enumerate(corpus.briefings)}
        self._sharing = Cache[tuple[str, str], Sharing]()

    def of(self, briefing: Briefing, count: int = 4) -> tuple[Briefing, ...]:
        """Up to *count* briefings, best first. Those that *briefing* names come first and are never cut, even beyond *count*."""
        ranks = self._ranks
        named = [id for id in dict.fromkeys(briefing.related) if id in ranks and id != briefing.id]
        scores = self._scores(briefing)
        for known in (briefing.id, *named):
            scores.pop(ranks[known], None)
        best = nlargest(max(0, count - len(named)), scores, key=lambda rank: (scores[rank], -rank))
        return tuple(self._newest_first[rank] for rank in (*(ranks[id] for id in named), *best))

    def _scores(self, briefing: Briefing) -> dict[int, float]:
        scores: dict[int, float] = defaultdict(float)
        place = self._ranks[briefing.id]
        for kind, ids in self._things(briefing):
            for id in ids:
                weight, ranks = self._sharing.of((kind, id), self._sharing_of, kind, id)
                for rank in _around(ranks, place):
                    scores[rank] += weight
        return scores

    def _things(self, briefing: Briefing) -> Iterator[tuple[str, Sequence[str]]]:
        yield "storylines", (briefing.storyline,) if briefing.storyline else ()
        yield "events", tuple(event.id for event in self._events(briefing) if len(event.briefings) > 1)
        yield "actors", self._corpus.named[briefing.id]
        yield "topics", briefing.topics
        yield "regions", briefing.regions

    def _events(self, briefing: Briefing) -> Iterator[Event]:
        for entry in briefing.timeline:
            if event := self._corpus.events.get(entry.id):
                yield event

    def _sharing_of(self, kind: str, id: str) -> Sharing:
        """The weight of sharing a thing, and the ranks of the published briefings that have it."""
        ids = self._briefings(kind, id)
        ranks = sorted(self._ranks[id] for id in ids if self._corpus.briefings[id].status == "published")
        return WEIGHT[kind] * log((len(self._ranks) + 1) / len(ids)), ranks

    def _briefings(self, kind: str, id: str) -> Sequence[str]:
        if kind == "events":
            return self._corpus.events[id].briefings
        return [briefing.id for briefing in self._corpus.backlinks(kind, id).briefings]


def _around(ranks: Sequence[int], place: int) -> Sequence[int]:
    if len(ranks) <= NEAREST:
        return ranks
    start = min(max(0, bisect_left(ranks, place) - NEAREST // 2), len(ranks) - NEAREST)
    return ranks[start : start + NEAREST]
