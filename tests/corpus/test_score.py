"""Scores of many judgements: the same as other people's programs give, and no better for any trick."""

from collections import Counter
from dataclasses import replace
from datetime import timedelta
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import binomtest
from sklearn.metrics import brier_score_loss, roc_auc_score

from spotbrief.corpus.intervals import wilson
from spotbrief.corpus.score import COIN, Score, came_of, discrimination, score
from spotbrief.model.dates import EdtfDate
from spotbrief.model.judgement import Followup, Judgement, Outcome, Resolution
from tests.corpus.judged import START, briefing, counted, judgement, moment, when

chances = st.integers(0, 100).map(lambda percent: percent / 100)
outcomes = st.sampled_from(["happened", "did_not_happen"])


@st.composite
def judgements(draw: Any, at_least: int = 1) -> list[Judgement]:
    """Resolved ones, some of them revised, each on a question of its own."""
    made = []
    for number in range(draw(st.integers(at_least, 12))):
        by = draw(st.integers(1, 60))
        days = sorted(draw(st.sets(st.integers(0, by), max_size=3)))
        made.append(
            judgement(
                draw(chances),
                text=f"Question {number}",
                id=f"q{number}",
                by=by,
                known=draw(st.integers(0, by)),
                outcome=draw(outcomes),
                revised=[(day, draw(chances)) for day in days],
                base_rate=draw(st.none() | chances),
            )
        )
    return made


def total(*entries: Judgement) -> Score:
    found = score(counted(briefing(*entries)))
    assert found
    return found


@given(judgements())
def test_brier_scores_are_those_of_scikit_learn(entries: list[Judgement]) -> None:
    found, ours = counted(briefing(*entries)), total(*entries)
    truths = [one.truth for one in found]
    assert ours.first == pytest.approx(brier_score_loss(truths, [one.first for one in found], pos_label=1), abs=5e-5)
    assert ours.last == pytest.approx(brier_score_loss(truths, [one.last for one in found], pos_label=1), abs=5e-5)
    days = [(spell.probability, one.truth, spell.days / one.days) for one in found for spell in one.spells]
    held = brier_score_loss([t for _, t, _ in days], [p for p, _, _ in days], sample_weight=[w for _, _, w in days], pos_label=1)
    assert ours.held == pytest.approx(held, abs=5e-5)


@given(judgements(at_least=2))
def test_discrimination_is_the_area_under_the_curve_of_scikit_learn(entries: list[Judgement]) -> None:
    found = counted(briefing(*entries))
    truths, said = [one.truth for one in found], [round(one.held, 9) for one in found]
    ours = total(*entries).discrimination
    if len({*truths}) < 2:
        assert ours is None
    else:
        assert ours == pytest.approx(roc_auc_score(truths, said), abs=5e-5)


@given(st.lists(st.tuples(st.sampled_from("GHIJ"), chances, st.booleans()), min_size=2, max_size=12))
def test_discrimination_counts_a_question_once(entries: list[tuple[str, float, bool]]) -> None:
    """As scikit-learn does with weights."""
    members = [
        judgement(p, text=f"S{n}", id=f"s{n}", group=group, outcome="happened" if came else "did_not_happen")
        for n, (group, p, came) in enumerate(entries)
    ]
    found = counted(briefing(*members))
    if len({one.truth for one in found}) == 2:
        size = Counter(one.unit for one in found)
        theirs = roc_auc_score([o.truth for o in found], [round(o.held, 9) for o in found], sample_weight=[1 / size[o.unit] for o in found])
        assert discrimination(found) == pytest.approx(theirs, abs=5e-5)


@given(judgements())
def test_the_score_is_reliability_less_resolution_plus_uncertainty(entries: list[Judgement]) -> None:
    """Murphy (1973), over the probabilities of all days."""
    found = total(*entries)
    assert found.held == pytest.approx(found.reliability - found.resolution + found.uncertainty)
    assert min(found.reliability, found.resolution, found.uncertainty) >= 0


