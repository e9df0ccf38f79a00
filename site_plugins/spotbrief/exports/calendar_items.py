"""What stands in a calendar: scheduled events, public events, and the days on which open judgements fall due."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta

from spotbrief.corpus.corpus import Corpus, Expected
from spotbrief.corpus.dated import Dated
from spotbrief.corpus.names import speaker_names
from spotbrief.corpus.resolve import safe_url
from spotbrief.corpus.scored import probability_of
from spotbrief.exports.addresses import absolute, authority, first_id
from spotbrief.exports.text import clean, plain
from spotbrief.model.briefing import Briefing, PublicEvent
from spotbrief.model.dates import EdtfDate
from spotbrief.model.event import Event
from spotbrief.model.record import record
from spotbrief.views.links import event_anchor
from spotbrief.views.prose import Writer


@record
class Item:
    """One entry of a calendar; whole days have dates, and end on the day after their last."""

    uid: str
    starts: date
    ends: date | None
    title: str
    text: str
    url: str
    place: str
    kind: str
    opened: datetime
    """When readers could first see it."""
    stamp: datetime
    """When what it says was last changed."""
    moves: int = 0
    """How often it was moved or cancelled."""
    cancelled: bool = False

    @property
    def sequence(self) -> int:
        """Its revision (RFC 5545, section 3.8.7.4): it only grows, since it follows from dates that are only added to."""
        return max(0, int((self.stamp - self.opened).total_seconds()) // 60) + self.moves


class Agenda:
    """Makes the entries of all calendars of a site."""

    def __init__(self, corpus: Corpus) -> None:
        self._corpus, self._words, self._links = corpus, corpus.words, absolute(corpus)
        self._writer, self._zone = Writer(self._links), corpus.settings.timezone
        self._authority = authority(corpus.settings)

    def items(self, held: Dated) -> Iterator[Item]:
        """The entries of what a calendar holds."""
        for event in held.events.values():
            yield self._scheduled(event)
        for briefing in held.briefings.values():
            if briefing.public_event:
                yield self.public(briefing, briefing.public_event)
        for expected in held.judgements.values():
            if expected.judgement.by:
                yield self._due(expected, expected.judgement.by)

    def public(self, briefing: Briefing, event: PublicEvent) -> Item:
        """A webinar or a panel; one without an hour takes whole days."""
        whole, ends = event.takes_days(), event.end()
        page = self._links.thing("briefings", briefing.id)
        names = self._words.all_of(speaker_names(event, self._corpus))
        speakers = self._words("With {speakers}", speakers=names) if names else ""
        said = plain(self._writer.line(event.text, briefing.origin))
        return Item(
            uid=f"public-event/{first_id(briefing)}@{self._authority}",
            starts=event.starts.date() if whole else event.starts.astimezone(UTC),
            ends=ends.date() if whole else ends.astimezone(UTC) if event.ends else None,
            title=clean(self._words("Cancelled: {event}", event=event.title) if event.status == "cancelled" else event.title),
            text=clean("\n\n".join(text for text in (said, speakers, page) if text)),
            url=safe_url(event.url) or page,
            place=clean(event.place or ""),
            kind=self._words("Public event"),
            opened=briefing.opens(),
            stamp=briefing.changed(),
            moves=len(event.moved_from) + (event.status == "cancelled"),
            cancelled=event.status == "cancelled",
        )

    def _scheduled(self, event: Event) -> Item:
        page = self._links.thing("briefings", event.briefings[-1], event_anchor(event)) if event.briefings else self._links.root
        said = plain(self._writer.line(event.text, event.origin))
        told, alone = [self._corpus.briefings[id] for id in event.briefings], datetime.combine(event.when.earliest, time(), UTC)
        return Item(
            uid=f"event/{event.id}@{self._authority}",
            starts=event.when.earliest,
            ends=_after(event.when.latest),
            title=clean(event.title),
            text="\n\n".join(text for text in (said, page) if text),
            url=page,
            place=clean(event.place),
            kind=clean(event.kind or self._words("Event")),
            opened=min((briefing.opens() for briefing in told), default=alone),
            stamp=max((briefing.changed() for briefing in told), default=alone),
        )

    def _due(self, expected: Expected, by: EdtfDate) -> Item:
        briefing, judgement = expected.briefing, expected.judgement
        page = self._links.thing("briefings", briefing.id, f"judgement:{expected.key}")
        said = probability_of(expected.now, self._corpus.settings.scale)
        likely = f"{self._words(said[0].term)} ({self._words.band(said[0].low, said[0].high)})" if said else ""
        how = "; ".join(text for text in (likely, self._words.sureness(expected.now.confidence)) if text)
        criteria = plain(self._writer.line(judgement.criteria, briefing.origin))
        return Item(
            uid=f"judgement/{first_id(briefing)}/{expected.key}@{self._authority}",
            starts=by.latest,
            ends=_after(by.latest),
            title=self._words("Due: {judgement}", judgement=plain(self._writer.line(judgement.text, briefing.origin))),
            text=clean("\n\n".join(text for text in (how, criteria, page) if text)),
            url=page,
            place="",
            kind=self._words("Judgement"),
            opened=briefing.opens(),
            stamp=max(briefing.changed(), *(max(call.when, call.briefing.changed()) for call in expected.calls)),
        )


def _after(day: date) -> date:
    return day + timedelta(days=1) if day < date.max else day
