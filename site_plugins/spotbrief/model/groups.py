"""Ways to group briefings, and the people who write them."""

from typing import Literal

from spotbrief.model.fields import Address, FileId, FromFile, Markdown, Private, Text, Title
from spotbrief.model.picture import Picture
from spotbrief.model.prose import Prose
from spotbrief.model.record import record


@record
class Group:
    """A topic or a region."""

    name: Text
    id: FileId = ""
    description: Markdown | None = None
    broader: str | None = None
    identifiers: dict[str, Address] | None = None
    notes: Private | None = None
    origin: FromFile


@record
class Storyline:
    """A running story with its own timeline."""

    title: Title
    id: FileId = ""
    summary: Markdown | None = None
    status: Literal["open", "closed"] = "open"
    topics: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()
    body: Prose = Prose()
    notes: Private | None = None
    origin: FromFile


@record
class Author:
    """Who wrote a briefing."""

    name: Text
    id: FileId = ""
    role: Text | None = None
    bio: Markdown | None = None
    email: Address | None = None
    url: Address | None = None
    location: Text | None = None
    same_as: tuple[Address, ...] = ()
    image: Picture | None = None
    notes: Private | None = None
    origin: FromFile
