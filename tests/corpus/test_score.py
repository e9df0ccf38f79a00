"""Scores of judgements."""

from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spotbrief.corpus.score import COIN, Scored, probability_of, score, scored
from spotbrief.model.dates import EdtfDate
from spotbrief.model.judgement import Judgement, Outcome, Resolution
from spotbrief.model.scale import Scale, Term

SCALE = Scale(
    name="Three words",
    terms=(
        Term(term="unlikely", low=0.0, high=0.4),
        Term(term="even", low=0.4, high=0.6, synonyms=("a coin",)),
        Term(term="likely", low=0.6, high=1.0),
    ),
)
ENDED = EdtfDate.parse("2025-05-01")
chances = st.floats(0, 1)


def judged(outcome: Outcome | None, probability: float | None = None, likelihood: str | None = None) -> Judgement:
    """A judgement with what it said and how it ended."""
    resolution = Resolution(outcome=outcome, when=ENDED) if outcome else None
    return Judgement(text="It rains.", probability=probability, likelihood=likelihood, resolution=resolution)


@pytest.mark.parametrize(("outcome", "brier"), [("happened", 0.09), ("did_not_happen", 0.49), ("partly", 0.04)])
def test_a_score_is_the_squared_distance_from_what_came(outcome: Outcome, brier: float) -> None:
    found = scored(judged(outcome, 0.7), SCALE)
    assert found
    assert found.brier == pytest.approx(brier)


@pytest.mark.parametrize("judgement", [judged("void", 0.7), judged(None, 0.7), judged("happened")])
def test_what_is_void_open_or_said_nothing_has_no_score(judgement: Judgement) -> None:
    assert scored(judgement, SCALE) is None


def test_a_word_alone_stands_for_the_middle_of_its_band() -> None:
    assert probability_of(judged(None, likelihood="A coin"), SCALE) == (SCALE.terms[1], 0.5, True)


@given(chances, st.sampled_from(get_args(Outcome)))
def test_scores_lie_between_best_and_worst(probability: float, outcome: Outcome) -> None:
    found = scored(judged(outcome, probability), SCALE)
    assert found is None if outcome == "void" else found is not None and 0 <= found.brier <= 1


@given(st.lists(st.tuples(chances, st.sampled_from([0.0, 0.5, 1.0])), min_size=1))
def test_a_score_of_many_is_their_mean(said: list[tuple[float, float]]) -> None:
    total = score(Scored(term=SCALE.terms[0], probability=p, truth=t, estimated=False) for p, t in said)
    assert total
    assert total.count == len(said)
    assert total.brier == pytest.approx(sum((p - t) ** 2 for p, t in said) / len(said))
    assert min(p for p, _ in said) - 1e-9 <= total.said <= max(p for p, _ in said) + 1e-9


@given(st.lists(st.sampled_from([0.0, 1.0]), min_size=1))
def test_one_who_always_says_fifty_fifty_gets_the_score_of_a_coin(truths: list[float]) -> None:
    total = score(Scored(term=SCALE.terms[1], probability=0.5, truth=truth, estimated=False) for truth in truths)
    assert total
    assert total.brier == COIN


def test_no_judgement_no_score() -> None:
    assert score([]) is None
