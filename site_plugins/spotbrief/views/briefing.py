"""What there is to say about a briefing, said once for every medium."""

from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from typing import TypeVar

from markupsafe import Markup

from spotbrief.corpus.corpus import Said
from spotbrief.corpus.merged_events import cited_sources, event_id
from spotbrief.model.briefing import Briefing
from spotbrief.model.event import Entry, Event
from spotbrief.model.record import record
from spotbrief.model.texts import BODY
from spotbrief.model.translation import Translation
from spotbrief.views.briefing_order import ORDERS
from spotbrief.views.briefing_parts import ALONE, Around, AudiencePart, AuthorPart, BodyPart, CorrectionPart, TakeawayPart
from spotbrief.views.chapter import StoryPart
from spotbrief.views.cite import CitePart, cite
from spotbrief.views.components import EventPart, Parts, PicturePart, StatementPart, badge
from spotbrief.views.judgement_rows import JudgementRow
from spotbrief.views.judgements import NOTHING, JudgementPart, cited_on
from spotbrief.views.marks import bare
from spotbrief.views.nearest_feed import NearestFeed
from spotbrief.views.notes import Notes, SourcePart, Unnumbered
from spotbrief.views.notices import NoticePart, notices
from spotbrief.views.people import ActorPart
from spotbrief.views.public_events import PublicEventPart, public_event
from spotbrief.views.reading_time import minutes
from spotbrief.views.rows import BriefingRow
from spotbrief.views.scales import Legend
from spotbrief.views.spoken import attributes, marks_of, original_language

T = TypeVar("T")

SECTIONS = {
    "changed": "What changed",
    "takeaways": "Key takeaways",
    "expected": "What to expect",
    "implications": "What it means",
    "story": "The story so far",
    "events": "Timeline",
    "statements": "Who said what",
    "actors": "Actors",
    "public_event": "Event",
    "sources": "Sources",
    "corrections": "Corrections",
    "changes": "Changes",
    "related": "Related briefings",
}
"""The parts of a briefing that have a heading, by their name in the view."""


@record
class BriefingView:
    """What the template of a briefing may see, in any medium."""

    title: str
    spoken: Markup
    """Attributes of elements that hold texts of it alone, where it is in another language than the site."""
    titled: Markup
    """The same for its title."""
    body_spoken: Markup
    """The same for its body, which a translation may leave as it is."""
    translated_by: Markup
    """Who translated it; empty for an original."""
    kind: str
    label: str
    badge: str
    order: tuple[str, ...]
    """The names of the parts between the bottom line and the background, in the order in which this kind tells them."""
    question: str
    summary: Markup
    withdrawn: Markup
    published: Markup
    updated: Markup
    as_of: Markup
    minutes: int
    notices: tuple[NoticePart, ...]
    """What was corrected since, and when it was brought up to date."""
    authors: Markup
    picture: PicturePart | None
    changed: tuple[JudgementPart, ...]
    """Of a forecast update: the judgements of earlier briefings that it takes up again."""
    bottom_line: Markup
    takeaways: tuple[TakeawayPart, ...]
    opening: tuple[BodyPart, ...]
    """Of a tracker: the body as far as the end of what stands below the heading of its first table."""
    body: tuple[BodyPart, ...]
    expected: tuple[JudgementPart, ...]
    legend: Legend | None
    implications: tuple[AudiencePart, ...]
    events: tuple[EventPart, ...]
    statements: tuple[StatementPart, ...]
    actors: tuple[ActorPart, ...]
    topics: Markup
    regions: Markup
    story: StoryPart | None
    storyline: Markup
    public_event: PublicEventPart | None
    sources: tuple[SourcePart, ...]
    corrections: tuple[CorrectionPart, ...]
    changes: tuple[CorrectionPart, ...]
    related: tuple[BriefingRow, ...]
    written_by: tuple[AuthorPart, ...]
    newer: Markup
    older: Markup
    cite: CitePart | None
    headings: dict[str, str]
    address: str = ""
    """On a page: where it lies, for those who pass it on."""
    rows: Mapping[str, JudgementRow] | None = None
    """On a page: what is expected at a glance, by its anchor."""
    terms: str = ""
    """On a page: where the site says what its words of likelihood mean; empty where it does not."""
    follow: NearestFeed | None = None
    """On a page: where to hear of the next one."""
    since_then: str = ""
    """On a page with a bottom line: how many of its judgements ended since, and how; empty for none."""
    opens: Mapping[str, str] | None = None
    """On a page: what opens each part that it folds, by the part's name."""

    def lead(self) -> str:
        """The first words on it, without marks: what stands for it in lists of other programs; empty where it has none."""
        return bare(self.summary or self.bottom_line or (self.takeaways[0].text if self.takeaways else NOTHING))


