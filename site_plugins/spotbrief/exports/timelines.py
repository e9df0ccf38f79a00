"""What the filter of a timeline asks for, of all its events, as one small file; the events themselves it takes from the pages."""

import json
from collections.abc import Iterator, Sequence
from functools import partial
from typing import Any

from spotbrief.exports.output import Edition, Output, one
from spotbrief.model.event import Event
from spotbrief.views.links import Links
from spotbrief.views.timelines import FILTERED, events_path, lengths, timelines

FIELDS = ("id", "earliest", "latest", "kind", "actors", "topics")
"""What each event of the file holds, in this order."""

NAMED = ("actors", "topics")
"""Events hold ids of these; the file names each thing once."""


def outputs(edition: Edition) -> Iterator[Output]:
    """`/timelines/events.json` and `/timelines/<storyline>/events.json`."""
    for timeline in timelines(edition.corpus):
        path = events_path(timeline.base)
        yield one(path, partial(_file, Links(edition.corpus, path.count("/")), timeline.events[:FILTERED]))


def _file(links: Links, events: Sequence[Event]) -> bytes:
    words, (first, later) = links.words, lengths(links.corpus.settings)
    whole = {
        "on_first_page": first,
        "on_later_pages": later,
        "names": {
            **{kind: _names(links, kind, events) for kind in NAMED},
            "kinds": {event.kind: words.event(event.kind) for event in events if event.kind},
        },
        "fields": FIELDS,
        "events": [_row(event) for event in events],
    }
    return json.dumps(whole, ensure_ascii=False, separators=(",", ":")).encode()


def _row(event: Event) -> Sequence[Any]:
    when = event.when
    return event.id, when.earliest.isoformat(), when.latest.isoformat(), event.kind, event.actors, event.topics


def _names(links: Links, kind: str, events: Sequence[Event]) -> dict[str, str]:
    known, ids = getattr(links.corpus, kind), dict.fromkeys(id for event in events for id in getattr(event, kind))
    return {id: links.name(kind, id) for id in ids if id in known}
