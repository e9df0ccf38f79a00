"""Of a history in which the audit finds nothing, the record says of each day what readers had on it."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, timedelta
from typing import Any, NamedTuple

from hypothesis import assume, given
from hypothesis import strategies as st

from spotbrief.corpus.audit.audit import audit
from spotbrief.model.instants import Day
from spotbrief.model.judgement import Judgement, Revision
from spotbrief.reading.past_versions import Life, Past, Version
from tests.corpus.judged import START, briefing, counted, judgement, moment

DAYS = 30
chances = st.sampled_from([0.1, 0.2, 0.3, 0.5, 0.6, 0.7, 0.9])


class Word(NamedTuple):
    """A revision: the day that it names, the day on which it came, and the day on which it went; more than DAYS where it stays."""

    dated: int
    came: int
    gone: int
    chance: float


@st.composite
def words(draw: Any) -> list[Word]:
    """Some that came in time, some late, some that went again."""
    made = []
    for dated in sorted(draw(st.sets(st.integers(1, DAYS - 1), max_size=4))):
        came = dated + draw(st.sampled_from([0, 0, 0, 1, 1, 2, 5, 20]))
        gone = came + draw(st.sampled_from([1, 4, 9]) | st.just(999))
        made.append(Word(dated, came, gone, draw(chances)))
    return made


def said(words: Iterable[Word], day: int, *, known: int, first: float) -> Judgement:
    """The judgement as its file stood at the end of a day."""
    one = judgement(first, id="q", by=DAYS, known=known, outcome="happened" if day >= known else None)
    there = [word for word in words if word.came <= day < word.gone]
    return replace(one, revisions=tuple(Revision(when=_day(word.dated), probability=word.chance) for word in there))


def _day(number: int) -> Day:
    """That day after the start, as an editor types it."""
    day = START + timedelta(days=number)
    return Day(day.year, day.month, day.day, tzinfo=UTC)


def present(one: Judgement, day: int) -> float | None:
    """What it says of a day."""
    told = [revision.probability for revision in one.revisions if revision.when.date() <= moment(day).date()]
    return told[-1] if told else one.probability


def history(words: Sequence[Word], known: int, first: float) -> Past:
    """A version at noon of each day on which something changed."""
    days = sorted({0, known, *(day for word in words for day in (word.came, word.gone) if day <= DAYS + 30)})
    versions = [
        Version(commit=f"c{day}", when=moment(day) + timedelta(hours=3), briefing=briefing(said(words, day, known=known, first=first)))
        for day in days
    ]
    return Past(lives=(Life(id="a", versions=tuple(versions)),), main=frozenset(one.commit for one in versions))


def recorded(end: Judgement) -> dict[int, float]:
    """The probability that is scored, by the day."""
    (scored,) = counted(briefing(end))
    return {(spell.since - START).days + number: spell.probability for spell in scored.spells for number in range(spell.days)}


@given(words(), st.integers(2, DAYS), chances)
def test_the_record_says_what_readers_had(words: list[Word], known: int, first: float) -> None:
    """By the end of each day, unless something is told; and what came late and stayed always is."""
    found = audit(history(words, known, first), moment(DAYS + 60)).findings
    told = [first, *(word.chance for word in words)]
    stayed = (word for word in words if word.gone > DAYS + 30 and told.count(word.chance) == 1)
    late = [word for word in stayed if word.came > word.dated + 1 or word.dated < known <= word.came]
    assert found or not late
    if found:
        return
    left = [word for word in words if word.gone > DAYS + 30]  # from a late word that is gone nobody has anything
    for day, chance in recorded(said(left, DAYS + 30, known=known, first=first)).items():
        assert chance == present(said(left, day, known=known, first=first), day - 1), day


@given(words(), st.integers(2, DAYS), chances, chances)
def test_no_silence_makes_an_answer_better_afterwards(words: list[Word], known: int, first: float, then: float) -> None:
    """Whoever knows the answer, and puts in a word or another first one, is told of."""
    honest = [word for word in words if word.came <= word.dated + 1 and word.came < known and word.gone > DAYS + 30]
    assume(then not in (first, *(word.chance for word in honest)))
    dated = known - 1
    forged = [*(word for word in honest if word.dated != dated), Word(dated, known + 1, 999, then)]
    assert audit(history(sorted(forged), known, first), moment(DAYS + 60)).findings
    past = history(honest, known, first)
    (life,) = past.lives
    late = Version(commit="late", when=moment(DAYS + 40), briefing=briefing(said(honest, DAYS + 30, known=known, first=then)))
    assert audit(replace(past, lives=(replace(life, versions=(*life.versions, late)),)), moment(DAYS + 60)).findings
