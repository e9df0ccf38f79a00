"""`spotbrief audit` against a forecaster who tries words out, and keeps those that turned out well."""

import pytest

from tests.cli.run import run
from tests.desks import Desk
from tests.histories import ENDED as IN_MAY
from tests.histories import ROUND as BY_MAY
from tests.histories import History
from tests.histories import talks as briefing

ROUND = BY_MAY.replace("2025-05-31", "2025-04-30")
ENDED = IN_MAY.replace("05-16", "04-16")
BOLD = ROUND.replace("likelihood: likely", "likelihood: very likely").replace("0.7", "0.9")
BACK_THEN = "    revisions: [{when: 2025-03-10, likelihood: very likely, probability: 0.9}]\n"
VOID = "    resolution: {outcome: void, when: 2025-04-20, note: They were called off.}\n"
TAKEN_UP = "  - id: talks:round\n"
CAME_LATE = "corrections: [{when: 2025-04-01, now: The revision of talks:round of 10 March 2025 came on 1 April 2025.}]\n"


@pytest.fixture
def history(desk: Desk) -> History:
    """One published judgement, due at the end of April."""
    made = History(desk)
    made.commit("2025-03-03", talks=talks())
    return made


def talks(judgements: str = ROUND, more: str = "", published: str = "2025-03-03") -> str:
    """A briefing that expects something by the end of April."""
    return briefing(judgements, more, published)


def resolved(when: str, outcome: str = "happened") -> str:
    """How it ended, and when."""
    return f"    resolution: {{outcome: {outcome}, when: {when}}}\n"


# A question that falls away.


@pytest.mark.parametrize("first", ["", ENDED])
def test_a_later_briefing_that_voids_it_after_its_day(history: History, first: str) -> None:
    """As the judgement itself would, under a date at which nobody did."""
    if first:
        history.commit("2025-04-17", later=talks(TAKEN_UP + first, published="2025-04-17"))
    history.commit("2025-05-20", later=talks(TAKEN_UP + VOID, published="2025-04-17" if first else "2025-05-20"))
    found = [one for one in history.findings() if one["field"] == "resolved" and one["kind"] == "backdated"]
    assert [(one["judgement"], one["was"], one["now"], one["file"]) for one in found] == [
        ("talks:round", "2025-04-20", "2025-05-20", "briefings/later.md")
    ]
    owned = "corrections: [{when: 2025-05-21, now: The outcome of talks:round was void from 20 April 2025 on.}]\n"
    history.commit("2025-05-21", later=talks(TAKEN_UP + VOID, owned, published="2025-04-17" if first else "2025-05-20"))
    assert history.kinds() == []


def test_a_later_briefing_that_voids_it_in_time(history: History) -> None:
    """Or that does not hide that it came after its day, which is scored so."""
    history.commit("2025-04-21", later=talks(TAKEN_UP + VOID, published="2025-04-21"))
    assert history.kinds() == []
    history.commit("2025-04-22", later=None)
    history.commit("2025-05-20", other=talks(TAKEN_UP + VOID.replace("04-20", "05-20"), published="2025-05-20"))
    assert ("resolved", "backdated") not in history.kinds()


def test_a_pull_request_that_voids_it_after_its_day_is_told(history: History) -> None:
    """Though it does not touch the briefing of the judgement."""
    base = history.git("rev-parse", "HEAD").strip()
    history.desk.write("briefings/later.md", talks(TAKEN_UP + VOID, published="2025-05-31"))
    assert "is dated 2025-04-20" in run(history.desk, "changes", base).output.replace("\\", "")


# Words that are tried out.


def test_a_word_that_was_put_back_is_no_ground_for_a_revision_later(history: History) -> None:
    """Who edits it every day for an hour could choose with hindsight which of them were revisions."""
    history.commit("2025-03-10", talks=talks(BOLD))
    history.commit("2025-03-11", talks=talks())
    assert history.kinds() == []
    history.commit("2025-04-20", talks=talks(ROUND + BACK_THEN))
    assert history.kinds() == [("revision", "backdated")]


