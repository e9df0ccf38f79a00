"""Slips of people who write YAML by hand: each is told at the line where it was made, with a mend for that line."""

import pytest

from spotbrief.reading.text import Unreadable
from spotbrief.reading.yaml import compose, value_of
from tests.desks import Desk

HARD = "\u00a0"
WIDE = "\uff1a"

LAYOUT = {
    "title:Envoys\npublished: 2025\n": "1:1 a blank is missing after 'title:' / write title: Envoys",
    "a: b\nsummary:Envoys\npublished: 2025\n": "2:1 a blank is missing after 'summary:' / write summary: Envoys",
    "a: b\nsummary:Envoys\n": "2:1 a blank is missing after 'summary:' / write summary: Envoys",
    "k:\n  - text:One\n    nature: fact\n": "2:3 a blank is missing after 'text:' / write text: One",
    f"title:{HARD}Envoys\npublished: 2025\n": "1:1 a blank is missing after 'title:' (what stands there is a no-break space)",
    f"title{WIDE}Envoys\npublished: 2025\n": "1:1 a blank is missing after 'title:' (the colon is a wide one) / write title: Envoys",
    f"title{WIDE} Envoys\npublished: 2025\n": "1:1 a blank is missing after 'title:' (the colon is a wide one) / write title: Envoys",
    "k:\n  - text: A\n      nature: fact\n": "3:7 'nature' is indented more deeply than 'text' above it / indent both alike",
    'k:\n  - text: "A"\n      nature: fact\n': "3:7 'nature' is indented more deeply than 'text' above it / indent both alike",
    "k:\n  - text: A\n   nature: fact\n": "3:4 'nature' is indented differently from 'text' above it / indent both alike",
    f"k:\n{HARD}{HARD}- text: A\n{HARD}{HARD}- text: B\n": "2:1 a no-break space stands here where an ordinary one is wanted / ",
    "k:\n  – text: A\n  – text: B\n": "2:3 '–' is no hyphen, and starts no entry of a list / write a hyphen and a blank: - text",
    "k:\n  - text: A\n  • text: B\n": "3:3 '•' is no hyphen, and starts no entry of a list / write a hyphen and a blank: - text: B",
    "topics:\n-sanctions\n": "2:1 a blank is missing after the hyphen / write - sanctions",
    "topics:\n  - talks\n  -sanctions\n": "3:3 a blank is missing after the hyphen / write - sanctions",
    'a: "A\nb: 2\nc: "C"\n': "1:4 the quotation mark that is opened here is closed only by the next one, 2 lines below / close it",
    "a: 'A\nb: it's\n": "1:4 the quotation mark that is opened here is closed only by the next one, 1 line below / close it",
    'a: 1\nb: "A\nc: 2\n': "2:4 a quotation mark is opened here and never closed / close it",
    "a: [x, y\nb: c\n": "1:4 the [ that is opened here is not closed / close it with ]",
    "a: 'it's'\n": '1:8 a value that starts with this sign cannot go on after it / put the whole value in quotes: a: "it\'s"',
    'a: "x "y" z"\n': "1:8 a value that starts with this sign cannot go on after it / put the whole value in quotes: a: 'x \"y\" z'",
    "summary: Iran says\nno to all\nb: c\n": "1:1 the text of 'summary' goes over several lines, which needs |",
    "a: b\nbody:\n  Iran says\n  a colon: all\n": "2:1 the text of 'body' goes over several lines, which needs | / write body: |",
    "a: b\nbody:\n  Iran says no: all\n  more\n": "2:1 the text of 'body' goes over several lines, which needs | / write body: |",
    "body: |\n  Some text\n\n## Heading\n\nmore\n": "4:1 this line is not indented, and so is no part of 'body' / indent all lines",
    "actors: un\n  - x: y\n": "2:3 'actors' has a value beside it already, so no list can follow / keep one of the two",
    "t:\n  - y: 1\n    x: A\n   - y: 2\n     x: B\n": "4:4 this hyphen stands below none of the hyphens above it / put 2 blanks before it",
    "t:\n- when: 1\n  x: A\n  - when: 2\n    x: B\n": "4:3 this hyphen stands below none of the hyphens above it / put no blank before it",
    "a: b\nt:\n - when: 1\n   x: A\n- when: 2\n": "5:1 this hyphen stands below none of the hyphens above it / put 1 blank before it",
    "summary: - he said\n": '1:10 a text that starts with a hyphen is taken for a list / put the text in quotes: summary: "- he said"',
    "title: A\n...\nsummary: B\n": "2:1 three dots end the YAML here, and fields follow / take the line out",
}


@pytest.mark.parametrize("text", LAYOUT)
def test_slips_in_layout_are_told_at_their_own_line(text: str) -> None:
    """Not where the parser came to a stop."""
    with pytest.raises(Unreadable) as error:
        value_of(compose(text))
    said = error.value
    assert f"{said.line}:{said.column} {said.message} / {said.hint}".startswith(LAYOUT[text])
    assert said.rule == "yaml"


def test_lines_are_counted_from_the_top_of_the_file(desk: Desk) -> None:
    """Front matter starts at the second line."""
    desk.write("briefings/a.md", "---\ntitle:Envoys\npublished: 2025\n---\nText\n")
    assert desk.said().startswith("briefings/a.md:2:1: error[yaml] a blank is missing after 'title:'")


