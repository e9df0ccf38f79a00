"""Addresses typed in full below the site's own. They are links within the site."""

import unicodedata
from functools import cache
from urllib.parse import SplitResult, unquote, urlsplit

from spotbrief.corpus.corpus import Corpus
from spotbrief.model.kinds import KINDS, RENAMED, WITH_PAGES
from spotbrief.reading.files import DOCUMENTS, PICTURES

Node = tuple[str, str]

NOWHERE: Node = ("", "")
"""What an address of the site leads to that no page or file of it has."""

MADE: Node = ("made", "")
"""A page that the site makes by itself, such as a list or a feed. It has no file to link to."""

_HUBS = frozenset(kind.name for kind in KINDS.values() if kind.section)
_MADE_TOP = _HUBS | {"timelines", "outlook", "corrections", "trust", "search", "api", "assets", ".well-known", "404.html"}
_KEPT = frozenset({*PICTURES, *DOCUMENTS, ".html", ".md", ""})
"""Endings of names that would be known if they were there; the engine may publish files of other kinds."""


def path_on_site(address: str, site_url: str) -> str | None:
    """The path of *address* below *site_url*, decoded, without query and anchor; None where it leads elsewhere."""
    if not site_url or not address[:8].lower().startswith(("http://", "https://")):
        return None
    ours = _split(site_url)
    if (ours.hostname or "") not in address.lower():  # nearly all lead elsewhere, which is seen faster than they are taken apart
        return None
    try:
        typed = urlsplit(address)
    except ValueError:
        return None
    base = ours.path.rstrip("/")
    if _host(typed) != _host(ours) or not f"{typed.path.rstrip('/')}/".startswith(f"{base}/"):
        return None
    return unicodedata.normalize("NFC", unquote(typed.path[len(base) :])).strip("/")


def _host(of: SplitResult) -> tuple[str, int | None]:
    """Host and port in one form: without a user's name, a final dot or the default port."""
    try:
        port = of.port
    except ValueError:
        port = 0
    return (of.hostname or "").rstrip("."), None if port in (80, 443) else port


@cache
def _split(site_url: str) -> SplitResult:
    return urlsplit(site_url)


def node_at(path: str, corpus: Corpus) -> tuple[Node, str]:
    """What the site has at *path*, and the rest of the path below it. MADE means a page without a file, NOWHERE nothing."""
    path = path.removesuffix("index.html").strip("/")
    if page := _page(path, corpus):
        return ("pages", page), ""
    top, _, inside = path.partition("/")
    id, _, rest = inside.partition("/")
    if top in corpus.settings.tags:  # a page in another language
        return MADE, ""
    if top in WITH_PAGES and id:
        return _thing(top, id, corpus), rest
    if top == "timelines" and id:
        return (MADE if id in corpus.storylines or _counts(id) else NOWHERE), rest
    is_file = f"{corpus.desk.content_folder}/{path}" in corpus.desk.attachments
    return (MADE if not path or is_file or top in _MADE_TOP or _suffix(path) not in _KEPT else NOWHERE), ""


def _page(path: str, corpus: Corpus) -> str:
    """The page at *path*, whichever way the engine writes addresses; empty for none."""
    stem = path.removesuffix(".html")
    names = (f"{stem}.md", f"{stem}/index.md", f"{stem}/README.md") if stem else ("index.md", "README.md")
    held = (corpus.files.get(f"{corpus.desk.content_folder}/{name}") for name in names)
    return next((id for kind, id in filter(None, held) if kind == "pages"), "")


def _thing(kind: str, id: str, corpus: Corpus) -> Node:
    if id in getattr(corpus, kind):
        return kind, id
    if kind in RENAMED:
        now = next((thing.id for thing in getattr(corpus, kind).values() if id in thing.former_slugs), "")
        if now:
            return kind, now
    return MADE if _counts(id) or _suffix(id) not in ("", ".html") else NOWHERE


def _counts(part: str) -> bool:
    """Whether *part* of a path belongs to a list in parts: `page` or a year."""
    return part == "page" or part.isdigit()


def _suffix(path: str) -> str:
    name = path.rpartition("/")[2]
    return f".{name.rpartition('.')[2].lower()}" if "." in name else ""
