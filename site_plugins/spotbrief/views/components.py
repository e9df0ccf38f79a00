"""Parts that several kinds of page show: cards, events, statements, pictures."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import cache

from markupsafe import Markup

from spotbrief.cache import Cache
from spotbrief.corpus.corpus import Corpus, Expected, Said
from spotbrief.corpus.withdrawn import FOR_THE_RECORD, GONE
from spotbrief.model.actor import Actor
from spotbrief.model.briefing import Briefing
from spotbrief.model.event import Event
from spotbrief.model.groups import Author
from spotbrief.model.origin import Origin
from spotbrief.model.record import record
from spotbrief.model.trust import Trust
from spotbrief.views.attachments import COLUMN, shown
from spotbrief.views.judgements import NO_NOTES, NOTHING, JudgementNotes, JudgementPart, Judgements
from spotbrief.views.links import Links, event_anchor, statement_anchor
from spotbrief.views.prose import Writer
from spotbrief.views.reading_time import minutes
from spotbrief.views.scales import legend
from spotbrief.views.spoken import kind_of
from spotbrief.views.time_elements import for_machines, of_day, precision
from spotbrief.views.who_says import who_said_when, who_says

SHORT = 120
"""Letters of a text that a phone shows whole, on three lines."""

MOST_EVENTS = 8192
"""Events that are kept for the many lists that show them: all of a large desk, and little of a very large one's memory."""

NOWHERE = Origin(file="")
"""The place of merged texts: relative links in them lead nowhere, and stay text."""


@record
class Card:
    """A briefing in a list."""

    link: Markup
    kind: str
    label: str
    badge: str
    published: Markup
    day: Markup
    """The day on which it was published, where there is little room."""
    changed: str
    """When it last changed, for marking what is new to a reader."""
    minutes: int
    authors: str
    summary: Markup
    takeaways: tuple[Markup, ...]
    withdrawn: Markup
    """Why nobody should rely on it any more, which stands for all that it said; empty for all others."""


@record
class PicturePart:
    """A picture with what belongs to it."""

    src: str
    width: int
    """0 where its file does not say."""
    height: int
    has_dark: bool
    """Whether it brings colours of its own for dark pages, so that it is not dimmed there."""
    srcset: str
    """The addresses of its smaller copies; empty where there are none."""
    sizes: str
    alt: str
    link: Markup
    """A link to it, which says what it shows."""
    caption: str
    credit: str


@record
class EventPart:
    """An event in a timeline."""

    anchor: str
    when: Markup
    precision: str
    """How its date is drawn: day, span or vague."""
    title: str
    spoken: Markup
    """Attributes of elements that hold its title or its place, where those are in another language than the site."""
    text: Markup
    kind: str
    place: str
    actors: Markup
    notes: Markup
    told_in: Markup = NOTHING
    sources: Markup = NOTHING
    """Who says so, where no note does."""
    href: str = ""
    """In lists of events: its place in the first briefing that tells of it."""
    folds: bool = False
    """Whether there is more to it than fits on a line."""


@record
class StatementPart:
    """What an actor said."""

    anchor: str
    actor: Markup
    issue: Markup
    when: Markup
    stance: str
    stance_words: str
    text: Markup
    quote: str
    spoken: Markup
    """Attributes of elements that hold its quote or its venue, where those are in another language than the site."""
    venue: str
    notes: Markup
    told_in: Markup
    sources: Markup
    """Who says so, where no note does."""


