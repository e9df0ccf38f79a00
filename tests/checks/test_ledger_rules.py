"""The rules on judgements: whichever slip of a kind is made, and none that is not one."""

import pytest

from tests.desks import Desk

HEAD = "what_to_expect: [{id: rain, text: It rains., likelihood: likely, by: 2025-05-31"


def rules(desk: Desk) -> list[str]:
    return [problem.rule for problem in desk.examine().problems]


@pytest.mark.parametrize(
    ("when", "said"),
    [
        ("2025-02-27", "before the briefing is published; likelihood says what was thought then"),
        ("2025-06-02", "lies in the future"),
        ("2025-05-11", "comes after the end (2025-05-10), when there was nothing left to judge"),
    ],
)
def test_a_revision_has_its_place_in_time(desk: Desk, when: str, said: str) -> None:
    ended = "resolution: {outcome: happened, when: 2025-05-10}" if said.startswith("comes") else "criteria: A gauge."
    assert (
        f"this revision {'is dated ' if said.startswith('before') else ''}{said}"
        in desk.brief("a", f"{HEAD}, revisions: [{{when: {when}, likelihood: unlikely}}], {ended}}}]\n").said()
    )


def test_what_is_held_back_is_judged_once_it_opens(desk: Desk) -> None:
    """`published` is the date that stands on it, and nobody could read it before the embargo ended."""
    desk.brief("a", f"embargo: 2025-05-20T08:00\n{HEAD}, revisions: [{{when: 2025-05-19, likelihood: unlikely}}]}}]\n")
    desk.brief("b", f"embargo: 2025-05-20T08:00\n{HEAD.replace('rain', 'hail')}, resolution: {{outcome: happened, when: 2025-05-19}}}}]\n")
    desk.brief("c", f"embargo: 2025-05-20T08:00\n{HEAD.replace('05-31', '05-19').replace('rain', 'snow')}}}]\n")
    assert {"revision-out-of-time", "resolution-out-of-time", "by-before-published"} <= {*rules(desk)}


def test_a_vague_day_does_not_tell_whether_it_came_in_time(desk: Desk) -> None:
    said = desk.brief("a", f"{HEAD}, resolution: {{outcome: happened, when: 2025}}}}]\n").said()
    assert "this happened (2025), which may be before or after its date (2025-05-31)" in said
    assert "such as when: ../2025-05-31" in said
    assert not rules(desk.brief("a", f"{HEAD}, resolution: {{outcome: happened, when: ../2025-05-31}}}}]\n"))


@pytest.mark.parametrize("when", ["2025", "2025-06-01"])
@pytest.mark.parametrize("is_elsewhere", [False, True])
def test_a_question_falls_away_before_its_date(desk: Desk, when: str, is_elsewhere: bool) -> None:
    """In whichever briefing it says so; a span that ends in time will do."""
    void = "resolution: {outcome: void, when: %s, note: The hall was closed.}"

    def said(day: str) -> list[str]:
        desk.brief("a", HEAD + ("}]\n" if is_elsewhere else f", {void % day}}}]\n"))
        if is_elsewhere:
            later = f"what_to_expect: [{{id: 'a:rain', {void % day}}}]"
            desk.write("briefings/b.md", f"---\ntitle: B\npublished: 2025-06-01\n{later}\n---\nText.\n")
        return rules(desk)

    assert said(when) == ["void-too-late"]
    assert said("../2025-05-31") == []


def test_a_resolution_without_a_date_is_dated_by_nobody(desk: Desk) -> None:
    """Its lack is told, and no day that was made up."""
    said = desk.brief("a", f"{HEAD}, resolution: {{outcome: happened}}}}]\n").said()
    assert "when" in said
    assert "1970" not in said


def test_a_resolution_does_not_lie_ahead(desk: Desk) -> None:
    said = desk.brief("a", f"{HEAD.replace('05-31', '12-31')}, resolution: {{outcome: happened, when: 2025-07-01}}}}]\n").said()
    assert "this ends (2025-07-01) in the future" in said


