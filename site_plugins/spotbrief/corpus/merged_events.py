"""Merges entries from many files into one event for each id."""

from collections.abc import Container, Iterable, Iterator, Mapping

from spotbrief.model.briefing import Briefing
from spotbrief.model.desk import Desk
from spotbrief.model.event import Entry, Event
from spotbrief.model.origin import Origin
from spotbrief.model.source import Source, SourceRef

Told = tuple[Entry, Briefing | None]
"""An entry and the briefing that holds it; None for the reference data."""


def event_id(briefing: Briefing, position: int) -> str:
    """The id of the entry at *position* of a briefing's timeline; one without an id belongs to this briefing alone."""
    return briefing.timeline[position].id or f"{briefing.id}:{position + 1}"


def tellings(desk: Desk, oldest_first: Iterable[Briefing]) -> dict[str, list[Told]]:
    """All entries by the id of their event; the reference data first, then the briefings in order."""
    told: dict[str, list[Told]] = {entry.id: [(entry, None)] for entry in desk.events}
    for briefing in oldest_first:
        for i, entry in enumerate(briefing.timeline):
            told.setdefault(event_id(briefing, i), []).append((entry, briefing))
    return told


def merge(id: str, told: list[Told], shared: dict[str, Source], untranslated: Container[str] = ()) -> Event | None:
    """One event from all entries with its id. The first entry with a value wins; lists are joined. None without date or title.

    What briefings say that are *untranslated*, by their ids, stands behind what others say in the language of the site.
    """
    if len(told) == 1:
        return _alone(id, *told[0], shared)
    entries = [entry for entry, _ in told]
    when = next((entry.when for entry in entries if entry.when), None)
    if untranslated:
        told = sorted(told, key=lambda pair: pair[1] is not None and pair[1].id in untranslated)
        entries = [entry for entry, _ in told]
    titled = next((pair for pair in told if pair[0].title), None)
    if not when or not titled or not titled[0].title:
        return None
    return Event(
        id=id,
        when=when,
        title=titled[0].title,
        titled=_origin(*titled),
        text=next((entry.text for entry in entries if entry.text), ""),
        origin=next((_origin(*pair) for pair in told if pair[0].text), Origin(file="")),
        kind=next((entry.kind for entry in entries if entry.kind), ""),
        place=next((entry.place for entry in entries if entry.place), ""),
        actors=_joined(entry.actors for entry in entries),
        topics=_joined(entry.topics for entry in entries),
        regions=_joined(entry.regions for entry in entries),
        storylines=_joined(_storylines(entry, briefing) for entry, briefing in told),
        sources=tuple({s.url or s.name: s for pair in told for s in _sources(*pair, shared)}.values()),
        briefings=_joined((briefing.id,) for _, briefing in told if briefing),
    )


def _alone(id: str, entry: Entry, briefing: Briefing | None, shared: dict[str, Source]) -> Event | None:
    if not entry.when or not entry.title:
        return None
    return Event(
        id=id,
        when=entry.when,
        title=entry.title,
        titled=_origin(entry, briefing),
        text=entry.text or "",
        origin=_origin(entry, briefing),
        kind=entry.kind or "",
        place=entry.place or "",
        actors=entry.actors,
        topics=entry.topics,
        regions=entry.regions,
        storylines=_storylines(entry, briefing),
        sources=tuple(_sources(entry, briefing, shared)),
        briefings=(briefing.id,) if briefing else (),
    )


def _origin(entry: Entry, briefing: Briefing | None) -> Origin:
    return briefing.origin if briefing else entry.origin or Origin(file="")


def _joined(lists: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(item for items in lists for item in items))


def _storylines(entry: Entry, briefing: Briefing | None) -> tuple[str, ...]:
    storyline = entry.storyline or (briefing.storyline if briefing else None)
    return (storyline,) if storyline else ()


def _sources(entry: Entry, briefing: Briefing | None, shared: dict[str, Source]) -> Iterator[Source]:
    for id in entry.sources:
        if source := find_source(id, briefing, shared):
            yield source


def find_source(id: str, briefing: Briefing | None, shared: Mapping[str, Source]) -> Source | None:
    """The source that *id* names inside *briefing*: one of its own, or else a shared one."""
    if briefing:
        for source in briefing.sources:
            if source.id == id and not isinstance(source, SourceRef):
                return source
    return shared.get(id)


def cited_sources(event: Event, entry: Entry) -> tuple[str, ...]:
    """The ids of the sources that *entry* cites. An entry without sources cites the shared sources of *event*."""
    return entry.sources or tuple(source.id for source in event.sources if source.origin)
