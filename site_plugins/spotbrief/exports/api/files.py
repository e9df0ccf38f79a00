"""The data of the site as JSON below `/api/v1/`, with a JSON Schema (2020-12) of every file.

Briefings and actors have a file each. All things of a kind stand in one file, each with its id and what it is found by; what a briefing
tells of one stands in the file of that briefing. The track record is a file of figures.
"""

import json
from collections.abc import Callable, Iterable, Iterator
from functools import cache, partial
from typing import Any

from pydantic import TypeAdapter

from spotbrief.exports.api import actor_records as a
from spotbrief.exports.api import actors, briefings, lists, named, parts, track_record
from spotbrief.exports.api import records as r
from spotbrief.exports.api.context import API, ApiContext, keyed_sources
from spotbrief.exports.api.track_record_records import TrackRecord
from spotbrief.exports.output import Beside, Edition, Output, one

Collected = Callable[[ApiContext], Iterable[Any]]

COLLECTIONS: dict[str, tuple[type, Collected]] = {
    "briefings": (lists.Briefings, lambda desk: (briefings.listed(b, desk) for b in desk.corpus.own_briefings.values())),
    "actors": (lists.Actors, lambda desk: (actors.listed(a, desk) for a in desk.corpus.actors.values())),
    "events": (lists.Events, lambda desk: (parts.listed_event(e, desk) for e in desk.corpus.events.values())),
    "judgements": (lists.Judgements, lambda desk: (parts.listed_judgement(e, desk) for e in desk.corpus.judgements.values())),
    "statements": (lists.Statements, lambda desk: (parts.listed_statement(s, desk) for s in desk.corpus.statements)),
    "sources": (lists.Sources, parts.all_sources),
    "publishers": (lists.Publishers, lambda desk: map(named.publisher, desk.corpus.publishers.values())),
    "authors": (lists.Authors, partial(named.all_of, "authors")),
    "topics": (lists.Topics, partial(named.all_of, "topics")),
    "regions": (lists.Regions, partial(named.all_of, "regions")),
    "storylines": (lists.Storylines, partial(named.all_of, "storylines")),
    "issues": (lists.Issues, partial(named.all_of, "issues")),
}
"""The files with all things of a kind, each by what its schema describes; a new kind is one more line."""

SCHEMAS = {
    "index": lists.Index,
    "briefing": r.Briefing,
    "actor": a.Actor,
    "track-record": TrackRecord,
    **{name: kind for name, (kind, _) in COLLECTIONS.items()},
}
"""What each schema describes, by its name."""


def outputs(edition: Edition) -> Iterator[Output]:
    """All files of the API but those of briefings."""
    corpus, desk = edition.corpus, _desk(edition)
    yield _file("index", desk, _index)
    yield _file("track-record", desk, track_record.whole)
    for name, kind in SCHEMAS.items():
        yield one(f"{API}schema/{name}.json", partial(_schema, desk, name, kind))
    for name, (_, collected) in COLLECTIONS.items():
        yield one(f"{API}{name}.json", partial(_listed, name, desk, collected))
    for actor in corpus.actors.values():
        yield _file(f"actors/{actor.id}", desk, partial(actors.whole, actor))


def beside(edition: Edition) -> Beside:
    """`/api/v1/briefings/<id>.json`."""
    desk = _desk(edition)
    return lambda briefing: [_file(f"briefings/{briefing.id}", desk, partial(briefings.whole, briefing))]


def _desk(edition: Edition) -> Callable[[], ApiContext]:
    """The desk, made when it is first asked for."""
    return cache(partial(ApiContext, edition.corpus))


def _file(path: str, desk: Callable[[], ApiContext], of: Callable[[ApiContext], Any]) -> Output:
    return one(f"{API}{path}.json", lambda: _dumped(of(desk())))


def _listed(name: str, desk: Callable[[], ApiContext], collected: Collected) -> bytearray:
    """A list as JSON, record by record: there may be very many."""
    made = bytearray(b'{"%b":[' % name.encode())
    for number, thing in enumerate(collected(desk())):
        made += b"," if number else b""
        made += _json(thing)
    made += b"]}\n"
    return made


def _dumped(thing: Any) -> bytes:
    return _json(thing) + b"\n"


def _json(thing: Any) -> bytes:
    """A record as JSON; what is empty, not known or taken for granted is left out, but no figure of the track record."""
    kind: Any = type(thing)
    is_figures = kind is TrackRecord
    return _adapter(kind).dump_json(thing, exclude_none=is_figures, exclude_defaults=not is_figures)


@cache
def _adapter(kind: Any) -> TypeAdapter[Any]:
    return TypeAdapter(kind)


def _schema(desk: Callable[[], ApiContext], name: str, kind: type) -> bytes:
    address = desk().data(f"schema/{name}")
    made = {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": address, **_adapter(kind).json_schema(mode="serialization")}
    return json.dumps(made, indent=1, ensure_ascii=False).encode() + b"\n"


def _index(desk: ApiContext) -> lists.Index:
    settings, corpus = desk.corpus.settings, desk.corpus
    counts = {name: len(getattr(corpus, name)) for name in COLLECTIONS}
    counts["sources"] = len(corpus.sources) + sum(1 for b in corpus.briefings.values() for _ in keyed_sources(b))
    return lists.Index(
        site=settings.site_name,
        url=desk.links.root,
        description=settings.site_description or None,
        language=settings.language,
        scale=settings.scale.name,
        audiences=settings.audiences,
        updated=max((briefing.changed() for briefing in corpus.briefings.values()), default=None),
        track_record=desk.data("track-record"),
        collections=tuple(
            lists.Collection(name=name, url=desk.data(name), schema=desk.data(f"schema/{name}"), count=counts[name]) for name in COLLECTIONS
        ),
    )
