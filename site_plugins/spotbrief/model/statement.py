"""What actors said on an issue."""

from typing import Literal

from spotbrief.model.fields import (
    ActorId,
    FileId,
    FormerIds,
    FromFile,
    IssueId,
    MaybeFromFile,
    OwnId,
    Private,
    Sentence,
    SourceId,
    Text,
    Title,
    When,
)
from spotbrief.model.record import record

Stance = Literal["supports", "conditional", "opposes", "ambiguous"]


@record
class Statement:
    """What an actor said on an issue on a date; a row of them is the actor's position over time."""

    actor: ActorId
    """Who said it, by id."""
    issue: IssueId
    """On which question, by id."""
    when: When
    """When it was said."""
    text: Sentence
    """What was said, in the desk's words."""
    id: OwnId = ""
    """Its anchor; better given than counted."""
    stance: Stance | None = None
    """Where it puts the actor on the issue."""
    quote: Text | None = None
    """The words themselves."""
    venue: Text | None = None
    """Where it was said."""
    sources: tuple[SourceId, ...] = ()
    """What it rests on, by id."""
    notes: Private | None = None
    """For the desk's eyes only; never published."""
    origin: MaybeFromFile = None


@record
class Issue:
    """A question on which actors take positions."""

    title: Title
    """The question in a few words."""
    id: FileId = ""
    question: Text | None = None
    """The question in full."""
    description: Sentence | None = None
    """What it is about."""
    former_slugs: FormerIds = ()
    """Earlier ids, whose addresses and feeds still lead here."""
    notes: Private | None = None
    """For the desk's eyes only; never published."""
    origin: FromFile
