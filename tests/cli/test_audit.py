"""`spotbrief audit`: what was done in silence to what readers had, by the history of a desk in git."""

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.run import run
from tests.desks import Desk
from tests.histories import CORRECTED, ENDED, REVISED, ROUND, History, talks


@pytest.fixture
def history(desk: Desk) -> History:
    """One published judgement."""
    made = History(desk)
    made.commit("2025-03-03", talks=talks())
    return made


SILENT: dict[str, tuple[str, tuple[str, str]]] = {
    "likelihood": (ROUND.replace("likely", "very likely"), ("likelihood", "changed")),
    "probability": (ROUND.replace("0.7", "75%"), ("probability", "changed")),
    "probability that is gone": (ROUND.replace("    probability: 0.7\n", ""), ("probability", "taken_away")),
    "confidence": (ROUND.replace("moderate", "high"), ("confidence", "changed")),
    "text": (ROUND.replace("A second round", "A third round"), ("text", "changed")),
    "by": (ROUND.replace("by: 2025-05-31", "by: 2025-06-30"), ("by", "changed")),
    "criteria": (ROUND.replace("in one place", "somewhere"), ("criteria", "changed")),
    "base rate": (ROUND.replace("0.4", "0.5"), ("base_rate", "changed")),
    "group": (ROUND.replace("What comes", "What follows"), ("group", "changed")),
    "id": (ROUND.replace("id: round", "id: second"), ("id", "changed")),
    "judgement": ("  - Rain.\n", ("judgement", "taken_away")),
}


@pytest.mark.parametrize("what", SILENT)
def test_what_was_published_may_not_change_in_silence(history: History, what: str) -> None:
    """Each field, with what it said and says, the commit, its day, and the line of today."""
    changed, expected = SILENT[what]
    commit = history.commit("2025-03-20", talks=talks(changed))
    found = [one for one in history.findings() if (one["field"], one["kind"]) == expected]
    assert [(one["commit"], one["day"]) for one in found] == [(commit[:10], "2025-03-20")]
    assert found[0]["judgement"] == ("talks:second" if what == "id" else "talks:round")
    assert found[0]["file"] == "briefings/talks.md"


ASKED = '"What comes after the first round?"'


@pytest.mark.parametrize("blanks", ["after  the", " What", "round? ", "after\u00a0the"])
def test_a_blank_parts_no_scenario_from_its_question(history: History, blanks: str) -> None:
    """Two groups are two questions, and are weighed otherwise."""
    before = next(one for one in ("after the", "What", "round?") if one.split() == blanks.split())
    history.commit("2025-03-20", talks=talks(ROUND.replace(ASKED[1:-1], ASKED)))
    assert history.kinds() == []
    history.commit("2025-03-21", talks=talks(ROUND.replace(ASKED[1:-1], ASKED.replace(before, blanks))))
    assert history.kinds() == [("group", "changed")]


@pytest.mark.parametrize("what", SILENT)
def test_a_correction_that_came_with_it_or_later_owns_up(history: History, what: str) -> None:
    """One that stood there before does not."""
    changed, expected = SILENT[what]
    history.commit("2025-03-20", talks=talks(changed))
    history.commit("2025-03-25", talks=talks(changed, CORRECTED))
    assert expected not in history.kinds()
    history.commit("2025-03-26", talks=talks(changed))
    assert expected in history.kinds()
    history.commit("2025-03-27", talks=talks(ROUND, CORRECTED))
    history.commit("2025-03-28", talks=talks(changed, CORRECTED))
    assert expected in history.kinds()


@pytest.mark.parametrize("what", SILENT)
def test_a_correction_of_something_else_owns_up_to_nothing(history: History, what: str) -> None:
    """Whether it comes with the change or long after it."""
    changed, expected = SILENT[what]
    other = "corrections: [{when: 2025-03-20, was: Mr Smit, now: Mr Smith, text: A name was spelt wrongly by mistake.}]\n"
    history.commit("2025-03-20", talks=talks(changed, other))
    history.commit("2025-05-20", talks=talks(changed, other.replace("03-20", "05-20")))
    assert expected in history.kinds()