SHAPES = {
    "storyline: [talks]": "'storyline' is a list, but a text is wanted\n  hint: write storyline: talks",
    "topics: [[sanctions]]": "entry 1 of 'topics' is a list, but a text is wanted\n  hint: write topics: [sanctions]",
    "status: [draft]": "'status' is a list, but a text is wanted\n  hint: write status: draft",
    "embargo: [2025-03-04]": "hint: write embargo: 2025-03-04",
    "summary: [Not a word]": "hint: put text that starts with [ or { in quotes",
    "key_takeaways: We agreed, and left.": 'hint: write key_takeaways: ["We agreed, and left."]',
    'key_takeaways: We "agreed", and left.': "hint: write key_takeaways: ['We \"agreed\", and left.']",
    "implications: {diplomats: 'Go, now'}": 'hint: write diplomats: ["Go, now"]',
    "topics: talks, sanctions": "hint: write topics: [talks, sanctions]",
    "authors: Jane Doe": "hint: write authors: [jane-doe], the name of a file",
    "corrections: we erred": "hint: write its entries below it, each with a hyphen and fields such as when, was, now",
    "corrections: [we erred]": "hint: write fields below it, each as name: value, such as when, was, now",
    "corrections: {when: 2025, now: B}": "hint: write a hyphen before the first field of each entry: - when: …",
    "topics:\n  -sanctions\n  -talks": "hint: a blank is missing after the hyphen: write - sanctions\n",
    "key_takeaways:\n  • The two sides": "hint: '•' is no hyphen, and starts no entry of a list: write a hyphen and a blank: - The two",
    "key_takeaways:\n  – text: A": "hint: '–' is no hyphen, and starts no entry of a list: write a hyphen and a blank: - text",
    "image:\n  src:map.png": "hint: a blank is missing after 'src:': write src: map.png",
    f"key_takeaways:\n  - text: A\n{HARD}{HARD}{HARD} nature: fact": "6:1: error[unknown-field] a no-break space stands here",
    "summary: Iran says\nno to all: never": "there is no field 'no to all' here\n  hint: put a text with a colon in it in quotes; one that",
}


@pytest.mark.parametrize("more", SHAPES)
def test_a_mend_can_be_typed_as_it_is_told(more: str, desk: Desk) -> None:
    """Brackets, quotation marks and names of fields are those that are wanted there."""
    assert SHAPES[more] in desk.brief("a", f"{more}\nkind: news\n").said() + "\n"


def test_a_file_of_one_field_without_a_blank_is_told_of_the_blank(desk: Desk) -> None:
    """It is one text to YAML, and no mistake in form."""
    assert "error[shape] a blank is missing after 'title:'" in desk.write("briefings/a.yml", "title:Envoys\n").said()


def test_a_pair_with_fields_in_both_files_is_told_where_to_take_them_out(desk: Desk) -> None:
    """Another name would make two briefings of it."""
    desk.brief("a").write("briefings/a.yml", "title: A\npublished: 2025-03-01\n")
    assert "first in briefings/a.md\n  hint: take the front matter out of a.md, or rename one of the two" in desk.said()


def test_an_actor_is_named_without_a_word_before_it(desk: Desk) -> None:
    """Unlike a briefing and a public event."""
    said = desk.actor("iran").brief("a", body="[[actor:iran]]").said()
    assert "there is no actor 'actor:iran'\n  hint: an actor needs no word before it: write [[iran]] in a text" in said


FENCES = {
    "---\ntitle: A\npublished: 2025-03-01\n\nText.\n": (4, "add a line with --- before this one, where the body begins"),
    "---\ntitle: A\npublished: 2025-03-01\nText here.\n": (4, "add a line with --- before this one, where the body begins"),
    "---\ntitle: A\npublished: 2025-03-01\n———\nText.\n": (4, "write --- in place of the line ———"),
    "---\ntitle: A\nkey_takeaways:\n- A.\n\nText.\n": (5, "add a line with --- before this one, where the body begins"),
    "---\ntitle: A\n\n———\nText.\n": (4, "write --- in place of the line ———"),
    "---\ntitle: A\nText.\n\n----\n\nMore.\n": (3, "add a line with --- before this one, where the body begins"),
    "---\ntitle: A\n": (1, "add a line with --- between it and the body"),
}


@pytest.mark.parametrize("text", FENCES)
def test_front_matter_that_is_not_closed_is_told_where_the_body_begins(desk: Desk, text: str) -> None:
    """Or at the line that was meant to close it."""
    (found,) = desk.write("briefings/a.md", text).examine().problems
    assert (found.line, found.hint) == FENCES[text]


MENDED = {
    "kind: news\n summary: One.": "kind: news\nsummary: One.",
    "# key_takeaways:\n  - text: One.": "key_takeaways:\n  - text: One.",
    "# image:\n  src: a.png": "image:\n  src: a.png",
    "key_takeaways:\n\u00a0\u00a0- text: One.\nkind: news": "key_takeaways:\n  - text: One.\nkind: news",
    "summary:\u00a0One.": "summary: One.",
    "kind:news": "kind: news",
    "bottom_line: 'Об'єкт зруйновано": 'bottom_line: "Об\'єкт зруйновано"',
    "bottom_line: 'Tis the season": 'bottom_line: "\'Tis the season"',
}


@pytest.mark.parametrize("typed", MENDED)
def test_a_slip_in_layout_says_letter_by_letter_what_to_write(desk: Desk, typed: str) -> None:
    """So that a program can obey it."""
    problems = desk.write("briefings/a.md", f"---\ntitle: A\n{typed}\n---\nText.\n").examine().problems
    old, new = next(one.mend for one in problems if one.mend)
    assert old in typed
    assert typed.replace(old, new, 1) == MENDED[typed]


def test_a_line_that_may_go_on_a_text_is_not_moved(desk: Desk) -> None:
    """By no program: who wrote it knows."""
    desk.write("briefings/a.md", "---\ntitle: A\nsummary: He had one\n  note: prices rise again\n---\nText.\n")
    assert [one.mend for one in desk.examine().problems if one.rule == "yaml"] == [None]
