"""The things that an id may mean, with the names by which editors look for them."""

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from spotbrief.corpus.corpus import Expected
from spotbrief.corpus.live import Live
from spotbrief.model.briefing import Briefing
from spotbrief.model.kinds import KINDS
from spotbrief.model.source import Source

MOST = 100
"""Things that are offered at once; more letters narrow them down."""

PUBLIC_EVENTS, JUDGEMENTS = "public_events", "judgements"


_PARTS = {PUBLIC_EVENTS: "public event", JUDGEMENTS: "judgement", "takeaways": "takeaway"}


class Named(NamedTuple):
    """Something that may be named by its id."""

    kind: str
    id: str
    name: str = ""
    others: tuple[str, ...] = ()
    thing: Any = None


def named(live: Live, kind: str, file: str) -> Iterator[Named]:
    """Everything of *kind* that a text in *file* may name; of sources, its own first."""
    if kind == "sources":
        yield from (Named(kind, one.id, one.name, (one.url or "",), one) for one in own_sources(live, file) if one.id)
    if kind == PUBLIC_EVENTS:
        yield from (Named(kind, one.id, one.public_event.title, (), one) for one in live.maps["briefings"].values() if one.public_event)
    elif kind in live.maps:
        yield from (_of_thing(kind, id, thing) for id, thing in live.maps[kind].items())


def one_named(live: Live, kind: str, id: str, file: str) -> Named | None:
    """What *id* means in *file*; None for nothing."""
    if kind == "sources" and (own := next((one for one in own_sources(live, file) if one.id == id), None)):
        return Named(kind, id, own.name, (), own)
    found = live.maps.get("briefings" if kind == PUBLIC_EVENTS else kind, {}).get(id)
    return _of_thing(kind, id, found) if found else None


def own_sources(live: Live, file: str) -> Iterator[Source]:
    """The sources that the briefing in *file* tells itself, as they last could be read."""
    briefings = (thing for _, thing in live.things(file) if isinstance(thing, Briefing))
    return (source for briefing in briefings for source in briefing.sources if isinstance(source, Source))


def matching(things: Iterable[Named], typed: str) -> list[Named]:
    """The things that *typed* may be the beginning of, by id or by any name, the best first."""
    word = typed.casefold().strip()
    ranked = [(rank, one) for one in things if (rank := _rank(one, word)) is not None]
    ranked.sort(key=lambda pair: (pair[0], pair[1].id if pair[1].kind not in ("briefings", JUDGEMENTS) else ""))
    return [one for _, one in ranked[:MOST]]


def one_of(kind: str) -> str:
    """What one of a kind is called."""
    return KINDS[kind].one if kind in KINDS else _PARTS.get(kind, kind)


def _of_thing(kind: str, id: str, thing: Any) -> Named:
    if isinstance(thing, Expected):
        return Named(kind, id, thing.judgement.text, (), thing)
    name = getattr(thing, "name", None) or getattr(thing, "title", None) or ""
    return Named(kind, id, name, getattr(thing, "other_names", ()), thing)


def _rank(one: Named, word: str) -> int | None:
    """How well *word* fits, 0 at best; None where it does not."""
    if not word:
        return 0
    id = one.id.casefold()
    if id.startswith(word):
        return 0
    names = [name.casefold() for name in (one.name, *one.others) if name]
    if any(name.startswith(word) for name in names):
        return 1
    if any(f" {word}" in name for name in names) or f"-{word}" in id or f":{word}" in id:
        return 2
    return 3 if word in id or any(word in name for name in names) else None