EVERYTHING = frozenset(BriefingView.__dataclass_fields__)
"""The names of all that a template may show."""


def view_of(briefing: Briefing, parts: Parts, around: Around = ALONE, shown: Container[str] = EVERYTHING) -> BriefingView:
    """The view of *briefing* in the medium of *parts*; long parts that it does not show are left empty."""
    return _View(parts, briefing, shown).made(around)


class _View:
    """Makes the view of one briefing, part by part."""

    def __init__(self, parts: Parts, briefing: Briefing, shown: Container[str]) -> None:
        self._parts, self._corpus, self._briefing, self._shown = parts, parts.corpus, briefing, shown
        self._zone, self._notes = parts.corpus.settings.timezone, (Notes if "sources" in shown else Unnumbered)(parts.links, briefing)

    def made(self, around: Around) -> BriefingView:
        """The whole view; sources come last, when all that cites them is numbered."""
        briefing, links, line, moment = self._briefing, self._parts.links, self._line, self._parts.marks.moment
        opening, body = self._body() if "body" in self._shown else ((), ())
        takeaways = tuple(self._takeaways())  # sources are numbered in the order in which readers meet them
        expected = self._if_shown("expected", self._expected)
        return self._named_view()(
            summary=line(briefing.summary),
            withdrawn=self._parts.withdrawn(briefing),
            published=self._parts.published(briefing),
            updated=moment(briefing.updated) if briefing.updated else NOTHING,
            as_of=moment(briefing.as_of) if briefing.as_of else NOTHING,
            minutes=minutes(briefing) if "minutes" in self._shown else 0,
            notices=tuple(notices(self._parts, briefing)),
            authors=self._named("authors"),
            picture=self._parts.picture(briefing),
            bottom_line=line(briefing.bottom_line),
            takeaways=takeaways,
            opening=opening,
            body=body,
            expected=expected,
            changed=tuple(one for one in expected if one.taken_up) if briefing.kind == "forecast_update" else (),
            legend=self._parts.legend if briefing.what_to_expect else None,
            implications=self._if_shown("implications", self._implications),
            events=self._if_shown("events", self._events),
            statements=self._if_shown("statements", self._statements),
            actors=around.actors,
            topics=self._named("topics"),
            regions=self._named("regions"),
            story=around.story,
            storyline=links.named("storylines", briefing.storyline) if briefing.storyline else NOTHING,
            public_event=public_event(self._parts, briefing),
            sources=self._if_shown("sources", self._sources),
            corrections=self._if_shown("corrections", self._corrections),
            changes=self._if_shown("changes", self._changes),
            related=around.related,
            written_by=around.written_by,
            newer=around.newer,
            older=around.older,
            cite=cite(briefing, links) if "cite" in self._shown else None,
            headings=self._parts.words.each(SECTIONS),
        )

    def _named_view(self) -> "partial[BriefingView]":
        """What it is called, of which kind it is and how it is told; the rest comes later."""
        briefing, links = self._briefing, self._parts.links
        spoken, translation = attributes(briefing, self._corpus), self._corpus.desk.translated.get(("briefings", briefing.id))
        head = translation.head if translation else None
        return partial(
            BriefingView,
            title=briefing.title,
            spoken=spoken,
            titled=spoken or self._parts.writer.attributes(briefing.title, briefing.origin),
            body_spoken=self._body_spoken(translation) or spoken,
            translated_by=links.all_named("authors", head.translators) if head else NOTHING,
            kind=briefing.kind,
            label=self._parts.words.kind(briefing.kind),
            badge=badge(briefing, links),
            order=tuple(ORDERS[briefing.kind]),
            question=briefing.question or "",
        )

    def _body_spoken(self, translation: Translation | None) -> Markup:
        """Of a translation that leaves the body as it is in the original."""
        is_left = translation and BODY not in translation.places and self._briefing.body.text
        return marks_of(original_language(translation, self._corpus)) if translation and is_left else NOTHING

    def _if_shown(self, name: str, make: Callable[[], Iterable[T]]) -> tuple[T, ...]:
        return tuple(make()) if name in self._shown else ()

    def _line(self, text: str | None) -> Markup:
        return self._parts.writer.line(text, self._briefing.origin)

    def _named(self, kind: str) -> Markup:
        return self._parts.links.all_named(kind, getattr(self._briefing, kind))

    def _body(self) -> tuple[tuple[BodyPart, ...], tuple[BodyPart, ...]]:
        """What of the body stands before all else, and the rest of it."""
        parts, writer = tuple(self._pieces()), self._parts.writer
        if "opening" not in ORDERS[self._briefing.kind]:
            return (), parts
        for i, part in enumerate(parts):
            if end := writer.after_table(part.text):
                head, tail = writer.marks.markup(part.text[:end]), writer.marks.markup(part.text[end:].lstrip())
                return (*parts[:i], BodyPart(text=head, card=None, public_event=None)), (replace(part, text=tail), *parts[i + 1 :])
        return (), parts

    def _pieces(self) -> Iterator[BodyPart]:
        for text, card in self._parts.writer.pieces(self._briefing.body.text, self._briefing.origin):
            kind, _, id = card.partition(":")
            other = self._corpus.briefings.get(id)
            yield BodyPart(
                text=text,
                card=self._parts.card(other) if other and kind == "briefing" else None,
                public_event=public_event(self._parts, other) if other and kind == "public_event" else None,
            )

    def _takeaways(self) -> Iterator[TakeawayPart]:
        for i, takeaway in enumerate(self._briefing.key_takeaways, 1):
            yield TakeawayPart(
                anchor=f"takeaway:{takeaway.id or i}",
                text=self._line(takeaway.text),
                nature=takeaway.nature or "",
                notes=self._notes.of(takeaway.sources),
            )

    def _expected(self) -> tuple[JudgementPart, ...]:
        """Its own judgements, and those of earlier briefings that it takes up again."""
        briefing, found = self._briefing, self._corpus.expected_in(self._briefing)
        return self._parts.judgements_on(briefing, [(one, cited_on(briefing, one, self._notes)) for one in found])

    def _implications(self) -> Iterator[AudiencePart]:
        said = self._briefing.implications or {}
        for id, name in self._corpus.settings.audiences.items():
            if texts := said.get(id):
                name = self._parts.words(name)
                yield AudiencePart(id=id, name=name, within=self._parts.words.within_a_sentence(name), texts=tuple(map(self._line, texts)))

    def _told(self) -> list[tuple[Event, Entry]]:
        entries = [(self._corpus.events.get(event_id(self._briefing, i)), e) for i, e in enumerate(self._briefing.timeline)]
        return sorted(((event, entry) for event, entry in entries if event), key=lambda pair: pair[0].when.sort_key)

    def _events(self) -> Iterator[EventPart]:
        return (self._event(event, entry) for event, entry in self._told())

    def _event(self, event: Event, entry: Entry) -> EventPart:
        return self._parts.event_of(event, self._notes.of(cited_sources(event, entry)))

    def _statements(self) -> Iterator[StatementPart]:
        for i, statement in enumerate(self._briefing.statements, 1):
            said = Said(statement=statement, briefing=self._briefing, key=statement.id or str(i))
            yield self._parts.statement(said, notes=self._notes.of(statement.sources), told_in=False)

    def _sources(self) -> tuple[SourcePart, ...]:
        """All of the briefing, even those that are cited only where this medium does not show it."""
        if "events" not in self._shown:
            for event, entry in self._told():
                self._notes.of(cited_sources(event, entry))
        if "statements" not in self._shown:
            for statement in self._briefing.statements:
                self._notes.of(statement.sources)
        return self._notes.all()

    def _corrections(self) -> Iterator[CorrectionPart]:
        for c in sorted(self._briefing.corrections, key=lambda c: c.when):
            when = self._parts.marks.moment(c.when)
            yield CorrectionPart(
                label=self._parts.words.correction(c.kind), when=when, was=self._line(c.was), now=self._line(c.now), text=self._line(c.text)
            )

    def _changes(self) -> Iterator[CorrectionPart]:
        for change in sorted(self._briefing.changes, key=lambda change: change.when):
            when = self._parts.marks.moment(change.when)
            yield CorrectionPart(label=self._parts.words("Change"), when=when, was=NOTHING, now=NOTHING, text=self._line(change.note))
