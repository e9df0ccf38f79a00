"""Everything that was read, not yet linked."""

from collections.abc import Iterator, Mapping
from dataclasses import field, replace
from typing import Any

from spotbrief.model.actor import Actor
from spotbrief.model.briefing import Briefing
from spotbrief.model.event import Entry
from spotbrief.model.groups import Author, Group, Storyline
from spotbrief.model.judgement import Kept, TakenDown
from spotbrief.model.kinds import KINDS
from spotbrief.model.origin import Pointer, Where
from spotbrief.model.page import OrdinaryPage
from spotbrief.model.picture import PictureFile
from spotbrief.model.record import record
from spotbrief.model.sorts import Mark
from spotbrief.model.source import Publisher, Source
from spotbrief.model.statement import Issue, Statement
from spotbrief.model.translation import Translation
from spotbrief.model.trust import Trust
from spotbrief.model.walk import Sorts, walk


@record
class Broken:
    """A thing with a mistake, as far as it could be read."""

    kind: str
    thing: Any
    made_up: frozenset[Pointer] = frozenset()
    """The places of what stands in for what is wrong or missing: of that, nothing more can be said."""


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
    translations: tuple[Translation, ...] = ()
    """What is said in other languages, where the desk has several."""
    translated: Mapping[tuple[str, str], Translation] = field(default_factory=dict)
    """Of a desk in one of its languages: the translations that its things are, by kind and id."""
    elsewhere: Mapping[str, str] = field(default_factory=dict)
    """Likewise: the briefings that have no page in this language, and the first step of the addresses in theirs."""
    slugs: Mapping[str, str] = field(default_factory=dict)
    """Likewise: the last steps of the addresses of briefings whose translations have addresses of their own."""
    foreign: Mapping[tuple[str, str], str] = field(default_factory=dict)
    """Likewise: the languages of texts that are not translated, by the file and the text."""
    misplaced: tuple[Where, ...] = ()
    """Fields of briefings in files that the engine would publish as they are."""
    attachments: frozenset[str] = frozenset()
    """Pictures and documents that stand beside the texts, relative to the project."""
    on_disk: Mapping[str, str] = field(default_factory=dict)
    """The paths of those among them whose names are stored in another Unicode form."""
    pictures: Mapping[str, PictureFile] = field(default_factory=dict)
    """What is known of the files of pictures among them."""
    broken: tuple[Broken, ...] = ()
    """Things with mistakes. Only checks read them, so that one mistake hides no other."""
    unread: frozenset[tuple[str, str]] = frozenset()
    """Files with a mistake, each with the id of the missing thing, or the kind if a whole file of things is missing."""
    taken_down: Mapping[str, tuple[TakenDown, ...]] = field(default_factory=dict)
    """Judgements of withdrawn briefings without their words, by the id of the briefing."""
    kept: Mapping[str, Kept] = field(default_factory=dict)
    """Judgements that were never changed in silence, by their full ids; empty unless the desk asks for it."""
    briefings_folder: str = "briefings"
    content_folder: str = "content"

    def things(self) -> Iterator[tuple[str, Any]]:
        """Everything with an id, by kind, ordinary pages apart: briefings first."""
        return ((kind, thing) for kind in KINDS for thing in getattr(self, kind))

    def fields(self, sorts: Sorts) -> Iterator[tuple[Any, Pointer, Any, Mark]]:
        """Walks all things and gives each field of one of *sorts*: the thing, the pointer into it, the value and the mark."""
        for _, thing in self.things():
            yield from ((thing, *found) for found in walk(thing, sorts))

    def with_broken(self) -> "Desk":
        """The desk with its broken things put in, roughly as it will be after the mistakes are mended."""
        kinds = dict.fromkeys(one.kind for one in self.broken)
        more: dict[str, Any] = {kind: (*getattr(self, kind), *(b.thing for b in self.broken if b.kind == kind)) for kind in kinds}
        return replace(self, broken=(), **more)
