"""Everything that was read, not yet linked."""

from collections.abc import Mapping
from dataclasses import field, replace
from typing import Any

from spotbrief.model.actor import Actor
from spotbrief.model.briefing import Briefing
from spotbrief.model.event import Entry
from spotbrief.model.groups import Author, Group, Storyline
from spotbrief.model.judgement import Judgement
from spotbrief.model.origin import Where
from spotbrief.model.page import OrdinaryPage
from spotbrief.model.picture import PictureFile
from spotbrief.model.record import record
from spotbrief.model.source import Publisher, Source
from spotbrief.model.statement import Issue, Statement
from spotbrief.model.trust import Trust

REFERENCE_KINDS = (
    "actors",
    "authors",
    "topics",
    "regions",
    "storylines",
    "publishers",
    "issues",
    "events",
    "sources",
    "statements",
    "trust",
)
"""The kinds of things that briefings and one another name by id."""


@record
class Broken:
    """What could be read of a thing with a mistake."""

    kind: str
    thing: Any


@record
class Desk:
    """Everything that was read, each kind in the order of its files."""

    briefings: tuple[Briefing, ...] = ()
    actors: tuple[Actor, ...] = ()
    authors: tuple[Author, ...] = ()
    topics: tuple[Group, ...] = ()
    regions: tuple[Group, ...] = ()
    storylines: tuple[Storyline, ...] = ()
    publishers: tuple[Publisher, ...] = ()
    issues: tuple[Issue, ...] = ()
    events: tuple[Entry, ...] = ()
    sources: tuple[Source, ...] = ()
    statements: tuple[Statement, ...] = ()
    trust: tuple[Trust, ...] = ()
    """One thing, or none."""
    pages: tuple[OrdinaryPage, ...] = ()
    misplaced: tuple[Where, ...] = ()
    """Fields of briefings in files that the engine would publish as they are."""
    attachments: frozenset[str] = frozenset()
    """Pictures and documents that stand beside the texts, relative to the project."""
    on_disk: Mapping[str, str] = field(default_factory=dict)
    """The paths of those among them whose names are stored in another Unicode form."""
    pictures: Mapping[str, PictureFile] = field(default_factory=dict)
    """What is known of the files of pictures among them."""
    broken: tuple[Broken, ...] = ()
    """For the checks alone, so that a mistake hides no other."""
    unread: frozenset[tuple[str, str]] = frozenset()
    """Files that hold a mistake, with the id of the thing, or the kind of things, that is missing for it."""
    taken_down: dict[str, tuple[Judgement, ...]] = field(default_factory=dict)
    """By the ids of briefings whose texts were taken down: what their judgements said in numbers."""
    briefings_folder: str = "briefings"
    content_folder: str = "content"

    def with_broken(self) -> "Desk":
        """The desk as it will be about when all mistakes are mended."""
        kinds = dict.fromkeys(one.kind for one in self.broken)
        more: dict[str, Any] = {kind: (*getattr(self, kind), *(b.thing for b in self.broken if b.kind == kind)) for kind in kinds}
        return replace(self, broken=(), **more)
