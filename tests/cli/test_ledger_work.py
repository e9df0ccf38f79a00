"""`spotbrief revise` and `spotbrief resolve`: the next word on a judgement, in its own file or in a later briefing."""

from pathlib import Path

import pytest

from spotbrief.cli.editing import asking
from tests.cli.run import run
from tests.desks import Desk

FIELDS = """\
title: A title
published: 2025-02-20T10:00
what_to_expect:
  - It rains in Kyiv before the year is out.   # who says so?
  - text: "Talks end."   # the first of two
    id: talks
    likelihood: likely
    probability: 0.7
    confidence: low
    by: 2025-05-10

  # what follows is about ships
  - {text: Ships sail., id: ships, likelihood: unlikely, by: 2025-06-10}
sources:
- {id: wire, title: W, publisher: P, url: "https://wire.example/"}
"""
BODY = "The body, with ---\nand more.  \n"
FORMS = ("md", "yml", "pair")


def lay(desk: Desk, form: str = "md") -> Path:
    """A briefing of three judgements in one of the three forms; gives the file of its fields."""
    if form == "md":
        desk.write("briefings/a.md", f"---\n{FIELDS}---\n{BODY}")
    elif form == "yml":
        desk.write("briefings/a.yml", f"{FIELDS}body: |\n  The body.\n")
    else:
        desk.write("briefings/a.yml", FIELDS).write("briefings/a.md", BODY)
    return desk.root / f"briefings/a.{'md' if form == 'md' else 'yml'}"


def added(before: str, after: str) -> str:
    """The lines of *after* that *before* lacks; every line of *before* must be there, in its order."""
    rest = iter(after.split("\n"))
    new: list[str] = []
    for line in before.split("\n"):
        for one in rest:
            if one == line:
                break
            new.append(one)
        else:
            raise AssertionError(f"gone: {line}")
    return "\n".join([*new, *rest])


