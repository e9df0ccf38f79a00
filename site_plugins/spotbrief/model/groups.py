"""Ways to group briefings, and the people who write them."""

from typing import Literal

from spotbrief.model.fields import (
    Email,
    FileId,
    FormerIds,
    FromFile,
    Headline,
    Identifiers,
    OfItsKind,
    Private,
    RegionId,
    Sentence,
    Text,
    Title,
    TopicId,
    Url,
)
from spotbrief.model.picture import Image
from spotbrief.model.prose import Prose
from spotbrief.model.record import record


@record
class Group:
    """A topic or a region."""

    name: Headline
    """The name that readers see."""
    id: FileId = ""
    description: Sentence | None = None
    """What it is, in a sentence."""
    broader: OfItsKind | None = None
    """The id of the one that it is part of."""
    identifiers: Identifiers | None = None
    """Ids in public registers, such as wikidata."""
    former_slugs: FormerIds = ()
    """Earlier ids, whose addresses and feeds still lead here."""
    notes: Private | None = None
    """For the desk's eyes only; never published."""
    origin: FromFile


@record
class Storyline:
    """A running story with its own timeline."""

    title: Title
    """What the story is called."""
    id: FileId = ""
    summary: Sentence | None = None
    """The story so far, in a sentence or two."""
    status: Literal["open", "closed"] = "open"
    """Whether it goes on."""
    topics: tuple[TopicId, ...] = ()
    """What it is about, by id."""
    regions: tuple[RegionId, ...] = ()
    """Where, by id."""
    body: Prose = Prose()
    """A text on the story."""
    former_slugs: FormerIds = ()
    """Earlier ids, whose addresses and feeds still lead here."""
    notes: Private | None = None
    """For the desk's eyes only; never published."""
    origin: FromFile


@record
class Author:
    """Who wrote a briefing."""

    name: Headline
    """The name that readers see."""
    id: FileId = ""
    role: Text | None = None
    """What they do at the desk."""
    bio: Sentence | None = None
    """A sentence or two on them."""
    email: Email | None = None
    """For readers who write."""
    url: Url | None = None
    """Their page."""
    location: Text | None = None
    """Where they are."""
    same_as: tuple[Url, ...] = ()
    """Their pages elsewhere."""
    image: Image | None = None
    """A portrait: src, alt, credit."""
    former_slugs: FormerIds = ()
    """Earlier ids, whose addresses and feeds still lead here."""
    notes: Private | None = None
    """For the desk's eyes only; never published."""
    origin: FromFile