def test_of_several_edits_in_place_all_become_revisions(history: History) -> None:
    """Not the one alone that turned out well."""
    history.commit("2025-03-10", talks=talks(BOLD))
    history.commit("2025-03-20", talks=talks(ROUND.replace("likelihood: likely", "likelihood: unlikely").replace("0.7", "0.3")))
    history.commit("2025-04-20", talks=talks(ROUND + BACK_THEN))
    assert history.kinds() == [("likelihood", "put_back"), ("probability", "put_back"), ("revision", "backdated")]
    both = BACK_THEN.replace("}]", "}, {when: 2025-03-20, likelihood: unlikely, probability: 0.3}]")
    history.commit("2025-04-20", talks=talks(ROUND + both))
    assert history.kinds() == []


def test_a_word_that_was_put_back_and_made_a_revision_within_the_hour(history: History) -> None:
    """In two commits."""
    history.commit("2025-03-10", talks=talks(BOLD))
    history.commit("2025-04-20T10:00:00+00:00", talks=talks())
    history.commit("2025-04-20T10:20:00+00:00", talks=talks(ROUND + BACK_THEN))
    assert history.kinds() == []


def test_a_word_that_was_put_back_once_the_answer_was_known(history: History) -> None:
    """It stood there to be kept if it came true; a revision of its day says what readers had."""
    history.commit("2025-03-10", talks=talks(BOLD))
    history.commit("2025-05-03", talks=talks())
    assert history.kinds() == [("likelihood", "put_back"), ("probability", "put_back")]
    said = run(history.desk, "audit").output
    assert "the probability was '0.9' until it was known what came, and was put back to '0.7'" in said
    assert "hint: write what readers had until then below revisions" in said
    history.commit("2025-05-04", talks=talks(ROUND + BACK_THEN))
    assert history.kinds() == []


UNLIKELY = ROUND.replace("likelihood: likely", "likelihood: unlikely").replace("0.7", "0.3")


def test_a_word_that_stood_for_days_and_was_put_back_before_the_answer(history: History) -> None:
    """Every day is scored, and who has seen how it goes takes none of them back. A revision says it, or a correction."""
    history.commit("2025-03-10", talks=talks(BOLD))
    history.commit("2025-04-01", talks=talks())
    assert history.kinds() == [("likelihood", "put_back"), ("probability", "put_back")]
    assert "the probability was '0.9' from 2025-03-10 on, and was put back to '0.7'" in run(history.desk, "audit").output
    said = "corrections: [{when: 2025-04-01, now: The likelihood and probability of talks:round were mistyped.}]\n"
    history.commit("2025-04-02", talks=talks(more=said))
    assert history.kinds() == []
    again = BACK_THEN.replace("}]", "}, {when: 2025-04-01, likelihood: likely, probability: 0.7}]")
    history.commit("2025-04-02", talks=talks(ROUND + again))
    assert history.kinds() == []


@pytest.mark.parametrize("last", ["2025-03-20T20:00:00+00:00", "2025-04-01T21:00:00+00:00"])
def test_several_words_that_stood_one_after_the_other_and_were_put_back(history: History, last: str) -> None:
    """However short the last of them stood: a revision that says one of them does not say the others."""
    history.commit("2025-03-10", talks=talks(BOLD))
    history.commit(last, talks=talks(UNLIKELY))
    history.commit("2025-04-01T22:30:00+00:00", talks=talks())
    revision = "    revisions: [{{when: {day}, likelihood: unlikely, probability: 0.3}}]\n"
    history.commit("2025-04-01T22:40:00+00:00", talks=talks(ROUND + revision.format(day=last[:10])))
    assert {("likelihood", "put_back"), ("probability", "put_back")} <= {*history.kinds()}


