"""`spotbrief correct` and `spotbrief withdraw`: what was published is amended in the open."""

from pathlib import Path

import pytest

from spotbrief.cli.editing import asking
from tests.cli.run import run
from tests.desks import Desk

FIELDS = "title: A\npublished: 2025-03-01   # a Saturday\nkey_takeaways: [One., Two.]\n"
FORMS = {
    "md": {"a.md": f"---\n{FIELDS}---\nThe body.\n"},
    "yml": {"a.yml": f"{FIELDS}body: |\n  The body.\n"},
    "pair": {"a.yml": FIELDS, "a.md": "The body.\n"},
}


def lay(desk: Desk, form: str = "md") -> Path:
    """A briefing in one of the three forms; gives the file of its fields."""
    for name, text in FORMS[form].items():
        desk.write(f"briefings/{name}", text)
    return desk.root / "briefings" / min(FORMS[form], key=lambda name: name.endswith("md"))


@pytest.mark.parametrize("form", FORMS)
def test_a_correction_stands_last(desk: Desk, form: str) -> None:
    """Below all others, and above a body in the same file; nothing else moves."""
    file = lay(desk, form)
    before = file.read_text("utf-8")
    first = run(desk, "correct", "a", "--was", "Two came.", "--now", "Three came: all.")
    lines = "corrections:\n  - when: 2025-06-01T15:00\n    kind: correction\n    was: Two came.\n    now: 'Three came: all.'\n"
    assert file.read_text("utf-8") == before.replace("Two.]\n", f"Two.]\n{lines}")
    assert first.output.startswith(f"wrote briefings/{file.name}:{6 if form == 'md' else 5}\n")
    assert run(desk, "correct", "briefings/a.md", "--now", "And so on.", "--kind", "editors-note", "--when", "2025-05-02").exit_code == 0
    note = "  - when: 2025-05-02\n    kind: editors_note\n    now: And so on.\n"
    assert file.read_text("utf-8") == before.replace("Two.]\n", f"Two.]\n{lines}{note}")
    assert [one.kind for one in desk.examine().corpus.briefings["a"].corrections] == ["correction", "editors_note"]
    assert desk.said() == ""


@pytest.mark.parametrize("form", FORMS)
def test_a_withdrawn_briefing_says_why(desk: Desk, form: str) -> None:
    """Behind its date; feeds and calendars learn of it by `updated`."""
    file = lay(desk, form)
    before = file.read_text("utf-8")
    assert run(desk, "withdraw", "a", "--reason", "The call was a hoax.", "--keep-text").exit_code == 0
    lines = "updated: 2025-06-01T15:00\nstatus: withdrawn\nwithdrawn: The call was a hoax.\nkeep_text: true\n"
    assert file.read_text("utf-8") == before.replace("Saturday\n", f"Saturday\n{lines}")
    briefing = desk.examine().corpus.briefings["a"]
    assert (briefing.is_withdrawn(), briefing.keep_text) == (True, True)
    assert desk.said() == ""
    assert "is withdrawn already" in run(desk, "withdraw", "a", "--reason", "Twice.").output


def test_what_stands_there_gives_way(desk: Desk) -> None:
    """Its comment stays."""
    desk.brief("a", "status: published  # by J.\nupdated: 2025-03-02\n")
    run(desk, "withdraw", "a", "--reason", "A hoax.")
    text = (desk.root / "briefings/a.md").read_text("utf-8")
    assert "status: withdrawn  # by J.\nwithdrawn: A hoax.\nupdated: 2025-06-01T15:00\n---\n" in text


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("correct", "a"), "--now is missing"),
        (("correct", "a", "--now", ""), "--now: write a sentence"),
        (("correct", "a", "--now", "x", "--kind", "erratum"), "'erratum' is not one of correction, clarification"),
        (("correct", "a", "--now", "x", "--when", "2025-02-01"), "is before the briefing was published"),
        (("correct", "a", "--now", "x", "--when", "2025-08-01"), "is still to come"),
        (("correct", "b", "--now", "x"), "briefings/b.md is not public yet"),
        (("correct", "riadh-talks", "--now", "x"), "there is no briefing 'riadh-talks': did you mean '2025-riyadh-talks'?"),
        (("withdraw", "a"), "--reason is missing"),
        (("withdraw", "a", "--reason", "yes"), "'yes' does not say why"),
        (("withdraw", "", "--reason", "x"), "there is no briefing ''"),
        (("withdraw", "../a.md/", "--reason", "x", "--dry-run"), "+withdrawn: x"),
    ],
)
def test_what_will_not_do_is_said_and_nothing_is_written(desk: Desk, arguments: tuple[str, ...], said: str) -> None:
    before = lay(desk).read_bytes()
    desk.brief("b", "status: draft\n").brief("2025-riyadh-talks")
    assert said in run(desk, *arguments).output
    assert (desk.root / "briefings/a.md").read_bytes() == before


def test_nothing_is_corrected_twice(desk: Desk) -> None:
    lay(desk)
    said = ("correct", "a", "--was", "Two.", "--now", "Three.")
    assert run(desk, *said).exit_code == 0
    assert "says so already" in run(desk, *said).output


def test_a_terminal_is_asked(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(asking, "is_terminal", lambda: True)
    lay(desk)
    assert run(desk, "correct", "a", answer="clarification\nIt was so.\n\nIt is so.\n\n\n").exit_code == 0
    (said,) = desk.examine().corpus.briefings["a"].corrections
    assert (said.kind, said.was, said.now, said.text) == ("clarification", "It was so.", "It is so.", None)
    assert run(desk, "withdraw", "a", answer="no\ny\n").exit_code == 0
    assert desk.examine().corpus.briefings["a"].keep_text


@pytest.mark.parametrize(
    "text", ["{title: A, published: 2025-03-01, corrections: ~}\n", "title: A\npublished: 2025-03-01\ncorrections: null\n"]
)
def test_what_leaves_no_place_is_left_to_the_editor(desk: Desk, text: str) -> None:
    """In a sentence, and nothing is written."""
    desk.write("briefings/a.yml", text)
    done = run(desk, "correct", "a", "--now", "x")
    assert done.exit_code == 1
    assert "briefings/a.yml is written in a way that a program should not change; nothing was written" in done.output
    assert "Write by hand:\nat the top:\n  corrections:\n    - when: 2025" in done.output
    assert (desk.root / "briefings/a.yml").read_text("utf-8") == text
