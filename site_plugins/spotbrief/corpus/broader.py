"""Topics and regions that are part of broader ones, which hold all that their parts hold."""

from collections import defaultdict
from collections.abc import Mapping

from spotbrief.corpus.corpus import Backlinks, Corpus
from spotbrief.corpus.ledger import by_due_date

NESTED = ("topics", "regions")
"""The kinds of things that may be part of others."""


def parts_of(corpus: Corpus, kind: str) -> Mapping[str, list[str]]:
    """The parts of each broader thing of a kind, by id."""
    found: dict[str, list[str]] = defaultdict(list)
    for thing in getattr(corpus, kind).values() if kind in NESTED else ():
        if thing.broader in getattr(corpus, kind):
            found[thing.broader].append(thing.id)
    return found


def all_below(id: str, parts: Mapping[str, list[str]]) -> list[str]:
    """All parts of a thing and their parts, each once; a circle, which the checks report, ends."""
    found: dict[str, None] = {}
    waiting = list(parts.get(id, ()))
    while waiting:
        part = waiting.pop(0)
        if part != id and part not in found:
            found[part] = None
            waiting += parts.get(part, ())
    return list(found)


def gathered(corpus: Corpus, kind: str, id: str, below: list[str]) -> Backlinks:
    """What leads to a thing, or to one of those *below* it, in the order in which each alone has it."""
    own = corpus.backlinks(kind, id)
    if not below:
        return own
    trails = [own, *(corpus.backlinks(kind, part) for part in below)]
    briefings = {one.id: one for trail in trails for one in trail.briefings}
    events = {one.id: one for trail in trails for one in trail.events}
    judgements = {one.id: one for trail in trails for one in trail.judgements}
    return Backlinks(
        briefings=tuple(sorted(briefings.values(), key=lambda one: (one.published, one.id), reverse=True)),
        events=tuple(sorted(events.values(), key=lambda one: (one.when.sort_key, one.id))),
        judgements=tuple(sorted(judgements.values(), key=by_due_date)),
    )