@pytest.mark.parametrize(
    ("what", "correction"),
    [
        ("likelihood", "was: We said likely., now: We meant very likely."),
        ("probability", "was: 70%, now: 75%"),
        ("probability", "now: The probability of talks:round was mistyped."),
        ("text", "was: second, now: third"),
        ("by", "was: 31 May 2025, now: 30 June 2025"),
        ("by", "was: by the end of May, now: 2025-06-30"),
        ("criteria", "was: in one place, now: somewhere"),
        ("base rate", "now: The base rate is 0.5., text: See talks:round."),
        ("judgement", "now: It is not for us to say whether a second round takes place., text: It was the judgement “round”."),
    ],
)
def test_a_correction_quotes_what_was_changed(history: History, what: str, correction: str) -> None:
    """Its id, its field, or a part of what it said or says."""
    changed, expected = SILENT[what]
    history.commit("2025-03-20", talks=talks(changed, f"corrections: [{{when: 2025-03-20, {correction}}}]\n"))
    assert expected not in history.kinds()


def test_a_date_that_moved_is_owned_up_to_by_its_day(history: History) -> None:
    """A correction of a comma says nothing of when the briefing was out."""
    comma = "corrections: [{when: 2025-03-20, was: 'ports, and', now: ports and}]\n"
    history.commit("2025-03-20", talks=talks(more=comma, published="2025-02-20"))
    assert ("published", "changed") in history.kinds()
    dated = "corrections: [{when: 2025-03-21, was: 3 March 2025, now: 20 February 2025}]\n"
    history.commit("2025-03-21", talks=talks(more=dated, published="2025-02-20"))
    assert history.kinds() == []


def test_what_was_added_late_on_record_does_not_change_in_silence_either(history: History) -> None:
    late = ROUND + ROUND.replace("id: round", "id: extra").replace("A second round", "A truce")
    owned = "corrections: [{when: 2025-03-20, now: The judgement “extra” was forgotten and came later.}]\n"
    history.commit("2025-03-20", talks=talks(late, owned))
    assert history.kinds() == []
    at, bolder = late.rindex("likely"), late
    bolder = late[:at] + "very likely" + late[at + len("likely") :]
    history.commit("2025-04-20", talks=talks(bolder, owned))
    assert ("likelihood", "changed") in history.kinds()


def test_what_is_not_committed_yet_is_told(history: History) -> None:
    """A build would take it."""
    history.desk.write("briefings/talks.md", talks(SILENT["likelihood"][0]))
    assert history.kinds() == [("likelihood", "changed")]


def test_briefings_that_git_does_not_follow_have_no_history(desk: Desk) -> None:
    """Behind a link to what is ignored they could be changed at will."""
    made = History(desk)
    desk.write("store/talks.md", talks()).write(".gitignore", "store\n")
    shutil.rmtree(desk.root / "briefings", ignore_errors=True)
    (desk.root / "briefings").symlink_to("store")
    made.commit("2025-03-03")
    done = run(desk, "audit")
    assert (done.exit_code, "git knows no version of any briefing" in done.output) == (2, True)


def test_a_field_after_another_sign_for_a_line_end_is_followed(history: History) -> None:
    """YAML knows more of them than git."""
    changed = dict[str, str]()
    for name, sign in (("line", "\u2028"), ("paragraph", "\u2029")):
        made = talks().replace("what_to_expect:\n", f"topics: []{sign}what_to_expect:{sign}")
        changed[name] = made.replace("likelihood: likely", "likelihood: very likely")
        history.commit("2025-03-03", **{name: made})
    history.commit("2025-03-20", **changed)
    assert history.kinds() == [("likelihood", "changed")] * 2


@pytest.mark.parametrize("what", SILENT)
def test_what_is_put_back_never_changed(history: History, what: str) -> None:
    """A word of likelihood by the next day, for every day on which it stands is scored."""
    history.commit("2025-03-20", talks=talks(SILENT[what][0]))
    history.commit("2025-03-21" if SILENT[what][1][0] in ("likelihood", "probability") else "2025-03-25", talks=talks())
    assert history.kinds() == []


def test_the_values_and_the_line_are_said(history: History) -> None:
    """To people too, with the mend."""
    commit = history.commit("2025-03-20", talks=talks(ROUND.replace("likely", "very likely")))
    (found,) = history.findings()
    assert (found["was"], found["now"], found["line"]) == ("likely", "very likely", 7)
    said = run(history.desk, "audit").output
    assert f"briefings/talks.md:7:17: talks:round: the likelihood was 'likely' and is 'very likely' ({commit[:10]}, 2025-03-20)\n" in said
    assert "hint: put it back, and write what is thought now below revisions" in said
    assert "1 silent change (3 commits, 1 briefing)." in said


HONEST: dict[str, Callable[[str], str]] = {
    "a revision": lambda one: one + REVISED,
    "an end": lambda one: one + ENDED,
    "more lines": lambda one: one.replace("A second round takes place.", "A second round\n      takes place."),
    "another way to write it": lambda one: one.replace("0.7", "70%").replace("likelihood: likely", "likelihood: 'likely'"),
    "sources and indicators": lambda one: one + "    indicators: [Flights.]\n",
    "another judgement above it": lambda one: one,
}


