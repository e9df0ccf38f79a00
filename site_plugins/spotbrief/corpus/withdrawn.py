"""A withdrawn briefing is taken down: what is left of it says that it is gone, and why."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from spotbrief.corpus.twins import saying_of
from spotbrief.model.briefing import Briefing, PublicEvent
from spotbrief.model.desk import Desk
from spotbrief.model.judgement import BaseRate, Followup, Judgement, Resolution, Revision, TakenDown

KEPT = ("title", "published", "id", "kind", "withdrawn", "embargo", "language", "former_slugs", "origin")
"""What stays of a briefing that is taken down. A new field goes with the text unless it is named here."""

GONE, FOR_THE_RECORD = "Its text was taken down.", "It is kept at its address for the record."
"""What stands in place of a reason where nobody wrote one."""

JUDGEMENT = "A judgement that was taken down with its briefing."
"""What stands in place of the words of a judgement."""


def take_down(desk: Desk) -> Desk:
    """*desk* without the texts of its withdrawn briefings; the same desk where none is withdrawn.

    What their judgements said in numbers stays, in `Desk.taken_down`, so that no withdrawal can better the track record.
    """
    if not any(briefing.is_withdrawn() for briefing in desk.briefings):
        return desk
    gone = {briefing.id: _all_in_numbers(briefing) for briefing in desk.briefings if loses_text(briefing)}
    spoken = {key: one for key, one in desk.translated.items() if key[0] != "briefings" or key[1] not in gone}
    return replace(desk, briefings=tuple(map(_taken_down, desk.briefings)), taken_down=gone, translated=spoken)


def without_text(desk: Desk) -> Iterator[Briefing]:
    """The briefings of *desk* whose text is taken down, as they were typed."""
    return (briefing for briefing in desk.briefings if loses_text(briefing))


def loses_text(briefing: Briefing) -> bool:
    """Whether its text is taken down with it."""
    return briefing.is_withdrawn() and not briefing.keep_text


def _taken_down(briefing: Briefing) -> Briefing:
    if not briefing.is_withdrawn():
        return briefing
    if briefing.keep_text:
        event = replace(briefing.public_event, status="cancelled") if briefing.public_event else None
        return replace(briefing, status="withdrawn", withdrawn=briefing.withdrawn or FOR_THE_RECORD, public_event=event)
    kept: dict[str, Any] = {name: getattr(briefing, name) for name in KEPT}
    updated = changed if (changed := briefing.changed()) > briefing.opens() else None
    more = {"withdrawn": briefing.withdrawn or GONE, "public_event": _cancelled(briefing.public_event), "updated": updated}
    return Briefing(**{**kept, **more}, status="withdrawn")


def _cancelled(event: PublicEvent | None) -> PublicEvent | None:
    """The event without its text. It stays, cancelled, because readers may have it in their calendars."""
    if not event:
        return None
    return PublicEvent(title=event.title, starts=event.starts, ends=event.ends, moved_from=event.moved_from, status="cancelled")


def _all_in_numbers(briefing: Briefing) -> tuple[TakenDown, ...]:
    groups = list(dict.fromkeys(judgement.group for _, _, judgement in briefing.judgements() if judgement.group))
    numbers = {name: str(number) for number, name in enumerate(groups, 1)}
    return tuple(_counted_under(entry, _in_numbers(entry, numbers), briefing) for entry in briefing.what_to_expect)


def _counted_under(typed: Judgement | Followup, entry: Judgement | Followup, briefing: Briefing) -> TakenDown:
    if isinstance(typed, Followup):
        return TakenDown(entry=entry)
    topics = (*typed.topics, *briefing.topics)
    return TakenDown(entry=entry, saying=saying_of(typed), topics=topics, storyline=briefing.storyline, authors=briefing.authors)


def _in_numbers(entry: Judgement | Followup, groups: Mapping[str, str]) -> Judgement | Followup:
    """The numbers of a judgement, which the score needs, without its words; later briefings find it by its id."""
    if isinstance(entry, Followup):
        return Followup(id=entry.id, likelihood=entry.likelihood, probability=entry.probability, confidence=entry.confidence)
    ended, base = entry.resolution, entry.base_rate
    return Judgement(
        text=JUDGEMENT,
        id=entry.id,
        likelihood=entry.likelihood,
        probability=entry.probability,
        confidence=entry.confidence,
        by=entry.by,
        group=groups[entry.group] if entry.group else None,
        base_rate=BaseRate(probability=base.probability, of=JUDGEMENT) if base else None,
        revisions=tuple(map(_revision_in_numbers, entry.revisions)),
        resolution=Resolution(outcome=ended.outcome, when=ended.when) if ended else None,
    )


def _revision_in_numbers(of: Revision) -> Revision:
    return Revision(when=of.when, likelihood=of.likelihood, probability=of.probability, confidence=of.confidence)
