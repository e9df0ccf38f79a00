"""Persons, organizations and states; names follow Popolo (popoloproject.com)."""

from typing import Literal

from spotbrief.model.fields import FileId, FromFile, Headline, Markdown, Text, When
from spotbrief.model.picture import Picture
from spotbrief.model.prose import Prose
from spotbrief.model.record import record

ActorType = Literal["person", "organization", "state"]


@record
class Membership:
    """A post held in an organization, over time."""

    organization: Text
    """The id of an actor, or a plain name."""
    role: Text | None = None
    since: When | None = None
    until: When | None = None
    sources: tuple[str, ...] = ()


@record
class Relation:
    """A tie to another actor that is not a membership."""

    to: str
    kind: Text
    role: Text | None = None
    since: When | None = None
    until: When | None = None
    sources: tuple[str, ...] = ()


@record
class Sanction:
    """A listing of the actor by an authority."""

    authority: Text
    programme: Text | None = None
    since: When | None = None
    until: When | None = None
    reason: Text | None = None
    url: Text | None = None
    sources: tuple[str, ...] = ()


@record
class Actor:
    """A person, an organization or a state."""

    name: Headline
    type: ActorType
    id: FileId = ""
    other_names: tuple[Text, ...] = ()
    description: Markdown | None = None
    image: Picture | None = None
    identifiers: dict[str, Text] | None = None
    """Ids of the same actor in public registers, such as wikidata; `website` is an address."""
    memberships: tuple[Membership, ...] = ()
    relations: tuple[Relation, ...] = ()
    sanctions: tuple[Sanction, ...] = ()
    sources: tuple[str, ...] = ()
    body: Prose = Prose()
    notes: Text | None = None
    origin: FromFile
