"""Parts that several kinds of page show: cards, events, statements, judgements."""

from collections.abc import Callable
from functools import cache

from markupsafe import Markup

from spotbrief.corpus.corpus import Corpus, Expected, Said
from spotbrief.model.briefing import Briefing
from spotbrief.model.event import Event
from spotbrief.model.instants import words
from spotbrief.model.judgement import Judgement, Revision
from spotbrief.model.origin import Origin
from spotbrief.model.record import record
from spotbrief.model.scale import Scale
from spotbrief.views.links import Links, anchor
from spotbrief.views.moments import of_date, of_instant
from spotbrief.views.prose import Writer
from spotbrief.views.words import KIND, OUTCOME, STANCE, sentence

NOTHING = Markup("")

NOWHERE = Origin(file="")
"""The place of merged texts: relative links in them lead nowhere, and stay text."""


@record
class Card:
    """A briefing in a list."""

    link: Markup
    label: str
    badge: str
    published: Markup
    summary: Markup
    takeaways: tuple[Markup, ...]


@record
class EventPart:
    """An event in a timeline."""

    anchor: str
    when: Markup
    title: str
    text: Markup
    about: str
    """Kind and place."""
    actors: Markup
    notes: Markup
    told_in: Markup


@record
class StatementPart:
    """What an actor said."""

    anchor: str
    actor: Markup
    issue: str
    when: Markup
    stance: str
    text: Markup
    quote: str
    venue: str
    notes: Markup
    told_in: Markup


@record
class RevisionPart:
    """An earlier or later likelihood."""

    when: Markup
    likelihood: str
    why: Markup


@record
class ResolutionPart:
    """How a judgement ended."""

    outcome: str
    when: Markup
    note: Markup
    notes: Markup


@record
class JudgementPart:
    """One entry of what to expect."""

    anchor: str
    text: Markup
    likelihood: str
    confidence: str
    by: Markup
    criteria: Markup
    indicators: tuple[Markup, ...]
    history: tuple[RevisionPart, ...]
    resolution: ResolutionPart | None
    notes: Markup
    told_in: Markup


