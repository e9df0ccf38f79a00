"""What a form of `spotbrief new` says is not published in silence, whichever field it stands in."""

from typing import get_args

import pytest
import yaml

from spotbrief.model.briefing import BriefingKind
from spotbrief.reading.forms import bare, form, parts, words_to_replace
from tests.desks import Desk

_TEXTS = sorted(words_to_replace() - {"For the desk alone; never published."})


def test_the_forms_are_read() -> None:
    """Or the next tests would test nothing."""
    assert len(_TEXTS) > 25
    assert {"What it means for them.", "What the desk does not do.", "Where it was said"} <= {*_TEXTS}


@pytest.mark.parametrize("kind", get_args(BriefingKind))
def test_every_line_of_a_form_that_waits_is_told(kind: str, desk: Desk) -> None:
    """Whatever the kind: all lines are taken into use, and none of them is filled in."""
    fields, body = parts(form(f"briefing/{kind}.md"))
    text = f"---\n{bare(fields, '2025-05-01').replace('status: draft', '')}\n---\n\n{body}"
    desk.write("briefings/a.md", text)
    found = {p.line for p in desk.examine().problems if p.rule == "placeholder"}
    waiting = [*_TEXTS, "Write here", "Write the question"]
    assert found == {n for n, line in enumerate(text.splitlines(), 1) if any(words in line for words in waiting) and "##" not in line}


@pytest.mark.parametrize("text", _TEXTS)
def test_no_text_of_a_form_is_published_in_silence(text: str, desk: Desk) -> None:
    """In a field, in a list inside a list, in reference data."""
    quoted = yaml.safe_dump(text, default_style='"', width=10**6).strip()
    desk.brief("a", f"bottom_line: {quoted}\nimplications: {{diplomats: [One., {quoted}]}}\n")
    desk.write("content/topics.yml", f"t: {{name: T, description: {quoted}}}\n")
    found = [(p.rule, p.severity, p.where.file, p.line) for p in desk.examine().problems if p.rule == "placeholder"]
    assert found == [
        ("placeholder", "warning", file, line) for file, line in (("briefings/a.md", 4), ("briefings/a.md", 5), ("content/topics.yml", 1))
    ]


def test_a_form_left_in_stops_what_would_be_published(desk: Desk) -> None:
    """A publisher, a judgement, the body among other paragraphs; what the desk keeps to itself may say anything."""
    more = (
        "sources: [{title: S, publisher: Who published it}]\nwhat_to_expect: [{text: Rain., criteria: How we shall know., by: 2025-07}]\n"
    )
    desk.brief("a", more + "notes: One sentence.\n", "First.\n\nWrite here.\n").brief(
        "b", f"status: draft\n{more.replace('Rain', 'Hail')}", "Write here.", "B"
    )
    found = [(p.rule, p.line) for p in desk.examine().problems]
    assert found == [("placeholder", 4), ("placeholder", 5), ("placeholder", 10)]


@pytest.mark.parametrize("mark", ["TK", "TKTK", "TODO", "TODO перевірити", "TODO UN figures", "FIXME", "XXX", "XXXX", "Lorem ipsum"])
def test_a_mark_of_what_is_still_to_be_done_is_told_at_its_place(mark: str, desk: Desk) -> None:
    """In a body, in a field, on a page; not in a draft, nor in backquotes."""
    desk.brief("a", f"key_takeaways: [He said {mark} there.]\n", f"First.\n\nHe said {mark} there, and `{mark}` too.")
    desk.brief("b", "status: draft\n", f"He said {mark}.", "B")
    desk.write("content/about.md", f"# About\n\nWe are {mark}.\n").write(
        "content/topics.yml", f"t: {{name: T, description: See {mark}.}}\n"
    )
    found = [(p.where.file, p.line, p.column) for p in desk.examine().problems if p.rule == "unfinished"]
    assert found == [("briefings/a.md", 4, 17), ("briefings/a.md", 8, 9), ("content/about.md", 3, 8), ("content/topics.yml", 1, 31)]


@pytest.mark.parametrize(
    "text",
    [
        "Flight TK 1492 and TK1.",
        "TK Maxx left.",
        "ATK and TKs",
        "¡TODO EL PODER!",
        "¡TODO BIEN!",
        "To do that",
        "<https://example.org/TODO>",
        "The Super Bowl XXX",
        "XXX Corps, and the XXX Olympiad",
        "MCMXXX",
        "xxx",
        "XXX-A",
    ],
)
def test_other_words_are_no_such_mark(text: str, desk: Desk) -> None:
    assert "unfinished" not in desk.brief("a", body=text).said()