class Parts:
    """Makes the parts of all pages that lie as deep as *links* say."""

    def __init__(self, links: Links, writer: type[Writer] = Writer) -> None:
        self.links, self.corpus, self.words, self.marks, self.writer = links, links.corpus, links.words, links.marks, writer(links)
        self._judgements = Judgements(links, self.writer)
        self._cards = Cache[str, Card]()
        self._published = Cache[str, Markup]()
        self._changed = Cache[str, str]()
        self._reasons = {text: self.marks.markup.escape(self.words(text)) for text in (GONE, FOR_THE_RECORD)}
        self.legend = legend(links.corpus.settings.scale, links.words)
        self._events, self._dated = Cache[str, EventPart](MOST_EVENTS), Cache[str, EventPart](MOST_EVENTS)

    def card(self, briefing: Briefing) -> Card:
        """A briefing in a list; the same in every list of pages as deep as this one."""
        return self._cards.of(briefing.id, self._card, briefing)

    def published(self, briefing: Briefing) -> Markup:
        """When a briefing was published."""
        return self._published.of(briefing.id, self.marks.moment, briefing.published)

    def changed(self, briefing: Briefing) -> str:
        """When a briefing last changed, for machines; empty where that was when it was published."""
        return self._changed.of(briefing.id, self._changed_after, briefing)

    def _changed_after(self, briefing: Briefing) -> str:
        published, changed = (for_machines(when, self.words.zone) for when in (briefing.published, briefing.changed()))
        return changed if changed != published else ""

    def _card(self, briefing: Briefing) -> Card:
        line, origin, withdrawn = self.writer.line, briefing.origin, self.withdrawn(briefing)
        return Card(
            link=self.links.named("briefings", briefing.id),
            kind=briefing.kind,
            label=kind_of(briefing, self.corpus),
            badge=badge(briefing, self.links),
            published=self.published(briefing),
            day=of_day(briefing.published, self.words),
            changed=self.changed(briefing),
            minutes=minutes(briefing),
            authors=self.words.all_of(self.links.name("authors", id) for id in briefing.authors),
            summary=NOTHING if withdrawn else line(briefing.summary or briefing.bottom_line, origin),
            takeaways=() if withdrawn else tuple(line(takeaway.text, origin) for takeaway in briefing.key_takeaways[:3]),
            withdrawn=withdrawn,
        )

    def withdrawn(self, briefing: Briefing) -> Markup:
        """Why a briefing was withdrawn, or what that means where nobody said why; empty for all others."""
        if briefing.status != "withdrawn":
            return NOTHING
        why = briefing.withdrawn or FOR_THE_RECORD
        return self._reasons.get(why) or self.writer.line(why, briefing.origin)

    def event(self, event: Event) -> EventPart:
        """An event with the briefings that hold it; the same in every list of pages as deep as this one."""
        return self._events.of(event.id, self._event_alone, event)

    def _event_alone(self, event: Event) -> EventPart:
        part = self._event(event, f"event:{event.id}", NOTHING, self._told_at(event))
        told_in = self.links.all_named("briefings", event.briefings)
        return replace(part, told_in=told_in, sources=who_says(self.links, event.sources))

    def dated(self, event: Event) -> EventPart:
        """The same without what stands where it is told, for lists that lead there; with all of it where no page tells of it."""
        return self._dated.of(event.id, self._dated_alone, event)

    def _dated_alone(self, event: Event) -> EventPart:
        if not (href := self._told_at(event)):
            return self.event(event)
        part = self._event(event, f"event:{event.id}", NOTHING, href, is_told=False)
        return replace(part, sources=who_says(self.links, event.sources))

    def _told_at(self, event: Event) -> str:
        """The address of an event in the first briefing that holds it."""
        return self.links.thing("briefings", event.briefings[0], event_anchor(event)) if event.briefings else ""

    def event_of(self, event: Event, notes: Markup) -> EventPart:
        """An event on the page of a briefing; one that belongs to it alone is anchored by its number."""
        return self._event(event, event_anchor(event), notes)

    def _event(self, event: Event, anchor: str, notes: Markup, href: str = "", *, is_told: bool = True) -> EventPart:
        return EventPart(
            anchor=anchor,
            when=self.marks.date(event.when),
            precision=precision(event.when),
            title=event.title,
            spoken=self.writer.attributes(event.title, event.titled),
            text=self.writer.line(event.text, event.origin) if is_told else NOTHING,
            kind=self.words.event(event.kind),
            place=self.writer.plain(event.place, event.titled),
            actors=self.links.cast(event.actors) if is_told else NOTHING,
            notes=notes,
            href=href,
            folds=is_told and (bool(event.actors) or len(event.text) > SHORT),
        )

    def statement(self, said: Said, *, notes: Markup = NOTHING, told_in: bool = True) -> StatementPart:
        """A statement; *told_in* adds the briefing that holds it and who says so, for pages of others."""
        statement = said.statement
        origin = said.briefing.origin if said.briefing else statement.origin or NOWHERE
        return StatementPart(
            anchor=statement_anchor(said) if told_in else f"statement:{said.key}",
            actor=self.links.named("actors", statement.actor),
            issue=self.links.named("issues", statement.issue),
            when=self.marks.date(statement.when),
            stance=statement.stance or "",
            stance_words=self.words.stance(statement.stance),
            text=self.writer.line(statement.text, origin),
            quote=statement.quote or "",
            spoken=self.writer.attributes(statement.quote or statement.venue or "", origin),
            venue=self.writer.plain(statement.venue or "", origin),
            notes=notes,
            told_in=self.links.named("briefings", said.briefing.id) if said.briefing and told_in else NOTHING,
            sources=who_said_when(self.links, said) if told_in else NOTHING,
        )

    def judgements_on(self, page: Briefing, listed: Iterable[tuple[Expected, JudgementNotes]]) -> tuple[JudgementPart, ...]:
        """Judgements on the page of a briefing that made them or takes them up again; scenarios of a question stand together."""
        return self._judgements.together([(one, self.judgement_on(page, one, notes)) for one, notes in listed], page)

    def judgement_on(self, page: Briefing, expected: Expected, notes: JudgementNotes = NO_NOTES) -> JudgementPart:
        """A judgement on the page of the briefing that made it, or of one that takes it up again."""
        return self._judgements.part(expected, page, notes)

    def picture(self, thing: Briefing | Actor | Author | Trust) -> PicturePart | None:
        """The picture that a thing has of its own."""
        if not (image := thing.image):
            return None
        picture = shown(image.src, thing.origin.file, self.links)
        return (
            PicturePart(
                src=picture.src,
                width=picture.width,
                height=picture.height,
                has_dark=picture.has_dark,
                srcset=picture.srcset,
                sizes=COLUMN if isinstance(thing, Briefing | Trust) else "14rem",
                alt=image.alt or "",
                link=self.marks.link(picture.src, image.alt or ""),
                caption=image.caption or "",
                credit=image.credit or "",
            )
            if picture
            else None
        )


def badge(briefing: Briefing, links: Links) -> str:
    """Why readers do not see this briefing yet, or should no longer rely on it; empty for all others."""
    settings, words = links.corpus.settings, links.words
    if briefing.is_public(settings.now):
        return words("Withdrawn") if briefing.status == "withdrawn" else ""
    if briefing.status in ("draft", "review"):
        return words("Draft") if briefing.status == "draft" else words("In review")
    return words("Held back until {moment}", moment=words.moment(briefing.opens()))


PartsAt = Callable[[int], Parts]
"""The parts of all pages that lie so many folders deep."""


def parts_by_depth(corpus: Corpus) -> PartsAt:
    """Parts for pages of any depth, made once for each."""
    return cache(lambda depth: Parts(Links(corpus, depth)))
