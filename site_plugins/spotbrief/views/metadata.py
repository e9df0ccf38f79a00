"""What machines read in a page: feeds, how it looks where it is shared, what it is about."""

from collections.abc import Callable

from markupsafe import Markup

from spotbrief.corpus.corpus import Corpus
from spotbrief.model.record import record
from spotbrief.views.feed_links import discovery
from spotbrief.views.links import Links, quoted
from spotbrief.views.page import Page
from spotbrief.views.social import Social
from spotbrief.views.structured.graph import Graph
from spotbrief.views.structured.node import script


@record
class ForMachines:
    """What a page holds beside what readers see."""

    links: Markup
    """Elements of its head that lead to the same in another form: feeds, the twin, other languages."""
    head: Markup = Markup("")
    """The others."""
    data: Markup = Markup("")
    """JSON-LD. It stands behind the text, whose links and titles it repeats: there it compresses best, and nobody waits for it."""


Head = Callable[[str, Page], ForMachines]
"""By the path of the page."""

TWIN = '<link rel="alternate" type="text/markdown" href="index.md">\n'
DATA = '<link rel="alternate" type="application/json" href="../../api/v1/briefings/{}.json">\n'
"""The same briefing as Markdown, and as data: its judgements too, for which schema.org has no words."""


def heads(corpus: Corpus) -> Head:
    """For every page of the site; what needs absolute addresses is left out where the site has none."""
    feeds, settings = discovery(corpus), corpus.settings
    if not settings.site_url:
        return lambda path, page: ForMachines(links=feeds(path))
    links = Links(corpus, root=settings.base)
    social, graph = Social(corpus, links), Graph(corpus, links)

    def head(path: str, page: Page) -> ForMachines:
        kind, _, id = path.rstrip("/").partition("/")
        briefing = corpus.briefing_at(id) if kind == "briefings" and "exports" in settings.sections else None
        forms = Markup(TWIN + DATA.format(quoted(briefing.id))) if briefing else ""
        said = "" if page.template else page.description  # base.html says that of ours, once for all who ask
        nodes = graph.nodes(path, page.title, page.description, page.lists)
        return ForMachines(links=feeds(path) + forms, head=social.head(path, page.title, said), data=script(nodes))

    return head
