"""Topics and regions that are part of broader ones, which hold all that their parts hold."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from spotbrief.corpus.corpus import Backlinks, Corpus
from spotbrief.corpus.ledger import by_due_date
from spotbrief.model.groups import Group

NESTED = ("topics", "regions")
"""The kinds of things that may be part of others."""

Parts = Mapping[str, list[str]]
"""The parts of each broader thing of a kind, by id."""


def parts_of(corpus: Corpus, kind: str) -> Parts:
    """The parts of each broader thing of a kind, by id."""
    return corpus.once(_trees).get(kind, {})


def _trees(corpus: Corpus) -> Mapping[str, Parts]:
    return {kind: _tree(getattr(corpus, kind)) for kind in NESTED}


def _tree(things: Mapping[str, Group]) -> Parts:
    found: dict[str, list[str]] = defaultdict(list)
    for thing in things.values():
        if thing.broader and thing.broader in things:
            found[thing.broader].append(thing.id)
    return dict(found)


def all_below(corpus: Corpus, kind: str, id: str) -> list[str]:
    """All parts of a thing and their parts, each once; a circle, which the checks report, ends."""
    parts = parts_of(corpus, kind)
    found: dict[str, None] = {}
    waiting = list(parts.get(id, ()))
    while waiting:
        part = waiting.pop(0)
        if part != id and part not in found:
            found[part] = None
            waiting += parts.get(part, ())
    return list(found)


def with_broader(ids: Iterable[str], things: Mapping[str, Group]) -> Iterator[str]:
    """Things, and all that they are parts of."""
    seen = set[str]()
    for id in ids:
        thing: str | None = id
        while thing and thing not in seen:
            seen.add(thing)
            yield thing
            thing = things[thing].broader if thing in things else None


def gathered(corpus: Corpus, kind: str, id: str) -> Backlinks:
    """What leads to a thing or to one of its parts, in the order in which each alone has it."""
    own, below = corpus.backlinks(kind, id), all_below(corpus, kind, id)
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