@pytest.mark.parametrize("meanwhile", [BACK_THEN.replace("very likely, probability: 0.9", "unlikely, probability: 0.3"), ""])
@pytest.mark.parametrize("put_back", ["2025-04-01", "2025-04-20"])
def test_a_revision_that_said_something_else_for_days(history: History, meanwhile: str, put_back: str) -> None:
    """Or was not there, and is again once things go well; a correction owns up to it."""
    history.commit("2025-03-10", talks=talks(ROUND + BACK_THEN))
    history.commit("2025-03-15", talks=talks(ROUND + meanwhile))
    history.commit(put_back, talks=talks(ROUND + BACK_THEN))
    assert history.kinds() == [("revision", "put_back")]
    said = "corrections: [{when: 2025-04-20, now: 'From 15 March on, talks:round had no such revision.'}]\n"
    history.commit("2025-04-20", talks=talks(ROUND + BACK_THEN, said))
    assert history.kinds() == []


def test_what_a_later_briefing_did_not_say_for_days(history: History) -> None:
    up = TAKEN_UP + "    likelihood: very likely\n"
    history.commit("2025-03-10", later=talks("  - Rain.\n" + up, published="2025-03-10"))
    history.commit("2025-03-15", later=talks("  - Rain.\n", published="2025-03-10"))
    history.commit("2025-03-16", later=talks("  - Rain.\n" + up, published="2025-03-10"))
    assert history.kinds() == []
    history.commit("2025-03-17", later=talks("  - Rain.\n", published="2025-03-10"))
    history.commit("2025-04-01", later=talks("  - Rain.\n" + up, published="2025-03-10"))
    assert history.kinds() == [("followup", "put_back")]


def test_a_slip_in_the_reason_of_a_revision_is_put_back(history: History) -> None:
    """It is no other word."""
    revised = BACK_THEN.replace("0.9}", "0.9, why: {why}}")
    for day, why in (("10", "A place is named."), ("15", "A palace is named."), ("25", "A place is named.")):
        history.commit(f"2025-03-{day}", talks=talks(ROUND + revised.replace("{why}", why)))
    assert history.kinds() == []


# What came late, and goes again.


def late(more: str = "", correction: str = "") -> str:
    return talks(ROUND + more, correction)


@pytest.mark.parametrize("owned", [False, True])
def test_a_late_revision_may_go_again_unless_it_was_owned_up_to(history: History, owned: bool) -> None:
    """Then it counts, and goes as little in silence as any other."""
    correction = CAME_LATE if owned else ""
    history.commit("2025-04-01", talks=late(BACK_THEN, correction))
    assert history.kinds() == ([] if owned else [("revision", "backdated")])
    history.commit("2025-04-10", talks=late("", correction))
    assert history.kinds() == ([("revision", "taken_away")] if owned else [])


def test_a_late_revision_that_was_owned_up_to_does_not_change_in_silence(history: History) -> None:
    history.commit("2025-04-01", talks=late(BACK_THEN, CAME_LATE))
    history.commit("2025-04-10", talks=late(BACK_THEN.replace("0.9", "0.94"), CAME_LATE))
    assert history.kinds() == [("revision", "changed")]


def test_a_late_revision_that_went_when_it_was_wrong(history: History) -> None:
    """It would have got its right date, had it been right."""
    history.commit("2025-04-01", talks=late(BACK_THEN))
    history.commit("2025-05-03", talks=late(resolved("2025-04-30", "did_not_happen")))
    assert history.kinds() == [("revision", "taken_away")]


def test_a_late_revision_gets_its_right_date_whenever(history: History) -> None:
    """As the hint says; a day on which it was not there is none."""
    history.commit("2025-04-01", talks=late(BACK_THEN))
    history.commit("2025-04-20", talks=late(BACK_THEN.replace("03-10", "04-01")))
    assert history.kinds() == []
    history.commit("2025-04-21", talks=late(BACK_THEN.replace("03-10", "03-25")))
    assert ("revision", "backdated") in history.kinds()


@pytest.mark.parametrize("owned", [False, True])
def test_a_judgement_that_came_late_and_went_when_it_was_wrong(history: History, owned: bool) -> None:
    """Before that it may be taken out again, as the hint says, unless it was owned up to."""
    extra = (
        ROUND.replace("id: round", "id: extra")
        .replace("A second round", "A truce")
        .replace("    group:", "    indicators: [It.]\n    group:")
    )
    correction = "corrections: [{when: 2025-04-01, now: The judgement talks:extra came later.}]\n" if owned else ""
    history.commit("2025-04-01", talks=late(extra, correction))
    history.commit("2025-04-20", talks=late("", correction))
    assert history.kinds() == ([("judgement", "taken_away")] if owned else [])
    history.commit("2025-04-21", talks=late(extra, correction))
    history.commit("2025-05-03", talks=late("", correction))
    assert history.kinds() == [("judgement", "taken_away")]