class Parts:
    """Makes the parts of all pages that lie as deep as *links* say."""

    def __init__(self, links: Links) -> None:
        self.links, self.corpus, self.writer = links, links.corpus, Writer(links)
        self._cards: dict[str, Card] = {}
        self._published: dict[str, Markup] = {}

    def card(self, briefing: Briefing) -> Card:
        """A briefing in a list; the same in every list of pages as deep as this one."""
        if briefing.id not in self._cards:
            self._cards[briefing.id] = self._card(briefing)
        return self._cards[briefing.id]

    def published(self, briefing: Briefing) -> Markup:
        """When a briefing was published."""
        if briefing.id not in self._published:
            self._published[briefing.id] = of_instant(briefing.published, self.corpus.settings.timezone)
        return self._published[briefing.id]

    def _card(self, briefing: Briefing) -> Card:
        line, origin = self.writer.line, briefing.origin
        return Card(
            link=self.links.named("briefings", briefing.id),
            label=KIND[briefing.kind],
            badge=badge(briefing, self.links),
            published=self.published(briefing),
            summary=line(briefing.summary or briefing.bottom_line, origin),
            takeaways=tuple(line(takeaway.text, origin) for takeaway in briefing.key_takeaways[:3]),
        )

    def event(self, event: Event) -> EventPart:
        """An event with the briefings that hold it."""
        return self._event(event, f"event:{event.id}", NOTHING, NOWHERE, self.links.all_named("briefings", event.briefings))

    def event_of(self, event: Event, briefing: Briefing, notes: Markup) -> EventPart:
        """An event on the page of *briefing*; one that belongs to it alone is anchored by its number."""
        return self._event(event, f"event:{event.id.rpartition(':')[2]}", notes, briefing.origin, NOTHING)

    def _event(self, event: Event, anchor: str, notes: Markup, origin: Origin, told_in: Markup) -> EventPart:
        return EventPart(
            anchor=anchor,
            when=of_date(event.when),
            title=event.title,
            text=self.writer.line(event.text, origin),
            about=" · ".join(text for text in (sentence(event.kind), event.place) if text),
            actors=self.links.all_named("actors", event.actors),
            notes=notes,
            told_in=told_in,
        )

    def statement(self, said: Said, *, notes: Markup = NOTHING, told_in: bool = True) -> StatementPart:
        """A statement; *told_in* adds the briefing that holds it."""
        statement = said.statement
        origin = said.briefing.origin if said.briefing else statement.origin or NOWHERE
        return StatementPart(
            anchor=f"statement:{said.key}",
            actor=self.links.named("actors", statement.actor),
            issue=self.issue(statement.issue),
            when=of_date(statement.when),
            stance=STANCE.get(statement.stance or "", ""),
            text=self.writer.line(statement.text, origin),
            quote=statement.quote or "",
            venue=statement.venue or "",
            notes=notes,
            told_in=self.links.named("briefings", said.briefing.id) if said.briefing and told_in else NOTHING,
        )

    def issue(self, id: str) -> str:
        """The title of an issue."""
        issue = self.corpus.issues.get(id)
        return issue.title if issue else id

    def judgement(self, expected: Expected, *, notes: tuple[Markup, Markup] = (NOTHING, NOTHING), told_in: bool = True) -> JudgementPart:
        """A judgement; *notes* are its own and those of its resolution; *told_in* adds its briefing."""
        judgement, origin = expected.judgement, expected.briefing.origin
        line, place = self.writer.line, f"judgement:{expected.key}"
        return JudgementPart(
            anchor=place,
            text=line(judgement.text, origin),
            likelihood=likelihood(judgement, self.corpus.settings.scale),
            confidence=judgement.confidence or "",
            by=of_date(judgement.by) if judgement.by else NOTHING,
            criteria=line(judgement.criteria, origin),
            indicators=tuple(line(text, origin) for text in judgement.indicators),
            history=tuple(self._revision(revision, origin) for revision in judgement.history),
            resolution=self._resolution(judgement, origin, notes[1]),
            notes=notes[0],
            told_in=self._told_in(expected.briefing, place) if told_in else NOTHING,
        )

    def _told_in(self, briefing: Briefing, place: str) -> Markup:
        return anchor(self.links.thing("briefings", briefing.id, place), briefing.title)

    def _revision(self, revision: Revision, origin: Origin) -> RevisionPart:
        said = likelihood(revision, self.corpus.settings.scale)
        return RevisionPart(when=of_date(revision.when), likelihood=said, why=self.writer.line(revision.why, origin))

    def _resolution(self, judgement: Judgement, origin: Origin, notes: Markup) -> ResolutionPart | None:
        if not (ended := judgement.resolution):
            return None
        note = self.writer.line(ended.note, origin)
        return ResolutionPart(outcome=OUTCOME[ended.outcome], when=of_date(ended.when), note=note, notes=notes)


def likelihood(rated: Judgement | Revision, scale: Scale) -> str:
    """The term with its band, and the number if there is one: `likely (55–80 %), put at 70 %`."""
    term = scale.term(rated.likelihood or "") or (scale.term_for(rated.probability) if rated.probability is not None else None)
    if not term:
        return ""
    number = "" if rated.probability is None else f", put at {rated.probability * 100:g} %"
    return f"{term.term} ({term.band()}){number}"


def badge(briefing: Briefing, links: Links) -> str:
    """Why readers do not see this briefing yet; empty for a public one."""
    settings = links.corpus.settings
    if briefing.is_public(settings.now):
        return "Withdrawn" if briefing.status == "withdrawn" else ""
    if briefing.status in ("draft", "review"):
        return "Draft" if briefing.status == "draft" else "In review"
    return f"Held back until {words(briefing.opens(), settings.timezone)}"


def parts_by_depth(corpus: Corpus) -> Callable[[int], Parts]:
    """Parts for pages of any depth, made once for each."""
    return cache(lambda depth: Parts(Links(corpus, depth)))