@pytest.mark.parametrize("what", HONEST)
def test_what_is_honest_is_not_told(history: History, what: str) -> None:
    history.commit("2025-03-10", talks=talks(HONEST[what](ROUND), prose="Another text."))
    assert history.kinds() == []
    assert "Nothing was changed in silence (3 commits, 1 briefing)." in run(history.desk, "audit").output


def test_revisions_are_appended_on_their_day(history: History) -> None:
    """Edited, taken away and backdated ones are told, and the mend of a date is none."""
    history.commit("2025-03-11", talks=talks(ROUND + REVISED))
    assert history.kinds() == []
    history.commit("2025-03-20", talks=talks(ROUND + REVISED.replace("very likely", "unlikely")))
    assert history.kinds() == [("revision", "changed")]
    history.commit("2025-03-21", talks=talks())
    assert history.kinds() == [("revision", "changed"), ("revision", "taken_away")]
    history.commit("2025-03-21", talks=talks(ROUND + REVISED))
    late = REVISED.replace("}]", "}, {when: 2025-03-12, likelihood: unlikely}]")
    history.commit("2025-03-22", talks=talks(ROUND + late))
    assert history.kinds() == [("revision", "backdated")]
    history.commit("2025-03-23", talks=talks(ROUND + late.replace("2025-03-12", "2025-03-22")))
    assert history.kinds() == []


def test_an_edit_in_place_may_be_put_right_on_its_own_day(history: History) -> None:
    """The first word goes back, and what readers saw since then becomes a revision of that day."""
    history.commit("2025-03-10", talks=talks(ROUND.replace("likelihood: likely", "likelihood: very likely").replace("0.7", "0.9")))
    assert len(history.findings()) == 2
    revision = "    revisions: [{when: 2025-03-10, likelihood: very likely, probability: 0.9}]\n"
    history.commit("2025-04-20", talks=talks(ROUND + revision))
    assert history.kinds() == []


def test_a_resolution_stays(history: History) -> None:
    """To give one is no change; to give another is."""
    history.commit("2025-05-16", talks=talks(ROUND + ENDED))
    history.commit("2025-05-20", talks=talks(ROUND + ENDED.replace("happened", "did_not_happen").replace("-16", "-17")))
    assert history.kinds() == [("outcome", "changed"), ("resolved", "changed")]
    history.commit("2025-05-21", talks=talks())
    assert history.kinds() == [("outcome", "changed"), ("outcome", "taken_away"), ("resolved", "changed"), ("resolved", "taken_away")]
    history.commit("2025-05-22", talks=talks(ROUND + ENDED))
    assert history.kinds() == []


def test_a_later_briefing_takes_it_up_when_it_opens(history: History) -> None:
    """What it says is not put in, edited or taken out afterwards."""
    up = "  - {id: 'talks:round', likelihood: very likely}\n"
    history.commit("2025-03-12", later=talks(up, published="2025-03-12"))
    assert history.kinds() == []
    history.commit("2025-04-12", later=talks(up.replace("very likely", "unlikely"), published="2025-03-12"))
    assert [(one["judgement"], one["was"], one["now"]) for one in history.findings()] == [("talks:round", "very likely", "unlikely")]
    history.commit("2025-04-13T08:00:00+00:00", later=talks("  - Rain.\n", published="2025-03-12"))
    assert ("followup", "taken_away") in history.kinds()
    history.commit("2025-04-13", other=talks("  []\n", published="2025-04-13"), later=talks(up, published="2025-03-12"))
    assert history.kinds() == []
    history.commit("2025-05-14", other=talks(up, published="2025-04-13"))
    assert history.kinds() == [("followup", "backdated")]


def test_what_a_later_briefing_says_of_the_end_stays(history: History) -> None:
    """It may be added there, too."""
    up = "  - id: talks:round\n"
    history.commit("2025-05-12", later=talks(up + "    likelihood: very likely\n", published="2025-05-12"))
    history.commit("2025-05-17", later=talks(up + "    likelihood: very likely\n" + ENDED, published="2025-05-12"))
    assert history.kinds() == []
    history.commit(
        "2025-05-18", later=talks(up + "    likelihood: very likely\n" + ENDED.replace("happened", "void"), published="2025-05-12")
    )
    assert [(one["judgement"], one["field"], one["was"], one["now"]) for one in history.findings()] == [
        ("talks:round", "outcome", "happened", "void")
    ]