def test_what_a_later_briefing_said_too_late_and_took_back_when_it_was_wrong(history: History) -> None:
    up = TAKEN_UP + "    likelihood: very likely\n"
    history.commit("2025-03-10", later=talks("  - Rain.\n", published="2025-03-10"))
    history.commit("2025-04-01", later=talks("  - Rain.\n" + up, published="2025-03-10"))
    assert history.kinds() == [("followup", "backdated")]
    history.commit("2025-04-02", later=talks("  - Rain.\n", published="2025-03-10"))
    assert history.kinds() == []
    history.commit("2025-04-03", later=talks("  - Rain.\n" + up, published="2025-03-10"))
    history.commit("2025-05-03", later=talks("  - Rain.\n", published="2025-03-10"))
    assert history.kinds() == [("followup", "taken_away")]


# The day of grace.


@pytest.mark.parametrize(("came", "is_told"), [("2025-04-15T20:40:00+00:00", False), ("2025-04-15T22:00:00+00:00", True)])
def test_the_day_of_grace_ends_when_the_answer_is_known(history: History, came: str, is_told: bool) -> None:
    """A revision of the eve that came on the day itself, in the time of the desk: late in the evening it is the next day in Kyiv."""
    revised = "    revisions: [{when: 2025-04-15T23:30, likelihood: almost certain, probability: 0.97}]\n"
    history.commit(came, talks=talks(ROUND + revised))
    history.commit("2025-04-17", talks=talks(ROUND + revised + ENDED))
    assert history.kinds() == ([("revision", "backdated")] if is_told else [])


def test_a_briefing_of_the_eve_that_came_when_the_answer_was_known(history: History) -> None:
    """The first word has no more grace than later ones."""
    history.commit("2025-04-16", late=talks(published="2025-04-15"))
    assert history.kinds() == []
    history.commit("2025-04-18", late=talks(ROUND + ENDED, published="2025-04-15"))
    assert history.kinds() == [("briefing", "backdated")]


def test_a_day_of_grace_is_left_while_nothing_is_known(history: History) -> None:
    """What was written in the evening is merged the next morning."""
    revised = "    revisions: [{when: 2025-04-10T18:00, likelihood: very likely, probability: 0.9}]\n"
    history.commit("2025-04-11T07:00:00+00:00", talks=talks(ROUND + revised))
    history.commit("2025-05-02", talks=talks(ROUND + revised + ENDED))
    assert history.kinds() == []


# Revisions that came along.


OWNED_DATE = "corrections: [{when: 2025-04-12, now: 'This briefing of 1 March 2025 came on 11 April 2025.'}]\n"
OWNED_BOTH = OWNED_DATE.replace("2025.'}", "2025.'}, {when: 2025-04-12, now: The revision of late:round of 10 March 2025 came then too.}")


def test_a_revision_that_came_with_its_briefing_has_its_day_too(history: History) -> None:
    """A correction that owns up to the day of the briefing vouches for no word that is dated after it."""
    history.commit("2025-04-11", late=talks(ROUND + BACK_THEN, published="2025-03-01"))
    assert history.kinds() == [("briefing", "backdated"), ("revision", "backdated")]
    history.commit("2025-04-12", late=talks(ROUND + BACK_THEN, OWNED_DATE, published="2025-03-01"))
    assert history.kinds() == [("revision", "backdated")]
    history.commit("2025-04-12", late=talks(ROUND + BACK_THEN, OWNED_BOTH, published="2025-03-01"))
    assert history.kinds() == []
    history.commit("2025-04-13", late=talks(ROUND + BACK_THEN.replace("03-10", "04-11"), OWNED_DATE, published="2025-03-01"))
    assert history.kinds() == []