def test_a_judgement_of_ones_own_is_revised_where_it_stands(desk: Desk) -> None:
    desk.brief("a", f"{HEAD}}}, {{id: 'a:rain', likelihood: unlikely}}]\n")
    assert "this judgement is this briefing's own\n  hint: write it as an entry of its revisions" in desk.said()


def test_nothing_is_left_to_judge_after_the_end(desk: Desk) -> None:
    desk.brief("a", f"{HEAD}, resolution: {{outcome: happened, when: 2025-04-10}}}}]\n")
    desk.write("briefings/b.md", "---\ntitle: B\npublished: 2025-05-01\nwhat_to_expect: [{id: 'a:rain', probability: 0.99}]\n---\nText.\n")
    assert "'a:rain' had ended (2025-04-10) when this briefing was published" in desk.said()


def test_an_unknown_judgement_is_told_with_what_was_meant(desk: Desk) -> None:
    desk.brief("a", f"{HEAD}}}]\n").brief("b", "what_to_expect: [{id: 'a:rane', likelihood: unlikely}]\n")
    assert "there is no judgement 'a:rane'\n  hint: did you mean 'a:rain'?" in desk.said()


@pytest.mark.parametrize("word", ["partly", "Partially", "mixed"])
def test_what_happens_in_part_is_two_judgements(desk: Desk, word: str) -> None:
    said = desk.brief("a", f"{HEAD}, resolution: {{outcome: {word}, when: 2025-05-10}}}}]\n").said()
    assert "hint: split the judgement into what happened and what did not, or write void" in said


def test_who_kept_a_history_is_told_how_to_move_on(desk: Desk) -> None:
    said = desk.brief("a", f"{HEAD}, history: [{{when: 2025-03-05, likelihood: unlikely}}]}}]\n").said()
    assert "there is no field 'history' here\n  hint: likelihood and probability say what was thought first; write each later view" in said


@pytest.mark.parametrize(
    ("second", "said"),
    [
        ("probability: 30%, resolution: {outcome: void, when: 2025-05-01, note: So.}", "only this scenario of 'The vote' is void"),
        ("criteria: A count.", "this scenario of 'The vote' does not say how likely it is"),
    ],
)
def test_a_question_falls_away_with_all_its_scenarios(desk: Desk, second: str, said: str) -> None:
    first = f"{HEAD}, group: The vote, probability: 70%, resolution: {{outcome: happened, when: 2025-05-02}}"
    desk.brief("a", f"{first}}}, {{id: sun, text: Sun., group: The vote, by: 2025-05-31, {second}}}]\n")
    assert said in desk.said()


def test_one_question_about_two_places_is_two(desk: Desk) -> None:
    """Each names what the other does not."""
    told = "{{id: {0}, text: The chain closes its last shop in {0} by the end of May., by: 2025-06-30, likelihood: {1}}}"
    desk.brief("a", f"what_to_expect: [{told.format('Lviv', 'likely')}, {told.format('Kyiv', 'unlikely')}]\n")
    assert "two-odds" not in desk.said()


def test_a_judgement_that_nobody_made_is_no_file_to_write(desk: Desk) -> None:
    """It stands in a briefing."""
    said = desk.brief("a", 'what_to_expect: [{id: "x:y", likelihood: likely, why: So.}]\n').said()
    assert "there is no judgement 'x:y'\n  hint: write the id of an earlier briefing, a colon and" in said


def test_an_honest_ledger_has_no_problem(desk: Desk) -> None:
    """Revised here and there, a vague date of the end, scenarios by word and by number, one that came."""
    desk.write("content/sources.yml", "wire: {title: Wire}\n")
    desk.brief(
        "a",
        """what_to_expect:
  - id: rain
    text: It rains.
    likelihood: likely
    by: 2025-05-31
    base_rate: {probability: 40%, of: Days in May., sources: [wire]}
    revisions:
      - {when: 2025-03-10, likelihood: very likely, why: Clouds.}
      - {when: 2025-03-10T18:00, confidence: high}
  - {id: x, text: First., group: The vote, likelihood: likely, by: 2025-05, resolution: {outcome: happened, when: 2025-04}}
  - {id: y, text: Second., group: The vote, likelihood: unlikely, by: 2025-05}
  - {id: v, text: Third., group: The talks, probability: 55%, by: 2025-07}
  - {id: w, text: Fourth., group: The talks, probability: 45%, by: 2025-07}
""",
    )
    desk.write(
        "briefings/b.md",
        """---
title: B
published: 2025-05-01
what_to_expect:
  - {id: "a:v", probability: 0.7, likelihood: likely, why: So.}
  - {id: "a:w", probability: 0.3, likelihood: unlikely, why: So.}
  - {id: "a:rain", resolution: {outcome: did_not_happen, when: 2025-05-31, note: Dry., learned: Wait., sources: [wire]}}
---
See [it](a.md#judgement:rain).
""",
    )
    assert desk.said() == ""


