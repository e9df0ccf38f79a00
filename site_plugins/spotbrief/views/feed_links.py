"""Which pages have feeds, and the links in a page's head by which programs find them."""

from collections.abc import Callable
from functools import lru_cache

from markupsafe import Markup

from spotbrief.corpus.corpus import Corpus
from spotbrief.model.kinds import WITH_FEEDS, section_of
from spotbrief.views.links import Links

CORRECTIONS = "corrections/"
"""The folder of the feeds of corrections."""

TYPES = {"feed.xml": "application/atom+xml", "feed.json": "application/feed+json"}

_LINK = Markup('<link rel="alternate" type="{}" title="{}" href="{}">\n')


def discovery(corpus: Corpus) -> Callable[[str], Markup]:
    """For the path of a page: links to the feeds of what it shows, and to the site's; nothing where a site has no feeds."""
    if "exports" not in corpus.settings.sections or not corpus.settings.site_url:
        return lambda path: Markup("")

    @lru_cache(maxsize=4096)
    def links(folder: str, depth: int) -> Markup:
        to = Links(corpus, depth).to
        return Markup("").join(_LINK.format(type, feed_title(corpus, folder), to(folder + name)) for name, type in TYPES.items())

    def head(path: str) -> Markup:
        folder, depth = feed_folder(corpus, path), path.count("/")
        return links(folder, depth) + links("", depth) if folder else links("", depth)

    return head


def feed_folder(corpus: Corpus, path: str) -> str:
    """Where the feeds of what a page shows lie; empty for a page that has none but the site's."""
    kind, id = [*path.split("/"), ""][:2]
    if kind in WITH_FEEDS and section_of(kind) in corpus.settings.sections and id in getattr(corpus, kind):
        return f"{kind}/{id}/"
    return CORRECTIONS if path.startswith(CORRECTIONS) else ""


def feed_title(corpus: Corpus, folder: str) -> str:
    """What the feeds in a folder are called."""
    site = corpus.settings.site_name
    kind, id = [*folder.split("/"), ""][:2]
    name = "Corrections" if folder == CORRECTIONS else Links(corpus).name(kind, id) if folder else ""
    return f"{name} – {site}" if name else site