def test_so_has_one_that_came_with_a_judgement_that_was_forgotten(history: History) -> None:
    extra = (ROUND + BACK_THEN).replace("id: round", "id: extra").replace("A second round", "A truce")
    owned = "corrections: [{when: 2025-04-01, now: The judgement talks:extra came later.}]\n"
    history.commit("2025-04-01", talks=talks(ROUND + extra, owned))
    assert [(one["judgement"], one["field"], one["was"], one["now"]) for one in history.findings()] == [
        ("talks:extra", "revision", "2025-03-10", "2025-04-01")
    ]


def test_one_that_a_desk_wrote_while_the_merge_waited_is_in_time(history: History) -> None:
    """By the grace that all have."""
    revised = BACK_THEN.replace("03-10", "04-02")
    history.commit("2025-04-03", late=talks(ROUND + revised, published="2025-04-02"))
    assert history.kinds() == []


# The day of publication.


@pytest.mark.parametrize("moved", ["2025-04-20", "2025-03-20"])
def test_a_briefing_that_came_late_is_dated_when_it_came(history: History, moved: str) -> None:
    """Later or earlier, other days are counted; and a correction that owns up to one date vouches for no other."""
    owned = "corrections: [{when: 2025-04-10, now: This briefing of 1 April 2025 came on 10 April 2025.}]\n"
    history.commit("2025-04-10", late=talks(published="2025-04-01"))
    history.commit("2025-04-11", late=talks(published="2025-04-10"))
    assert history.kinds() == []
    history.commit("2025-05-01", late=talks(more=owned, published=moved))
    assert ("published", "changed") in history.kinds()


def test_what_was_published_too_early_is_told(history: History) -> None:
    """Readers had it, whatever it says of its date since."""
    history.commit("2025-03-20", early=talks(published="2025-03-20"))
    history.commit("2025-03-22", early=talks("  - Rain.\n", "status: draft\n", published="2025-04-20"))
    history.commit("2025-04-20", early=talks("  - Rain.\n", published="2025-04-20"))
    assert {("published", "changed"), ("judgement", "taken_away")} <= {*history.kinds()}


def test_within_the_hour_of_publication_nobody_had_it(history: History) -> None:
    """A slip of the pen is mended, or the whole taken back; the hour is the first one, and does not begin anew."""
    history.commit("2025-03-20T10:00:00+00:00", fresh=talks(published="2025-03-20T12:00"), gone=talks(published="2025-03-20"))
    history.commit("2025-03-20T10:50:00+00:00", fresh=talks(BOLD, published="2025-03-20T12:00"), gone=None)
    assert history.kinds() == []
    history.commit("2025-03-20T11:10:00+00:00", fresh=talks(published="2025-03-20T12:00"))
    assert history.kinds() == [("likelihood", "changed"), ("probability", "changed")]


# Whose record it is.


def rows(authors: str, topics: str = "[]", more: str = "", judgement: str = ROUND) -> str:
    return talks(judgement, f"authors: {authors}\ntopics: {topics}\n{more}")


def test_a_record_stays_with_its_authors(desk: Desk) -> None:
    history = History(desk)
    history.commit("2025-03-03", talks=rows("[ada, bo]"), dull="---\ntitle: Dull\npublished: 2025-03-03\nauthors: [ada]\n---\nText.\n")
    history.commit("2025-03-10", talks=rows("[bo, ada]"), dull="---\ntitle: Dull\npublished: 2025-03-03\nauthors: [bo]\n---\nText.\n")
    assert history.kinds() == []
    history.commit("2025-03-20", talks=rows("[cy]"))
    assert [(one["field"], one["was"], one["now"]) for one in history.findings()] == [("authors", "ada, bo", "cy")]
    assert "the list of authors was 'ada, bo' and is 'cy'" in history.findings()[0]["message"]
    owned = "corrections: [{when: 2025-03-21, was: Ada and Bo, now: Cy, text: The authors were named wrongly.}]\n"
    history.commit("2025-03-21", talks=rows("[cy]", more=owned))
    assert history.kinds() == []


