"""A judgement as numbers: the days on which each probability was held, and what came."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta

from spotbrief.corpus.corpus import Call, Expected
from spotbrief.model.judgement import Confidence
from spotbrief.model.record import record
from spotbrief.model.scale import Scale, Term
from spotbrief.model.settings import Settings

DAY = timedelta(days=1)

_WORD = re.compile(r"\w+")

Probability = tuple[Term, float, bool]
"""A term, a probability, and whether that is only the middle of the term's band."""


@record
class Spell:
    """The days on which one view was held."""

    since: date
    days: int
    term: Term
    probability: float
    estimated: bool
    """Only a term was published: its middle stands for the probability."""
    confidence: Confidence | None


@record
class Scored:
    """A judgement whose date has passed, as numbers from 0 to 1."""

    expected: Expected
    spells: tuple[Spell, ...]
    """At least one; together they span the days from publication to the end."""
    end: date
    """The last day on which it was held: on which it was known, or the last one of its term."""
    truth: float
    """1 if it happened, 0 if it did not."""
    answered: bool
    """Whether the desk says how it ended. What is overdue counts as if the boldest word had been held throughout, and been wrong."""
    days: int
    """On how many days it was held."""
    held: float
    """The mean of the probabilities of every day."""
    brier: float
    """The mean over every day of the squared distance between what was held and what came."""
    unit: str
    """The scenarios of one question are one unit; any other judgement is a unit of its own."""
    weight: float = 1.0
    """Half for each of several scenarios of one question, so that a question counts once (Brier 1950, halved)."""

    @property
    def first(self) -> float:
        """The first word."""
        return self.spells[0].probability

    @property
    def last(self) -> float:
        """The last word."""
        return self.spells[-1].probability

    @property
    def brier_first(self) -> float:
        """The squared distance between the first word and what came: 0 is best, 1 is worst."""
        return (self.first - self.truth) ** 2

    @property
    def brier_last(self) -> float:
        """The squared distance between the last word and what came."""
        return (self.last - self.truth) ** 2

    @property
    def longest(self) -> Spell:
        """A spell of the term that was held on most days, the earlier one of two."""
        days: dict[str, int] = defaultdict(int)
        for spell in self.spells:
            days[spell.term.term] += spell.days
        term = max(days, key=lambda name: days[name])
        return next(spell for spell in self.spells if spell.term.term == term)


def probability_of(call: Call, scale: Scale) -> Probability | None:
    """The term, the probability (0 to 1) and whether it is an estimate; None if neither term nor number was given."""
    term = scale.term(call.likelihood) if call.likelihood else None
    if call.probability is not None:
        return term or scale.term_for(call.probability), call.probability, False
    return (term, (term.low + term.high) / 2, True) if term else None


def all_scored(judgements: Iterable[Expected], settings: Settings) -> list[Scored]:
    """The judgements whose date has passed, in their order.

    One counts when the last day of `by` is over, however early its end was known. A twin, which says the same by the same date as an
    earlier one, is not counted again.
    """
    groups: dict[str, list[Expected]] = defaultdict(list)
    for expected in _without_twins(judgements):
        groups[_question(expected)].append(expected)
    return [one for unit, members in groups.items() for one in _of_question(unit, members, settings)]


def _question(expected: Expected) -> str:
    group = expected.judgement.group
    return f"{expected.briefing.id}:{group}\n" if group else expected.id


def _without_twins(judgements: Iterable[Expected]) -> Iterator[Expected]:
    judgements = list(judgements)
    first = first_of_twins(judgements)
    return (one for one in judgements if first[twin_key(one)] is one)


def first_of_twins(judgements: Iterable[Expected]) -> Mapping[tuple[str, str], Expected]:
    """By what twins share: the one that was published first, which is the one that counts."""
    first: dict[tuple[str, str], Expected] = {}
    for one in sorted(judgements, key=lambda e: (e.briefing.opens(), e.id)):
        first.setdefault(twin_key(one), one)
    return first


def twin_key(expected: Expected) -> tuple[str, str]:
    """What two judgements that say the same by the same date share: case, signs and emphasis make no other judgement."""
    judgement = expected.judgement
    if expected.taken_down or not judgement.by:
        return expected.id, ""
    return " ".join(_WORD.findall(judgement.text.casefold())), judgement.by.text


def _of_question(unit: str, members: list[Expected], settings: Settings) -> Iterator[Scored]:
    for member in members:
        if one := _scored(member, unit, 0.5 if len(members) > 1 else 1.0, settings):
            yield one


def _scored(expected: Expected, unit: str, weight: float, settings: Settings) -> Scored | None:
    by, ended = expected.judgement.by, expected.resolution
    truth = float(ended.outcome == "happened" and ended.when.earliest <= by.latest) if ended and by else None
    start = expected.first.when.astimezone(settings.timezone).date()
    if not by or by.latest >= settings.today or by.latest < start or (ended and (ended.outcome == "void" or ended.when.latest < start)):
        return None
    end = max(start, min(by.latest, ended.when.latest)) if ended else by.latest
    spells = tuple(spells_until(expected, end, settings))
    if not spells:
        return None
    if truth is None:
        boldest = max(spells, key=lambda spell: abs(spell.probability - 0.5))
        spells = (replace(boldest, since=start, days=(end - start).days + 1),)
    came = float(spells[0].probability < 0.5) if truth is None else truth
    days = sum(spell.days for spell in spells)
    return Scored(
        expected=expected,
        spells=spells,
        end=end,
        truth=came,
        answered=truth is not None,
        days=days,
        held=sum(spell.probability * spell.days for spell in spells) / days,
        brier=sum((spell.probability - came) ** 2 * spell.days for spell in spells) / days,
        unit=unit,
        weight=weight,
    )


def spells_until(expected: Expected, end: date, settings: Settings) -> Iterator[Spell]:
    """What was held on each day up to *end*. A revision counts from the day after it was made; who said nothing first, said nothing."""
    zone = settings.timezone
    steps: list[tuple[date, Probability, Confidence | None]] = []
    for call in expected.calls:
        day = call.when.astimezone(zone).date()
        said = probability_of(call, settings.scale)
        if not said:
            return
        steps.append((day + DAY if steps else day, said, call.confidence))
    for i, (since, (term, probability, estimated), confidence) in enumerate(steps):
        until = min(end, steps[i + 1][0] - DAY if i + 1 < len(steps) else end)
        if until >= since:
            yield Spell(
                since=since, days=(until - since).days + 1, term=term, probability=probability, estimated=estimated, confidence=confidence
            )
