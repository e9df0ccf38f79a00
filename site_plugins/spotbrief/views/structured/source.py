"""Sources as schema.org's CreativeWork, and those who publish them as Organization."""

from spotbrief.corpus.corpus import Corpus
from spotbrief.corpus.resolve import safe_url
from spotbrief.model.source import Publisher, Source
from spotbrief.views.structured.node import Node, node


def source_reference(source: Source) -> Node | str:
    """As little as identifies it: its address, or else its name. Pages stay small, and `/api/v1/sources.json` has the rest."""
    return safe_url(source.url) or source_node(source)


def source_node(source: Source) -> Node:
    """What it is called and where it is."""
    return node(
        "CreativeWork", name=source.name, inLanguage=source.language, url=safe_url(source.url), archivedAt=safe_url(source.archive_url)
    )


def whole_source(source: Source, corpus: Corpus) -> Node:
    """A shared source, as its own page tells of it."""
    published = source.published.machine if source.published else ""
    return {**source_node(source), **node("CreativeWork", datePublished=published, publisher=_publisher(source, corpus))}


def _publisher(source: Source, corpus: Corpus) -> Node | None:
    """Who put it out; schema.org has no word for the sort of publisher that it is."""
    if known := corpus.publishers.get(source.publisher or ""):
        return node("Organization", name=known.name, url=safe_url(known.url), description=known.description, address=_address(known))
    return node("Organization", name=source.publisher) if source.publisher else None


def _address(publisher: Publisher) -> Node | None:
    return node("PostalAddress", addressCountry=publisher.country) if publisher.country else None