def test_topics_may_be_put_in_order_until_the_answer_is_known(desk: Desk) -> None:
    """Then they would move it to a row in which it looks better; one that was said of the whole briefing may be said of the judgement."""
    history = History(desk)
    history.commit("2025-03-03", talks=rows("[ada]", "[rain]"))
    history.commit("2025-04-03", talks=rows("[ada]", "[rain, sun]", "storyline: skies\n"))
    history.commit("2025-05-03", talks=rows("[ada]", "[sun]", "storyline: skies\n", ROUND + "    topics: [rain]\n"))
    assert history.kinds() == []
    history.commit("2025-05-04", talks=rows("[ada]", "[sun]", "storyline: seas\n"))
    assert [(one["field"], one["judgement"], one["was"], one["now"]) for one in history.findings()] == [
        ("storyline", None, "skies", "seas"),
        ("topics", "talks:round", "rain, sun", "sun"),
    ]


def test_a_topic_that_was_there_when_the_answer_came_stays(desk: Desk) -> None:
    """Also where it was added meanwhile; what is put back to that never changed."""
    history = History(desk)
    history.commit("2025-03-03", talks=rows("[ada]", "[rain]"))
    history.commit("2025-04-03", talks=rows("[ada]", "[rain, sun]"))
    history.commit("2025-05-03", talks=rows("[ada]", "[rain]"))
    assert [(one["was"], one["now"]) for one in history.findings()] == [("rain, sun", "rain")]
    history.commit("2025-05-04", talks=rows("[ada]", "[rain, sun]"))
    assert history.kinds() == []


def test_a_topic_with_another_id_is_the_same(desk: Desk) -> None:
    history = History(desk)
    history.commit("2025-03-03", talks=rows("[ada]", "[rain]"))
    desk.write("content/topics/showers.yml", "name: Showers\nformer_slugs: [rain]\n")
    desk.write("content/authors/ada-merrow.yml", "name: Ada Merrow\nformer_slugs: [ada]\n")
    history.commit("2025-05-03", talks=rows("[ada-merrow]", "[showers]"))
    assert history.kinds() == []


# Corrections of something else.


@pytest.mark.parametrize(
    "correction",
    [
        "now: The probability of rain was not said by the ministry.",
        "now: In one of the outcomes the revision was published in the paper.",
        "was: 70 people, now: 75 people",
        "was: In 70 of 75 cases, now: In 75 of 70 cases",
        "now: The table shows a `round` number.",
        "now: That was the round of the second day, text: Of the talks.",
        "was: Rain is likely, now: Rain is very likely to fall on the whole of the country tomorrow",
    ],
)
@pytest.mark.parametrize("field", ["likelihood", "probability", "id", "by"])
def test_a_correction_owns_up_to_no_change_by_chance(history: History, field: str, correction: str) -> None:
    """A number, the name of a field, or what could be an id stands in many a sentence."""
    changed = {
        "likelihood": ROUND.replace("likelihood: likely", "likelihood: very likely"),
        "probability": ROUND.replace("0.7", "0.75"),
        "id": ROUND.replace("id: round", "id: of-the"),
        "by": ROUND.replace("04-30", "05-30"),
    }[field]
    history.commit("2025-03-20", talks=talks(changed, f"corrections: [{{when: 2025-03-20, {correction}}}]\n"))
    assert (field, "changed") in history.kinds()


@pytest.mark.parametrize(
    "correction",
    [
        "was: 70%, now: 75%",
        "was: 70 percent, now: 75 percent",
        "now: 'The probability was 0.7, and is 0.75.'",
        "now: 'We raised `round` to 75 %.'",
        "now: Die Wahrscheinlichkeit von talks:round ist 75 Prozent.",
        "was: '70', now: '75'",
        "now: 'Ймовірність судження «round» — 75 відсотків.'",
    ],
)
def test_honest_words_for_a_probability(history: History, correction: str) -> None:
    history.commit("2025-03-20", talks=talks(ROUND.replace("0.7", "0.75"), f"corrections: [{{when: 2025-03-20, {correction}}}]\n"))
    assert history.kinds() == []
