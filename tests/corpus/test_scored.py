"""Which judgements count, on which days what was held, and what came."""

import pytest

from spotbrief.corpus.scored import Scored
from spotbrief.model.judgement import Followup, Judgement, Resolution
from tests.corpus.judged import briefing, counted, followed, judgement, when


def one(*entries: Judgement, day: int = 400) -> Scored:
    (found,) = counted(briefing(*entries), day=day)
    return found


def spells(scored: Scored) -> list[tuple[int, float]]:
    return [(spell.days, spell.probability) for spell in scored.spells]


@pytest.mark.parametrize(("outcome", "brier"), [("happened", 0.09), ("did_not_happen", 0.49)])
def test_a_score_is_the_squared_distance_from_what_came(outcome: str, brier: float) -> None:
    assert one(judgement(0.7, outcome="happened" if outcome == "happened" else "did_not_happen")).brier == pytest.approx(brier)


def test_a_word_alone_stands_for_the_middle_of_its_band() -> None:
    found = one(judgement(None, likelihood="A coin", outcome="happened"))
    assert (found.held, found.longest.term.term, found.longest.estimated) == (0.5, "even", True)


@pytest.mark.parametrize(
    "entry",
    [
        judgement(outcome="void"),
        judgement(None, outcome="happened"),
        judgement(by=None, outcome="happened", known=3),
        judgement(outcome="happened", known=-1),
    ],
)
def test_what_is_void_said_nothing_has_no_date_or_was_known_before_has_no_score(entry: Judgement) -> None:
    assert counted(briefing(entry)) == []


def test_it_counts_when_its_date_has_passed_however_early_it_was_known() -> None:
    early = judgement(by=30, known=3, outcome="happened")
    assert counted(briefing(early), day=30) == []
    assert spells(one(early, day=31)) == [(4, 0.7)]


def test_each_view_is_held_from_the_day_after_it_was_said() -> None:
    revised = judgement(0.2, by=9, outcome="happened", revised=[(4, 0.5), (9, 0.99)])
    found = one(revised)
    assert spells(found) == [(5, 0.2), (5, 0.5)]
    assert found.brier == pytest.approx((5 * 0.64 + 5 * 0.25) / 10)
    assert [found.brier_first, found.brier_last] == pytest.approx([0.64, 0.25])


def test_what_is_said_on_the_day_of_the_event_is_too_late() -> None:
    assert spells(one(judgement(0.2, by=9, known=5, outcome="happened", revised=[(5, 0.99)]))) == [(6, 0.2)]


def test_what_came_after_its_date_did_not_come_by_it() -> None:
    assert one(judgement(0.9, by=30, known=40, outcome="happened")).truth == 0


@pytest.mark.parametrize(("said", "truth"), [(0.9, 0.0), (0.2, 1.0)])
def test_what_is_overdue_counts_as_the_worse_outcome(said: float, truth: float) -> None:
    found = one(judgement(said))
    assert (found.truth, found.answered) == (truth, False)


def test_what_is_overdue_counts_by_its_boldest_word() -> None:
    """Or one who was wrong, and knew it early, would mend his view and leave the answer out."""
    assert spells(one(judgement(0.95, by=30, revised=[(1, 0.5)]))) == [(31, 0.95)]


def test_the_scenarios_of_a_question_are_one_question_and_what_came_answers_the_others() -> None:
    found = counted(briefing(judgement(0.6, text="A", id="x", outcome="happened", group="G"), judgement(0.4, text="B", id="y", group="G")))
    assert [(one.weight, one.truth, one.answered) for one in found] == [(0.5, 1.0, True), (0.5, 0.0, True)]
    assert len({one.unit for one in found}) == 1


def test_a_twin_counts_once_and_the_earlier_one_stands() -> None:
    found = counted(briefing(judgement(0.9), id="b", day=3), briefing(judgement(0.2)))
    assert [one.expected.id for one in found] == ["a:1"]


def test_a_later_briefing_revises_and_resolves_and_it_stays_one_judgement() -> None:
    later = briefing(Followup(id="a:rain", probability=0.4, why="Sun."), id="b", day=10)
    last = briefing(Followup(id="a:rain", resolution=Resolution(outcome="happened", when=when(20))), id="c", day=21)
    known = followed([last, later, briefing(judgement(0.8, id="rain"))])
    assert list(known) == ["a:rain"]
    rain = known["a:rain"]
    assert [(call.briefing.id, call.probability) for call in rain.calls] == [("a", 0.8), ("b", 0.4)]
    assert rain.resolved_in is last
    (found,) = counted(last, later, briefing(judgement(0.8, id="rain")))
    assert spells(found) == [(11, 0.8), (10, 0.4)]


def test_what_a_withdrawn_briefing_said_counts_and_is_not_shown() -> None:
    later = briefing(Followup(id="a:rain", probability=0.1, why="Secret."), id="b", day=10, withdrawn=True)
    rain = followed([briefing(judgement(0.8, id="rain")), later])["a:rain"]
    assert rain.now.probability == 0.8
    assert [(call.taken_down, call.probability, call.why) for call in rain.calls] == [(False, 0.8, None), (True, 0.1, None)]
    assert spells(counted(briefing(judgement(0.8, id="rain", outcome="happened")), later)[0])[-1] == (20, 0.1)


def test_what_a_withdrawn_briefing_said_is_passed_on_to_nobody() -> None:
    gone = briefing(Followup(id="a:rain", probability=0.1), id="b", day=10, withdrawn=True)
    later = briefing(Followup(id="a:rain", confidence="high"), id="c", day=12)
    rain = followed([briefing(judgement(0.8, id="rain")), gone, later])["a:rain"]
    assert (rain.now.probability, rain.now.confidence) == (0.8, "high")


def test_a_resolution_in_a_withdrawn_briefing_resolves_nothing() -> None:
    ended = Followup(id="a:rain", resolution=Resolution(outcome="void", when=when(20)))
    (found,) = counted(briefing(judgement(0.8, id="rain")), briefing(ended, id="b", day=21, withdrawn=True))
    assert not found.answered


def test_a_withdrawn_judgement_is_found_by_its_id() -> None:
    later = briefing(Followup(id="a:rain", resolution=Resolution(outcome="happened", when=when(20))), id="b", day=21)
    (found,) = counted(briefing(judgement(0.8, id="rain"), withdrawn=True), later)
    assert (found.answered, found.truth) == (True, 1.0)


def test_a_new_word_takes_the_old_number_away_and_confidence_alone_takes_nothing() -> None:
    words = [Followup(id="a:rain", confidence="high"), Followup(id="a:rain", likelihood="unlikely")]
    rain = followed([briefing(judgement(0.8, id="rain")), *(briefing(w, id=f"b{i}", day=5 + i) for i, w in enumerate(words))])["a:rain"]
    assert [(c.probability, c.likelihood, c.confidence) for c in rain.calls] == [
        (0.8, None, None),
        (0.8, None, "high"),
        (None, "unlikely", "high"),
    ]
