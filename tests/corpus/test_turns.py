"""What moved in the ledger, in time: only what readers may see, and never before they could."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spotbrief.corpus.turns import Turn, turns_of
from spotbrief.model.briefing import Briefing
from spotbrief.model.dates import EdtfDate
from spotbrief.model.judgement import Followup, Resolution, Revision
from tests.corpus.judged import briefing, followed, judgement, moment, settings, when


def told(*briefings: Briefing, id: str = "a:rain") -> list[Turn]:
    """The turns of a judgement."""
    return list(turns_of(followed(briefings)[id], settings(400)))


def said(turns: Sequence[Turn]) -> list[tuple[str, str, datetime]]:
    """Kind, briefing and moment of each."""
    return [(turn.kind, turn.briefing.id, turn.when) for turn in turns]


def test_a_judgement_is_made_revised_and_resolved() -> None:
    """Each turn says what was thought before and is thought now, and where that is said."""
    made = briefing(judgement(0.7, id="rain", revised=[(5, 0.4)]))
    later = briefing(Followup(id="a:rain", probability=0.2, why="It cleared."), id="b", day=9)
    last = briefing(Followup(id="a:rain", resolution=Resolution(outcome="did_not_happen", when=when(12))), id="c", day=20)
    turns = told(made, later, last)
    assert said(turns) == [
        ("new", "a", moment(0)),
        ("revised", "a", moment(5)),
        ("revised", "b", moment(9)),
        ("resolved", "c", moment(20)),
    ]
    assert [(turn.before and turn.before.probability, turn.call.probability) for turn in turns] == [
        (None, 0.7), (0.7, 0.4), (0.4, 0.2), (None, 0.2),
    ]  # fmt: skip
    assert turns[2].call.why == "It cleared."
    assert turns[3].resolution
    assert turns[3].resolution.outcome == "did_not_happen"


def test_what_is_said_again_is_no_turn() -> None:
    """A later briefing that holds to it moves nothing; a change of confidence does."""
    again = briefing(Followup(id="a:rain", probability=0.7), id="b", day=3)
    surer = briefing(Followup(id="a:rain", confidence="high"), id="c", day=4)
    turns = told(briefing(judgement(id="rain")), again, surer)
    assert [(turn.kind, turn.briefing.id) for turn in turns] == [("new", "a"), ("revised", "c")]


def test_withdrawn_briefings_have_no_turns() -> None:
    """Neither of their own judgements nor in those of others: then what was thought before stands."""
    made = briefing(judgement(id="rain"))
    gone = briefing(Followup(id="a:rain", probability=0.1), id="b", day=3, withdrawn=True)
    last = briefing(Followup(id="a:rain", probability=0.3), id="c", day=5)
    turns = told(made, gone, last)
    assert [turn.briefing.id for turn in turns] == ["a", "c"]
    assert turns[1].before
    assert turns[1].before.probability == 0.7
    for kept in (False, True):
        withdrawn = replace(made, status="withdrawn", keep_text=kept)
        assert told(withdrawn, last, id="a:rain" if kept else "a:1") == []


def test_nothing_is_known_before_its_briefing_opens() -> None:
    """An embargo holds back what was revised and what ended meanwhile."""
    entry = judgement(id="rain", revised=[(5, 0.4)], outcome="happened", known=7)
    held = replace(briefing(entry), embargo=moment(10))
    assert {turn.when for turn in told(held)} == {moment(10)}
    assert [turn.kind for turn in told(held)] == ["new", "revised", "resolved"]


@pytest.mark.parametrize(("text", "day"), [("2025-03-12", 11), ("2025-04", 31), ("../2025-04", 0), ("2025-03-01", 0)])
def test_an_end_is_known_from_its_first_possible_day_on(text: str, day: int) -> None:
    """So that a vague date never puts it into the future."""
    entry = replace(judgement(id="rain"), resolution=Resolution(outcome="happened", when=EdtfDate.parse(text)))
    assert told(briefing(entry))[-1].when.date() == moment(day).date()


@given(st.lists(st.tuples(st.integers(0, 40), st.sampled_from([None, 0.1, 0.3, 0.9]), st.sampled_from([None, "low", "high"]))))
def test_keys_are_unique_and_time_goes_on(views: list[tuple[int, float | None, str | None]]) -> None:
    """Whatever the order in which revisions were typed."""
    revisions = tuple(Revision(when=moment(day), probability=chance, confidence=sure) for day, chance, sure in views)  # type: ignore[arg-type]
    turns = told(briefing(replace(judgement(id="rain", outcome="happened"), revisions=revisions)))
    assert len({turn.key for turn in turns}) == len(turns)
    assert [turn.when for turn in turns] == sorted(turn.when for turn in turns)
    for turn in turns[1:-1]:
        assert turn.before
        assert turn.before != turn.call


def test_keys_hold_neither_dates_nor_reasons() -> None:
    """A reason is mended, a date moves, an earlier revision is added: programs take what they have for the same."""
    first = replace(judgement(id="rain"), revisions=(Revision(when=moment(5), probability=0.4, why="Dri."),))
    mended = Revision(when=moment(5) + timedelta(hours=3), probability=0.4, why="Dry.")
    second = replace(first, revisions=(Revision(when=moment(2), probability=0.5), mended))
    assert {turn.key for turn in told(briefing(first))} < {turn.key for turn in told(briefing(second))}
