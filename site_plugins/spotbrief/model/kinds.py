"""The kinds of things that a desk is made of: a row a kind, from which everything that treats kinds alike follows."""

from dataclasses import fields
from enum import Flag, auto
from typing import Any, get_type_hints

from spotbrief.model.actor import Actor
from spotbrief.model.briefing import Briefing
from spotbrief.model.event import Entry
from spotbrief.model.groups import Author, Group, Storyline
from spotbrief.model.prose import Prose
from spotbrief.model.record import record
from spotbrief.model.source import Publisher, Source
from spotbrief.model.statement import Issue, Statement
from spotbrief.model.trust import Trust


class Has(Flag):
    """What a kind of thing has on the site."""

    PAGE = auto()
    """A page for each."""
    LIST = auto()
    """A list of all, made where there is something to list."""
    SEARCH = auto()
    """A group of the search, which finds each by its name."""
    FEED = auto()
    """Feeds for each."""


PAGE, LIST, SEARCH, FEED = Has


@record
class Kind:
    """One kind of thing."""

    name: str
    """Its folder and its plural file below `content/`, its field of the desk, and the first step of its addresses."""
    one: str
    """What one of them is called in messages; the name of its schema."""
    thing: type[Any]
    """The class of the model."""
    section: str = ""
    """The section of the site that makes its pages; empty for things without any."""
    title: str = ""
    """What the list of all is called."""
    label: str = ""
    """What one is called, above its page."""
    has: Has = Has(0)
    shown_at: str = ""
    """The page that shows those of a kind without pages."""
    is_single: bool = False
    """Whether there is one at most, whose fields stand in the file itself."""

    @property
    def has_body(self) -> bool:
        """Whether each may have a text of its own."""
        return get_type_hints(self.thing).get("body") is Prose

    @property
    def is_renamed(self) -> bool:
        """Whether each may say what it was called before."""
        return any(field.name == "former_slugs" for field in fields(self.thing))


_ROWS = (
    Kind(name="briefings", one="briefing", thing=Briefing, section="briefings", title="Briefings", has=PAGE),
    Kind(name="actors", one="actor", thing=Actor, section="actors", title="Actors", has=PAGE | FEED),
    Kind(
        name="storylines",
        one="storyline",
        thing=Storyline,
        section="briefings",
        title="Storylines",
        label="Storyline",
        has=PAGE | SEARCH | FEED,
    ),
    Kind(name="issues", one="issue", thing=Issue, section="actors", title="Issues", label="Issue", has=PAGE | LIST | SEARCH),
    Kind(name="topics", one="topic", thing=Group, section="briefings", title="Topics", label="Topic", has=PAGE | LIST | SEARCH | FEED),
    Kind(name="regions", one="region", thing=Group, section="briefings", title="Regions", label="Region", has=PAGE | LIST | SEARCH | FEED),
    Kind(name="authors", one="author", thing=Author, section="briefings", title="Authors", label="Author", has=PAGE | LIST | SEARCH | FEED),
    Kind(name="sources", one="source", thing=Source, section="briefings", title="Sources", label="Source", has=PAGE | LIST),
    Kind(name="publishers", one="publisher", thing=Publisher, shown_at="sources/"),
    Kind(name="events", one="event", thing=Entry, shown_at="timelines/"),
    Kind(name="statements", one="statement", thing=Statement, shown_at="issues/"),
    Kind(name="trust", one="trust", thing=Trust, is_single=True),
)

KINDS = {kind.name: kind for kind in _ROWS}
"""By name, in the order of lists."""

REFERENCE_KINDS = tuple(name for name in KINDS if name != "briefings")
"""The kinds that stand below `content/`, and that briefings and one another name by id."""

RENAMED = tuple(name for name, kind in KINDS.items() if kind.is_renamed)
"""The kinds of things that name their former addresses."""

WITH_PAGES = tuple(name for name, kind in KINDS.items() if PAGE in kind.has)
"""The kinds of things that have a page each."""

WITH_FEEDS = tuple(name for name, kind in KINDS.items() if FEED in kind.has)
"""The kinds of things that have feeds of their own."""


def section_of(kind: str) -> str:
    """The section that makes a page for each thing of a kind; empty for what is no kind with such pages."""
    return KINDS[kind].section if kind in WITH_PAGES else ""
