"""Sources: every shared source, and all that rests on each."""

from collections.abc import Iterator
from functools import partial
from itertools import groupby

from markupsafe import Markup

from spotbrief.corpus.corpus import Corpus, Taken
from spotbrief.corpus.resolve import safe_url
from spotbrief.model.record import record
from spotbrief.model.source import Source
from spotbrief.views.components import EventPart, Parts, PartsAt, StatementPart
from spotbrief.views.indexes import kind_label
from spotbrief.views.judgements import JudgementPart
from spotbrief.views.links import Links
from spotbrief.views.marks import anchor
from spotbrief.views.page import Page, Plan
from spotbrief.views.paging import Pager, Slice, pages
from spotbrief.words.words import Words

PER_PAGE = 250
"""Sources on one page of the index."""


@record
class ListedSource:
    """A source in the index, and how much rests on it."""

    link: Markup
    published: Markup
    extent: str
    """How many claims rest on it; empty for none."""


@record
class PublisherPart:
    """A publisher with its sources."""

    name: str
    sources: tuple[ListedSource, ...]


@record
class SourcesView:
    """What sources.html may see."""

    title: str
    publishers: tuple[PublisherPart, ...]
    pager: Pager


@record
class PublisherTold:
    """What is told of who put a source out."""

    name: Markup
    facts: str
    """What sort of publisher it is, and where it is based."""
    description: str


@record
class RestingTakeaway:
    """A takeaway that rests on the source."""

    text: Markup
    briefing: Markup


@record
class SourceView:
    """What source.html may see."""

    title: str
    kind: Markup
    publisher: str
    told: PublisherTold | None
    url: str
    archive_url: str
    published: Markup
    accessed: Markup
    about: str
    note: str
    takeaways: tuple[RestingTakeaway, ...]
    events: tuple[EventPart, ...]
    statements: tuple[StatementPart, ...]
    judgements: tuple[JudgementPart, ...]
    briefings: tuple[Markup, ...]


def plans(corpus: Corpus, at: PartsAt) -> Iterator[Plan]:
    """`/sources/` and `/sources/<id>/`; a source that one briefing tells itself is a note of that briefing."""
    if not corpus.sources:
        return
    ordered = sorted(corpus.sources.values(), key=lambda source: (_publisher(corpus, source).casefold(), source.name.casefold(), source.id))
    for part in pages("sources/", ordered, PER_PAGE):
        yield Plan(path=part.path, section="sources", make=partial(_index, at, part))
    parts = at(2)
    for source in corpus.sources.values():
        yield Plan(path=f"sources/{source.id}/", section="sources", make=partial(_page, parts, source))


def _index(at: PartsAt, part: Slice[Source]) -> Page:
    links = at(part.depth).links
    corpus, words = links.corpus, links.words
    by_publisher = groupby(part.items, key=partial(_publisher, corpus))
    title = part.titled(words("Sources"), words)
    view = SourcesView(
        title=title,
        publishers=tuple(
            PublisherPart(name=name or words("Others"), sources=tuple(_listed(links, s) for s in sources)) for name, sources in by_publisher
        ),
        pager=part.pager(links),
    )
    description = words("What the briefings of {site} rest on.", site=corpus.settings.site_name)
    return Page(title=title, description=description, template="sources.html", view=view)


def _listed(links: Links, source: Source) -> ListedSource:
    trail = links.corpus.backlinks("sources", source.id)
    extent = links.words.count_of((*trail.takeaways, *trail.events, *trail.statements, *trail.judgements), "claim")
    published = links.marks.date(source.published) if source.published else Markup("")
    return ListedSource(link=links.named("sources", source.id), published=published, extent=extent)


def _page(parts: Parts, source: Source) -> Page:
    trail, publisher = parts.corpus.backlinks("sources", source.id), _publisher(parts.corpus, source)
    view = SourceView(
        title=source.name,
        kind=kind_label(parts.links, "sources"),
        publisher=publisher,
        told=_told(parts.corpus, source),
        url=safe_url(source.url) or "",
        archive_url=safe_url(source.archive_url) or "",
        published=parts.marks.date(source.published) if source.published else Markup(""),
        accessed=parts.marks.date(source.accessed) if source.accessed else Markup(""),
        about=parts.words.all_of(parts.words.sentence(text) for text in (source.kind, source.attribution) if text),
        note=source.note or "",
        takeaways=tuple(_takeaway(parts, taken) for taken in trail.takeaways),
        events=tuple(map(parts.event, reversed(trail.events))),
        statements=tuple(map(parts.statement, reversed(trail.statements))),
        judgements=parts.judgements(trail.judgements),
        briefings=tuple(parts.links.named("briefings", briefing.id) for briefing in trail.briefings),
    )
    return Page(title=source.name, description=_description(parts.words, source.name, publisher), template="source.html", view=view)


def _description(words: Words, source: str, publisher: str) -> str:
    if publisher:
        return words("What rests on “{source}” ({publisher}).", source=source, publisher=publisher)
    return words("What rests on “{source}”.", source=source)


def _takeaway(parts: Parts, taken: Taken) -> RestingTakeaway:
    href = parts.links.thing("briefings", taken.briefing.id, f"takeaway:{taken.key}")
    text = parts.writer.line(taken.takeaway.text, taken.briefing.origin)
    return RestingTakeaway(text=text, briefing=anchor(href, taken.briefing.title))


def _told(corpus: Corpus, source: Source) -> PublisherTold | None:
    """None where nothing is known of the publisher but its name."""
    known = corpus.publishers.get(source.publisher or "")
    if not known or not (known.url or known.kind or known.country or known.description):
        return None
    facts = " · ".join(corpus.words.sentence(text) for text in (known.kind, known.country) if text)
    return PublisherTold(name=anchor(safe_url(known.url) or "", known.name), facts=facts, description=known.description or "")


def _publisher(corpus: Corpus, source: Source) -> str:
    known = corpus.publishers.get(source.publisher or "")
    return known.name if known else source.publisher or ""
