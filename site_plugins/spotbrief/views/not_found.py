"""What readers see at an address that leads nowhere: a way to search, and the latest."""

from collections.abc import Iterable
from urllib.parse import urlsplit

from markupsafe import Markup

from spotbrief.corpus.corpus import Corpus
from spotbrief.model.record import record
from spotbrief.views.components import Card, Parts
from spotbrief.views.links import Links
from spotbrief.views.page import Page
from spotbrief.views.spoken import marks_of

LATEST = 5

AGAIN = Markup('<meta http-equiv="refresh" content="2">\n')
"""A preview looks again: what is missing may be on its way."""


@record
class MissingElsewhere:
    """The same said in another language of the site: the web server has one such page for all."""

    spoken: Markup
    """Attributes of the element that holds it."""
    title: str
    told: Markup
    search: str
    search_name: str


@record
class MissingView:
    """What missing.html may see."""

    title: str
    home: str
    search: str
    cards: tuple[Card, ...]
    file: str
    """In a preview: what should be here, but cannot be read yet."""
    elsewhere: tuple[MissingElsewhere, ...]
    """In the other languages of the site."""


def missing(corpus: Corpus, file: str = "", others: Iterable[Corpus] = ()) -> Page:
    """The page for addresses that lead nowhere, or of a *file* that cannot be read; its links start at the site's root.

    *others* are the corpora of the other languages of the site.
    """
    parts = Parts(_links(corpus))
    latest = [briefing for briefing in corpus.own_briefings.values() if briefing.status == "published"][:LATEST]
    words = parts.words
    view = MissingView(
        title=words("This page cannot be shown yet") if file else words("There is nothing at this address"),
        home=parts.links.root,
        search=_search(parts.links),
        cards=tuple(map(parts.card, latest)),
        file=file,
        elsewhere=() if file else tuple(map(_elsewhere, others)),
    )
    head = AGAIN if corpus.settings.preview and not file else Markup("")
    title = words("Not shown yet") if file else words("Not found")
    return Page(title=title, description="", template="missing.html", view=view, head=head)


def _elsewhere(corpus: Corpus) -> MissingElsewhere:
    links, words = _links(corpus), corpus.words
    start = Markup(words('Start from <a href="{home}">the front page</a>.')).format(home=links.root)
    return MissingElsewhere(
        spoken=marks_of(words.language),
        title=words("There is nothing at this address"),
        told=Markup("{} {}").format(words("It may have been mistyped, or it was never published."), start),
        search=_search(links),
        search_name=words("Search"),
    )


def _links(corpus: Corpus) -> Links:
    return Links(corpus, root=f"{urlsplit(corpus.settings.site_url).path.rstrip('/')}/")


def _search(links: Links) -> str:
    return links.to("search/") if "search" in links.corpus.settings.sections else ""
