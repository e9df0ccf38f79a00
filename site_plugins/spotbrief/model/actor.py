"""Persons, organizations and states; names follow Popolo (popoloproject.com)."""

from typing import Literal

from spotbrief.model.fields import (
    ActorId,
    ActorOrName,
    AsItStands,
    FileId,
    FormerIds,
    FromFile,
    Headline,
    Identifiers,
    Private,
    Sentence,
    SourceId,
    Text,
    Url,
    When,
)
from spotbrief.model.picture import Image
from spotbrief.model.prose import Prose
from spotbrief.model.record import record

ActorType = Literal["person", "organization", "state"]


@record
class Membership:
    """A post held in an organization, over time."""

    organization: ActorOrName
    """The id of an actor, or a plain name."""
    role: Text | None = None
    """The post."""
    since: When | None = None
    """From when."""
    until: When | None = None
    """Until when."""
    sources: tuple[SourceId, ...] = ()
    """What it rests on, by id."""


@record
class Relation:
    """A tie to another actor that is not a membership."""

    to: ActorId
    """The other actor, by id."""
    kind: Text
    """What ties them, such as ally or spouse."""
    role: Text | None = None
    """The actor's part in it."""
    since: When | None = None
    """From when."""
    until: When | None = None
    """Until when."""
    sources: tuple[SourceId, ...] = ()
    """What it rests on, by id."""


@record
class Sanction:
    """A listing of the actor by an authority."""

    authority: Text
    """Who imposed it."""
    programme: Text | None = None
    """Under which programme."""
    since: When | None = None
    """From when."""
    until: When | None = None
    """Until when."""
    reason: Text | None = None
    """Why."""
    url: Url | None = None
    """Where the listing is."""
    sources: tuple[SourceId, ...] = ()
    """What it rests on, by id."""


@record
class Actor:
    """A person, an organization or a state."""

    name: Headline
    """The name that readers see."""
    type: ActorType
    """A person, an organization or a state."""
    id: FileId = ""
    sort_name: Text | None = None
    """The name as lists sort it, where the family name does not come last: Kim Jong Un."""
    classification: Literal["outlet"] | None = None
    """Of organizations: an outlet puts out news, and stands apart in the list of actors."""
    other_names: tuple[AsItStands, ...] = ()
    """Other names and spellings, in any script; the search finds them too."""
    description: Sentence | None = None
    """Who it is, in a sentence."""
    image: Image | None = None
    """A portrait or a mark."""
    identifiers: Identifiers | None = None
    """Ids of the same actor in public registers, such as wikidata; `website` is an address."""
    memberships: tuple[Membership, ...] = ()
    """Posts held in organizations."""
    relations: tuple[Relation, ...] = ()
    """Ties to other actors that are no memberships."""
    sanctions: tuple[Sanction, ...] = ()
    """Listings by authorities."""
    sources: tuple[SourceId, ...] = ()
    """What all this rests on, by id."""
    body: Prose = Prose()
    """A text on the actor."""
    former_slugs: FormerIds = ()
    """Earlier ids, whose addresses and feeds still lead here."""
    notes: Private | None = None
    """For the desk's eyes only; never published."""
    origin: FromFile
