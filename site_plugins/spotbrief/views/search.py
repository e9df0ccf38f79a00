"""The page of the search; where no script runs, it leads to everything by name."""

from collections.abc import Iterable, Iterator
from functools import partial

from markupsafe import Markup

from spotbrief.corpus.corpus import Corpus
from spotbrief.model.kinds import KINDS, SEARCH
from spotbrief.model.record import record
from spotbrief.views.components import PartsAt
from spotbrief.views.indexes import indexes
from spotbrief.views.letters import by_letter
from spotbrief.views.links import Links
from spotbrief.views.marks import anchor
from spotbrief.views.months import YearPart, archive, by_month
from spotbrief.views.names import sort_name
from spotbrief.views.page import Page, Plan

HEAD = Markup('<link rel="stylesheet" href="search.css"><script type="module" src="search.js"></script>')
"""Both lie beside the page."""

MOST = 30
"""Names in a list that is not cut by letter."""

PLACES = {
    "briefings": (("briefings/", "Briefings"), ("changes/", "What changed"), ("corrections/", "Corrections")),
    "actors": (("actors/", "Actors"),),
    "timelines": (("timelines/", "Timelines"),),
    "outlook": (("outlook/", "Outlook"), ("outlook/track-record/", "Track record"), ("outlook/week-ahead/", "The next 30 days")),
}
"""The main pages of each section."""


@record
class NamesPart:
    """Names under a heading, each a link."""

    title: str
    names: tuple[Markup, ...]
    all: Markup = Markup("")
    """The way to the rest of a list that is too long."""


TABS = {
    "": ("briefings", "All"),
    "judgements": ("outlook", "Expect"),
    "briefings": ("briefings", "Briefings"),
    "things": ("actors", "Actors"),
    "events": ("timelines", "Events"),
}
"""The groups of results that can be seen alone: the section that fills each, and how the tab is called."""


@record
class TabPart:
    """A tab that shows one group of results, or all where it names none."""

    group: str
    title: str


@record
class SearchView:
    """What search.html may see."""

    title: str
    tabs: tuple[TabPart, ...]
    places: tuple[Markup, ...]
    actors: tuple[NamesPart, ...]
    lists: tuple[NamesPart, ...]
    years: tuple[YearPart, ...]


def plans(corpus: Corpus, at: PartsAt) -> Iterator[Plan]:
    """`/search/`."""
    yield Plan(path="search/", section="search", make=partial(_page, at))


def _page(at: PartsAt) -> Page:
    links = at(1).links
    corpus, words, sections = links.corpus, links.words, links.corpus.settings.sections
    title = words("Search")
    view = SearchView(
        title=title,
        tabs=tuple(TabPart(group=group, title=words(name)) for group, (section, name) in TABS.items() if section in sections),
        places=tuple(anchor(links.to(path), name) for path, name in _places(corpus)),
        actors=tuple(_letters(links)) if "actors" in sections else (),
        lists=tuple(_lists(links)),
        years=archive(links, {month: len(briefings) for month, briefings in by_month(corpus).items()}),
    )
    description = words("Search the briefings of {site}, or find your way by name.", site=corpus.settings.site_name)
    return Page(title=title, description=description, template="search.html", view=view, head=HEAD)


def _places(corpus: Corpus) -> Iterator[tuple[str, str]]:
    """Path and name of every page that leads on to others."""
    for section, pages in PLACES.items():
        if section in corpus.settings.sections:
            yield from ((path, corpus.words(name)) for path, name in pages)
    yield from indexes(corpus)


def _letters(links: Links) -> Iterator[NamesPart]:
    """Actors from A to Z, people by family name; a letter with too many leads to the index of all."""
    for one in by_letter(links.corpus.actors.values(), partial(sort_name, words=links.words), links.words, "letter"):
        yield _named(links, one.letter, "actors", [actor.id for actor in one.items])


def _lists(links: Links) -> Iterator[NamesPart]:
    for kind in KINDS.values():
        if SEARCH in kind.has and kind.section in links.corpus.settings.sections and (ids := getattr(links.corpus, kind.name)):
            yield _named(links, links.words(kind.title), kind.name, ids)


def _named(links: Links, title: str, kind: str, ids: Iterable[str]) -> NamesPart:
    every = list(ids)
    words = links.words
    rest = anchor(links.to(f"{kind}/"), words("all {count}", count=words.number(len(every)))) if len(every) > MOST else Markup("")
    return NamesPart(title=title, names=tuple(links.named(kind, id) for id in every[:MOST]), all=rest)