@given(judgements())
def test_skill_is_one_less_the_share_of_the_reference(entries: list[Judgement]) -> None:
    found, ours = counted(briefing(*entries)), total(*entries)
    average = float(np.mean([one.truth for one in found]))
    reference = float(np.mean([(average - one.truth) ** 2 for one in found]))
    assert (ours.own_average is None) == (reference == 0)
    if ours.own_average:
        assert ours.own_average.skill == pytest.approx(1 - ours.held / reference)
    rated = [(one, base.probability) for one in found if (base := one.expected.judgement.base_rate)]
    reference = float(np.mean([(base - one.truth) ** 2 for one, base in rated])) if rated else 0
    if reference:
        assert ours.base_rates
        assert ours.base_rates.skill == pytest.approx(1 - float(np.mean([one.brier for one, _ in rated])) / reference)


@given(st.integers(1, 400).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_intervals_are_those_of_scipy(counted_: tuple[int, int]) -> None:
    hits, count = counted_
    theirs = binomtest(hits, count).proportion_ci(0.95, method="wilson")
    assert wilson(hits, count) == pytest.approx((theirs.low, theirs.high), abs=5e-5)


def test_one_who_always_says_fifty_fifty_gets_the_score_of_a_coin() -> None:
    assert total(judgement(0.5, text="A", outcome="happened"), judgement(0.5, text="B", outcome="did_not_happen")).held == COIN


def test_one_who_knows_nothing_of_three_scenarios_gets_the_score_of_a_coin() -> None:
    """Who says one third for each; with fifty-fifty he would say that one and a half of them come."""
    first = judgement(1 / 3, text="A", group="Which?", outcome="happened")
    others = [judgement(1 / 3, text=text, group="Which?", outcome="did_not_happen") for text in ("B", "C")]
    found = total(first, *others)
    assert (found.held, found.coin) == pytest.approx((1 / 3, 1 / 3))
    assert total(judgement(0.7, text="A", outcome="happened")).coin == COIN


def test_probabilities_that_differ_in_the_last_decimals_are_one() -> None:
    """As the middle of a band and a number are."""
    found = total(judgement(0.3, text="A", outcome="happened"), judgement(0.1 + 0.2, text="B", outcome="did_not_happen"))
    assert [found.reliability, found.resolution] == pytest.approx([(0.3 - 0.5) ** 2, 0])


def test_no_judgement_no_score() -> None:
    assert score([]) is None


def test_a_question_of_two_scenarios_scores_as_one_judgement_does() -> None:
    """Brier (1950), halved."""
    alone = total(judgement(0.7, outcome="happened"))
    scenarios = [judgement(0.7, text="A", outcome="happened", group="G"), judgement(0.3, text="B", outcome="did_not_happen", group="G")]
    assert total(*scenarios).held == pytest.approx(alone.held)
    assert total(*scenarios).count == 1


# No trick of the files improves a score.


def of_two(*members: Judgement) -> Score:
    """Other judgements, and one question of several scenarios."""
    return total(judgement(0.6, text="Other", id="other", outcome="happened"), *members)


@pytest.mark.parametrize("outcome", ["void", None])
@pytest.mark.parametrize("likely", [0.2, 0.7])
def test_a_scenario_that_falls_away_alone_betters_nothing(outcome: Outcome | None, likely: float) -> None:
    """Neither the one that was wrong, nor an empty partner that halves the weight of another."""
    scenarios = [
        judgement(likely, text="A", id="a", outcome="happened", group="G"),
        judgement(0.5, text="B", id="b", outcome="did_not_happen", group="G"),
        judgement(0.5 - likely / 2, text="C", id="c", outcome="did_not_happen", group="G"),
    ]
    whole = of_two(*scenarios).held
    for number, one in enumerate(scenarios):
        ended = judgement(one.probability, text=one.text, id=one.id, outcome=outcome, group="G")
        assert of_two(*scenarios[:number], ended, *scenarios[number + 1 :]).held >= whole - 1e-9


def test_a_scenario_that_is_not_scored_takes_no_weight_from_the_other() -> None:
    alone = of_two(judgement(0.9, text="A", id="a", outcome="did_not_happen"))
    unrated = judgement(None, text="B", id="b", outcome="happened", group="G")
    assert of_two(judgement(0.9, text="A", id="a", outcome="did_not_happen", group="G"), unrated).held == pytest.approx(alone.held)


def test_one_scenario_at_most_can_have_come_where_nobody_says() -> None:
    """The worst that is possible, which is no worse than 1."""
    scenarios = [judgement(p, text=f"S{p}{n}", id=f"s{n}", group="G") for n, p in enumerate([0.91, *[0.01] * 9])]
    found = total(*scenarios)
    assert found.held == pytest.approx((0.91**2 + 0.99**2 + 8 * 0.01**2) / 2)
    assert found.unanswered == 10


@given(st.lists(st.integers(1, 30), min_size=2, max_size=6), st.integers(0, 6), st.data())
def test_leaving_out_answers_of_scenarios_improves_nothing(parts: list[int], came: int, data: Any) -> None:
    """Whichever came, or none of them."""
    odds = [part / sum(parts) for part in parts]
    scenarios = [
        judgement(p, text=f"S{n}", id=f"s{n}", group="G", outcome="happened" if n == came else "did_not_happen") for n, p in enumerate(odds)
    ]
    silent = [replace(one, resolution=None) if data.draw(st.booleans()) else one for one in scenarios]
    found = total(*silent).held
    assert total(*scenarios).held - 1e-9 <= found <= 1 + 1e-9


def test_a_vague_answer_is_none() -> None:
    """`when: 2025` does not say that it came by May."""
    vague = replace(judgement(0.7, by=30), resolution=Resolution(outcome="happened", when=EdtfDate.parse("2025")))
    (found,) = counted(briefing(vague))
    assert not found.answered
    assert found.brier == pytest.approx(0.49)


@given(judgements(), st.integers(0, 90), st.integers(0, 90), st.data())
def test_a_vague_day_of_the_end_betters_nothing(entries: list[Judgement], before: int, after: int, data: Any) -> None:
    """Whatever span the true day lies in: where a word was revised within it, the worst day counts."""
    at = data.draw(st.integers(0, len(entries) - 1))
    one = entries[at]
    assert one.resolution
    day = one.resolution.when.earliest
    span = EdtfDate.parse(f"{day - timedelta(days=before)}/{day + timedelta(days=after)}")
    vague = replace(one, resolution=replace(one.resolution, when=span))
    assert total(*entries[:at], vague, *entries[at + 1 :]).held >= total(*entries).held - 1e-9


@pytest.mark.parametrize("text", ["2025", "../2025-03-20", "2025-03-05/2025-03-20", "2025-03"])
def test_the_worst_day_of_a_vague_end_counts(text: str) -> None:
    """And not the one that is last, on which the better word had been held for long."""
    one = judgement(0.2, by=305, revised=[(6, 0.9)])
    (found,) = counted(briefing(replace(one, resolution=Resolution(outcome="happened", when=EdtfDate.parse(text)))))
    assert found.brier == pytest.approx(0.64)
    assert found.answered


@given(judgements(at_least=2), st.integers(1, 200), st.booleans(), st.booleans(), st.data())
def test_what_is_called_void_after_its_day_betters_nothing(
    entries: list[Judgement], late: int, is_vague: bool, is_elsewhere: bool, data: Any
) -> None:
    """In its own briefing or in a later one, on a day or in a span that may reach beyond it."""
    at = data.draw(st.integers(0, len(entries) - 1))
    by = entries[at].by
    assert by
    day = by.latest + timedelta(days=late)
    span = EdtfDate.parse(f"{START}/{day}" if is_vague else day.isoformat())
    void = Resolution(outcome="void", when=span)
    silent = replace(entries[at], resolution=None if is_elsewhere else void)
    later = [briefing(Followup(id=f"a:{silent.id}", resolution=void), id="b", day=300)] if is_elsewhere else []
    found = score(counted(briefing(*entries[:at], silent, *entries[at + 1 :]), *later))
    assert found
    assert (found.judgements, found.held >= total(*entries).held - 1e-9) == (len(entries), True)


def test_what_fell_away_on_its_last_day_is_not_scored() -> None:
    """In time is in time, wherever it is said."""
    void = Resolution(outcome="void", when=when(30))
    assert counted(briefing(judgement(0.7, by=30, outcome="void"))) == []
    assert counted(briefing(judgement(0.7, id="rain")), briefing(Followup(id="a:rain", resolution=void), id="b", day=300)) == []


def test_withdrawing_the_first_of_twins_makes_the_other_count_no_more() -> None:
    bad, good = judgement(0.9, id="x", outcome="did_not_happen"), judgement(0.1, id="y", outcome="did_not_happen")
    found = counted(briefing(bad, withdrawn=True), briefing(good, id="b", day=1))
    assert [one.expected.briefing.id for one in found] == ["a"]


def test_a_date_that_is_written_otherwise_makes_no_other_judgement() -> None:
    month, day = (replace(judgement(0.7), by=EdtfDate.parse(text)) for text in ("2025-05", "2025-05-31"))
    assert len(counted(briefing(month), briefing(day, id="b", day=1))) == 1


def test_a_scenario_in_the_words_of_another_question_is_another() -> None:
    """Nothing changes, in two groups."""
    both = [judgement(0.5, text=text, id=f"{text}{group}", group=group, outcome="did_not_happen") for group in "GH" for text in "AB"]
    assert len(counted(briefing(*both))) == 4


def test_what_nobody_could_read_was_not_held() -> None:
    """A revision that is dated before the briefing opened counts from its opening on."""
    held_back = replace(briefing(judgement(0.2, by=9, outcome="happened", revised=[(1, 0.99)])), embargo=moment(5))
    assert [(spell.days, spell.probability) for spell in counted(held_back)[0].spells] == [(1, 0.2), (4, 0.99)]


@given(st.integers(2, 12))
def test_more_scenarios_of_one_question_make_nothing_surer(number: int) -> None:
    members = [judgement(1 / number, text=f"S{n}", id=f"s{n}", group="G", outcome="did_not_happen") for n in range(number)]
    found = came_of(counted(briefing(*members)))
    assert (found.count, found.questions, found.by_question) == (number, 1, 0)


@given(judgements(at_least=2), st.randoms())
def test_reordering_and_splitting_files_changes_nothing(entries: list[Judgement], random: Any) -> None:
    shuffled = random.sample(entries, len(entries))
    split = counted(*(briefing(entry, id=f"b{number}") for number, entry in enumerate(shuffled)))
    found, whole = score(split), total(*entries)
    assert found
    assert (found.held, found.first, found.last) == pytest.approx((whole.held, whole.first, whole.last))


@given(judgements(), st.data())
def test_telling_a_judgement_again_changes_nothing(entries: list[Judgement], data: Any) -> None:
    again = replace(data.draw(st.sampled_from(entries)), id="again", probability=data.draw(chances))
    found = score(counted(briefing(*entries), briefing(again, id="b", day=1)))
    assert found
    assert found.held == pytest.approx(total(*entries).held)


@given(judgements(), st.data())
def test_leaving_an_answer_out_improves_nothing(entries: list[Judgement], data: Any) -> None:
    at = data.draw(st.integers(0, len(entries) - 1))
    silent = [*entries[:at], replace(entries[at], resolution=None), *entries[at + 1 :]]
    assert total(*silent).held >= total(*entries).held - 1e-9


@given(judgements(), st.data())
def test_knowing_early_counts_no_sooner(entries: list[Judgement], data: Any) -> None:
    """What comes true early waits for its twin."""
    day = data.draw(st.integers(0, 61))
    due = [entry for entry in entries if entry.by and (entry.by.latest - entry.by.latest.replace(year=2025, month=3, day=1)).days < day]
    assert {one.expected.key for one in counted(briefing(*entries), day=day)} == {entry.id for entry in due}


@given(st.integers(2, 60), chances, outcomes, chances)
def test_a_last_word_on_the_eve_weighs_a_day(by: int, said: float, outcome: Outcome, eve: float) -> None:
    plain, late = total(judgement(said, by=by, outcome=outcome)), total(judgement(said, by=by, outcome=outcome, revised=[(by - 1, eve)]))
    assert abs(plain.held - late.held) <= 1 / (by + 1) + 1e-9
    assert late.first == plain.first


@given(judgements(), st.data())
def test_withdrawing_a_briefing_improves_nothing(entries: list[Judgement], data: Any) -> None:
    shown = [entry for entry in entries if data.draw(st.booleans())]
    gone = [entry for entry in entries if entry not in shown]
    found = score(counted(briefing(*shown), briefing(*gone, id="b", withdrawn=True)))
    assert found
    assert found.held == pytest.approx(total(*entries).held)