VOID = "    resolution: {{outcome: void, when: {}, note: It fell away.}}\n"


@pytest.mark.parametrize(
    ("dated", "came", "told"),
    [("2025-05-31", "2025-06-01", 0), ("2025-05-30", "2025-05-31", 0), ("2025-05-10", "2025-06-01", 1), ("2025-05-31", "2025-06-02", 1)],
)
def test_nothing_falls_away_once_its_day_is_over(history: History, dated: str, came: str, told: int) -> None:
    """Not even on the next morning, but for what fell away on that day."""
    history.commit(came, talks=talks(ROUND + VOID.format(dated)))
    assert len(history.findings()) == told


def test_a_correction_is_not_dated_back_before_the_answer(history: History) -> None:
    """As if it had been mended in time."""
    edited = talks(ROUND.replace("likelihood: likely", "likelihood: unlikely"), CORRECTED.replace("2025-03-20", "2025-03-05"))
    history.commit("2025-06-20", talks=edited)
    assert history.kinds() == [("likelihood", "changed")]
    history.commit("2025-06-20", talks=edited.replace("2025-03-05", "2025-06-20"))
    assert history.kinds() == []


SAME = {
    "text: A second round takes place.": (
        "text: A second [[norway|round]] takes place.",
        "text: A second [round](https://example.org/a) takes place.",
    ),
    "criteria: Both meet in one place.": ("criteria: Both meet in [one](https://example.org/b) place.",),
    "by: 2025-05-31": ("by: 2025-05", "by: ../2025-05-31"),
}


@pytest.mark.parametrize(("old", "new"), [(old, new) for old, every in SAME.items() for new in every])
def test_what_readers_read_alike_is_the_same(history: History, old: str, new: str) -> None:
    """Links, and ways to write a day."""
    history.commit("2025-03-20", talks=talks(ROUND.replace(old, new)))
    assert history.kinds() == []


def test_so_are_quotation_marks_and_dashes(history: History) -> None:
    """However they are set."""
    history.commit("2025-03-04", other=talks(ROUND.replace("second round", "'second' dam's round - at last ..."), published="2025-03-04"))
    history.commit("2025-03-20", other=talks(ROUND.replace("second round", "‘second’ dam’s round – at last …"), published="2025-03-04"))
    assert history.kinds() == []


LATER = "  - {{id: 'talks:round', resolution: {{outcome: {outcome}, when: {when}}}}}\n"


@pytest.mark.parametrize("back", [True, False])
@pytest.mark.parametrize(
    ("outcome", "when", "told"),
    [("happened", "2025-05-16", []), ("happened", "2025-05-15", ["resolved"]), ("void", "2025-05-16", ["outcome"])],
)
def test_an_outcome_may_move_as_it_is(history: History, outcome: str, when: str, told: list[str], back: bool) -> None:
    """From a later briefing into the judgement, or the other way; another one is told."""
    later = talks(LATER.format(outcome="happened", when="2025-05-16"), published="2025-05-16")
    moved = talks(LATER.format(outcome=outcome, when=when), published="2025-05-16")
    here = talks(ROUND + ENDED)
    if back:
        history.commit("2025-05-16", talks=here, later=talks("", published="2025-05-16").replace("what_to_expect:\n", ""))
        history.commit("2025-05-20", talks=talks(), later=moved)
    else:
        history.commit("2025-05-16", later=later)
        ended = ENDED.replace("happened", outcome).replace("2025-05-16", when)
        history.commit("2025-05-20", talks=talks(ROUND + ended), later=talks("", published="2025-05-16").replace("what_to_expect:\n", ""))
    found = {one["field"] for one in history.findings()} - {"followup"}
    assert found == set(told)


def test_judgements_made_with_hindsight_are_told(history: History) -> None:
    """A briefing dated before it came, and a judgement put into one that readers had; a day is no delay, and prose is none."""
    history.commit("2025-04-10", late=talks(published="2025-04-01"), dull="---\ntitle: Old news\npublished: 2025-01-01\n---\nText.\n")
    assert [(one["briefing"], one["was"], one["now"]) for one in history.findings()] == [("late", "2025-04-01", "2025-04-10")]
    history.commit("2025-04-11", late=talks(published="2025-04-10"), fine=talks(published="2025-04-10"))
    assert history.kinds() == []
    history.commit("2025-04-15", talks=talks(ROUND + "  - Rain.\n"))
    assert history.kinds() == [("judgement", "added")]


