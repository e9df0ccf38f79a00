"""One published piece."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Discriminator, Field, Tag

from spotbrief.model.event import Entry
from spotbrief.model.fields import (
    ActorId,
    AuthorId,
    BriefingId,
    FileId,
    FormerIds,
    FromFile,
    Headline,
    Instant,
    OwnId,
    Private,
    Reason,
    RegionId,
    Sentence,
    SourceId,
    SpeakerOrName,
    StorylineId,
    Text,
    TopicId,
    Truth,
    Url,
)
from spotbrief.model.instants import Day
from spotbrief.model.judgement import SENTENCE_OR_FIELDS, Followup, Judgement, JudgementEntry, sentence_or_mapping
from spotbrief.model.languages import LanguageTag
from spotbrief.model.picture import Image
from spotbrief.model.prose import Prose
from spotbrief.model.record import record
from spotbrief.model.sorts import OFFERS
from spotbrief.model.source import Source, SourceRef
from spotbrief.model.statement import Statement

BriefingKind = Literal["news", "spot_briefing", "assessment", "forecast_update", "tracker", "explainer", "interview", "outlook"]
Status = Literal["draft", "review", "published", "withdrawn"]
Nature = Literal["fact", "judgement", "assumption"]
CorrectionKind = Literal["correction", "clarification", "update", "editors_note", "retraction"]


@record
class Takeaway:
    """One sentence a busy reader leaves with."""

    text: Sentence
    """One sentence."""
    id: OwnId = ""
    """Its anchor, which links may name; better given than counted."""
    nature: Nature | None = None
    """Whether it is a fact, a judgement or an assumption."""
    sources: tuple[SourceId, ...] = ()
    """What it rests on, by id."""


@record
class PublicEvent:
    """A webinar or a panel that goes with the briefing."""

    title: Headline
    """What it is called."""
    starts: Instant
    """When it starts; a day without an hour is a whole day."""
    ends: Instant | None = None
    """When it ends; a day without an hour is a whole day."""
    url: Url | None = None
    """Where to take part."""
    place: Text | None = None
    """Where it is held; without a place it is held online."""
    text: Sentence | None = None
    """What it is about."""
    speakers: tuple[SpeakerOrName, ...] = ()
    """Who speaks: names, or ids of actors and authors."""
    status: Literal["scheduled", "cancelled"] = "scheduled"
    """Whether it takes place; a withdrawn briefing cancels it."""
    moved_from: tuple[Instant, ...] = ()
    """When it was to start before it was moved, one entry each time."""

    def end(self) -> datetime:
        """The moment at which it is over; a day that was typed without an hour lasts until midnight."""
        last = self.ends or self.starts
        if not isinstance(last, Day):
            return last
        return last + timedelta(days=1) if last.date() < date.max else last.replace(hour=23, minute=59)

    def takes_days(self) -> bool:
        """Whether it takes whole days: no hour was typed."""
        return isinstance(self.starts, Day) and (not self.ends or isinstance(self.ends, Day))


@record
class Correction:
    """What was wrong after publication, and what it says now."""

    when: Instant
    now: Sentence
    """What is right."""
    kind: CorrectionKind = "correction"
    """Whether it mends an error, makes clear, adds, notes or takes back."""
    was: Sentence | None = None
    """What was wrong."""
    text: Sentence | None = None
    """How it came about."""


@record
class Change:
    """A note on what an update changed."""

    when: Instant
    note: Sentence
    """What changed, in a sentence."""


def _by_id(value: Any) -> Any:
    return SourceRef(id=value) if isinstance(value, str) else value


def _ref_or_source(value: Any) -> str:
    return "<ref>" if isinstance(value, str | SourceRef) or (isinstance(value, dict) and set(value) == {"id"}) else "<source>"


TakeawayEntry = Annotated[Takeaway, BeforeValidator(sentence_or_mapping, json_schema_input_type=str | Takeaway), SENTENCE_OR_FIELDS]
SourceEntry = Annotated[
    Annotated[SourceRef, BeforeValidator(_by_id, json_schema_input_type=SourceId | SourceRef), Tag("<ref>")]
    | Annotated[Source, Tag("<source>")],
    Discriminator(_ref_or_source),
]


@record
class Briefing:
    """One published piece; only title, publication and body are required."""

    title: Headline
    """The headline; what it finds, in a few words."""
    published: Instant
    id: FileId = ""
    kind: BriefingKind = "news"
    """What sort of piece it is."""
    question: Text | None = None
    """The one question that it answers."""
    summary: Sentence | None = None
    """One or two sentences for lists, feeds and search engines."""
    bottom_line: Sentence | None = None
    """One or two sentences for readers who stop here."""
    status: Status = "published"
    """Only what is published, or was withdrawn, is in the site."""
    withdrawn: Reason | None = None
    """Why it was withdrawn; who writes this means it, whatever the status is."""
    keep_text: Truth = False
    """Whether the text of a withdrawn briefing stays at its address, marked; else it is taken down."""
    embargo: Instant | None = None
    """Held back until then."""
    updated: Instant | None = None
    """When it was last brought up to date."""
    as_of: Instant | None = None
    """What came later is not in it."""
    language: LanguageTag | None = None
    """Where it is in another language than the site: its code, such as `ar`."""
    authors: tuple[AuthorId, ...] = ()
    """Who wrote it, by id."""
    topics: tuple[TopicId, ...] = ()
    """What it is about, by id."""
    regions: tuple[RegionId, ...] = ()
    """Where, by id."""
    storyline: StorylineId | None = None
    """The id of the running story it belongs to."""
    actors: tuple[ActorId, ...] = ()
    """Whom it concerns, by id; those that the text names are found by themselves."""
    image: Image | None = None
    """The picture at its head."""
    key_takeaways: tuple[TakeawayEntry, ...] = ()
    """Sentences that a busy reader leaves with."""
    what_to_expect: tuple[JudgementEntry, ...] = ()
    """What the desk expects, how likely, how sure, and by when; an id of an earlier judgement takes that one up again."""
    implications: Annotated[dict[str, tuple[Sentence, ...]], Field(json_schema_extra={OFFERS: "audiences"})] | None = None
    """Sentences for each audience of the site."""
    timeline: tuple[Entry, ...] = ()
    """Events; an id alone stands for one that is told elsewhere."""
    statements: tuple[Statement, ...] = ()
    """Who said what on which issue."""
    sources: tuple[SourceEntry, ...] = ()
    """What it rests on; an id alone stands for a shared source."""
    public_event: PublicEvent | None = None
    """A webinar or a panel that goes with it."""
    corrections: tuple[Correction, ...] = ()
    """What was wrong after publication; shown on the page and at /corrections/."""
    changes: tuple[Change, ...] = ()
    """What updates changed."""
    related: tuple[BriefingId, ...] = ()
    """Ids of other briefings."""
    former_slugs: FormerIds = ()
    """Earlier names of its file, which are addresses that still lead here."""
    body: Prose = Prose()
    """The text, where it does not stand in a Markdown file beside this one."""
    notes: Private | None = None
    """For the desk alone; never published."""
    origin: FromFile

    def judgements(self) -> Iterator[tuple[int, str, Judgement]]:
        """Its own judgements, each with its place in `what_to_expect` and its key: its id, or else its number."""
        return ((i, one.id or str(i + 1), one) for i, one in enumerate(self.what_to_expect) if isinstance(one, Judgement))

    def followups(self) -> Iterator[tuple[int, Followup]]:
        """What it says on judgements of earlier briefings, each with its place in `what_to_expect`."""
        return ((i, one) for i, one in enumerate(self.what_to_expect) if isinstance(one, Followup))

    def opens(self) -> datetime:
        """The moment from which readers may see it."""
        return max(self.published, self.embargo) if self.embargo else self.published

    def changed(self) -> datetime:
        """When what readers see last changed: when it opened, or was updated, changed or corrected since."""
        noted = [*(c.when for c in self.corrections), *(c.when for c in self.changes)]
        return max([self.opens(), *noted, *([self.updated] if self.updated else [])])

    def is_withdrawn(self) -> bool:
        """Whether readers are told that it no longer holds; a reason alone withdraws it too."""
        return self.status == "withdrawn" or (self.status == "published" and bool(self.withdrawn))

    def is_public(self, now: datetime) -> bool:
        """Whether readers may see it at *now*; a withdrawn briefing keeps its address."""
        return self.status in ("published", "withdrawn") and self.opens() <= now
