"""What each page of the site says to machines."""

from collections.abc import Iterable, Iterator

from spotbrief.corpus.corpus import Corpus
from spotbrief.model.briefing import Briefing
from spotbrief.views.links import Links
from spotbrief.views.page import Thing
from spotbrief.views.structured.actors import Actors
from spotbrief.views.structured.article import Articles
from spotbrief.views.structured.breadcrumb import HUBS, breadcrumb
from spotbrief.views.structured.node import BREADCRUMB, Node, node, reference
from spotbrief.views.structured.public_event import event
from spotbrief.views.structured.publisher import Publisher
from spotbrief.views.structured.source import whole_source

PAGES = {"about": "AboutPage", "trust": "AboutPage", "search": "SearchResultsPage", **dict.fromkeys(HUBS, "CollectionPage")}
"""schema.org's type of a page that is not about one thing, by the first part of its address."""


class Graph:
    """Makes the nodes of pages; *links* are absolute."""

    def __init__(self, corpus: Corpus, links: Links) -> None:
        self._corpus, self._links = corpus, links
        self._publisher, self._actors = Publisher(corpus, links), Actors(links)
        self._articles = Articles(corpus, links, self._publisher, self._actors)

    def nodes(self, path: str, title: str, description: str, lists: Iterable[Thing]) -> Iterator[Node]:
        """Everything the page at *path* says."""
        if not path:
            yield self._publisher.site
            yield self._publisher.whole
            return
        kind, _, id = path.rstrip("/").partition("/")
        if kind == "briefings" and (briefing := self._corpus.briefing_at(id)):
            yield from self._briefing(briefing, description)
        else:
            yield self._page(path, kind, id, title, description, lists)
        yield breadcrumb(self._links, path, title)

    def _briefing(self, briefing: Briefing, description: str) -> Iterator[Node]:
        yield self._articles.article(briefing, description)
        if public := event(briefing, self._links, self._publisher.short):
            yield public

    def _page(self, path: str, kind: str, id: str, title: str, description: str, lists: Iterable[Thing]) -> Node:
        url = self._links.to(path)
        return node(
            "WebPage" if kind == "actors" and id else "ProfilePage" if kind == "authors" and id else PAGES.get(kind, "WebPage"),
            url=url,
            name=title,
            description=description,
            inLanguage=self._corpus.settings.language,
            isPartOf=self._publisher.site_reference,
            breadcrumb=reference(BREADCRUMB),
            mainEntity=self._main(kind, id, lists),
        )

    def _main(self, kind: str, id: str, lists: Iterable[Thing]) -> Node | None:
        """What a page is about: an actor, an author, the desk, or a list."""
        if kind == "actors" and id in self._corpus.actors:
            return self._actors.whole(self._corpus.actors[id])
        if kind == "authors" and id in self._corpus.authors:
            return self._articles.profile(id)
        if kind == "sources" and id in self._corpus.sources:
            return whole_source(self._corpus.sources[id], self._corpus)
        if kind == "trust":
            return self._publisher.whole
        items = [node("ListItem", position=i, url=self._links.thing(*thing)) for i, thing in enumerate(lists, 1)]
        return node("ItemList", numberOfItems=len(items), itemListElement=items) if items else None