def test_a_judgement_that_came_with_its_answer_is_told(history: History) -> None:
    """Of the same day, too: readers never had it open."""
    history.commit("2025-05-16", late=talks(ROUND + ENDED, published="2025-05-16"))
    assert history.kinds() == [("answer", "backdated")]
    assert "came on 2025-05-16 with its answer of 2025-05-16" in history.findings()[0]["message"]
    history.commit("2025-05-17", late=talks("  - Rain.\n", published="2025-05-16"), talks=talks(ROUND + ENDED))
    assert ("answer", "backdated") not in history.kinds()


@pytest.mark.parametrize("says", [ROUND, "  - {id: 'talks:round', likelihood: almost certain}\n"])
def test_a_briefing_that_came_withdrawn_is_told(history: History, says: str) -> None:
    """Its numbers would count though nobody ever read them."""
    gone = "status: withdrawn\nwithdrawn: A mistake.\n"
    history.commit("2025-04-01", late=talks(says, gone, published="2025-04-01"))
    assert ("withdrawn", "backdated") in history.kinds()
    history.commit("2025-04-02", late=None, honest=talks(says, published="2025-04-02").replace("Talks", "More"))
    history.commit("2025-04-03", honest=talks(says, gone, published="2025-04-02").replace("Talks", "More"))
    assert "honest" not in {one["briefing"] for one in history.findings()}


def test_another_folder_hides_nothing(history: History) -> None:
    """Briefings of the folder that `mkdocs.yml` named before are missed."""
    config = (history.root / "mkdocs.yml").read_text()
    history.desk.write("mkdocs.yml", config.replace("briefings: {", "briefings: {folder: reports, "))
    (history.root / "briefings/talks.md").unlink()
    history.desk.write("reports/more.md", talks(published="2025-03-20").replace("Talks", "More"))
    history.commit("2025-03-20")
    assert history.kinds() == [("briefing", "taken_away")]


def test_a_briefing_is_withdrawn_and_not_taken_away(history: History) -> None:
    """A file that goes and a text that becomes a draft again are told."""
    history.commit("2025-03-20", talks=talks(more="status: draft\n"))
    assert history.kinds() == [("briefing", "taken_away")]
    history.commit("2025-03-21", talks=talks(more="status: withdrawn\nwithdrawn: It was a hoax.\n"))
    assert history.kinds() == []
    history.commit("2025-03-22", talks=None)
    (found,) = history.findings()
    assert (found["field"], found["kind"], found["file"]) == ("briefing", "taken_away", None)


def test_its_dates_stay(history: History) -> None:
    history.commit("2025-03-20", talks=talks(published="2025-03-02"))
    assert history.kinds() == [("published", "changed")]
    history.commit("2025-03-21", talks=talks(more="embargo: 2025-03-05\n"))
    assert history.kinds() == [("embargo", "added")]
    history.commit("2025-03-22", talks=talks(published="2025-03-03T09:00"))
    assert history.kinds() == []


def test_only_what_readers_had_counts(history: History) -> None:
    """By the day of each commit: drafts and what is held back may change until they open."""
    history.commit("2025-04-01", draft=talks(more="status: draft\n", published="2025-04-01"), held=talks(more="embargo: 2025-04-10\n"))
    other = ROUND.replace("likely", "unlikely").replace("0.7", "0.3")
    history.commit("2025-04-05", draft=talks(other, published="2025-04-05"), held=talks(other, "embargo: 2025-04-10\n"))
    assert history.kinds() == []
    history.commit("2025-04-20", held=talks(more="embargo: 2025-04-10\n"))
    assert history.kinds() == [("likelihood", "changed"), ("probability", "changed")]


@pytest.mark.parametrize("more", ["", "former_slugs: [talks]\n"])
def test_a_renamed_file_is_followed(history: History, more: str) -> None:
    """By git, or by the former name that it tells."""
    history.commit("2025-03-20", talks=None, envoys=talks(more=more))
    assert history.kinds() == []
    history.commit("2025-03-21", envoys=talks(ROUND.replace("likely", "unlikely"), more))
    assert [(one["judgement"], one["was"]) for one in history.findings()] == [("envoys:round", "likely")]


def test_a_former_name_may_be_told_later(history: History) -> None:
    """Where git saw no likeness."""
    other = talks(ROUND.replace("moderate", "low")).replace("title: Talks\npublished: 2025-03-03", "title: Envoys\npublished: 2025-03-04")
    history.commit("2025-03-20", talks=None, envoys=other)
    assert ("briefing", "taken_away") in history.kinds()
    history.commit("2025-03-21", envoys=other.replace("title: Envoys", "title: Envoys\nformer_slugs: [talks]"))
    assert history.kinds() == [("confidence", "changed"), ("published", "changed")]


