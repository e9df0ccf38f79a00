"""Briefings as records."""

from collections.abc import Iterator
from datetime import date, datetime

from spotbrief.corpus.corpus import Said
from spotbrief.corpus.merged_events import event_id
from spotbrief.corpus.names import speaker_names
from spotbrief.corpus.resolve import safe_url
from spotbrief.exports.api import parts
from spotbrief.exports.api import records as r
from spotbrief.exports.api.context import ApiContext, keyed_sources, text, within
from spotbrief.model.briefing import Briefing
from spotbrief.model.instants import Day
from spotbrief.model.source import SourceRef
from spotbrief.views.public_events import CALENDAR_FILE


def listed(briefing: Briefing, desk: ApiContext) -> r.ListedBriefing:
    """A briefing in the list of all."""
    return r.ListedBriefing(
        id=briefing.id,
        url=desk.links.thing("briefings", briefing.id),
        data=desk.data(f"briefings/{briefing.id}"),
        title=briefing.title,
        kind=briefing.kind,
        status=briefing.status,
        published=briefing.opens(),
        updated=briefing.changed(),
        summary=text(briefing.summary),
        authors=briefing.authors,
        topics=briefing.topics,
        regions=briefing.regions,
        storyline=briefing.storyline,
        actors=desk.corpus.named[briefing.id],
    )


def whole(briefing: Briefing, desk: ApiContext) -> r.Briefing:
    """A briefing with all that it tells; `notes` stay at the desk."""
    return r.Briefing(
        id=briefing.id,
        url=desk.links.thing("briefings", briefing.id),
        title=briefing.title,
        kind=briefing.kind,
        status=briefing.status,
        published=briefing.opens(),
        updated=briefing.changed(),
        markdown=f"{desk.links.thing('briefings', briefing.id)}index.md",
        language=briefing.language,
        question=briefing.question,
        summary=text(briefing.summary),
        bottom_line=text(briefing.bottom_line),
        withdrawn=text(briefing.withdrawn),
        as_of=briefing.as_of,
        image=desk.picture(briefing.image, briefing.origin),
        authors=briefing.authors,
        topics=briefing.topics,
        regions=briefing.regions,
        storyline=briefing.storyline,
        actors=desk.corpus.named[briefing.id],
        key_takeaways=tuple(_takeaways(briefing, desk)),
        what_to_expect=tuple(parts.judgement(expected, desk, briefing.id) for expected in desk.corpus.expected_in(briefing)),
        implications=tuple(_implications(briefing, desk)),
        timeline=tuple(_events(briefing, desk)),
        statements=tuple(_statements(briefing, desk)),
        sources=tuple(_sources(briefing, desk)),
        public_event=_public_event(briefing, desk),
        corrections=tuple(_corrections(briefing)),
        changes=tuple(r.Change(when=change.when, note=text(change.note) or "") for change in briefing.changes),
        related=briefing.related,
        former_urls=tuple(desk.links.to(f"briefings/{former}/") for former in briefing.former_slugs),
    )


def _takeaways(briefing: Briefing, desk: ApiContext) -> Iterator[r.Takeaway]:
    for number, of in enumerate(briefing.key_takeaways, 1):
        key = of.id or str(number)
        sources = desk.cited(of.sources, briefing, briefing.id)
        yield r.Takeaway(id=f":{key}", text=text(of.text) or "", nature=of.nature, sources=sources)


def _implications(briefing: Briefing, desk: ApiContext) -> Iterator[r.Implication]:
    said = briefing.implications or {}
    for audience in desk.corpus.settings.audiences:
        if texts := said.get(audience):
            yield r.Implication(audience=audience, texts=tuple(text(one) or "" for one in texts))


def _events(briefing: Briefing, desk: ApiContext) -> Iterator[r.Event]:
    for position in range(len(briefing.timeline)):
        if event := desk.corpus.events.get(event_id(briefing, position)):
            yield parts.event(event, desk, briefing.id)


def _statements(briefing: Briefing, desk: ApiContext) -> Iterator[r.Statement]:
    for number, of in enumerate(briefing.statements, 1):
        yield parts.statement(Said(statement=of, briefing=briefing, key=of.id or str(number)), desk, briefing.id)


def _sources(briefing: Briefing, desk: ApiContext) -> Iterator[r.Source]:
    for id, own in keyed_sources(briefing):
        yield parts.source(within(briefing.id, id), own, desk)
    for ref in briefing.sources:
        if isinstance(ref, SourceRef) and (shared := desk.corpus.sources.get(ref.id)):
            yield parts.source(ref.id, shared, desk, [other.id for other in desk.corpus.backlinks("sources", ref.id).briefings])


def _public_event(briefing: Briefing, desk: ApiContext) -> r.PublicEvent | None:
    if not (of := briefing.public_event):
        return None
    return r.PublicEvent(
        title=of.title,
        starts=_moment(of.starts),
        status=of.status,
        moved_from=tuple(map(_moment, of.moved_from)),
        ends=_moment(of.ends) if of.ends else None,
        calendar=f"{desk.links.thing('briefings', briefing.id)}{CALENDAR_FILE}",
        url=safe_url(of.url),
        place=of.place,
        text=text(of.text),
        speakers=speaker_names(of, desk.corpus),
    )


def _moment(of: datetime) -> date | datetime:
    return of.date() if isinstance(of, Day) else of


def _corrections(briefing: Briefing) -> Iterator[r.Correction]:
    for of in briefing.corrections:
        yield r.Correction(when=of.when, kind=of.kind, now=text(of.now) or "", was=text(of.was), text=text(of.text))
