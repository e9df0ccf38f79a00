"""Whether what came is what the desk leaned to."""

import pytest

from spotbrief.model.judgement import Judgement, Outcome
from spotbrief.views.verdicts import odds_at_the_end, verdict
from tests.corpus.judged import briefing, followed, judgement, settings


def told(entry: Judgement) -> str | None:
    (expected,) = followed([briefing(entry)]).values()
    return verdict(expected, settings(400))


@pytest.mark.parametrize(
    ("said", "outcome", "found"),
    [
        (0.7, "happened", "as_expected"),
        (0.7, "did_not_happen", "against_our_odds"),
        (0.2, "did_not_happen", "as_expected"),
        (0.2, "happened", "against_our_odds"),
        (0.5, "happened", "toss_up"),
        (0.7, "void", None),
    ],
)
def test_the_outcome_is_measured_by_the_side_of_even(said: float, outcome: Outcome, found: str | None) -> None:
    assert told(judgement(said, outcome=outcome)) == found


def test_a_word_that_lies_on_both_sides_of_even_is_a_toss_up_whatever_its_number() -> None:
    assert told(judgement(None, likelihood="A coin", outcome="happened")) == "toss_up"


def test_what_is_open_or_without_odds_has_no_verdict() -> None:
    assert told(judgement(0.7)) is None
    assert told(judgement(None, outcome="happened")) is None


def test_the_last_view_before_the_end_is_the_one_that_counts() -> None:
    in_time = judgement(0.2, by=9, known=6, outcome="happened", revised=[(5, 0.9)])
    too_late = judgement(0.2, by=9, known=5, outcome="happened", revised=[(5, 0.9)])
    assert (told(in_time), told(too_late)) == ("as_expected", "against_our_odds")


def test_what_came_after_its_date_did_not_come_by_then() -> None:
    assert told(judgement(0.9, by=30, known=40, outcome="happened")) == "against_our_odds"


def test_what_was_published_when_the_end_was_known_has_no_verdict() -> None:
    assert told(judgement(0.9, by=30, known=-1, outcome="happened")) is None


def test_before_the_end_there_are_no_odds_at_the_end() -> None:
    (expected,) = followed([briefing(judgement(0.9))]).values()
    assert odds_at_the_end(expected, settings(3)) is None
