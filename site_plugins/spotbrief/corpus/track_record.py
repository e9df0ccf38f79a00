"""The track record: the judgements that count, what they can be told apart by, and those that do not count, with the reason."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from typing import Literal

from spotbrief.corpus.broader import with_broader
from spotbrief.corpus.corpus import Corpus, Expected
from spotbrief.corpus.ledger import last_day
from spotbrief.corpus.scored import Scored, all_scored, fell_away, probability_of
from spotbrief.corpus.twins import Key, first_of_twins, twin_key
from spotbrief.model.record import record
from spotbrief.model.settings import Settings

FEW = 10
"""With fewer judgements than this, nothing is said of how good they were; the scenarios of one question count as one for a score."""

By = Literal["term", "confidence", "topic", "storyline", "author", "year", "horizon"]
Horizon = Literal["month", "quarter", "year", "longer"]
Reason = Literal["open", "early", "void", "no_date", "no_likelihood", "told_twice", "told_late"]
"""Why a judgement does not count: its date has not passed (unknown or known early); it is void, has no date or no likelihood; it says what
an earlier one said; or it was published when its date had passed or its end was known."""

DAYS: Mapping[Horizon, int] = {"month": 31, "quarter": 92, "year": 366}
"""The most days of each horizon but the last."""

Parts = Mapping[str, tuple[Scored, ...]]


@record
class TrackRecord:
    """Every judgement of the desk, once."""

    counted: tuple[Scored, ...]
    """Those whose date passed last come first."""
    uncounted: tuple[tuple[Expected, Reason], ...]
    """In the same order."""
    parts: Mapping[By, Parts]
    """The judgements that count by what they have in common; parts without any are left out."""

    def without(self, reason: Reason) -> tuple[Expected, ...]:
        """Those that do not count for that reason."""
        return tuple(expected for expected, why in self.uncounted if why == reason)


@record
class Ended:
    """A judgement that has an answer, or whose date has passed."""

    expected: Expected
    scored: Scored | None = None
    """None where it does not count, ..."""
    why_not: Reason | None = None
    """... and then for this reason."""


def track_record(corpus: Corpus) -> TrackRecord:
    """The track record of *corpus*, as of the day of the build; it is worked out once."""
    return corpus.once(_track_record)


def _track_record(corpus: Corpus) -> TrackRecord:
    settings = corpus.settings
    judgements = sorted(corpus.judgements.values(), key=_by_date)
    counted = all_scored(judgements, settings)
    counted.sort(key=lambda one: _by_date(one.expected))
    ids = {one.expected.id for one in counted}
    first = first_of_twins(judgements)
    uncounted = ((one, _reason(one, first, settings)) for one in judgements if one.id not in ids)
    return TrackRecord(counted=tuple(counted), uncounted=tuple(uncounted), parts=_parts(corpus, counted))


def ended(corpus: Corpus) -> tuple[Ended, ...]:
    """Every judgement that ended, the latest first; they are worked out once."""
    return corpus.once(_ended)


def _ended(corpus: Corpus) -> tuple[Ended, ...]:
    found, today = track_record(corpus), corpus.settings.today
    every = [Ended(expected=_answered(one, corpus), scored=one) for one in found.counted]
    every += [Ended(expected=one, why_not=why) for one, why in found.uncounted if one.resolution or last_day(one) < today]
    return tuple(sorted(every, key=_by_end, reverse=True))


def _answered(one: Scored, corpus: Corpus) -> Expected:
    """What is scored, with the answer that was given even where that came too late to count."""
    return one.expected if one.expected.resolution else corpus.judgements[one.expected.id]


def _by_end(one: Ended) -> tuple[date, str, str]:
    expected, answer = one.expected, one.expected.resolution
    return answer.when.latest if answer else last_day(expected), expected.briefing.id, expected.key


def _by_date(expected: Expected) -> tuple[int, str, str]:
    by = expected.judgement.by
    return -by.latest.toordinal() if by else 0, expected.briefing.id, expected.key


def _reason(expected: Expected, first: Mapping[Key, Expected], settings: Settings) -> Reason:
    by, ended = expected.judgement.by, expected.resolution
    if fell_away(expected):
        return "void"
    if not by:
        return "no_date"
    if not all(probability_of(call, settings.scale) for call in expected.calls):
        return "no_likelihood"
    if first[twin_key(expected)] is not expected:
        return "told_twice"
    start = expected.first.when.astimezone(settings.timezone).date()
    if by.latest >= settings.today and not (ended and ended.when.latest < start):
        return "early" if ended else "open"
    return "told_late"


def year_of(expected: Expected) -> str:
    """The year in which its date falls; empty for none."""
    by = expected.judgement.by
    return str(by.latest.year) if by and by.latest.year < 9999 else ""


def horizon_of(expected: Expected, settings: Settings) -> Horizon | None:
    """How long before its date it was published; None without a date."""
    if not (by := expected.judgement.by):
        return None
    days = (by.latest - expected.first.when.astimezone(settings.timezone).date()).days
    return next((name for name, most in DAYS.items() if days <= most), "longer")


def _parts(corpus: Corpus, counted: list[Scored]) -> Mapping[By, Parts]:
    settings = corpus.settings
    divided: Mapping[By, tuple[Iterable[str], Callable[[Scored], Iterable[str | None]]]] = {
        "term": ([term.term for term in settings.scale.terms], lambda one: [one.longest.term.term]),
        "confidence": (("high", "moderate", "low"), lambda one: [one.longest.confidence]),
        "horizon": ((*DAYS, "longer"), lambda one: [horizon_of(one.expected, settings)]),
        "year": (sorted({year_of(one.expected) for one in counted}), lambda one: [year_of(one.expected)]),
        "topic": (corpus.topics, lambda one: with_broader(one.expected.topics, corpus.topics)),
        "storyline": (corpus.storylines, lambda one: [one.expected.storyline]),
        "author": (corpus.authors, lambda one: one.expected.authors),
    }
    return {by: dict(_divided(keys, keys_of, counted)) for by, (keys, keys_of) in divided.items()}


def _divided(
    keys: Iterable[str], keys_of: Callable[[Scored], Iterable[str | None]], counted: Iterable[Scored]
) -> Iterator[tuple[str, tuple[Scored, ...]]]:
    found: dict[str, list[Scored]] = {key: [] for key in keys}
    for one in counted:
        for key in keys_of(one):
            if key in found:
                found[key].append(one)
    return ((key, tuple(ones)) for key, ones in found.items() if ones)
