"""Events, judgements, statements and sources as records."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from spotbrief.corpus.corpus import Call, Expected, Said
from spotbrief.corpus.kept import since_publication
from spotbrief.corpus.resolve import safe_url
from spotbrief.exports.api import judgement_records as j
from spotbrief.exports.api import records as r
from spotbrief.exports.api.context import ApiContext, keyed_sources, text, within
from spotbrief.model.briefing import Briefing
from spotbrief.model.event import Event
from spotbrief.model.judgement import BaseRate
from spotbrief.model.source import Source, SourceRef


def event(event: Event, desk: ApiContext, told_in: str = "") -> r.Event:
    """An event with all that is told of it, as the file of *told_in* has it."""
    return r.Event(
        id=within(told_in, event.id),
        when=desk.date(event.when),
        title=event.title,
        text=text(event.text),
        kind=event.kind or None,
        place=event.place or None,
        actors=event.actors,
        topics=event.topics,
        regions=event.regions,
        storylines=event.storylines,
        sources=tuple(within(told_in, desk.source_id(source)) for source in event.sources),
        briefings=() if event.briefings == (told_in,) else event.briefings,
    )


def listed_event(of: Event, desk: ApiContext) -> r.Event:
    """An event in the list of all: where briefings tell of it, without what stands there."""
    whole = event(of, desk)
    return replace(whole, text=None, sources=()) if of.briefings else whole


def listed_judgement(expected: Expected, desk: ApiContext) -> j.ListedJudgement:
    """A judgement in the list of all."""
    of, now = expected.judgement, expected.now
    said = desk.likelihood(now)
    return j.ListedJudgement(
        id=expected.id,
        text=text(of.text) or "",
        taken_down=expected.taken_down,
        likelihood=said.term if said else None,
        probability=now.probability,
        confidence=now.confidence,
        by=desk.day(of.by),
        topics=of.topics,
        actors=of.actors,
        outcome=expected.resolution.outcome if expected.resolution else None,
    )


def judgement(expected: Expected, desk: ApiContext, told_in: str) -> j.Judgement:
    """A judgement with all that was said of it since, as the file of *told_in* has it."""
    of, briefing, now = expected.judgement, expected.briefing, expected.now
    calls = [call for call in expected.calls if not call.taken_down]
    return j.Judgement(
        id=within(told_in, expected.id),
        taken_down=expected.taken_down,
        text=text(of.text) or "",
        likelihood=desk.likelihood(now),
        probability=now.probability,
        confidence=now.confidence,
        by=desk.day(of.by),
        criteria=text(of.criteria),
        indicators=tuple(text(indicator) or "" for indicator in of.indicators),
        topics=of.topics,
        actors=of.actors,
        sources=desk.cited(of.sources, briefing, told_in),
        group=None if expected.taken_down else of.group,
        base_rate=_base_rate(of.base_rate, briefing, desk, told_in) if of.base_rate and not expected.taken_down else None,
        calls=tuple(_call(call, briefing, desk, told_in) for call in calls) if len(calls) > 1 else (),
        followed_by=tuple(briefing.id for briefing in expected.followed_by),
        resolution=_resolution(expected, desk, told_in),
        kept=_kept(expected, desk),
    )


def _kept(expected: Expected, desk: ApiContext) -> j.Kept | None:
    since = since_publication(expected, desk.corpus)
    return j.Kept(commit=since.commit, url=since.url or None, changes=since.changes) if since else None


def _call(of: Call, made_in: Briefing, desk: ApiContext, told_in: str) -> j.Call:
    return j.Call(
        when=of.when,
        briefing=None if of.briefing is made_in else of.briefing.id,
        likelihood=desk.likelihood(of),
        probability=of.probability,
        confidence=of.confidence,
        why=text(of.why),
        sources=desk.cited(of.sources, of.briefing, told_in),
    )


def _base_rate(of: BaseRate, briefing: Briefing, desk: ApiContext, told_in: str) -> j.BaseRate:
    return j.BaseRate(probability=of.probability, of=text(of.of) or "", sources=desk.cited(of.sources, briefing, told_in))


def _resolution(expected: Expected, desk: ApiContext, told_in: str) -> j.Resolution | None:
    ended, told = expected.resolution, expected.resolved_in
    if not ended or not told:
        return None
    return j.Resolution(
        outcome=ended.outcome,
        when=desk.date(ended.when),
        briefing=None if told is expected.briefing else told.id,
        note=text(ended.note),
        learned=text(ended.learned),
        sources=desk.cited(ended.sources, told, told_in),
    )


def listed_statement(said: Said, desk: ApiContext) -> r.Statement:
    """A statement in the list of all: one of a briefing, without what stands there."""
    whole = statement(said, desk)
    return replace(whole, text="", quote=None, venue=None, sources=()) if said.briefing else whole


def statement(said: Said, desk: ApiContext, told_in: str = "") -> r.Statement:
    """A statement, as the file of *told_in* has it."""
    of, briefing = said.statement, said.briefing
    return r.Statement(
        id=within(told_in, f"{briefing.id}:{said.key}" if briefing else said.key),
        actor=of.actor,
        issue=of.issue,
        when=desk.date(of.when),
        text=text(of.text) or "",
        stance=of.stance,
        quote=of.quote,
        venue=of.venue,
        sources=desk.cited(of.sources, briefing, told_in),
    )


def source(id: str, of: Source, desk: ApiContext, briefings: Iterable[str] = ()) -> r.Source:
    """A source."""
    return r.Source(
        id=id,
        title=of.name,
        language=of.language,
        page=desk.links.thing("sources", id) or None,
        publisher=of.publisher,
        url=safe_url(of.url),
        archive_url=safe_url(of.archive_url),
        published=desk.day(of.published),
        accessed=desk.day(of.accessed),
        attribution=of.attribution,
        kind=of.kind,
        note=of.note,
        briefings=tuple(briefings),
    )


def all_sources(desk: ApiContext) -> Iterator[r.Source]:
    """The shared sources with the briefings that list them, then those of each briefing without what stands there."""
    listed: dict[str, list[str]] = {}
    for briefing in desk.corpus.briefings.values():
        for ref in briefing.sources:
            if isinstance(ref, SourceRef):
                listed.setdefault(ref.id, []).append(briefing.id)
    for id, shared in desk.corpus.sources.items():
        yield source(id, shared, desk, listed.get(id, ()))
    for briefing in desk.corpus.briefings.values():
        for id, own in keyed_sources(briefing):
            yield r.Source(id=id, title=own.name, publisher=own.publisher, url=safe_url(own.url))
