"""Follows each judgement through the revisions below it and through later briefings: it stays one judgement."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import datetime

from spotbrief.corpus.corpus import Call, Expected
from spotbrief.model.briefing import Briefing
from spotbrief.model.desk import Desk
from spotbrief.model.judgement import Followup, Judgement, Resolution, Revision, TakenDown

Told = tuple[Followup, Briefing]
"""A later word on a judgement, and the briefing that says it."""


def expected(briefings: Iterable[Briefing], desk: Desk) -> Iterator[Expected]:
    """Every judgement of *briefings*, in their order, with all that was said of it since."""
    briefings = list(briefings)
    later = _followups(briefings, desk)
    for briefing in briefings:
        yield from _with_ruled_out(list(_of(briefing, desk, later)))


def _of(briefing: Briefing, desk: Desk, later: Mapping[str, list[Told]]) -> Iterator[Expected]:
    for number, one in enumerate(desk.taken_down.get(briefing.id, ()), 1):
        if isinstance(one.entry, Judgement):
            told = later.get(f"{briefing.id}:{one.entry.id or number}", ())
            yield _taken_down(_followed(briefing, one.entry, str(number), number - 1, told), one, desk)
    for place, key, judgement in briefing.judgements():
        yield _followed(briefing, judgement, key, place, later.get(f"{briefing.id}:{key}", ()))


def _taken_down(expected: Expected, one: TakenDown, desk: Desk) -> Expected:
    """Counted under what readers know from elsewhere too."""
    known = {kind: {thing.id for thing in getattr(desk, kind)} for kind in ("topics", "storylines", "authors")}
    return replace(
        expected,
        taken_down=True,
        saying=one.saying,
        topics=tuple(id for id in dict.fromkeys(one.topics) if id in known["topics"]),
        storyline=one.storyline if one.storyline in known["storylines"] else None,
        authors=tuple(id for id in one.authors if id in known["authors"]),
    )


def _with_ruled_out(members: list[Expected]) -> Iterator[Expected]:
    """*members* of one briefing; where one of several scenarios came, the others that nobody resolved did not."""
    came = {m.judgement.group: m for m in members if m.judgement.group and m.resolution and m.resolution.outcome == "happened"}
    for member in members:
        other = came.get(member.judgement.group or "")
        if other and other.resolution and not member.resolution:
            ruled_out = Resolution(outcome="did_not_happen", when=other.resolution.when)
            yield replace(member, resolution=ruled_out, resolved_in=other.resolved_in)
        else:
            yield member


def _followups(briefings: Iterable[Briefing], desk: Desk) -> Mapping[str, list[Told]]:
    """By the full id of the judgement: what later briefings say of it, the oldest first."""
    found: dict[str, list[Told]] = defaultdict(list)
    for briefing in briefings:
        for entry in (*briefing.what_to_expect, *(one.entry for one in desk.taken_down.get(briefing.id, ()))):
            if isinstance(entry, Followup):
                found[entry.id].append((entry, briefing))
    for told in found.values():
        told.sort(key=lambda pair: (pair[1].opens(), pair[1].id))
    return found


def _followed(briefing: Briefing, judgement: Judgement, key: str, place: int, told: Iterable[Told]) -> Expected:
    resolution, resolved_in = judgement.resolution, briefing if judgement.resolution else None
    for followup, of in told:
        if followup.resolution and not resolution and not of.is_withdrawn():
            resolution, resolved_in = followup.resolution, of
    return Expected(
        briefing=briefing,
        judgement=judgement,
        key=key,
        pointer=("what_to_expect", place),
        calls=_calls(briefing, judgement, told),
        resolution=resolution,
        resolved_in=resolved_in,
        followed_by=tuple({of.id: of for _, of in told if not of.is_withdrawn()}.values()),
        topics=tuple(dict.fromkeys((*judgement.topics, *briefing.topics))),
        storyline=briefing.storyline,
        authors=briefing.authors,
    )


def _calls(briefing: Briefing, judgement: Judgement, told: Iterable[Told]) -> tuple[Call, ...]:
    said: list[tuple[datetime, Revision | Followup, Briefing]] = [(one.when, one, briefing) for one in judgement.revisions]
    said += [(of.opens(), one, of) for one, of in told if one.likelihood or one.probability is not None or one.confidence]
    calls = [_call(briefing, briefing.opens(), judgement)]
    for when, one, of in sorted(said, key=lambda entry: entry[0]):
        # What a withdrawn briefing said is passed on to none that readers see.
        calls.append(_call(of, when, one, next(call for call in reversed(calls) if not call.taken_down)))
    return tuple(calls)


def _call(briefing: Briefing, when: datetime, said: Judgement | Revision | Followup, before: Call | None = None) -> Call:
    """What *said* says; what it leaves out stays as it was *before*. A new term takes the old number away, and a number the term."""
    rated = said if said.likelihood or said.probability is not None or not before else before
    return Call(
        briefing=briefing,
        when=when,
        likelihood=rated.likelihood,
        probability=rated.probability,
        confidence=said.confidence or (before.confidence if before else None),
        why=None if isinstance(said, Judgement) else said.why,
        sources=said.sources,
        taken_down=isinstance(said, Followup) and briefing.is_withdrawn(),
    )


def cited_for(expected: Expected) -> Iterator[tuple[Briefing, tuple[str, ...]]]:
    """The sources of a judgement, of its revisions and of its end: each briefing that tells of it, with what it cites there."""
    judgement, ended = expected.judgement, expected.resolution
    own = [*judgement.sources, *(judgement.base_rate.sources if judgement.base_rate else ())]
    found: dict[str, tuple[Briefing, list[str]]] = {expected.briefing.id: (expected.briefing, own)}
    for call in expected.calls[1:]:
        if not call.taken_down:
            found.setdefault(call.briefing.id, (call.briefing, []))[1].extend(call.sources)
    if ended and expected.resolved_in:
        found.setdefault(expected.resolved_in.id, (expected.resolved_in, []))[1].extend(ended.sources)
    return ((briefing, tuple(dict.fromkeys(ids))) for briefing, ids in found.values())
