"""Things that happened or are scheduled."""

from spotbrief.model.dates import EdtfDate
from spotbrief.model.fields import (
    ActorId,
    EventId,
    EventKind,
    Headline,
    MaybeFromFile,
    Private,
    RegionId,
    Sentence,
    SourceId,
    StorylineId,
    Text,
    TopicId,
    When,
)
from spotbrief.model.origin import Origin
from spotbrief.model.record import record
from spotbrief.model.source import Source

EVENT_KINDS = (
    "talks",
    "agreement",
    "statement",
    "decision",
    "sanction",
    "military",
    "incident",
    "election",
    "legislation",
    "economic",
    "humanitarian",
    "other",
)
"""The usual kinds of events; a desk may have others."""


@record
class Entry:
    """An event as one file tells it: in full, or by the id of an event that is told elsewhere."""

    id: EventId = ""
    """Its id; alone it stands for an event that is told elsewhere."""
    when: When | None = None
    """When it happened, as vaguely as is known: 2025-02-12, 2025-02, 2025-03~, 2025-02-10/2025-02-12."""
    title: Headline | None = None
    """What happened, in a few words."""
    text: Sentence | None = None
    """What happened, in a sentence or two."""
    kind: EventKind | None = None
    """What sort of event it is."""
    actors: tuple[ActorId, ...] = ()
    """Who took part, by id."""
    topics: tuple[TopicId, ...] = ()
    """What it is about, by id."""
    regions: tuple[RegionId, ...] = ()
    """Where, by id."""
    storyline: StorylineId | None = None
    """The running story it belongs to, by id."""
    place: Text | None = None
    """Where it happened, as a name."""
    sources: tuple[SourceId, ...] = ()
    """What it rests on, by id."""
    notes: Private | None = None
    """For the desk's eyes only; never published."""
    origin: MaybeFromFile = None


@record
class Event:
    """One event, put together from everything that tells of it."""

    id: str
    when: EdtfDate
    title: str
    text: str = ""
    kind: str = ""
    actors: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()
    storylines: tuple[str, ...] = ()
    place: str = ""
    sources: tuple[Source, ...] = ()
    briefings: tuple[str, ...] = ()
    """Ids of the briefings whose timeline holds it, oldest first."""
    origin: Origin = Origin(file="")
    """Where its text was written: relative links in it start there."""
    titled: Origin = Origin(file="")
    """Where its title was written."""
