"""Hints that can be obeyed as they stand, in the words of the editor's last system too."""

import pytest

from tests.desks import Desk

EXPECTED = "what_to_expect:\n  - text: It rains.\n    by: 2027-01-01\n    "

HINTS = {
    "key_takeaways:\n\t- A": "a tab stands here, and YAML wants blanks\n  hint: write 2 blanks in its place: - A",
    "image\n  src: a.png": "a colon is missing after 'image'\n  hint: write image:",
    'key_takeaways:\n  - "Quoted" words first': "hint: put the whole value in quotes: '\"Quoted\" words first'",
    "bottom_line: “Hello: world”": 'hint: put the whole value in quotes: bottom_line: "Hello: world"',
    "bottom_line: A status: draft": "two fields stand on one line, 'bottom_line' and 'status'",
    "bottom_line: !Important thing": 'if it is text, put it in quotes: "!Important thing"',
    "key_takeaways:\n  - text: A\nnature: fact": "it belongs to 'key_takeaways' above it: indent it as far as 'text' there",
    f"{EXPECTED}likelihood: 70%": "write likelihood: likely, and on a line of its own probability: 70%",
    f"{EXPECTED}likelihood: very probable": "did you mean 'very likely'?",
    f"{EXPECTED}likelihood: likely\n    confidence: medium": "did you mean 'moderate'?",
    "tags: [grain]": "hint: write topics: [grain]",
    "draft: true": "hint: write status: draft",
    "description: D": "hint: write summary: D",
    "aliases: [/old/]": "hint: write former_slugs: [old]",
    "featured_image: a.png": "hint: write image: {src: a.png, alt: What it shows}",
    "slug: talks": "the address comes from the file's name: take this line out, and name the file talks",
    "authors: Olena Bondar": "hint: write authors: [olena-bondar]",
    "sources:\n  wire:\n    title: X": "write a hyphen before each entry, and its id after it: - id: wire",
    "timeline:\n  - {when: spring 2025, title: T}": "write 2025-21",
    "timeline:\n  - {when: ~2025-03, title: T}": "write 2025-03~",
    "embargo: 2026-11-27 8:00": "write 2026-11-27T08:00",
    "embargo: 27 листопада 2026 о 18:00": "write 2026-11-27T18:00",
    "topics: [grain\u00a0]": "did you mean 'grain'? What is typed has a no-break space (U+00A0)",
    "=======\nkind: news": "error[merge-conflict]",
}


@pytest.mark.parametrize("more", HINTS)
def test_a_hint_can_be_obeyed_as_it_stands(more: str, desk: Desk) -> None:
    """And shows none of Python's escapes."""
    said = desk.write("content/topics.yml", "grain: {name: Grain}\n").brief("a", f"{more}\n").said()
    assert HINTS[more] in said
    assert "\\x" not in said


@pytest.mark.parametrize(
    ("text", "message"), [("+++\ntitle = 1\n+++\n", "TOML"), ("—\ntitle: A\n—\n", "opened by —"), ("\n---\na: b\n", "blanks")]
)
def test_front_matter_of_another_kind_is_known(text: str, message: str, desk: Desk) -> None:
    """By its first line."""
    assert message in desk.write("briefings/a.md", text).said()
