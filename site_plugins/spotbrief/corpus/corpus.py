"""All of it, read and linked: the one frozen object that checks, views and exports read."""

from collections.abc import Callable, Mapping
from dataclasses import field
from datetime import datetime
from typing import TypeVar, cast

from spotbrief.model.actor import Actor, Membership
from spotbrief.model.briefing import Briefing, Takeaway
from spotbrief.model.desk import Desk
from spotbrief.model.event import Event
from spotbrief.model.groups import Author, Group, Storyline
from spotbrief.model.judgement import Confidence, Judgement, Resolution
from spotbrief.model.origin import Pointer, Where
from spotbrief.model.prose import Prose
from spotbrief.model.record import record
from spotbrief.model.settings import Settings
from spotbrief.model.source import Publisher, Source
from spotbrief.model.statement import Issue, Statement
from spotbrief.words.words import Words

T = TypeVar("T")


@record
class Call:
    """What the desk thought of a judgement from a moment on, and the briefing that says so."""

    briefing: Briefing
    when: datetime
    likelihood: str | None = None
    probability: float | None = None
    confidence: Confidence | None = None
    why: str | None = None
    sources: tuple[str, ...] = ()
    taken_down: bool = False
    """Whether its briefing was withdrawn: then readers see nothing of it, and it counts in the score all the same."""


@record
class Expected:
    """A judgement, the briefing that made it, and all that later briefings say of it."""

    briefing: Briefing
    judgement: Judgement
    key: str
    """Its id, or its number; unique in the briefing."""
    pointer: Pointer
    """Its place in the file of its briefing."""
    calls: tuple[Call, ...]
    """What was thought of it, the first word first."""
    resolution: Resolution | None = None
    """How it ended."""
    resolved_in: Briefing | None = None
    """The briefing that says how it ended."""
    followed_by: tuple[Briefing, ...] = ()
    """The later briefings that take it up again, the oldest first."""
    taken_down: bool = False
    """Whether only its numbers are left, because its briefing was withdrawn."""
    saying: str = ""
    """A digest of its words, where only its numbers are left."""
    topics: tuple[str, ...] = ()
    """What it is counted under: its topics and those of its briefing, ..."""
    storyline: str | None = None
    """... the storyline of its briefing ..."""
    authors: tuple[str, ...] = ()
    """... and its authors. A withdrawn briefing names none of them any more."""

    @property
    def id(self) -> str:
        """By what briefings, the API and the ledger know it; unique on the site."""
        return f"{self.briefing.id}:{self.key}"

    def at(self, *names: str | int) -> Where:
        """The place of it, or of a field of it."""
        return self.briefing.origin.at(*self.pointer, *names)

    @property
    def first(self) -> Call:
        """What was said first."""
        return self.calls[0]

    @property
    def now(self) -> Call:
        """What the desk thinks, as far as readers may see it."""
        return next((call for call in reversed(self.calls) if not call.taken_down), self.calls[0])


@record
class Said:
    """A statement and the briefing that holds it; None for the reference data."""

    statement: Statement
    briefing: Briefing | None
    key: str


@record
class Taken:
    """A key takeaway and the briefing that holds it."""

    briefing: Briefing
    takeaway: Takeaway
    key: str
    """Its id, or its number; unique in the briefing."""


@record
class Backlinks:
    """Everything that leads to one thing: briefings newest first, judgements the first due first, the rest by date."""

    briefings: tuple[Briefing, ...] = ()
    events: tuple[Event, ...] = ()
    statements: tuple[Said, ...] = ()
    judgements: tuple[Expected, ...] = ()
    members: tuple[tuple[Actor, Membership], ...] = ()
    takeaways: tuple[Taken, ...] = ()


@record
class Written:
    """A text that refers to something: its prose, its place, and the thing it belongs to."""

    prose: Prose
    where: Where
    file: str
    of: tuple[str, str]
    """The kind and the id of what it belongs to."""
    sentence: bool = False
    """Whether it stands inside a paragraph, where no heading or list can."""


@record
class Corpus:
    """Everything by its id, and what leads to each thing."""

    settings: Settings
    words: Words
    """What the interface says, in the language of the site."""
    desk: Desk
    briefings: Mapping[str, Briefing]
    """Newest first."""
    actors: Mapping[str, Actor]
    authors: Mapping[str, Author]
    topics: Mapping[str, Group]
    regions: Mapping[str, Group]
    storylines: Mapping[str, Storyline]
    publishers: Mapping[str, Publisher]
    issues: Mapping[str, Issue]
    sources: Mapping[str, Source]
    events: Mapping[str, Event]
    """Oldest first."""
    judgements: Mapping[str, Expected]
    """By their full ids, those of the newest briefing first."""
    statements: tuple[Said, ...]
    named: Mapping[str, tuple[str, ...]]
    """The actors that each briefing names, in reading order."""
    written: tuple[Written, ...]
    """All texts that hold a link, a picture, a mention, a tag or a block."""
    files: Mapping[str, tuple[str, str]]
    """What each file holds, by kind and id; ordinary pages have their path as id."""
    all_backlinks: Mapping[tuple[str, str], Backlinks]
    """By kind and id, such as `("actors", "nato")`."""
    made: dict[object, object] = field(default_factory=dict, init=False, repr=False, hash=False, compare=False)
    """What `once` has made."""

    def once(self, make: Callable[["Corpus"], T]) -> T:
        """What *make* makes of all this, which pages and files ask for several times and which is dear: it is made at the first time."""
        if make not in self.made:
            self.made[make] = make(self)
        return cast("T", self.made[make])

    @property
    def own_briefings(self) -> Mapping[str, Briefing]:
        """Those with a page in the language of the site: of a site with one language all."""
        elsewhere = self.desk.elsewhere
        return {id: one for id, one in self.briefings.items() if id not in elsewhere} if elsewhere else self.briefings

    def step(self, id: str) -> str:
        """The last step of the address of a briefing, in the language of the site."""
        return self.desk.slugs.get(id, id)

    def briefing_at(self, step: str) -> Briefing | None:
        """The briefing whose address ends in *step*."""
        slugs = self.desk.slugs
        return self.briefings.get(next((id for id, slug in slugs.items() if slug == step), step) if slugs else step)

    @property
    def listed(self) -> Mapping[str, Briefing]:
        """Those that lists of briefings show: a desk may leave out what is not translated."""
        return self.own_briefings if self.settings.untranslated == "left_out" else self.briefings

    def expected_in(self, briefing: Briefing) -> list[Expected]:
        """The judgements of a briefing, and those of earlier ones that it takes up again, in its own order."""
        ids = {i: f"{briefing.id}:{key}" for i, key, _ in briefing.judgements()} | {i: one.id for i, one in briefing.followups()}
        return [self.judgements[ids[i]] for i in sorted(ids) if ids[i] in self.judgements]

    def backlinks(self, kind: str, id: str) -> Backlinks:
        """What leads to a thing; empty for a thing that nothing names."""
        return self.all_backlinks.get((kind, id), _NOTHING)


_NOTHING = Backlinks()
