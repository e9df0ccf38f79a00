"""What a feed and its entries say, before any format."""

from datetime import datetime

from spotbrief.model.record import record


@record
class Person:
    """Who wrote something."""

    name: str
    url: str = ""


@record
class Tag:
    """A topic or a region of an entry."""

    id: str
    name: str
    scheme: str
    """The address of all of its kind."""


@record
class Entry:
    """One entry; every text is free of characters that XML refuses."""

    id: str
    url: str
    title: str
    summary: str
    html: str
    published: datetime
    updated: datetime
    authors: tuple[Person, ...]
    tags: tuple[Tag, ...] = ()
    image: str = ""
    language: str = ""
    """Where it is in another language than the feed."""


@record
class Feed:
    """One feed, apart from its entries."""

    id: str
    folder: str
    """Where it lies: empty for the site's own, or ending in a slash."""
    title: str
    description: str
    home: str
    """The absolute address of the page that it goes with."""
    base: str
    """The absolute address of the site."""
    updated: datetime
    language: str
    author: str
