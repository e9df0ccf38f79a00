"""A judgement is told once; a later briefing takes it up again by its id."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date
from itertools import chain
from math import ceil
from typing import NamedTuple

from spotbrief.checks.rule import Finding, Reach, rule
from spotbrief.corpus.corpus import Corpus, Expected
from spotbrief.corpus.ledger import by_due_date
from spotbrief.corpus.scored import probability_of
from spotbrief.corpus.twins import twin_key

ALIKE = 0.8
"""The share of common words from which two sentences ask one question."""

NEAR = 7
"""Days: two dates that lie closer make no two questions."""

_IN_COMMON = 2
"""Rare words that two sentences share before all their words are compared: one alone is shared by very many."""

Words = frozenset[str]


class _Dated(NamedTuple):
    expected: Expected
    words: Words
    due: int
    """The number of its last day."""


_WORD = re.compile(r"\w+")


@rule("told-twice", "warning", Reach.ALL)
def told_twice(corpus: Corpus) -> Iterator[Finding]:
    """No two judgements say the same, or nearly the same, by the same day or one within the week."""
    told: set[str] = set()
    for first, second in _pairs(corpus):
        if second.id in told:
            continue
        if twin_key(first) == twin_key(second):
            told.add(second.id)
            message = f"this says the same by the same day as '{first.id}', and is counted once"
            yield second.at("text"), message, _hint(first, second)
        elif (first.resolution or second.resolution or not _differ(first, second, corpus)) and _alike(first, second):
            same = "the same day" if _due(first) == _due(second) else "nearly the same day"
            message = f"this says nearly the same by {same} as '{first.id}', and would be counted twice"
            yield second.at("text"), message, f"{_hint(first, second)}; or say in both what sets them apart"


@rule("same-judgement-id", "warning", Reach.ALL)
def same_judgement_id(corpus: Corpus) -> Iterator[Finding]:
    """An id that an earlier briefing gave to a judgement means that one."""
    first: dict[str, Expected] = {}
    for expected in _by_age(corpus):
        if not expected.judgement.id:
            continue
        other = first.setdefault(expected.key, expected)
        if other is not expected and twin_key(other) != twin_key(expected):
            message = f"'{expected.key}' is also a judgement of '{other.briefing.id}', and this would be another one"
            yield expected.at("id"), message, f"{_hint(other, expected)}; or write another id"


@rule("two-odds", "warning", Reach.ALL)
def two_odds(corpus: Corpus) -> Iterator[Finding]:
    """Two open judgements on one question do not say different odds."""
    for first, second in _pairs(corpus):
        both_open = not first.resolution and not second.resolution
        if both_open and twin_key(first) != twin_key(second) and _differ(first, second, corpus) and _alike(first, second):
            message = f"this asks nearly what '{first.id}' asks by the same day, and says other odds"
            yield second.at("text"), message, f"{_hint(first, second)}; or say in both what sets them apart"


def _pairs(corpus: Corpus) -> tuple[tuple[Expected, Expected], ...]:
    """Judgements that say nearly the same and are due within days of one another, the earlier one first."""
    return corpus.once(_found)


def _found(corpus: Corpus) -> tuple[tuple[Expected, Expected], ...]:
    dated = [_Dated(one, _words(one), one.judgement.by.latest.toordinal()) for one in _by_age(corpus) if one.judgement.by]
    often = Counter(word for one in dated for word in one.words)
    known: dict[tuple[str, int], list[int]] = defaultdict(list)
    found = []
    for number, one in enumerate(dated):
        rare = sorted(one.words, key=lambda word: (often[word], word))[: _enough(len(one.words))]
        week = one.due // NEAR
        common = Counter(chain.from_iterable(known.get((word, near), ()) for near in (week - 1, week, week + 1) for word in rare))
        others = (dated[other] for other, count in common.items() if count >= min(_IN_COMMON, len(one.words)))
        alike = (other for other in others if abs(one.due - other.due) < NEAR and _share(one.words, other.words))
        found += [(other.expected, one.expected) for other in alike]
        for word in rare:
            known[word, week].append(number)
    return tuple(found)


def _enough(count: int) -> int:
    """So many of the rarest words of a sentence: two that are alike have `_IN_COMMON` of these in common, or all of one word."""
    return count - ceil(ALIKE * count) + _IN_COMMON


def _share(words: Words, others: Words) -> bool:
    common = len(words & others)
    return common >= ALIKE * (len(words) + len(others) - common)


def _due(expected: Expected) -> date | None:
    return expected.judgement.by.latest if expected.judgement.by else None


def _differ(first: Expected, second: Expected, corpus: Corpus) -> bool:
    """Whether the two say other odds, as far as both say any."""
    one, other = (probability_of(each.now, corpus.settings.scale) for each in (first, second))
    return bool(one and other and one[1] != other[1])


def _by_age(corpus: Corpus) -> list[Expected]:
    return sorted(corpus.judgements.values(), key=lambda one: (one.briefing.opens(), *by_due_date(one)))


def _alike(one: Expected, other: Expected) -> bool:
    words, others = _words(one), _words(other)
    scenarios = one.briefing is other.briefing and one.judgement.group
    numbers = {word for word in words ^ others if word[0].isdigit()}
    return not scenarios and not numbers and not _of_others(one, other) and _share(words, others)


def _of_others(one: Expected, other: Expected) -> bool:
    """Whether each names somebody or some place that the other does not, such as Lviv and Kyiv."""
    names, others = _names(one), _names(other)
    return bool(names - _words(other) and others - _words(one))


def _names(of: Expected) -> Words:
    """The words with a capital; the first word has one anyway."""
    return frozenset(word.casefold() for word in _WORD.findall(of.judgement.text)[1:] if word[0].isupper())


def _words(of: Expected) -> Words:
    """Of what is expected, and of the question that it is a scenario of."""
    judgement = of.judgement
    return frozenset(_WORD.findall(f"{judgement.group or ''} {judgement.text}".casefold()))


def _hint(other: Expected, this: Expected) -> str:
    if other.briefing.id == this.briefing.id:
        return "take one of the two out"
    first = "" if other.judgement.id else "give that one an id first, as check --tidy does; "
    return f"{first}to revise that one, write - id: {other.id} in place of this entry, with likelihood and why"
