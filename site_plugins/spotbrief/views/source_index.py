"""The index of all shared sources: by the letter of who put them out, each publisher folded up."""

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import partial
from itertools import groupby

from markupsafe import Markup

from spotbrief.corpus.corpus import Corpus
from spotbrief.model.record import record
from spotbrief.model.source import Source
from spotbrief.views.components import PartsAt
from spotbrief.views.letters import Letter, by_letter, jumps
from spotbrief.views.links import Links
from spotbrief.views.notes import title_is_ours
from spotbrief.views.page import Page, Plan
from spotbrief.views.paging import Pager, Slice, pages
from spotbrief.views.who_says import publisher_of
from spotbrief.words.words import Words

PER_PAGE = 500
"""Sources on one page of the index."""


@record
class ListedSource:
    """A source in the index, and how much rests on it."""

    link: Markup
    ours: str
    """That the title is the desk's own words; empty for most."""
    published: Markup
    extent: str
    """How many claims rest on it; empty for none."""


@record
class PublisherPart:
    """A publisher with its sources."""

    name: str
    count: str
    sources: tuple[ListedSource, ...]


@record
class SourcesView:
    """What sources.html may see."""

    title: str
    counts: str
    """How many there are, and of which kinds."""
    jumps: Markup
    """The way to each letter."""
    letters: tuple[Letter[PublisherPart], ...]
    pager: Pager


def index_plans(corpus: Corpus, at: PartsAt) -> Iterator[Plan]:
    """`/sources/`, with as many pages as it takes."""
    words, name = corpus.words, partial(publisher_of, corpus)
    ordered = sorted(corpus.sources.values(), key=lambda source: (_place(name(source), words), words.sort_key(source.name), source.id))
    for part in pages("sources/", ordered, PER_PAGE):
        yield Plan(path=part.path, section="briefings", make=partial(_page, at, part))


def _page(at: PartsAt, part: Slice[Source]) -> Page:
    links = at(part.depth).links
    corpus, words = links.corpus, links.words
    found = groupby(part.items, key=partial(publisher_of, corpus))
    publishers = [_publisher(links, name or words("Others"), tuple(sources)) for name, sources in found]
    letters = tuple(by_letter(publishers, lambda one: _sorts_as(one.name, words), words))
    title = part.titled(words("Sources"), words)
    view = SourcesView(
        title=title,
        counts=_counts(corpus.sources.values(), words),
        jumps=jumps((letter.anchor, letter.letter) for letter in letters),
        letters=letters,
        pager=part.pager(links),
    )
    description = words("What the briefings of {site} rest on.", site=corpus.settings.site_name)
    return Page(title=title, description=description, template="sources.html", view=view)


def _place(name: str, words: Words) -> tuple[str, str]:
    return words.sort_key(_sorts_as(name, words)), name


def _sorts_as(name: str, words: Words) -> str:
    return words.without_article(name)


def _counts(sources: Iterable[Source], words: Words) -> str:
    kinds = Counter(source.kind or "" for source in sources)
    known = [f"{words.sentence(kind)} {words.number(count)}" for kind, count in kinds.most_common() if kind]
    return " · ".join((words.count(kinds.total(), "source", "sources"), *known))


def _publisher(links: Links, name: str, sources: tuple[Source, ...]) -> PublisherPart:
    return PublisherPart(name=name, count=links.words.number(len(sources)), sources=tuple(_listed(links, source) for source in sources))


def _listed(links: Links, source: Source) -> ListedSource:
    trail = links.corpus.backlinks("sources", source.id)
    return ListedSource(
        link=links.named("sources", source.id),
        ours=title_is_ours(source, links.words),
        published=links.marks.date(source.published) if source.published else Markup(""),
        extent=links.words.count_of((*trail.takeaways, *trail.events, *trail.statements, *trail.judgements), "claim", "claims"),
    )
