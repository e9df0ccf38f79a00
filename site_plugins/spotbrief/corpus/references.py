"""Everything that a thing names: by an id in a field that takes ids, and in double brackets in its texts."""

from collections.abc import Container, Iterator, Mapping
from typing import Any, NamedTuple

from spotbrief.model.briefing import Briefing
from spotbrief.model.event import Entry
from spotbrief.model.origin import Pointer
from spotbrief.model.prose import Prose
from spotbrief.model.sorts import CITATIONS, PROSE, REFERENCES, Sort
from spotbrief.model.source import Source, SourceRef
from spotbrief.model.walk import value_at, walk
from spotbrief.reading.markdown import read_prose

_BODY = frozenset({Sort.BODY})
_NONE: Mapping[str, Container[str]] = {}


class Reference(NamedTuple):
    """A thing named by its id."""

    kind: str
    id: str
    pointer: Pointer
    optional: bool = False
    """A plain name may stand here instead of an id."""
    typed: str | None = None
    """In a body: the words in the brackets, by which its place is found."""


def references(kind: str, thing: Any, known: Mapping[str, Container[str]] = _NONE) -> Iterator[Reference]:
    """Everything that *thing* of *kind* names by id in a field, but for what is *known*, and all that it names in its texts.

    Leaves out sources and events that the thing itself defines.
    """
    own = own_source_ids(thing)
    for pointer, id, mark in walk(thing, REFERENCES):
        for named in mark.kinds or (kind,):
            told = (named == "sources" and id in own and _is_cited(thing, pointer)) or (named == "events" and _tells(thing, pointer))
            if not told and id not in known.get(named, ()):
                yield Reference(named, id, pointer, mark.sort is Sort.NAME)
    for pointer, prose in named_in_texts(thing):
        yield from references_of_prose(prose, pointer)
    for _, body, _ in walk(thing, _BODY):
        yield from references_of_prose(body)


def named_in_texts(thing: Any) -> Iterator[tuple[Pointer, Prose]]:
    """The short texts of *thing* with double brackets, read as prose. The body is left out: it was read before."""
    return ((pointer, read_prose(text)) for pointer, text, _ in walk(thing, PROSE) if "[[" in text)


def own_source_ids(thing: Any) -> frozenset[str]:
    """The ids of the sources that a briefing defines. Inside it they hide shared ones; other things have none."""
    sources = thing.sources if isinstance(thing, Briefing) else ()
    return frozenset(source.id for source in sources if isinstance(source, Source))


def shared_sources(briefing: Briefing) -> tuple[str, ...]:
    """The ids of all sources that a briefing lists or cites but does not define."""
    own = own_source_ids(briefing)
    cited = (id for _, id, _ in walk(briefing, CITATIONS))
    return tuple(id for id in dict.fromkeys(cited) if id not in own)


def references_of_prose(prose: Prose, pointer: Pointer = ()) -> Iterator[Reference]:
    """Everything that a text names in double brackets; *pointer* is the way to a short text, a body has none."""
    for actor in prose.mentions:
        yield Reference("actors", actor, pointer, typed=None if pointer else actor)
    for card in prose.cards:
        kind, _, id = card.partition(":")
        yield Reference(f"{kind}s", id, pointer, typed=None if pointer else card)


def _is_cited(thing: Any, pointer: Pointer) -> bool:
    """Whether the id at *pointer* cites a source. In the list of sources itself, an id names a shared source instead."""
    return not isinstance(value_at(thing, pointer[:-1]), SourceRef)


def _tells(thing: Any, pointer: Pointer) -> bool:
    """Whether the holder of the id at *pointer* defines the event: reference data does, and an entry with date and title."""
    holder = value_at(thing, pointer[:-1])
    return isinstance(holder, Entry) and bool(holder.origin or (holder.when and holder.title))
