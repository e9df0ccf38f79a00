"""What the filter of a timeline asks for, of all its events, as one small file; the events themselves it takes from the pages."""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from spotbrief.exports.output import Edition, Output, one
from spotbrief.model.event import Event
from spotbrief.views.links import Links
from spotbrief.views.timelines import FILTERED, Timeline, events_path, lengths, timelines

NAMED: Mapping[str, Callable[[Event], Sequence[str]]] = {
    "kinds": lambda event: (event.kind,),
    "actors": lambda event: event.actors,
    "topics": lambda event: event.topics,
}
"""The file has a list of each of these, with their names; events hold their places in it."""

FIELDS = ("id", "earliest", "latest", *NAMED)
"""What each event of the file holds, in this order; the latest day is empty where it is the earliest."""


def outputs(edition: Edition) -> Iterator[Output]:
    """`/timelines/events.json` and `/timelines/<storyline>/events.json`."""
    for timeline in timelines(edition.corpus):
        path = events_path(timeline.base)
        yield one(path, partial(_file, Links(edition.corpus, path.count("/")), timeline))


def _file(links: Links, timeline: Timeline) -> bytes:
    first, later = lengths(links.corpus.settings)
    events = timeline.events[:FILTERED][:: -1 if timeline.is_story else 1]
    names = {kind: _names(links, kind, events) for kind in NAMED}
    places = {kind: {id: place for place, id in enumerate(known)} for kind, known in names.items()}
    whole = {
        "order": "oldest" if timeline.is_story else "newest",
        "on_first_page": first,
        "on_later_pages": later,
        "names": {kind: list(known.items()) for kind, known in names.items()},
        "fields": FIELDS,
        "events": [_row(event, places) for event in events],
    }
    return json.dumps(whole, ensure_ascii=False, separators=(",", ":")).encode()


def _row(event: Event, places: Mapping[str, Mapping[str, int]]) -> Sequence[Any]:
    earliest, latest = event.when.earliest.isoformat(), event.when.latest.isoformat()
    named = ([places[kind][id] for id in ids(event) if id in places[kind]] for kind, ids in NAMED.items())
    return event.id, earliest, latest if latest != earliest else "", *named


def _names(links: Links, kind: str, events: Sequence[Event]) -> dict[str, str]:
    ids = dict.fromkeys(id for event in events for id in NAMED[kind](event))
    if kind == "kinds":
        return {id: links.words.event(id) for id in ids if id}
    return {id: links.name(kind, id) for id in ids if id in getattr(links.corpus, kind)}
