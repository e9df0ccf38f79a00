"""Ways to group briefings, and the people who write them."""

from typing import Literal

from spotbrief.model.fields import FileId, FromFile, Headline, Markdown, Text, Title
from spotbrief.model.picture import Picture
from spotbrief.model.prose import Prose
from spotbrief.model.record import record


@record
class Group:
    """A topic or a region."""

    name: Headline
    id: FileId = ""
    description: Markdown | None = None
    broader: str | None = None
    identifiers: dict[str, Text] | None = None
    notes: Text | None = None
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
    notes: Text | None = None
    origin: FromFile


@record
class Author:
    """Who wrote a briefing."""

    name: Headline
    id: FileId = ""
    role: Text | None = None
    bio: Markdown | None = None
    email: Text | None = None
    url: Text | None = None
    location: Text | None = None
    same_as: tuple[Text, ...] = ()
    image: Picture | None = None
    notes: Text | None = None
    origin: FromFile
