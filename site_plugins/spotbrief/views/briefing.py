"""The briefing page."""

from collections.abc import Iterator
from functools import partial

from markupsafe import Markup

from spotbrief.corpus.corpus import Corpus, Expected, Said
from spotbrief.corpus.events import event_id
from spotbrief.corpus.links import safe_url
from spotbrief.model.briefing import Briefing, PublicEvent
from spotbrief.model.record import record
from spotbrief.reading.markdown import headings
from spotbrief.views.links import Links
from spotbrief.views.moments import of_instant
from spotbrief.views.notes import Notes, SourcePart
from spotbrief.views.page import Heading, Page, Plan
from spotbrief.views.parts import NOTHING, EventPart, JudgementPart, Parts, StatementPart, badge
from spotbrief.views.prose import attachment_address
from spotbrief.views.words import CORRECTION, KIND

WORDS_A_MINUTE = 265

SECTIONS = {
    "takeaways": "Key takeaways",
    "expected": "What to expect",
    "implications": "What it means",
    "events": "Timeline",
    "statements": "Who said what",
    "actors": "Actors",
    "public_event": "Event",
    "sources": "Sources",
    "corrections": "Corrections",
    "changes": "Changes",
    "related": "Related briefings",
}
"""The parts of the page that have a heading, by their name in the view."""


@record
class PicturePart:
    """The lead picture."""

    src: str
    alt: str
    caption: str
    credit: str


@record
class TakeawayPart:
    """One key takeaway."""

    anchor: str
    text: Markup
    nature: str
    notes: Markup


@record
class AudiencePart:
    """What it means for one audience."""

    name: str
    texts: tuple[Markup, ...]


@record
class ActorPart:
    """An actor that the briefing names."""

    link: Markup
    about: Markup


@record
class PublicEventPart:
    """A webinar or a panel."""

    title: str
    starts: Markup
    ends: Markup
    url: str
    place: str
    text: Markup
    speakers: tuple[str, ...]


@record
class CorrectionPart:
    """A correction, or a note on a change."""

    label: str
    when: Markup
    was: Markup
    now: Markup
    text: Markup


@record
class BriefingView:
    """What briefing.html may see."""

    title: str
    label: str
    badge: str
    question: str
    summary: Markup
    withdrawn: Markup
    published: Markup
    updated: Markup
    as_of: Markup
    minutes: int
    authors: Markup
    picture: PicturePart | None
    bottom_line: Markup
    takeaways: tuple[TakeawayPart, ...]
    body: Markup
    expected: tuple[JudgementPart, ...]
    implications: tuple[AudiencePart, ...]
    events: tuple[EventPart, ...]
    statements: tuple[StatementPart, ...]
    actors: tuple[ActorPart, ...]
    topics: Markup
    regions: Markup
    storyline: Markup
    public_event: PublicEventPart | None
    sources: tuple[SourcePart, ...]
    corrections: tuple[CorrectionPart, ...]
    changes: tuple[CorrectionPart, ...]
    related: tuple[Markup, ...]
    newer: Markup
    older: Markup
    headings: dict[str, str]


def plans(corpus: Corpus) -> Iterator[Plan]:
    """`/briefings/<id>/`."""
    parts = Parts(Links(corpus, 2))
    newest_first = [None, *corpus.briefings.values(), None]
    for newer, briefing, older in zip(newest_first, newest_first[1:], newest_first[2:], strict=False):
        if briefing:
            make = partial(_page, parts, briefing, newer, older)
            yield Plan(
                path=f"briefings/{briefing.id}/", section="briefings", make=make, updated=briefing.changed().date(), has_contents=True
            )


def _page(parts: Parts, briefing: Briefing, newer: Briefing | None, older: Briefing | None) -> Page:
    view = _View(parts, briefing).made(newer, older)
    shown = [name for name in SECTIONS if getattr(view, name)]
    own = [Heading(anchor=f"section:{name}", title=SECTIONS[name]) for name in shown]
    before = shown.count("takeaways")
    body = [Heading(anchor=anchor, title=str(Markup(title).unescape())) for level, anchor, title in headings(view.body) if level == 2]
    return Page(
        title=briefing.title,
        description=_description(view),
        template="briefing.html",
        view=view,
        contents=(*own[:before], *body, *own[before:]),
    )


def _description(view: BriefingView) -> str:
    first = view.takeaways[0].text if view.takeaways else view.title
    return Markup(view.summary or view.bottom_line or first).striptags()


