"""Authors, topics, regions, storylines, issues and publishers as records: what their ids stand for."""

from collections.abc import Iterator

from spotbrief.corpus.resolve import safe_url
from spotbrief.exports.api import records as r
from spotbrief.exports.api.context import ApiContext, text
from spotbrief.model.sorts import PROSE
from spotbrief.model.source import Publisher
from spotbrief.model.walk import walk


def all_of(kind: str, desk: ApiContext) -> Iterator[r.Named]:
    """All things of *kind*."""
    for id, of in getattr(desk.corpus, kind).items():
        told = next((said for (_, *inside), said, _ in walk(of, PROSE) if not inside), None)
        yield r.Named(id=id, name=desk.links.name(kind, id), url=desk.links.thing(kind, id) or None, description=text(told))


def publisher(of: Publisher) -> r.Publisher:
    """Who put sources out."""
    return r.Publisher(id=of.id, name=of.name, url=safe_url(of.url), country=of.country, kind=of.kind, description=of.description)
