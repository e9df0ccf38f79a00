"""Which pages have feeds, and the links in a page's head by which programs find them."""

from collections.abc import Callable, Iterator
from functools import lru_cache

from markupsafe import Markup

from spotbrief.corpus.corpus import Corpus
from spotbrief.model.kinds import WITH_FEEDS, section_of
from spotbrief.views.links import Links

CORRECTIONS, OUTLOOK, CHANGES = "corrections/", "outlook/", "changes/"
"""The folders of the feeds of corrections, of what moves in the ledger, and of all that changes."""

NAMES = {CORRECTIONS: "Corrections", OUTLOOK: "Outlook", CHANGES: "What changed"}

TYPES = {"feed.xml": "application/atom+xml", "feed.json": "application/feed+json"}

_LINK = Markup('<link rel="alternate" type="{}" title="{}" href="{}">\n')


def discovery(corpus: Corpus) -> Callable[[str], Markup]:
    """For the path of a page: links to the feeds of what it shows, and to the site's; nothing where a site has no feeds."""
    if not _has_feeds(corpus):
        return lambda path: Markup("")

    @lru_cache(maxsize=4096)
    def links(folder: str, depth: int) -> Markup:
        found = zip(TYPES.values(), feeds_of(Links(corpus, depth), folder), strict=True)
        return Markup("").join(_LINK.format(type, feed_title(corpus, folder), address) for type, address in found)

    def head(path: str) -> Markup:
        folder, depth = feed_folder(corpus, path), path.count("/")
        return links(folder, depth) + links("", depth) if folder else links("", depth)

    return head


def feeds_of(links: Links, folder: str) -> Iterator[str]:
    """The addresses of the feeds in a *folder*, Atom first; none on a site without feeds."""
    return (links.to(folder + name) for name in TYPES) if _has_feeds(links.corpus) else iter(())


def _has_feeds(corpus: Corpus) -> bool:
    return "exports" in corpus.settings.sections and bool(corpus.settings.site_url)


def feed_folder(corpus: Corpus, path: str) -> str:
    """Where the feeds of what a page shows lie; empty for a page that has none but the site's."""
    kind, id = [*path.split("/"), ""][:2]
    if kind in WITH_FEEDS and section_of(kind) in corpus.settings.sections and id in getattr(corpus, kind):
        return f"{kind}/{id}/"
    return next((folder for folder in NAMES if path.startswith(folder)), "")


def feed_title(corpus: Corpus, folder: str) -> str:
    """What the feeds in a folder are called."""
    site = corpus.settings.site_name
    kind, id = [*folder.split("/"), ""][:2]
    name = corpus.words(NAMES[folder]) if folder in NAMES else Links(corpus).name(kind, id) if folder else ""
    return f"{name} – {site}" if name else site