def test_quotation_marks_hide_nothing(history: History) -> None:
    """A text may go on in a line that looks like a field."""
    hidden = 'summary: "As we said:\nstatus: draft"\n'
    history.commit("2025-04-01", hidden=talks(more=hidden, published="2025-04-01"))
    history.commit("2025-04-10", hidden=talks(ROUND.replace("moderate", "low"), hidden, "2025-04-01"))
    assert history.kinds() == [("confidence", "changed")]


def test_a_folder_that_moved_is_followed(history: History) -> None:
    (history.root / "briefings/2025").mkdir()
    history.git("mv", "briefings/talks.md", "briefings/2025/talks.md")
    history.commit("2025-04-01")
    history.git("mv", "briefings", "texts")
    config = (history.root / "mkdocs.yml").read_text().replace("timezone:", "folder: texts, timezone:")
    history.desk.write("mkdocs.yml", config)
    history.commit("2025-04-02")
    assert history.kinds() == []
    history.desk.write("texts/2025/talks.md", talks(ROUND.replace("moderate", "low")))
    history.commit("2025-04-03")
    assert [(one["field"], one["file"]) for one in history.findings()] == [("confidence", "texts/2025/talks.md")]


def test_a_pair_is_one_briefing(history: History) -> None:
    """A text may become a pair; its prose is not looked at."""
    fields = talks().split("---\n")[1]
    history.commit("2025-03-20", talks="Prose.\n", talks_yml=fields)
    assert history.kinds() == []
    history.commit("2025-03-21", talks="Other prose.\n")
    history.commit("2025-03-22", talks_yml=fields.replace("moderate", "low"))
    (found,) = history.findings()
    assert (found["field"], found["file"], found["line"]) == ("confidence", "briefings/talks.yml", 8)


def test_a_sentence_is_a_judgement(history: History) -> None:
    """It is known by its words, and else by its number, which is its id as soon as a later briefing names it."""
    history.commit("2025-04-01", plain=talks("  - Rain.\n  - Snow.\n", published="2025-04-01"))
    history.commit("2025-04-10", plain=talks("  - text: Rain.\n  - Much snow.\n", published="2025-04-01"))
    assert [(one["judgement"], one["was"], one["now"]) for one in history.findings()] == [("plain:2", "Snow.", "Much snow.")]
    history.commit("2025-04-11", plain=talks("  - Snow.\n  - Rain.\n", published="2025-04-01"))
    assert history.kinds() == []
    history.commit("2025-04-12", later=talks("  - {id: 'plain:1', likelihood: likely}\n", published="2025-04-12"))
    assert history.kinds() == [("id", "changed"), ("id", "changed")]


def test_a_first_id_is_no_change(history: History) -> None:
    """`spotbrief revise` and `resolve` give one in place of a number; whoever changes it then is named."""
    history.commit("2025-04-01", plain=talks("  - Rain.\n", published="2025-04-01"))
    history.commit("2025-04-10", plain=talks("  - {text: Rain., id: rain}\n", published="2025-04-01"))
    assert history.kinds() == []
    history.commit("2025-04-11", plain=talks("  - {text: Rain., id: snow}\n", published="2025-04-01"))
    history.commit("2025-04-12", plain=talks("  - Rain.\n", published="2025-04-01"))
    assert [(one["was"], one["now"]) for one in history.findings()] == [("rain", "snow"), ("snow", "1")]


def test_an_id_may_be_given_once(history: History) -> None:
    """As the commands do that write below a judgement; then it stays."""
    history.commit("2025-04-01", plain=talks("  - Rain.\n", published="2025-04-01"))
    history.commit("2025-04-10", plain=talks("  - {id: rain, text: Rain.}\n", published="2025-04-01"))
    assert history.kinds() == []
    history.commit("2025-04-11", plain=talks("  - {id: showers, text: Rain.}\n", published="2025-04-01"))
    assert history.kinds() == [("id", "changed")]
    history.commit("2025-04-12", plain=talks("  - Rain.\n", published="2025-04-01"))
    assert ("id", "changed") in history.kinds()


def test_texts_that_cannot_be_read_are_passed_over_and_counted(history: History) -> None:
    """Readers never had them."""
    history.commit("2025-03-20", talks=talks("  - [\n"))
    history.commit("2025-03-21", talks=talks(ROUND.replace("by: 2025-05-31", "by: May")))
    history.commit("2025-03-22", talks=talks())
    assert history.kinds() == []
    assert "2 texts of earlier commits could not be read" in run(history.desk, "audit").output


