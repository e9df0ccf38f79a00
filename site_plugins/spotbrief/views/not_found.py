"""What readers see at an address that leads nowhere: a way to search, and the latest."""

from urllib.parse import urlsplit

from markupsafe import Markup

from spotbrief.corpus.corpus import Corpus
from spotbrief.model.record import record
from spotbrief.views.components import Card, Parts
from spotbrief.views.links import Links
from spotbrief.views.page import Page

LATEST = 5

AGAIN = Markup('<meta http-equiv="refresh" content="2">\n')
"""A preview looks again: what is missing may be on its way."""


@record
class MissingView:
    """What missing.html may see."""

    title: str
    home: str
    search: str
    cards: tuple[Card, ...]
    file: str
    """In a preview: what should be here, but cannot be read yet."""


def missing(corpus: Corpus, file: str = "") -> Page:
    """The page for addresses that lead nowhere, or of a *file* that cannot be read; its links start at the site's root."""
    parts = Parts(Links(corpus, root=f"{urlsplit(corpus.settings.site_url).path.rstrip('/')}/"))
    latest = [briefing for briefing in corpus.own_briefings.values() if briefing.status == "published"][:LATEST]
    words = parts.words
    view = MissingView(
        title=words("This page cannot be shown yet") if file else words("There is nothing at this address"),
        home=parts.links.root,
        search=parts.links.to("search/") if "search" in corpus.settings.sections else "",
        cards=tuple(map(parts.card, latest)),
        file=file,
    )
    head = AGAIN if corpus.settings.preview and not file else Markup("")
    title = words("Not shown yet") if file else words("Not found")
    return Page(title=title, description="", template="missing.html", view=view, head=head)
