"""Who says so: the sources of an event or a statement by the names of those who put them out, where a page has no notes."""

from collections.abc import Iterable, Iterator

from markupsafe import Markup

from spotbrief.corpus.corpus import Corpus, Said
from spotbrief.corpus.merged_events import find_source
from spotbrief.corpus.resolve import safe_url
from spotbrief.model.source import Source
from spotbrief.views.links import Links
from spotbrief.views.spoken import of_title


def publisher_of(corpus: Corpus, source: Source) -> str:
    """The name of who put a source out."""
    known = corpus.publishers.get(source.publisher or "")
    return known.name if known else source.publisher or ""


def who_says(links: Links, sources: Iterable[Source]) -> Markup:
    """All of them in a line, each linked to its page, or to itself where it has none: `Wire, The Courier`."""
    return links.marks.markup(links.words.all_of(_linked(links, source) for source in sources))


def names_of(links: Links, sources: Iterable[Source]) -> Markup:
    """The same without links, for a list whose entries lead to where they have notes."""
    return links.marks.markup(links.words.all_of(map(links.marks.markup.escape, dict.fromkeys(_name(links, source) for source in sources))))


def who_said_when(links: Links, said: Said) -> Markup:
    """What a statement rests on, with the days, in which no line breaks: `Wire, 25 June 2025; The Courier, 26 June 2025`."""
    return links.marks.markup("; ").join(_dated(links, said))


def _dated(links: Links, said: Said) -> Iterator[Markup]:
    found = (find_source(id, said.briefing, links.corpus.sources) for id in dict.fromkeys(said.statement.sources))
    for source in filter(None, found):
        name, day = _linked(links, source), links.words.date(source.published).replace(" ", "\u00a0")
        yield links.marks.phrase("{publisher}, {day}", publisher=name, day=day) if day else name


def _linked(links: Links, source: Source) -> Markup:
    page = links.thing("sources", source.id) if source.origin else ""
    return links.marks.link(page or safe_url(source.url) or "", _name(links, source))


def _name(links: Links, source: Source) -> str:
    return publisher_of(links.corpus, source) or links.spoken(of_title(source, links.corpus), source.name)