def test_a_merge_counts_when_it_is_merged(history: History) -> None:
    """What went to and fro on a branch was never in the site."""
    history.git("checkout", "-q", "-b", "side")
    history.commit("2025-04-01", side=talks(ROUND.replace("moderate", "low"), published="2025-04-05"))
    history.commit("2025-04-02", side=talks(published="2025-04-05"), talks=talks(ROUND.replace("moderate", "low")))
    history.commit("2025-04-03", talks=talks())
    history.git("checkout", "-q", "main")
    history._git("2025-04-05", "merge", "-q", "--no-ff", "-m", "Merge", "side")
    assert history.kinds() == []


def test_a_shallow_clone_says_what_it_cannot_know(history: History, tmp_path_factory: pytest.TempPathFactory) -> None:
    """It takes for old what its first commit brings."""
    history.commit("2025-03-20", talks=talks(ROUND.replace("likely", "unlikely")))
    commit = history.commit("2025-03-21", talks=talks(ROUND.replace("moderate", "low")))
    clone = tmp_path_factory.mktemp("clone")
    subprocess.run(["git", "clone", "-q", "--depth", "2", f"file://{history.root}", clone], check=True)
    done = run(clone, "audit")
    assert done.exit_code == 1
    assert f"the confidence was 'moderate' and is 'low' ({commit[:10]}" in done.output
    assert "This clone is shallow" in done.output
    assert "dated 2025-03-03" not in done.output
    assert "the likelihood was 'likely'" not in done.output.replace("'unlikely'", "")


def test_a_clone_without_files_says_so(history: History, tmp_path_factory: pytest.TempPathFactory) -> None:
    """It fetches nothing, and vouches for nothing."""
    history.commit("2025-03-20", talks=talks(ROUND.replace("moderate", "low")))
    clone = tmp_path_factory.mktemp("clone")
    history.git("config", "uploadpack.allowFilter", "true")
    subprocess.run(["git", "clone", "-q", "--filter=blob:none", f"file://{history.root}", clone], check=True)
    subprocess.run(["git", "remote", "remove", "origin"], cwd=clone, check=True)
    done = run(clone, "audit")
    assert (done.exit_code, "partial" in done.output) == (2, True)


@pytest.mark.parametrize("way", ["no repository", "no commit"])
def test_without_history_one_sentence_is_said(desk: Desk, way: str) -> None:
    if way == "no commit":
        subprocess.run(["git", "init", "-q"], cwd=desk.root, check=True)
    done = run(desk, "audit")
    assert (done.exit_code, done.output.count("\n")) == (2, 1)
    assert "git has no history of this folder" in done.output


def test_a_desk_below_the_top_of_its_repository(tmp_path: Path) -> None:
    (tmp_path / "sites/desk").mkdir(parents=True)
    history = History(Desk(tmp_path / "sites/desk"))
    history.git("init", "-q", str(tmp_path))
    (history.root / ".git").rename(tmp_path / ".git") if not (tmp_path / ".git").exists() else None
    subprocess.run(["rm", "-rf", str(history.root / ".git")], check=True)
    history.commit("2025-03-03", talks=talks())
    history.commit("2025-03-20", talks=talks(ROUND.replace("moderate", "low")))
    assert [(one["field"], one["file"]) for one in history.findings()] == [("confidence", "briefings/talks.md")]


def test_a_change_is_told_before_it_happens(history: History) -> None:
    """In the report of a pull request, committed or not, with its line and the mend; an honest one is not."""
    base = history.git("rev-parse", "HEAD").strip()
    history.desk.write("briefings/talks.md", talks(ROUND + REVISED.replace("2025-03-10", "2025-06-01")))
    assert "What the audit will say" not in run(history.desk, "changes", base).output
    history.desk.write("briefings/talks.md", talks(ROUND.replace("likely", "unlikely")))
    said = run(history.desk, "changes", base).output
    assert "## What the audit will say\n\n- `briefings/talks.md:7:17`: talks" in said
    assert "the likelihood was 'likely' and is 'unlikely'; put it back" in said
    history.desk.write("briefings/talks.md", talks(ROUND.replace("likely", "unlikely"), CORRECTED.replace("2025-03-20", "2025-06-01")))
    assert "What the audit will say" not in run(history.desk, "changes", base).output
    (history.root / "briefings/talks.md").rename(history.root / "briefings/envoys.md")
    history.desk.write("briefings/envoys.md", talks(ROUND.replace("moderate", "low"), "former_slugs: [talks]\n"))
    assert "talks:round" not in (said := run(history.desk, "changes", base).output)
    assert "envoys\\:round\\: the confidence was 'moderate' and is 'low'" in said
    history.commit("2025-05-30", envoys=None)
    assert "talks\\: the briefing was taken away" not in said
    assert "talks: the briefing was taken away" in run(history.desk, "changes", base).output.replace("\\", "")


