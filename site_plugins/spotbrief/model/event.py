"""Things that happened or are scheduled."""

from spotbrief.model.dates import EdtfDate
from spotbrief.model.fields import Headline, Markdown, MaybeFromFile, Text, When
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

    id: str = ""
    when: When | None = None
    title: Headline | None = None
    text: Markdown | None = None
    kind: Text | None = None
    actors: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()
    storyline: str | None = None
    place: Text | None = None
    sources: tuple[str, ...] = ()
    notes: Text | None = None
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
