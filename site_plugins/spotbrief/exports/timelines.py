"""Timelines for the filter on their pages: the newest events as one small file, which a page loads only when a reader filters."""

import json
from collections.abc import Iterator, Sequence
from functools import partial
from typing import Any

from spotbrief.exports.output import Edition, Output, one
from spotbrief.model.event import Event
from spotbrief.model.kinds import section_of
from spotbrief.views.links import Links
from spotbrief.views.time_elements import precision
from spotbrief.views.timelines import FILTERED, events_path, timelines
from spotbrief.words.words import Words

FIELDS = ("id", "when", "earliest", "latest", "precision", "title", "kind", "place", "actors", "topics", "briefings")
"""What each event of the file holds, in this order."""

NAMED = ("actors", "topics", "briefings")
"""Events hold ids of these; the file names each thing once."""


def outputs(edition: Edition) -> Iterator[Output]:
    """`/timelines/events.json` and `/timelines/<storyline>/events.json`."""
    for timeline in timelines(edition.corpus):
        path = events_path(timeline.base)
        yield one(path, partial(_file, Links(edition.corpus, path.count("/")), timeline.events[:FILTERED]))


def _file(links: Links, events: Sequence[Event]) -> bytes:
    settings = links.corpus.settings
    whole = {
        "per_page": settings.events_per_page,
        "at": {kind: links.to(f"{kind}/") if section_of(kind) in settings.sections else "" for kind in NAMED},
        "names": {kind: _names(links, kind, events) for kind in NAMED},
        "fields": FIELDS,
        "events": [_row(event, links.words) for event in events],
    }
    return json.dumps(whole, ensure_ascii=False, separators=(",", ":")).encode()


def _row(event: Event, words: Words) -> Sequence[Any]:
    when = event.when
    return (
        event.id,
        words.date(when),
        when.earliest.isoformat(),
        when.latest.isoformat(),
        precision(when),
        event.title,
        event.kind,
        event.place,
        event.actors,
        event.topics,
        event.briefings,
    )


def _names(links: Links, kind: str, events: Sequence[Event]) -> dict[str, str]:
    known, ids = getattr(links.corpus, kind), dict.fromkeys(id for event in events for id in getattr(event, kind))
    return {id: links.name(kind, id) for id in ids if id in known}
