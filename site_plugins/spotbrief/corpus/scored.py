"""A judgement as numbers: the days on which each probability was held, and what came."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta

from spotbrief.corpus.corpus import Call, Expected
from spotbrief.corpus.twins import without_twins
from spotbrief.model.dates import EdtfDate
from spotbrief.model.judgement import Confidence, Resolution
from spotbrief.model.record import record
from spotbrief.model.scale import Scale, Term
from spotbrief.model.settings import Settings

DAY = timedelta(days=1)

EXACT = 9
"""Decimals in which two probabilities are the same; sums of the same days in another order differ in the last ones."""

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
    """Whether the desk says how it ended. What is overdue counts as if the word that was furthest off had been held
    throughout; of the scenarios of a question one at most can have come."""
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
    questions: dict[str, list[Expected]] = defaultdict(list)
    for expected in without_twins(judgements):
        questions[_question(expected)].append(expected)
    return [one for unit, members in questions.items() for one in _of_question(unit, members, settings)]


def _question(expected: Expected) -> str:
    group = expected.judgement.group
    return f"{expected.briefing.id}:{group}\n" if group else expected.id


def _of_question(unit: str, members: list[Expected], settings: Settings) -> list[Scored]:
    found = [one for member in _void_together(members) if (one := _scored(member, unit, settings))]
    silent = [one for one in found if not one.answered]
    came = max(silent, key=_worse_if_it_came, default=None)
    for one in silent:
        found[found.index(one)] = _at_worst(one, is_it=one is came and _worse_if_it_came(one) > 0)
    return found if len(found) == 1 else [replace(one, weight=0.5) for one in found]


def _void_together(members: list[Expected]) -> list[Expected]:
    """A question falls away as a whole, and in time: of a scenario that fell away alone or too late, nobody said how it ended."""
    if all(fell_away(one) for one in members):
        return members
    came = next((one.resolution.when for one in members if one.resolution and one.resolution.outcome == "happened"), None)
    ruled_out = Resolution(outcome="did_not_happen", when=came) if came else None
    return [replace(one, resolution=ruled_out) if one.resolution and one.resolution.outcome == "void" else one for one in members]


def fell_away(expected: Expected) -> bool:
    """Whether it is void, and certainly was before its date had passed; after that it was right or wrong."""
    by, ended = expected.judgement.by, expected.resolution
    return bool(ended and ended.outcome == "void" and (not by or ended.when.latest <= by.latest))


def _worse_if_it_came(one: Scored) -> float:
    """How much worse it could be if it came than if it did not."""
    said = [spell.probability for spell in one.spells]
    return (1 - min(said)) ** 2 - max(said) ** 2


def _at_worst(one: Scored, is_it: bool) -> Scored:
    """As if the word that was furthest off had been held throughout."""
    said = min if is_it else max
    furthest = said(one.spells, key=lambda spell: spell.probability)
    spell, truth = replace(furthest, since=one.spells[0].since, days=one.days), float(is_it)
    return replace(one, spells=(spell,), truth=truth, held=spell.probability, brier=(spell.probability - truth) ** 2)


def _scored(expected: Expected, unit: str, settings: Settings) -> Scored | None:
    """As its answer says; what has none is given a truth by its question."""
    by, ended = expected.judgement.by, expected.resolution
    start = expected.first.when.astimezone(settings.timezone).date()
    if not by or by.latest >= settings.today or by.latest < start or (ended and (ended.outcome == "void" or ended.when.latest < start)):
        return None
    truth = _truth(ended, by) if ended else None
    ends = _ends(expected, by, ended, settings) if ended and truth is not None else {by.latest}
    found = [one for end in ends if (one := _until(expected, end, truth, unit, settings))]
    return max(found, key=lambda one: (round(one.brier, EXACT), one.end), default=None)


def _ends(expected: Expected, by: EdtfDate, ended: Resolution, settings: Settings) -> set[date]:
    """The days on which it may have ended: of a vague answer those that can be the worst, which are its own and the last ones of a word."""
    start, *revised = (call.when.astimezone(settings.timezone).date() for call in expected.calls)
    last = max(start, min(by.latest, ended.when.latest))
    first = min(last, max(start, ended.when.earliest))
    return {first, last, *(day for day in revised if first < day < last)}


def _until(expected: Expected, end: date, truth: float | None, unit: str, settings: Settings) -> Scored | None:
    spells = tuple(spells_until(expected, end, settings))
    if not spells:
        return None
    days, came = sum(spell.days for spell in spells), truth or 0.0
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
    )


def _truth(ended: Resolution, by: EdtfDate) -> float | None:
    """Whether it came by its date; None where the answer leaves that open."""
    if ended.outcome != "happened" or ended.when.earliest > by.latest:
        return 0.0
    return 1.0 if ended.when.latest <= by.latest else None


def spells_until(expected: Expected, end: date, settings: Settings) -> Iterator[Spell]:
    """What was held on each day up to *end*. A revision counts from the day after readers had it; who said nothing first, said nothing."""
    zone = settings.timezone
    steps: list[tuple[date, Probability, Confidence | None]] = []
    for call in expected.calls:
        day = call.when.astimezone(zone).date()
        said = probability_of(call, settings.scale)
        if not said:
            return
        steps.append((max(day, steps[0][0]) + DAY if steps else day, said, call.confidence))
    for i, (since, (term, probability, estimated), confidence) in enumerate(steps):
        until = min(end, steps[i + 1][0] - DAY if i + 1 < len(steps) else end)
        if until >= since:
            yield Spell(
                since=since, days=(until - since).days + 1, term=term, probability=probability, estimated=estimated, confidence=confidence
            )