def test_a_revision_of_one_scenario_alone_unbalances_its_group(desk: Desk) -> None:
    desk.brief(
        "a",
        """what_to_expect:
  - {id: v, text: Third., group: The talks, probability: 55%, by: 2025-07}
  - {id: w, text: Fourth., group: The talks, probability: 45%, by: 2025-07, revisions: [{when: 2025-04-02, probability: 0.2}]}
""",
    )
    assert "the scenarios of 'The talks' sum to 75% on 2 April 2025" in desk.said()


def test_two_scenarios_cannot_both_come(desk: Desk) -> None:
    came = "resolution: {outcome: happened, when: 2025-05-02}"
    desk.brief(
        "a",
        f"""what_to_expect:
  - {{id: v, text: Third., group: The talks, probability: 55%, by: 2025-07, {came}}}
  - {{id: w, text: Fourth., group: The talks, probability: 45%, by: 2025-07, {came}}}
""",
    )
    assert "two scenarios of 'The talks' happened, which exclude one another: 'v' is the other" in desk.said()


def test_a_scenario_alone_is_a_slip_in_the_words_of_its_group(desk: Desk) -> None:
    desk.brief(
        "a",
        "what_to_expect:\n"
        "  - {text: A., group: The talks, probability: 1, by: 2025-07}\n"
        "  - {text: B., group: The talk, probability: 1, by: 2025-07}\n",
    )
    assert "'The talk' has only this scenario\n  hint: write the same words in each, such as The talks" in desk.said()


def test_different_questions_are_no_twins(desk: Desk) -> None:
    """Other days, other numbers, scenarios of one question, what is resolved."""
    texts = ["The EU adopts its 17th package.", "The EU adopts its 18th package."]
    entries = "".join(
        f"  - {{id: p{n}, text: {text}, likelihood: {word}, by: 2025-07}}\n"
        for n, (text, word) in enumerate(zip(texts, ["likely", "unlikely"], strict=True))
    )
    desk.brief("a", f"what_to_expect:\n{entries}")
    desk.brief("b", "what_to_expect: [{id: p3, text: The EU adopts its 17th package., likelihood: very likely, by: 2025-08}]\n")
    assert rules(desk) == []


def test_a_twin_in_other_signs_is_a_twin(desk: Desk) -> None:
    desk.brief("a", "what_to_expect: [{id: r, text: It rains., likelihood: likely, by: 2025-07}]\n")
    desk.brief("b", "what_to_expect: [{id: s, text: '*It* rains!', likelihood: likely, by: 2025-07}]\n")
    assert "this says the same by the same day as 'a:r'" in desk.said()


def test_a_twin_in_other_words_is_told(desk: Desk) -> None:
    desk.brief("a", "what_to_expect: [{id: r, text: It rains in Oslo on Sunday., likelihood: likely, by: 2025-07}]\n")
    desk.brief("b", "what_to_expect: [{id: s, text: On Sunday it rains in Oslo., likelihood: likely, by: 2025-07}]\n")
    assert "this says nearly the same by the same day as 'a:r', and would be counted twice" in desk.said()


def test_a_date_without_an_end_is_none(desk: Desk) -> None:
    said = desk.brief("a", "what_to_expect: [{text: It rains., likelihood: likely, by: 2025-07/..}]\n").said()
    assert "warning[judgement-without-by] '2025-07/..' has no end, so this judgement is never due" in said


