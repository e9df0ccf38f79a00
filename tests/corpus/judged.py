"""Judgements in memory, and what they come to."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from spotbrief.corpus.corpus import Expected
from spotbrief.corpus.judgements import expected
from spotbrief.corpus.scored import Scored, all_scored
from spotbrief.corpus.withdrawn import take_down
from spotbrief.model.briefing import Briefing
from spotbrief.model.dates import EdtfDate
from spotbrief.model.desk import Desk
from spotbrief.model.judgement import BaseRate, Confidence, Followup, Judgement, Outcome, Resolution, Revision
from spotbrief.model.origin import Origin
from spotbrief.model.scale import Scale, Term
from spotbrief.model.settings import AUDIENCES, Settings

SCALE = Scale(
    name="Three words",
    terms=(
        Term(term="unlikely", low=0.0, high=0.4),
        Term(term="even", low=0.4, high=0.6, synonyms=("a coin",)),
        Term(term="likely", low=0.6, high=1.0),
    ),
)
START = date(2025, 3, 1)
"""The day on which briefings are published, unless a test says another."""


def settings(day: int) -> Settings:
    """Those of a desk that many days after the start."""
    moment = datetime.combine(START + timedelta(days=day), time(12), UTC)
    return Settings(now=moment, timezone=ZoneInfo("UTC"), scale=SCALE, audiences=AUDIENCES)


def moment(day: int) -> datetime:
    """A moment of that day after the start."""
    return datetime.combine(START + timedelta(days=day), time(9), UTC)


def when(day: int) -> EdtfDate:
    """That day after the start."""
    return EdtfDate.parse((START + timedelta(days=day)).isoformat())


def judgement(
    probability: float | None = 0.7,
    *,
    text: str = "It rains.",
    id: str = "",
    likelihood: str | None = None,
    confidence: Confidence | None = None,
    by: int | None = 30,
    outcome: Outcome | None = None,
    known: int | None = None,
    revised: Iterable[tuple[int, float]] = (),
    group: str | None = None,
    base_rate: float | None = None,
) -> Judgement:
    """A judgement: due, revised and known so many days after the start; known on its last day unless said otherwise."""
    end = by if known is None else known
    return Judgement(
        text=text,
        id=id,
        likelihood=likelihood,
        probability=probability,
        confidence=confidence,
        by=None if by is None else when(by),
        group=group,
        base_rate=None if base_rate is None else BaseRate(probability=base_rate, of="Days"),
        revisions=tuple(Revision(when=moment(day), probability=chance) for day, chance in revised),
        resolution=Resolution(outcome=outcome, when=when(end)) if outcome and end is not None else None,
    )


def briefing(*entries: Judgement | Followup, id: str = "a", day: int = 0, withdrawn: bool = False) -> Briefing:
    """A briefing that is published that many days after the start."""
    made = Briefing(title=id, published=moment(day), id=id, what_to_expect=entries, origin=Origin(file=f"briefings/{id}.md"))
    return replace(made, status="withdrawn") if withdrawn else made


def followed(briefings: Sequence[Briefing]) -> dict[str, Expected]:
    """The judgements of public *briefings*, by their full ids."""
    desk = take_down(Desk(briefings=tuple(briefings)))
    return {one.id: one for one in expected(desk.briefings, desk)}


def counted(*briefings: Briefing, day: int = 400) -> list[Scored]:
    """What counts on that day after the start."""
    return all_scored(followed(briefings).values(), settings(day))
