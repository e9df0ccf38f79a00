"""What a link that leads nowhere was meant to be."""

import pytest

from tests.desks import Desk


@pytest.mark.parametrize(
    ("typed", "hint"),
    [
        ("[a](www.bbc.com/news)", "write https://www.bbc.com/news"),
        ("[a](bbc.com/news?x=1)", "write https://bbc.com/news?x=1"),
        ("![][image1]\n\n[image1]: <data:image/png;base64,iVBORw0KGgo=>", "save the picture as a file beside this one, and name that file"),
        ("![x](C:\\Users\\me\\map.png)", "put the picture beside this one, and write its name alone"),
        ("[x](notes/other.md)", "write the way from this file"),
        ("[x](report.pdf)", "write the way from this file"),
    ],
)
def test_the_hint_says_what_was_meant(desk: Desk, typed: str, hint: str) -> None:
    """One problem, one mend."""
    said = desk.brief("a", body=typed).said()
    assert hint in said
    assert said.count("hint:") == 1


def test_what_has_happened_is_not_dated_ahead(desk: Desk) -> None:
    """Statements and sources; an event may lie ahead, and a vague date that has begun is past."""
    desk.actor("n").write("content/issues.yml", "i: {title: I}\n")
    lines = [
        "as_of: 2030-01-01",
        "statements: [{actor: n, issue: i, when: 2030-01-01, text: Said.}, {actor: n, issue: i, when: 2025, text: Said.}]",
        "sources: [{title: S, published: 2031, accessed: 2032}]",
        "timeline: [{when: 2030-01-01, title: E}]",
    ]
    desk.brief("a", "\n".join(lines) + "\n")
    assert [problem.line for problem in desk.examine().problems if problem.rule == "dated-ahead"] == [4, 5, 6, 6]
