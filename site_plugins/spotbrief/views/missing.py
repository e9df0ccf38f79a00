"""What readers see at an address that leads nowhere: a way to search, and the latest."""

from collections.abc import Iterable
from urllib.parse import urlsplit

from markupsafe import Markup

from spotbrief.corpus.corpus import Corpus
from spotbrief.model.record import record
from spotbrief.views.links import Links
from spotbrief.views.page import Page
from spotbrief.views.parts import Card, Parts

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
    errors: tuple[str, ...]
    """In a preview: what may be why."""


def missing(corpus: Corpus, errors: Iterable[str] = ()) -> Page:
    """The page for addresses that lead nowhere; it is shown at any depth, so its links start at the site's root."""
    parts = Parts(Links(corpus, root=f"{urlsplit(corpus.settings.site_url).path.rstrip('/')}/"))
    latest = [briefing for briefing in corpus.briefings.values() if briefing.status == "published"][:LATEST]
    view = MissingView(
        title="There is nothing at this address",
        home=parts.links.root,
        search=parts.links.to("search/") if "search" in corpus.settings.sections else "",
        cards=tuple(map(parts.card, latest)),
        errors=tuple(errors),
    )
    head = AGAIN if corpus.settings.preview else Markup("")
    return Page(title="Not found", description="", template="missing.html", view=view, head=head)
