"""Addresses of pages, relative to the page that links to them."""

from urllib.parse import quote

from spotbrief.corpus.corpus import Corpus
from spotbrief.model.record import record

SECTION_OF = {
    "briefings": "briefings",
    "topics": "briefings",
    "regions": "briefings",
    "authors": "briefings",
    "storylines": "briefings",
    "actors": "actors",
}
"""The section that makes the pages of each kind of thing; links to other kinds are plain text."""


@record
class Link:
    """A name with the address of its page; no address where the site has no page for it."""

    name: str
    href: str = ""


@record
class Links:
    """Makes addresses for a page that lies *depth* folders deep."""

    corpus: Corpus
    depth: int

    @property
    def root(self) -> str:
        """The way up to the site's root."""
        return "../" * self.depth or "./"

    def to(self, path: str) -> str:
        """The address of a path of the site, such as `actors/`."""
        return self.root + quote(path, safe="/#:")

    def thing(self, kind: str, id: str, anchor: str = "") -> str:
        """The address of a thing's page; empty where the site has none."""
        if SECTION_OF.get(kind) not in self.corpus.settings.sections or id not in getattr(self.corpus, kind):
            return ""
        return f"{self.root}{kind}/{quote(id)}/{'#' + quote(anchor, safe=':') if anchor else ''}"

    def named(self, kind: str, id: str) -> Link:
        """A thing's name with its address; the id itself where it is a plain name."""
        thing = getattr(self.corpus, kind).get(id)
        name = (getattr(thing, "name", None) or getattr(thing, "title", id)) if thing else id
        return Link(name=str(name), href=self.thing(kind, id))
