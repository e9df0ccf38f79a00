"""What actors said on an issue."""

from typing import Literal

from spotbrief.model.fields import FileId, FromFile, Markdown, MaybeFromFile, Private, Text, Title, When
from spotbrief.model.record import record

Stance = Literal["supports", "conditional", "opposes", "ambiguous"]


@record
class Statement:
    """What an actor said on an issue on a date; a row of them is the actor's position over time."""

    actor: str
    issue: str
    when: When
    text: Markdown
    id: str = ""
    stance: Stance | None = None
    quote: Text | None = None
    venue: Text | None = None
    sources: tuple[str, ...] = ()
    notes: Private | None = None
    origin: MaybeFromFile = None


@record
class Issue:
    """A question on which actors take positions."""

    title: Title
    id: FileId = ""
    question: Text | None = None
    description: Markdown | None = None
    notes: Private | None = None
    origin: FromFile
