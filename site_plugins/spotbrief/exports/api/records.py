"""The things of the API, each a dataclass; the published JSON Schemas are made from these.

Each thing is told once, and named elsewhere by its id. An id is unique among the things of its kind on the whole site: what belongs to
one briefing has the briefing's id, a colon and its own. In the file of that briefing such an id begins with the colon, and its place on the
page is the address of the briefing with `#judgement:`, `#takeaway:`, `#event:`, `#statement:` or `#source:` and the id without the colon.

What is empty, not known or as the schema takes for granted is left out. Markdown stands as it was written: `[[actor-id]]` names an
actor, and relative links lead to files of the desk.
"""

from datetime import date, datetime
from typing import Literal

from spotbrief.exports.api.judgement_records import Judgement
from spotbrief.exports.api.values import Date, Html, Markdown, Url
from spotbrief.model.briefing import BriefingKind, CorrectionKind, Nature
from spotbrief.model.record import record
from spotbrief.model.statement import Stance


@record
class Named:
    """An author, a topic, a region, a storyline or an issue."""

    id: str
    name: str
    url: Url | None = None
    description: Markdown | None = None


@record
class Publisher:
    """Who put sources out."""

    id: str
    name: str
    url: Url | None = None
    """Its own site."""
    country: str | None = None
    kind: str | None = None
    description: str | None = None


@record
class Prose:
    """A text as Markdown and as HTML with absolute addresses."""

    markdown: Markdown
    html: Html


@record
class Picture:
    """A picture."""

    url: Url
    width: int | None = None
    height: int | None = None
    alt: str | None = None
    caption: str | None = None
    credit: str | None = None


@record
class Source:
    """A document that claims rest on."""

    id: str
    title: str
    language: str | None = None
    """The code of the language of the title, where the desk says so."""
    page: Url | None = None
    """Where all that rests on it is listed, if it is shared by briefings."""
    publisher: str | None = None
    """An id, or a plain name."""
    url: Url | None = None
    archive_url: Url | None = None
    published: Date | None = None
    accessed: Date | None = None
    attribution: str | None = None
    kind: str | None = None
    note: str | None = None
    briefings: tuple[str, ...] = ()
    """Those that list it, newest first; a source of one briefing has that one's id in its own."""


@record
class Event:
    """Something that happened or is scheduled."""

    id: str
    when: Date
    title: str
    text: Markdown | None = None
    kind: str | None = None
    place: str | None = None
    actors: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()
    storylines: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    briefings: tuple[str, ...] = ()
    """Those that tell of it; text and sources are in the file of each, and in the list of all only where there is none."""


@record
class Statement:
    """What an actor said on an issue."""

    id: str
    actor: str
    issue: str
    when: Date
    text: Markdown = ""
    stance: Stance | None = None
    quote: str | None = None
    venue: str | None = None
    sources: tuple[str, ...] = ()


@record
class Takeaway:
    """One sentence a busy reader leaves with."""

    id: str
    text: Markdown
    nature: Nature | None = None
    sources: tuple[str, ...] = ()


@record
class Implication:
    """What it means for one audience."""

    audience: str
    texts: tuple[Markdown, ...]


@record
class PublicEvent:
    """A webinar or a panel, from and to moments or whole days; *calendar* is its file for calendars."""

    title: str
    starts: date | datetime
    calendar: Url
    status: Literal["scheduled", "cancelled"] = "scheduled"
    moved_from: tuple[date | datetime, ...] = ()
    """When it was to start before it was moved."""
    ends: date | datetime | None = None
    url: Url | None = None
    place: str | None = None
    text: Markdown | None = None
    speakers: tuple[str, ...] = ()


@record
class Correction:
    """What was wrong after publication, and what it says now."""

    when: datetime
    kind: CorrectionKind
    now: Markdown
    was: Markdown | None = None
    text: Markdown | None = None


@record
class Change:
    """A note on what an update changed."""

    when: datetime
    note: Markdown


@record
class ListedBriefing:
    """A briefing in the list of all."""

    id: str
    url: Url
    data: Url
    """Where the whole briefing stands."""
    title: str
    kind: BriefingKind
    status: Literal["published", "withdrawn", "draft", "review"]
    """The last two stand in previews alone."""
    published: datetime
    updated: datetime
    """When it was last published, updated, changed or corrected."""
    summary: Markdown | None = None
    authors: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()
    storyline: str | None = None
    actors: tuple[str, ...] = ()


@record
class Briefing:
    """A whole briefing."""

    id: str
    url: Url
    title: str
    kind: BriefingKind
    status: Literal["published", "withdrawn", "draft", "review"]
    published: datetime
    updated: datetime
    markdown: Url | None = None
    """The whole of it as a reader gets it, body included, as Markdown."""
    language: str | None = None
    """Where it is in another language than the site (BCP 47)."""
    question: str | None = None
    summary: Markdown | None = None
    bottom_line: Markdown | None = None
    withdrawn: Markdown | None = None
    as_of: datetime | None = None
    image: Picture | None = None
    authors: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()
    storyline: str | None = None
    actors: tuple[str, ...] = ()
    key_takeaways: tuple[Takeaway, ...] = ()
    what_to_expect: tuple[Judgement, ...] = ()
    implications: tuple[Implication, ...] = ()
    timeline: tuple[Event, ...] = ()
    statements: tuple[Statement, ...] = ()
    sources: tuple[Source, ...] = ()
    public_event: PublicEvent | None = None
    corrections: tuple[Correction, ...] = ()
    changes: tuple[Change, ...] = ()
    related: tuple[str, ...] = ()
    former_urls: tuple[Url, ...] = ()
