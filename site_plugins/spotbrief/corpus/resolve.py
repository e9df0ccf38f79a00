"""What an address that was typed in a text leads to."""

import posixpath
import re
from typing import Literal
from urllib.parse import urlsplit

from spotbrief.corpus.corpus import Corpus
from spotbrief.corpus.own_address import MADE, NOWHERE, node_at, path_on_site
from spotbrief.model.kinds import WITH_PAGES
from spotbrief.model.record import record
from spotbrief.reading.files import one_form
from spotbrief.reading.markdown import NUMBER_SIGN, SCHEME

SCHEMES = frozenset({"http", "https", "mailto"})

PAGED = frozenset({*WITH_PAGES, "pages"})
"""The kinds of things that have a page each, which a link may lead to."""

_PLAIN_WEB = re.compile(r"https?://[A-Za-z0-9.-]+(?:/[\w.,;~!$&()*+=:@%/?#-]*)?\Z", re.ASCII)
_UNSAFE = re.compile(r"[\x00-\x20\x7f\\<>\"`]")


@record
class Target:
    """Where an address leads; *kind* and *id* name a thing, a page or an attachment."""

    to: Literal["outside", "anchor", "thing", "attachment", "refused", "nowhere", "beyond"]
    """Another site, a place on this page, a thing of the desk, a file beside the text, a scheme that is not allowed,
    nothing at all, or something that lies beyond the folders of the desk."""
    kind: str = ""
    id: str = ""
    anchor: str = ""


def safe_url(url: str | None, schemes: frozenset[str] = frozenset({"http", "https"})) -> str | None:
    """*url* if its scheme is one of *schemes* and no sign in it is unsafe; else None."""
    if not url or _PLAIN_WEB.match(url):
        return url or None
    if _UNSAFE.search(url):
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    allowed = parts.scheme.lower() in schemes and (parts.netloc or parts.scheme.lower() == "mailto")
    return url if allowed else None


def path_of(address: str, file: str) -> str:
    """The path that *address*, typed in *file*, leads to, relative to the project; empty where it leads elsewhere."""
    path = address.partition("#")[0]
    if not path or SCHEME.match(address) or path.startswith(("/", "\\")) or _UNSAFE.search(path.replace(" ", "")):
        return ""
    return one_form(posixpath.normpath(posixpath.join(posixpath.dirname(file), path.replace(NUMBER_SIGN, "#"))))


def find_target(address: str, file: str, corpus: Corpus) -> Target:
    """What *address*, typed in *file*, leads to."""
    if not address:
        return Target(to="nowhere")
    if SCHEME.match(address):
        if (path := path_on_site(address, corpus.settings.site_url)) is not None:
            return _target_on_site(path, address.partition("#")[2], corpus)
        return Target(to="outside" if safe_url(address, SCHEMES) else "refused")
    path, _, anchor = address.partition("#")
    if not path:
        return Target(to="anchor", anchor=anchor)
    path = path_of(address, file)
    if path in corpus.files:
        kind, id = corpus.files[path]
        return Target(to="thing", kind=kind, id=id, anchor=anchor)
    if path in corpus.desk.attachments:
        return Target(to="attachment", kind="attachments", id=path)
    return Target(to="beyond" if path.startswith("..") else "nowhere")


def _target_on_site(path: str, anchor: str, corpus: Corpus) -> Target:
    (kind, id), rest = node_at(path, corpus)
    if (kind, id) == NOWHERE:
        return Target(to="nowhere")
    if (kind, id) == MADE:
        return Target(to="outside")
    # What lies below the page of a thing, such as its feed, keeps the address that was typed.
    return Target(to="outside" if rest else "thing", kind=kind, id=id, anchor=anchor)