class _View:
    """Makes the view of one briefing, part by part."""

    def __init__(self, parts: Parts, briefing: Briefing) -> None:
        self._parts, self._corpus, self._briefing = parts, parts.corpus, briefing
        self._zone, self._notes = parts.corpus.settings.timezone, Notes(parts.corpus, briefing)

    def made(self, newer: Briefing | None, older: Briefing | None) -> BriefingView:
        """The whole view; sources come last, when all that cites them is numbered."""
        briefing, links, line = self._briefing, self._parts.links, self._line
        return BriefingView(
            title=briefing.title,
            label=KIND[briefing.kind],
            badge=badge(briefing, links),
            question=briefing.question or "",
            summary=line(briefing.summary),
            withdrawn=line(briefing.withdrawn),
            published=self._parts.published(briefing),
            updated=of_instant(briefing.updated, self._zone) if briefing.updated else NOTHING,
            as_of=of_instant(briefing.as_of, self._zone) if briefing.as_of else NOTHING,
            minutes=max(1, round(len(briefing.body.text.split()) / WORDS_A_MINUTE)),
            authors=self._named("authors"),
            picture=self._picture(),
            bottom_line=line(briefing.bottom_line),
            takeaways=tuple(self._takeaways()),
            body=self._parts.writer.block(briefing.body.text, briefing.origin),
            expected=tuple(self._expected()),
            implications=tuple(self._implications()),
            events=self._events(),
            statements=tuple(self._statements()),
            actors=tuple(self._actors()),
            topics=self._named("topics"),
            regions=self._named("regions"),
            storyline=links.named("storylines", briefing.storyline) if briefing.storyline else NOTHING,
            public_event=self._public_event(briefing.public_event),
            sources=self._notes.all(),
            corrections=tuple(self._corrections()),
            changes=tuple(self._changes()),
            related=tuple(links.named("briefings", id) for id in briefing.related if id in self._corpus.briefings),
            newer=links.named("briefings", newer.id) if newer else NOTHING,
            older=links.named("briefings", older.id) if older else NOTHING,
            headings=SECTIONS,
        )

    def _line(self, text: str | None) -> Markup:
        return self._parts.writer.line(text, self._briefing.origin)

    def _named(self, kind: str) -> Markup:
        return self._parts.links.all_named(kind, getattr(self._briefing, kind))

    def _picture(self) -> PicturePart | None:
        if not (image := self._briefing.image):
            return None
        src = attachment_address(image.src, self._briefing.origin.file, self._parts.links)
        return PicturePart(src=src, alt=image.alt or "", caption=image.caption or "", credit=image.credit or "") if src else None

    def _takeaways(self) -> Iterator[TakeawayPart]:
        for i, takeaway in enumerate(self._briefing.key_takeaways, 1):
            anchor = f"takeaway:{takeaway.id or i}"
            yield TakeawayPart(
                anchor=anchor, text=self._line(takeaway.text), nature=takeaway.nature or "", notes=self._notes.of(takeaway.sources)
            )

    def _expected(self) -> Iterator[JudgementPart]:
        for i, judgement in enumerate(self._briefing.what_to_expect, 1):
            expected = Expected(briefing=self._briefing, judgement=judgement, key=judgement.id or str(i))
            ended = judgement.resolution.sources if judgement.resolution else ()
            notes = (self._notes.of(judgement.sources), self._notes.of(ended))
            yield self._parts.judgement(expected, notes=notes, told_in=False)

    def _implications(self) -> Iterator[AudiencePart]:
        said = self._briefing.implications or {}
        for id, name in self._corpus.settings.audiences.items():
            if texts := said.get(id):
                yield AudiencePart(name=name, texts=tuple(map(self._line, texts)))

    def _events(self) -> tuple[EventPart, ...]:
        entries = [(self._corpus.events.get(event_id(self._briefing, i)), e) for i, e in enumerate(self._briefing.timeline)]
        told = sorted(((event, entry) for event, entry in entries if event), key=lambda pair: pair[0].when.sort_key)
        return tuple(self._parts.event_of(event, self._briefing, self._notes.of(entry.sources)) for event, entry in told)

    def _statements(self) -> Iterator[StatementPart]:
        for i, statement in enumerate(self._briefing.statements, 1):
            said = Said(statement=statement, briefing=self._briefing, key=statement.id or str(i))
            yield self._parts.statement(said, notes=self._notes.of(statement.sources), told_in=False)

    def _actors(self) -> Iterator[ActorPart]:
        for id in self._corpus.named[self._briefing.id]:
            actor = self._corpus.actors[id]
            about = self._parts.writer.line(actor.description, actor.origin)
            yield ActorPart(link=self._parts.links.named("actors", id), about=about)

    def _public_event(self, event: PublicEvent | None) -> PublicEventPart | None:
        if not event:
            return None
        return PublicEventPart(
            title=event.title,
            starts=of_instant(event.starts, self._zone),
            ends=of_instant(event.ends, self._zone) if event.ends else NOTHING,
            url=safe_url(event.url) or "",
            place=event.place or "",
            text=self._line(event.text),
            speakers=event.speakers,
        )

    def _corrections(self) -> Iterator[CorrectionPart]:
        for c in sorted(self._briefing.corrections, key=lambda c: c.when):
            when = of_instant(c.when, self._zone)
            yield CorrectionPart(label=CORRECTION[c.kind], when=when, was=self._line(c.was), now=self._line(c.now), text=self._line(c.text))

    def _changes(self) -> Iterator[CorrectionPart]:
        for change in sorted(self._briefing.changes, key=lambda change: change.when):
            when = of_instant(change.when, self._zone)
            yield CorrectionPart(label="Change", when=when, was=NOTHING, now=NOTHING, text=self._line(change.note))