def test_who_takes_a_judgement_up_again_does_not_say_it_anew(desk: Desk) -> None:
    """Whoever copies the whole entry is told to leave out what stands there, and makes no second judgement."""
    desk.brief("a", f"{HEAD}}}]\n")
    desk.write(
        "briefings/b.md",
        "---\ntitle: B\npublished: 2025-04-01\nwhat_to_expect:\n"
        "  - {id: 'a:rain', text: It rains., likelihood: unlikely, by: 2025-06-30}\n---\nText.\n",
    )
    said = desk.said()
    for name in ("text", "by"):
        assert f"'{name}' is said where the judgement was made, and nowhere else\n  hint: take this line out" in said
    assert "unsafe-id" not in said


def test_an_id_alone_is_no_sentence(desk: Desk) -> None:
    desk.brief("a", f"{HEAD}}}]\n").brief("b", "what_to_expect: ['a:rain']\n")
    assert "'a:rain' is the id of a judgement, which readers would see as it is typed\n  hint: write - id: a:rain" in desk.said()


def test_an_entry_with_half_an_id_is_told_both_ways_on(desk: Desk) -> None:
    said = desk.brief("a", f"{HEAD}}}]\n").brief("b", "what_to_expect: [{id: a, likelihood: unlikely}]\n").said()
    assert "hint: write a line such as text: One sentence.; or, for a judgement of an earlier briefing, its full id" in said


def test_a_judgement_is_taken_up_once_in_a_briefing(desk: Desk) -> None:
    desk.brief("a", f"{HEAD}}}]\n")
    entries = "[{id: 'a:rain', likelihood: unlikely}, {id: 'a:rain', confidence: low}]"
    desk.write("briefings/b.md", f"---\ntitle: B\npublished: 2025-04-01\nwhat_to_expect: {entries}\n---\nText.\n")
    assert "hint: write both as one entry" in desk.said()


@pytest.mark.parametrize("typed", ["June 2025", "Q2 2025", "early June 2025"])
def test_a_vague_date_of_a_revision_gets_a_mend_that_is_taken(desk: Desk, typed: str) -> None:
    """A month would be refused in its turn."""
    said = desk.brief("a", f"{HEAD}, revisions: [{{when: {typed}, likelihood: unlikely}}]}}]\n").said()
    assert f"'{typed}' is not a moment\n  hint: write a day and a time, such as 2025-0" in said
    assert "T18:00" in said


ALIKE = "A ceasefire at sea is signed by both sides in Istanbul"


@pytest.mark.parametrize(
    ("by", "ended", "is_told"),
    [
        ("2025-05", "", True),
        ("2025-06-05", "", True),
        ("2025-06-07", "", False),
        ("2025-05-31", ", resolution: {outcome: did_not_happen, when: 2025-05-31}", True),
    ],
)
def test_other_words_and_another_way_to_write_the_day_make_no_other_question(desk: Desk, by: str, ended: str, is_told: bool) -> None:
    """Whether its twin is open or not; on a day on which many are due, too."""
    entries = [f"{{id: n{n}, text: Number {n} of thing{n} and matter{n} comes{n}., likelihood: likely, by: 2025-05-31}}" for n in range(60)]
    first = f"{{id: first, text: {ALIKE}., likelihood: likely, by: 2025-05-31{ended}}}"
    desk.brief("a", f"what_to_expect: [{', '.join([*entries, first])}]\n")
    again = (
        f"{{id: again, text: {ALIKE} soon., likelihood: unlikely, by: {by}}}"
        if ended
        else f"{{id: again, text: {ALIKE} soon., likelihood: likely, by: {by}}}"
    )
    desk.brief("b", f"what_to_expect: [{again}]\n")
    assert ("told-twice" in rules(desk)) == is_told


def test_scenarios_in_the_same_words_on_two_questions_are_two(desk: Desk) -> None:
    both = ", ".join(f"{{text: {text}., group: GROUP, probability: 50%, by: 2025-07-31}}" for text in ("Nothing changes", "Something does"))
    desk.brief("a", f"what_to_expect: [{both}]\n".replace("GROUP", "What comes of the talks in Riyadh?"))
    desk.brief("b", f"what_to_expect: [{both}]\n".replace("GROUP", "Who leads the commission from June on?"))
    assert "told-twice" not in rules(desk)
