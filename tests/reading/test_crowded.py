"""Texts that Markdown would take minutes for are told at the paragraph that costs them, and long ones are read."""

from time import process_time

import pytest

from tests.desks import Desk

SIGNS = ["[a](", "\\", "> ", "*a_", "**a", "![", "//", ":a:", "<", "*a*b", "~a", "|a"]
LONG = {
    "words": "word " * 40_000,
    "a paragraph of links": "[a](https://example.org/a_b) and *words*, " * 2_000,
    "a list of links": "- [a](https://example.org/a_b): *words*\n" * 2_000,
    "paragraphs": "So *he* said: “[no](https://example.org)”.\n\n" * 5_000,
    "one address": f"[a]({'a b ' * 20_000})",
    "headings": "## A heading\n\nText.\n\n" * 400,
}


@pytest.mark.parametrize("signs", SIGNS)
def test_a_paragraph_with_too_many_signs_is_told_at_its_line(signs: str, desk: Desk) -> None:
    """Before anything is made of it, in any text of the desk."""
    many = signs * (200_000 // len(signs))
    started = process_time()
    said = desk.brief("a", body=f"One.\n\n{many}\n").write("content/topics/t.yml", f"name: T\nbody: |\n  One.\n\n  {many}\n").said()
    assert process_time() - started < 10
    assert "briefings/a.md:7:1: error[too-many-signs] this paragraph has " in said
    assert "content/topics/t.yml:5:1: error[too-many-signs] this paragraph has " in said


def test_many_paragraphs_have_as_much_room_together(desk: Desk) -> None:
    """The one with the most signs is named."""
    said = desk.brief("a", body=f"{'*a* ' * 2_000}\n\n" * 100 + "*b* " * 2_001).said()
    assert "briefings/a.md:205:1: error[too-many-signs] this paragraph has 4,002 signs" in said


def test_headings_are_counted(desk: Desk) -> None:
    """Whether a hash or a line below makes them."""
    for body in ("# \n" * 2_000, "a\n=\n\n" * 2_000):
        assert "briefings/a.md:5:1: error[too-many-signs] this text has more than 1,000 headings" in desk.brief("a", body=body).said()


@pytest.mark.parametrize("kind", LONG)
def test_long_texts_are_read(kind: str, desk: Desk) -> None:
    """They take no longer than their length asks for."""
    started = process_time()
    assert "too-many-signs" not in desk.brief("a", body=LONG[kind]).said()
    assert process_time() - started < 10