SCALE = "name: Two words\nterms: [{term: unlikely, low: 0, high: 0.5}, {term: likely, low: 0.5, high: 1}]\n"


def test_a_word_keeps_its_band(history: History) -> None:
    """Judgements in words alone are scored by it, whether the scale is another or says something else."""
    config = (history.root / "mkdocs.yml").read_text("utf-8")
    history.desk.write("ours.yml", SCALE).write(
        "mkdocs.yml", config.replace("timezone: Europe/Kyiv", "timezone: Europe/Kyiv, scale: ours.yml")
    )
    other = history.commit("2025-03-10")
    history.desk.write("ours.yml", SCALE.replace("0.5", "0.7"))
    changed = history.commit("2025-03-20")
    told = [(one["commit"], one["field"], one["was"], one["now"], one["file"]) for one in history.findings() if "band" in one["field"]]
    assert (other[:10], "the band of 'likely'", "55–80%", "50–100%", "mkdocs.yml") in told
    assert [one for one in told if one[0] == changed[:10]] == [
        (changed[:10], "the band of 'unlikely'", "0–50%", "0–70%", "ours.yml"),
        (changed[:10], "the band of 'likely'", "50–100%", "70–100%", "ours.yml"),
    ]


def test_a_synonym_keeps_its_band(history: History) -> None:
    """It is a word that judgements may use."""
    config = (history.root / "mkdocs.yml").read_text("utf-8")
    first = SCALE.replace("{term: likely,", "{term: likely, synonyms: [probable],")
    history.desk.write("ours.yml", first).write("mkdocs.yml", config.replace("Europe/Kyiv", "Europe/Kyiv, scale: ours.yml"))
    history.commit("2025-03-10")
    history.desk.write("ours.yml", SCALE.replace("{term: unlikely,", "{term: unlikely, synonyms: [probable],"))
    moved = history.commit("2025-03-20")
    told = [(one["field"], one["was"], one["now"]) for one in history.findings() if one["commit"] == moved[:10]]
    assert told == [("the band of 'probable'", "50–100%", "0–50%")]


def test_a_scale_that_is_inherited_keeps_its_bands(history: History) -> None:
    """Wherever the settings name it."""
    config = (history.root / "mkdocs.yml").read_text("utf-8")
    scaled = config.replace("Europe/Kyiv", "Europe/Kyiv, scale: ours.yml")
    history.desk.write("ours.yml", SCALE).write("base.yml", config).write("mkdocs.yml", "INHERIT: base.yml\n")
    history.commit("2025-03-10")
    history.desk.write("base.yml", scaled)
    changed = history.commit("2025-03-20")
    told = [(one["commit"], one["field"], one["file"]) for one in history.findings()]
    assert (changed[:10], "the band of 'likely'", "base.yml") in told


def test_a_scale_that_the_environment_names_is_told(history: History) -> None:
    """No history shows what it was."""
    config = (history.root / "mkdocs.yml").read_text("utf-8")
    history.desk.write("mkdocs.yml", config.replace("Europe/Kyiv", "Europe/Kyiv, scale: !ENV [SCALE, icd203]"))
    history.commit("2025-03-20")
    assert {(one["field"], one["now"]) for one in history.findings()} >= {("the band of 'likely'", "what the environment says")}


def test_a_scale_that_nothing_was_scored_by_may_change(desk: Desk) -> None:
    made = History(desk)
    config = (desk.root / "mkdocs.yml").read_text("utf-8")
    desk.write("mkdocs.yml", config.replace("timezone: Europe/Kyiv", "timezone: Europe/Kyiv, scale: phia"))
    made.commit("2025-03-01")
    made.commit("2025-03-03", talks=talks())
    assert made.findings() == []


def test_what_else_settings_ask_the_environment_for_hides_no_scale(history: History) -> None:
    """As the address of nearly every site."""
    config = (
        (history.root / "mkdocs.yml").read_text("utf-8").replace("https://desk.example/base/", "!ENV [SITE_URL, https://desk.example/]")
    )
    history.desk.write("ours.yml", SCALE).write("mkdocs.yml", config)
    history.commit("2025-03-10")
    history.desk.write("mkdocs.yml", config.replace("Europe/Kyiv", "Europe/Kyiv, scale: ours.yml"))
    history.commit("2025-03-20")
    assert "the band of 'likely'" in {one["field"] for one in history.findings()}
