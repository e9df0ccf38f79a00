"""The way from the front page to a page, as schema.org's BreadcrumbList."""

from collections.abc import Iterator

from spotbrief.model.kinds import KINDS, section_of
from spotbrief.views.links import Links
from spotbrief.views.structured.node import BREADCRUMB, Node, node

HUBS = {
    **{name: kind.title for name, kind in KINDS.items() if kind.title},
    "timelines": "Timelines",
    "outlook": "Outlook",
    "changes": "What changed",
    "corrections": "Corrections",
}
"""The pages that lists begin at, by their address."""


def breadcrumb(links: Links, path: str, title: str) -> Node:
    """The steps to the page at *path*; the page itself comes last, and needs no address."""
    steps = [("", links.words("Home")), *_between(links, path), (path, title)]
    before = [node("ListItem", position=i, name=name, item=links.to(step)) for i, (step, name) in enumerate(steps[:-1], 1)]
    last = node("ListItem", position=len(steps), name=title)
    return {"@id": BREADCRUMB, **node("BreadcrumbList", itemListElement=[*before, last])}


def _between(links: Links, path: str) -> Iterator[tuple[str, str]]:
    kind, *rest = path.rstrip("/").split("/")
    if kind in HUBS and rest:
        yield f"{kind}/", links.words(HUBS[kind])
    if len(rest) > 1 and rest[0] != "page" and section_of(kind) and rest[0] in getattr(links.corpus, kind):
        yield f"{kind}/{rest[0]}/", links.name(kind, rest[0])