@pytest.fixture
def at_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody answers."""
    monkeypatch.setattr(asking, "is_terminal", lambda: True)


@pytest.mark.parametrize("form", FORMS)
def test_a_revision_stands_below_its_judgement(desk: Desk, form: str) -> None:
    """Nothing else moves, and the desk passes the check."""
    file = lay(desk, form)
    before = file.read_text("utf-8")
    said = ("--likelihood", "Unlikely", "--probability", "30%", "--why", "Nobody came: why?", "--source", "wire")
    done = run(desk, "revise", "talks", *said)
    name, line = file.name, 13 if form == "md" else 12
    assert done.output == f"wrote briefings/{name}:{line}\nnext: spotbrief check, then commit briefings/{name}\n"
    assert added(before, file.read_text("utf-8")) == (
        "    revisions:\n      - when: 2025-06-01\n        likelihood: unlikely\n        probability: 30%\n        confidence: low\n"
        "        why: 'Nobody came: why?'\n        sources: [wire]"
    )
    examined = desk.examine()
    assert [problem for problem in examined.problems if problem.severity == "error"] == []
    talks = examined.corpus.judgements["a:talks"]
    assert (talks.first.probability, talks.now.probability, talks.now.why) == (0.7, 0.3, "Nobody came: why?")
    assert run(desk, "revise", "a:talks", "--why", "Still so.").exit_code == 0
    assert [call.probability for call in desk.examine().corpus.judgements["a:talks"].calls] == [0.7, 0.3, 0.3]
    assert "when: 2025-06-01T15:00" in file.read_text("utf-8")


@pytest.mark.parametrize("form", FORMS)
def test_a_resolution_stands_below_its_judgement(desk: Desk, form: str) -> None:
    file = lay(desk, form)
    before = file.read_text("utf-8")
    done = run(desk, "resolve", "talks", "--outcome", "did-not-happen", "--when", "2025-05", "--note", "They go on.", "--learned", "Wait.")
    assert done.exit_code == 0
    assert added(before, file.read_text("utf-8")) == (
        "    resolution:\n      outcome: did_not_happen\n      when: 2025-05\n      note: They go on.\n      learned: Wait."
    )
    ended = desk.examine().corpus.judgements["a:talks"].resolution
    assert ended
    assert (ended.outcome, ended.when.text, ended.learned) == ("did_not_happen", "2025-05", "Wait.")
    again = run(desk, "resolve", "talks", "--outcome", "happened")
    assert again.exit_code == 1
    assert f"briefings/{file.name}:{12 if form == 'md' else 11}: 'a:talks' is resolved already: did_not_happen" in again.output
    assert "is resolved already" in run(desk, "revise", "talks", "--why", "x").output


def test_a_plain_sentence_becomes_fields_with_an_id(desk: Desk) -> None:
    """An id, because numbers move; what it is called is said."""
    file = lay(desk)
    done = run(desk, "resolve", "a:1", "--outcome", "happened")
    assert "'a:it-rains-in-kyiv-before-the-year' is its id from now on\n" in done.output
    assert (
        "  - text: It rains in Kyiv before the year is out.   # who says so?\n    id: it-rains-in-kyiv-before-the-year\n    resolution:\n"
        in file.read_text("utf-8")
    )
    assert desk.examine().corpus.judgements["a:it-rains-in-kyiv-before-the-year"].resolution


@pytest.mark.parametrize(
    ("id", "said"),
    [("Talks", "has the id 'Talks'"), ("a b", "it holds ' '"), ("3", "numbers move"), ("-x", "starts with '-'"), ("", "the id is empty")],
)
def test_an_id_must_be_free_and_safe(desk: Desk, id: str, said: str) -> None:
    before = lay(desk).read_bytes()
    done = run(desk, "resolve", "a:1", "--outcome", "happened", "--id", id)
    assert done.exit_code == 1
    assert said in done.output
    assert lay(desk).read_bytes() == before


def test_a_judgement_that_is_known_by_its_number_gets_its_id_by_hand(desk: Desk) -> None:
    """Or the later briefing would name nothing any more."""
    before = lay(desk).read_bytes()
    desk.brief("b", "what_to_expect:\n  - {id: a:1, likelihood: likely, why: Clouds.}\n")
    said = run(desk, "resolve", "a:1", "--outcome", "happened").output
    assert "briefings/b.md knows 'a:1' by its number: give it an id in briefings/a.md, and write that there" in said
    assert (desk.root / "briefings/a.md").read_bytes() == before


def test_scenarios_sum_to_one_and_one_comes(desk: Desk) -> None:
    """A note names the others, and the moment of the revision."""
    one = "  - {{text: {0}., id: {0}, likelihood: {1}, probability: {2}, by: 2025-12, group: What falls?}}\n"
    scenarios = one.format("rain", "likely", 0.7) + one.format("snow", "unlikely", 0.3)
    desk.brief("a", f"what_to_expect:\n{scenarios}")
    done = run(desk, "revise", "rain", "--likelihood", "unlikely", "--probability", "0.4", "--why", "Dry.")
    assert "note: the scenarios of 'What falls?' sum to 1: revise those that change too, with --when 2025-06-01: a:snow\n" in done.output
    assert (
        run(desk, "revise", "snow", "--likelihood", "likely", "--probability", "0.6", "--why", "Cold.", "--when", "2025-06-01").exit_code
        == 0
    )
    assert desk.said() == ""
    run(desk, "resolve", "snow", "--outcome", "happened")
    assert "'a:snow' happened, and is another scenario of 'What falls?'" in run(desk, "resolve", "rain", "--outcome", "happened").output
    assert run(desk, "resolve", "rain", "--outcome", "did_not_happen").exit_code == 0
    assert desk.said() == ""


def test_fields_on_one_line_stay_on_one_line(desk: Desk) -> None:
    file = lay(desk)
    run(desk, "revise", "ships", "--why", "Wind, waves: 5, and [more].")
    run(desk, "resolve", "ships", "--outcome", "void", "--note", "No sea.")
    assert (
        "  - {text: Ships sail., id: ships, likelihood: unlikely, by: 2025-06-10, revisions: [{when: 2025-06-01, likelihood: unlikely, "
        'why: "Wind, waves: 5, and [more]."}], resolution: {outcome: void, when: 2025-06-01, note: No sea.}}\n'
    ) in file.read_text("utf-8")
    assert desk.examine().corpus.judgements["a:ships"].now.why == "Wind, waves: 5, and [more]."


def test_line_ends_and_the_mark_stay(desk: Desk) -> None:
    r"""New lines end as the others do, even where a file has both ends."""
    fields = FIELDS.replace("\n", "\r\n").replace("P, url", "P,\n    url")
    desk.write("briefings/a.md", f"\ufeff---\r\n{fields}---\r\nOne\r\ntwo\nthree\r\n".encode())
    before = (desk.root / "briefings/a.md").read_bytes()
    run(desk, "resolve", "talks", "--outcome", "did_not_happen")
    lines = b"    resolution:\r\n      outcome: did_not_happen\r\n      when: 2025-06-01\r\n"
    assert (desk.root / "briefings/a.md").read_bytes() == before.replace(b"    by: 2025-05-10\r\n", b"    by: 2025-05-10\r\n" + lines)


def test_another_briefing_takes_it_up(desk: Desk) -> None:
    """It stays one judgement; the file of the first briefing is not touched."""
    first = lay(desk).read_bytes()
    desk.brief("b", "status: draft\nsources:\n  - {id: own, title: O, publisher: P}\n")
    assert run(desk, "revise", "talks", "--likelihood", "unlikely", "--why", "No.", "--source", "own", "--in", "b").exit_code == 0
    file = desk.root / "briefings/b.md"
    entry = "what_to_expect:\n  - id: a:talks\n    likelihood: unlikely\n    confidence: low\n    why: No.\n    sources: [own]\n"
    assert f"{entry}---\n" in file.read_text("utf-8")
    again = run(desk, "revise", "talks", "--why", "x", "--in", "b")
    assert "briefings/b.md:8: this briefing speaks of it already: mend it there" in again.output
    done = run(desk, "resolve", "talks", "--outcome", "did_not_happen", "--in", "briefings/b.md")
    assert done.output.startswith("wrote briefings/b.md:13\n")
    assert "    sources: [own]\n    resolution:\n      outcome: did_not_happen\n" in file.read_text("utf-8")
    talks = desk.examine().corpus.judgements["a:talks"]
    assert [call.briefing.id for call in talks.calls] == ["a", "b"]
    assert talks.resolved_in == desk.examine().corpus.briefings["b"]
    assert (desk.root / "briefings/a.md").read_bytes() == first
    assert [problem for problem in desk.examine().problems if problem.severity == "error"] == []
    assert "briefings/b.md:13: 'a:talks' is resolved already" in run(desk, "resolve", "talks", "--outcome", "void").output


def test_a_new_briefing_takes_it_up(desk: Desk) -> None:
    """A draft on the form of a forecast update, by the door of `spotbrief new`; an id is written where one is lacking."""
    file = lay(desk)
    arguments = ("resolve", "a:1", "--outcome", "happened", "--id", "rain", "--in", "new", "--title", "It rained: at last")
    done = run(desk, *arguments)
    assert done.output == (
        "wrote briefings/2025-06-01-it-rained-at-last.md\n"
        "next: spotbrief check, then commit briefings/a.md and briefings/2025-06-01-it-rained-at-last.md\n'a:rain' is its id from now on\n"
    )
    assert "  - text: It rains in Kyiv before the year is out.   # who says so?\n    id: rain\n  - text" in file.read_text("utf-8")
    examined = desk.examine()
    new = examined.corpus.briefings["2025-06-01-it-rained-at-last"]
    assert (new.kind, new.status, new.related, new.title) == ("forecast_update", "draft", ("a",), "It rained: at last")
    assert examined.corpus.judgements["a:rain"].resolved_in == new
    assert [problem for problem in examined.problems if problem.severity == "error"] == []
    taken = run(desk, "revise", "talks", "--why", "x", "--in", "new", "--title", "It rained: at last")
    assert "choose another title" in taken.output
    assert "--title is missing" in run(desk, "revise", "talks", "--why", "x", "--in", "new").output
    assert "no id can be made from '!!!'" in run(desk, "revise", "talks", "--why", "x", "--in", "new", "--title", "!!!").output


@pytest.mark.parametrize(
    ("into", "said"),
    [
        ("old", "is no later than the judgement"),
        ("gone", "is withdrawn: name another"),
        ("olt", "there is no briefing 'olt'"),
        ("named-before", "is called 'old' now"),
    ],
)
def test_what_cannot_take_it_up(desk: Desk, into: str, said: str) -> None:
    lay(desk)
    desk.brief("old", "former_slugs: [named-before]\n").brief("gone", "status: withdrawn\nwithdrawn: A hoax.\n")
    old = desk.root / "briefings/old.md"
    old.write_text(old.read_text("utf-8").replace("2025-03-01", "2025-02-01"), "utf-8")
    done = run(desk, "resolve", "talks", "--outcome", "happened", "--in", into)
    assert done.exit_code == 1
    assert said in done.output


def test_a_moment_has_no_place_in_another_briefing(desk: Desk) -> None:
    lay(desk)
    desk.brief("b")
    assert "--when has no place" in run(desk, "revise", "talks", "--why", "x", "--when", "2025-04-01", "--in", "b").output


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("revise", "talks"), "--why is missing"),
        (("revise", "talks", "--why", " "), "--why: write a sentence"),
        (("revise", "talks", "--why", "a\x07b"), "--why: there is a hidden control character u+0007 here"),
        (("revise", "talks", "--why", "\ud800"), "--why: these letters are no UTF-8"),
        (("revise", "talks", "--why", "x", "--likelihood", "probable-ish"), "is no term of the scale ICD 203"),
        (("revise", "talks", "--why", "x", "--likelihood", "70%"), "write likelihood: likely"),
        (("revise", "talks", "--why", "x", "--probability", "0.2"), "0.2 is not 'likely', which stands for 55–80%"),
        (("revise", "talks", "--why", "x", "--probability", "70"), "'70' is not a probability: write 70%"),
        (("revise", "talks", "--why", "x", "--confidence", "total"), "not one of low, moderate, high"),
        (("revise", "talks", "--why", "x", "--source", "wir"), "there is no source 'wir': did you mean 'wire'?"),
        (("revise", "talks", "--why", "x", "--when", "soon"), "--when: 'soon' is not a date here"),
        (("revise", "talks", "--why", "x", "--when", "2025-06-02"), "is still to come"),
        (("revise", "talks", "--why", "x", "--when", "2025-02-19"), "is before the briefing was published"),
        (("revise", "talks", "--why", "x", "--when", "2025-02-20"), "write the hour too"),
        (("revise", "a:1", "--why", "x"), "briefings/a.md:5: this never said how likely it is"),
        (("revise", "talk", "--why", "x"), "there is no judgement 'talk': did you mean 'a:talks'?"),
        (("revise", "a:tlks", "--why", "x"), "did you mean 'a:talks'?"),
        (("revise", "a", "--why", "x"), "this is a briefing; it expects a:1, a:talks, a:ships"),
        (("revise", "", "--why", "x"), "there is no judgement ''"),
        (("revise", "a:2", "--why", "x"), "there is no judgement 'a:2'"),
        (("resolve", "talks"), "--outcome is missing"),
        (("resolve", "talks", "--outcome", "partly"), "'partly' is not one of happened, did_not_happen, void"),
        (("resolve", "talks", "--outcome", "void"), "--note is missing"),
        (("resolve", "talks", "--outcome", "void", "--note", ""), "--note: write a sentence"),
        (("resolve", "talks", "--outcome", "happened"), "--when is missing"),
        (
            ("resolve", "talks", "--outcome", "happened", "--when", "2025-06-01"),
            "2025-06-01 is after its date (2025-05-10), by which it had not happened",
        ),
        (("resolve", "talks", "--outcome", "happened", "--when", "2025-07"), "is still to come"),
        (("resolve", "talks", "--outcome", "happened", "--when", "2025-01"), "what was known is no judgement"),
        (("resolve", "talks", "--outcome", "happened", "--when", "2 May"), "--when: '2 May'"),
    ],
)
def test_what_will_not_do_is_said_and_nothing_is_written(desk: Desk, arguments: tuple[str, ...], said: str) -> None:
    before = lay(desk).read_bytes()
    done = run(desk, *arguments)
    assert done.exit_code in (1, 2)
    assert said in done.output
    assert (desk.root / "briefings/a.md").read_bytes() == before


def test_a_revision_is_not_before_the_last_one(desk: Desk) -> None:
    lay(desk)
    run(desk, "revise", "talks", "--why", "One.", "--when", "2025-04-10T12:00")
    early = run(desk, "revise", "talks", "--why", "x", "--when", "2025-04-09")
    assert "is before the last word on it (10 April 2025, 12:00)" in early.output
    assert run(desk, "revise", "talks", "--why", "Two.", "--when", "2025-04-11").exit_code == 0
    assert [call.why for call in desk.examine().corpus.judgements["a:talks"].calls] == [None, "One.", "Two."]


@pytest.mark.parametrize("more", ["status: draft\n", "embargo: 2025-07-01\n"])
def test_what_nobody_has_read_is_mended_in_place(desk: Desk, more: str) -> None:
    desk.brief("a", f"{more}what_to_expect:\n  - {{text: R, id: rain, likelihood: likely, by: 2026}}\n")
    assert "briefings/a.md:6: nobody has read this judgement yet" in run(desk, "revise", "rain", "--why", "x").output


def test_hindsight_is_refused_or_named(desk: Desk) -> None:
    """A briefing that opened long ago cannot say what is thought now, though it may say how something ended."""
    lay(desk)
    desk.brief("b")
    done = run(desk, "revise", "talks", "--why", "x", "--in", "b")
    assert "the briefing 'b' says what was thought on 1 March 2025: name a draft, or --in new" in done.output
    assert "spotbrief audit names this as hindsight" in run(desk, "revise", "talks", "--why", "x", "--when", "2025-05-30").output
    assert "hindsight" not in run(desk, "revise", "talks", "--why", "x", "--when", "2025-05-31").output
    early = run(desk, "resolve", "talks", "--outcome", "happened", "--when", "2025-05-09").output
    assert "2025-05-09 is before the last word on it (2025-05-31): write when it was clear to the desk" in early
    assert run(desk, "resolve", "talks", "--outcome", "did_not_happen", "--in", "b").exit_code == 0


def test_an_id_that_two_judgements_have_is_not_guessed(desk: Desk) -> None:
    for name in "ab":
        desk.brief(name, "what_to_expect:\n  - {text: R, id: rain, likelihood: likely, by: 2026}\n")
    assert "several judgements have the id 'rain': say which, as a:rain, b:rain" in run(desk, "revise", "rain", "--why", "x").output


def test_a_file_with_mistakes_is_mended_first(desk: Desk) -> None:
    lay(desk)
    (desk.root / "briefings/a.md").write_text(f"---\n{FIELDS}sumary: x\n---\n")
    assert "briefings/a.md has mistakes: mend what spotbrief check says of it first" in run(desk, "revise", "a:talks", "--why", "x").output


def test_a_dry_run_shows_the_lines(desk: Desk) -> None:
    before = lay(desk).read_bytes()
    done = run(desk, "resolve", "a:1", "--outcome", "happened", "--id", "rain", "--dry-run")
    assert "-  - It rains in Kyiv before the year is out.   # who says so?\n+  - text: It rains in" in done.output
    assert "+      outcome: happened\n" in done.output
    assert done.output.endswith("nothing was written\n")
    assert (desk.root / "briefings/a.md").read_bytes() == before
    new = run(desk, "revise", "talks", "--why", "x", "--in", "new", "--title", "T", "--dry-run").output
    assert "--- /dev/null\n+++ b/briefings/2025-06-01-t.md\n" in new
    assert [path.name for path in (desk.root / "briefings").iterdir()] == ["a.md"]


def test_a_terminal_is_asked_for_everything(desk: Desk, at_a_terminal: None) -> None:
    """What will not do is asked for again; Enter keeps what was thought before."""
    lay(desk)
    done = run(desk, "revise", "talks", answer="foo\nunlikely\n0.9\n0.3\n\nNobody came.\nwir\nwire\n2025-09-01\n\n")
    assert done.exit_code == 0
    assert done.output.startswith("a:talks: Talks end.\nHow likely is it now? (almost no chance, ")
    assert "As a number within 20–45% (- for none)" in done.output
    assert "'foo' is no term of the scale" in done.output
    assert "0.9 is not 'unlikely'" in done.output
    assert "there is no source 'wir'" in done.output
    assert "2025-09-01 is still to come" in done.output
    now = desk.examine().corpus.judgements["a:talks"].now
    assert (now.likelihood, now.probability, now.confidence, now.why, now.sources) == ("unlikely", 0.3, "low", "Nobody came.", ("wire",))


def test_a_terminal_is_asked_for_the_end(desk: Desk, at_a_terminal: None) -> None:
    """And for a note where the question fell away; with options, only for what cannot be done without."""
    lay(desk)
    assert run(desk, "resolve", "a:1", answer="void\n\nIt was a drill.\n\n\nrain\n").exit_code == 0
    ended = desk.examine().corpus.judgements["a:rain"].resolution
    assert ended
    assert (ended.outcome, ended.note, ended.when.text) == ("void", "It was a drill.", "2025-06-01")
    assert run(desk, "resolve", "talks", "--outcome", "void", answer="It fell away.\n").exit_code == 0
    assert "Aborted!" in run(desk, "resolve", "ships", answer="").output


def test_what_was_edited_while_somebody_was_asked_is_not_written_over(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """An entry above it moves the judgement."""
    file = lay(desk)

    def is_terminal() -> bool:
        file.write_text(file.read_text("utf-8").replace("  - It rains", "  - New.\n  - It rains"), "utf-8")
        return True

    monkeypatch.setattr(asking, "is_terminal", is_terminal)
    done = run(desk, "revise", "talks", answer="\n\n\nSo.\n\n\n")
    assert "briefings/a.md was changed in the meantime, and nothing was written: run this again" in done.output
    assert "revisions" not in file.read_text("utf-8")


def test_long_sentences_are_folded_at_the_width_of_the_file(desk: Desk) -> None:
    file = lay(desk)
    why = "Word: " + "a longer word " * 20
    run(desk, "revise", "talks", "--why", why)
    assert desk.examine().corpus.judgements["a:talks"].now.why == why.strip()
    assert max(map(len, file.read_text("utf-8").split("\n"))) <= 80


def test_judgements_of_withdrawn_briefings_are_resolved_too(desk: Desk) -> None:
    """They count in the score."""
    desk.brief("a", "status: withdrawn\nwithdrawn: A hoax.\nwhat_to_expect:\n  - {text: R, id: rain, likelihood: likely, by: 2025-04}\n")
    assert run(desk, "resolve", "rain", "--outcome", "happened", "--when", "2025-04").exit_code == 0
