"""Events, judgements, statements and sources as records."""

from collections.abc import Iterable, Iterator

from spotbrief.corpus.corpus import Call, Expected, Said
from spotbrief.corpus.kept import since_publication
from spotbrief.corpus.resolve import safe_url
from spotbrief.exports.api import judgement_records as j
from spotbrief.exports.api import records as r
from spotbrief.exports.api.context import Desk, own_sources, text
from spotbrief.model.briefing import Briefing
from spotbrief.model.event import Event
from spotbrief.model.judgement import BaseRate
from spotbrief.model.source import Source, SourceRef
from spotbrief.views.links import event_anchor


def event(event: Event, desk: Desk) -> r.Event:
    """An event, with its place on the page of the first briefing that tells of it."""
    return r.Event(
        id=event.id,
        when=desk.date(event.when),
        title=event.title,
        url=desk.page(event.briefings[0], event_anchor(event)) if event.briefings else None,
        text=text(event.text),
        kind=event.kind or None,
        place=event.place or None,
        actors=event.actors,
        topics=event.topics,
        regions=event.regions,
        storylines=event.storylines,
        sources=tuple(map(desk.source_id, event.sources)),
        briefings=event.briefings,
    )


def judgement(expected: Expected, desk: Desk) -> j.Judgement:
    """A judgement, with all that was said of it since."""
    of, briefing, now = expected.judgement, expected.briefing, expected.now
    return j.Judgement(
        id=expected.id,
        url=desk.links.thing("briefings", briefing.id) if expected.taken_down else desk.page(briefing.id, f"judgement:{expected.key}"),
        taken_down=expected.taken_down,
        briefing=briefing.id,
        text=text(of.text) or "",
        likelihood=desk.likelihood(now),
        probability=now.probability,
        confidence=now.confidence,
        by=desk.day(of.by),
        criteria=text(of.criteria),
        indicators=tuple(text(indicator) or "" for indicator in of.indicators),
        topics=of.topics,
        actors=of.actors,
        sources=desk.cited(of.sources, briefing),
        group=None if expected.taken_down else of.group,
        base_rate=_base_rate(of.base_rate, briefing, desk) if of.base_rate and not expected.taken_down else None,
        calls=tuple(_call(call, desk) for call in expected.calls if not call.taken_down),
        followed_by=tuple(briefing.id for briefing in expected.followed_by),
        resolution=_resolution(expected, desk),
        kept=_kept(expected, desk),
    )


def _kept(expected: Expected, desk: Desk) -> j.Kept | None:
    since = since_publication(expected, desk.corpus)
    return j.Kept(commit=since.commit, url=since.url or None, changes=since.changes) if since else None


def _call(of: Call, desk: Desk) -> j.Call:
    return j.Call(
        when=of.when,
        briefing=of.briefing.id,
        likelihood=desk.likelihood(of),
        probability=of.probability,
        confidence=of.confidence,
        why=text(of.why),
        sources=desk.cited(of.sources, of.briefing),
    )


def _base_rate(of: BaseRate, briefing: Briefing, desk: Desk) -> j.BaseRate:
    return j.BaseRate(probability=of.probability, of=text(of.of) or "", sources=desk.cited(of.sources, briefing))


def _resolution(expected: Expected, desk: Desk) -> j.Resolution | None:
    ended, told = expected.resolution, expected.resolved_in
    if not ended or not told:
        return None
    return j.Resolution(
        outcome=ended.outcome,
        when=desk.date(ended.when),
        briefing=told.id,
        note=text(ended.note),
        learned=text(ended.learned),
        sources=desk.cited(ended.sources, told),
    )


def statement(said: Said, desk: Desk) -> r.Statement:
    """A statement."""
    of, briefing = said.statement, said.briefing
    return r.Statement(
        id=f"{briefing.id}:{said.key}" if briefing else said.key,
        url=desk.page(briefing.id, f"statement:{said.key}") if briefing else None,
        briefing=briefing.id if briefing else None,
        actor=of.actor,
        issue=desk.ref("issues", of.issue),
        when=desk.date(of.when),
        text=text(of.text) or "",
        stance=of.stance,
        quote=of.quote,
        venue=of.venue,
        sources=desk.cited(of.sources, briefing),
    )


def source(id: str, of: Source, desk: Desk, briefings: Iterable[str] = ()) -> r.Source:
    """A source."""
    return r.Source(
        id=id,
        title=of.name,
        page=desk.links.thing("sources", id) or None,
        publisher=desk.publisher(of.publisher) if of.publisher else None,
        url=safe_url(of.url),
        archive_url=safe_url(of.archive_url),
        published=desk.day(of.published),
        accessed=desk.day(of.accessed),
        attribution=of.attribution,
        kind=of.kind,
        note=of.note,
        briefings=tuple(briefings),
    )


def all_sources(desk: Desk) -> Iterator[r.Source]:
    """The shared sources with the briefings that list them, then those of each briefing."""
    listed: dict[str, list[str]] = {}
    for briefing in desk.corpus.briefings.values():
        for ref in briefing.sources:
            if isinstance(ref, SourceRef):
                listed.setdefault(ref.id, []).append(briefing.id)
    for id, shared in desk.corpus.sources.items():
        yield source(id, shared, desk, listed.get(id, ()))
    for briefing in desk.corpus.briefings.values():
        for id, own in own_sources(briefing):
            yield source(id, own, desk, (briefing.id,))
