"""Files in, model out: three forms of a briefing, YAML 1.2, encodings."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from spotbrief.model.briefing import Briefing
from spotbrief.model.origin import Origin
from spotbrief.reading.document import Document
from spotbrief.reading.text import Unreadable, decode
from spotbrief.reading.yaml import compose, value_of
from tests.desks import PNG, Desk

FIELDS = """\
title: A title
published: 2025-03-01T10:00
kind: assessment
key_takeaways: [Plain, {text: Second, nature: judgement}]
what_to_expect: [{text: Rain, probability: 70%, by: 2025-06}]
"""


def only(desk: Desk) -> Briefing:
    """The one briefing of a desk, without where it was read from."""
    examined = desk.examine()
    assert not examined.problems
    (briefing,) = examined.corpus.briefings.values()
    return replace(briefing, origin=Origin(file=""), body=replace(briefing.body, text=briefing.body.text.strip()))


def test_three_forms_give_one_briefing(desk: Desk) -> None:
    """Front matter, YAML with a body, and a pair mean the same."""
    front = only(desk.write("briefings/a.md", f"---\n{FIELDS}---\n\nThe *body*.\n"))
    (desk.root / "briefings/a.md").unlink()
    yml = only(desk.write("briefings/a.yml", f"{FIELDS}body: |\n  The *body*.\n"))
    pair = only(desk.write("briefings/a.yml", FIELDS).write("briefings/a.md", "The *body*.\n"))
    assert front == yml == pair
    assert front.what_to_expect[0].probability == 0.7


@pytest.mark.parametrize("word", ["NO", "yes", "On", "1:20", "010", "0777", "2025-02-30", "1e3", "0x10", "null and void", "2024.10"])
def test_words_stay_words(word: str, desk: Desk) -> None:
    """YAML 1.1's booleans, octals, sexagesimals and dates are text."""
    assert only(desk.brief("a", title=word)).title == word


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_any_line_end_and_a_byte_order_mark(end: str, mark: bytes, desk: Desk) -> None:
    """Files from any editor read the same."""
    desk.write("briefings/a.md", mark + f"---\n{FIELDS}---\n\nBody.\n".replace("\n", end).encode())
    assert only(desk).body.text == "Body."


@pytest.mark.parametrize(
    ("data", "rule", "place"),
    [
        ("---\ntitle: ä\n".encode("utf-16"), "encoding", (1, 1)),
        ("---\ntitle: ä\n".encode("utf-32"), "encoding", (1, 1)),
        ("a\nbc \u00e9".encode("latin-1"), "encoding", (2, 4)),
        (b"a\nb\x00", "control-character", (2, 2)),
        (b"a\x1b[31m", "control-character", (1, 2)),
        ("a\u202eb".encode(), "direction-override", (1, 2)),
        (b"a" * 3_000_000, "too-large", (1, 1)),
    ],
)
def test_other_bytes_are_refused_by_name(data: bytes, rule: str, place: tuple[int, int]) -> None:
    """Encodings, hidden characters and huge files are named, with their place."""
    with pytest.raises(Unreadable) as error:
        decode(data)
    assert (error.value.rule, error.value.line, error.value.column) == (rule, *place)


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("a: &x 1\nb: *x", "yaml-anchor"),
        ("a: !include b", "yaml-tag"),
        ("a: !!python/object:os.system x", "yaml-tag"),
        ("a: 1\na: 2", "duplicate-key"),
        ("? [a]\n: b", "yaml-key"),
        ("a: " + "[" * 60 + "]" * 60, "yaml-depth"),
        ("a: " + "[" * 100_000, "yaml"),
        ("a: b: c", "yaml"),
        ("a: [1", "yaml"),
        ("a:\n\tb: 1", "yaml"),
        ("a: 'x", "yaml"),
        ("a: 1\n---\nb: 2", "yaml"),
        ("a: @b", "yaml"),
        ('a: "x\\0"', "control-character"),
        ('a: [{"\\0origin": x}]', "control-character"),
        ('a: "x\\u202ey"', "direction-override"),
    ],
)
def test_yaml_beyond_the_format_is_refused_with_a_hint(text: str, rule: str) -> None:
    """What YAML can do and the format does not want is refused, each with a mend."""
    with pytest.raises(Unreadable) as error:
        value_of(compose(text))
    assert error.value.rule == rule
    assert error.value.hint


CONFLICT = "<<<<<<< HEAD\n{}\n=======\n{}\n>>>>>>> theirs\n"


@pytest.mark.parametrize(
    ("path", "text", "line"),
    [
        ("briefings/a.md", f"---\ntitle: A\n{CONFLICT.format('published: 2025', 'published: 2024')}---\nText\n", 3),
        ("briefings/a.md", f"---\n{FIELDS}---\n```\n{CONFLICT}```\n\n{CONFLICT.format('One', '```')}", 16),
        ("briefings/a.yml", CONFLICT.format("title: A", "title: B"), 1),
        ("briefings/a.yml", f"{FIELDS}body: |\n  ```\n{CONFLICT}  ```\n", 8),
        ("content/topics.yml", f"a: {{name: A}}\n{CONFLICT.format('b: {name: B}', 'c:')}", 2),
        ("content/about.md", f"# About\n\n{CONFLICT.format('Us', 'Them')}", 3),
    ],
)
def test_a_merge_conflict_is_named_before_anything_else(path: str, text: str, line: int, desk: Desk) -> None:
    """Whatever else is wrong comes from it, or is told once it is settled."""
    lines = desk.write(path, text).said().splitlines()
    assert lines[0] == f"{path}:{line}:1: error[merge-conflict] a merge conflict starts here: two people changed the same lines"
    assert len(lines) == 2


@pytest.mark.parametrize("text", [f"---\n{FIELDS}---\nOne.\n>>>>>>> theirs\n", f"---\n{FIELDS}<<<<<<< HEAD\n---\n\n"])
def test_what_is_left_of_a_merge_conflict_is_told(text: str, desk: Desk) -> None:
    """Whoever settled it forgot a line."""
    said = desk.write("briefings/a.md", text).said().splitlines()
    line = next(number for number, typed in enumerate(text.splitlines(), 1) if typed.startswith((">", "<")))
    assert said[0].startswith(f"briefings/a.md:{line}:1: error[merge-conflict] this mark is left of a merge conflict: ")
    assert len(said) == 2


def test_a_merge_conflict_can_be_shown(desk: Desk) -> None:
    """In fenced code the marks are text."""
    assert desk.brief("a", body=f"~~~\n{CONFLICT}~~~\n\n\\<\\<\\<\\<\\<\\<\\< alone").said() == ""


def test_signs_in_quotes_are_no_anchors() -> None:
    """`*` and `&` in texts are text."""
    assert value_of(compose("a: 'R&D * B'\nb: it's * fine & well\nc: [\"*x\"]")) == {"a": "R&D * B", "b": "it's * fine & well", "c": ["*x"]}


_PIECES = (
    *("title: ", "a:", "body: |\n", "b: > ", "x\n", "\n", "  ", "- ", "-x", "• ", "\u00a0", '"', "'", "[", "]", "{", "}", ","),
    *("## H\n", "# c\n", " #1", "...\n", "---\n", ": ", ":x", "：", "\t", "|", "? ", "! ", "&a ", "*a", "@", "\u2028"),
)


@given(st.text(max_size=200) | st.lists(st.sampled_from(_PIECES), max_size=25).map("".join))
def test_any_yaml_is_read_or_refused(text: str) -> None:
    """No text gives another error than Unreadable."""
    try:
        value_of(compose(text))
    except Unreadable:
        return


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.binary(max_size=300) | st.text(max_size=200).map(lambda text: f"---\ntitle: x\npublished: 2025-01-01\n{text}\n---\n{text}".encode())
)
def test_any_file_is_read_or_reported(desk: Desk, data: bytes) -> None:
    """Whatever an editor saves, the desk is checked to its end, and every problem has a line."""
    examined = desk.write("briefings/a.md", data).examine()
    assert all(problem.line >= 1 and problem.column >= 1 for problem in examined.problems)
    assert examined.problems or examined.corpus.briefings


SLIPS = {
    'summary: "War" and peace\n': "put the whole value in quotes: summary: '\"War\" and peace'",
    "summary: [Updated] War\n": 'put the whole value in quotes: summary: "[Updated] War"',
    "summary: *Bold* move\n": 'put the whole value in quotes: summary: "*Bold* move"',
    "<<: {summary: x}\n": "there is no field '<<' here",
    "actors: un\n": "'actors' is the text 'un', but a list is wanted\n  hint: write actors: [un]",
    "key_takeaways:\n  - Note: a colon\n": "the colon after 'Note' makes a field of it\n  hint: put the whole sentence in quotes",
    "summary: [a]\n": "'summary' is a list, but a text is wanted",
    "statements: [{actor: a, issue: b, when: 2025}]\n": "'text' is missing",
    "timeline: [{when: early March, title: x}]\n": "'early March' is not a date here",
    "what_to_expect: [{text: x, confidence: medium}]\n": "'medium' is not a known 'confidence'",
    "what_to_expect: [{text: x, probability: .nan}]\n": "'.nan' is not a probability",
    "image: {alt: A map}\n": "'src' is missing",
    "id: x\n": "there is no field 'id' here",
    "what_to_expect: [{text: x, by: 2026, probability: 0,7}]\n": "here, and it has no value\n  hint: a comma ends a text between { and }",
    "updated: ２０２５-03-01\n": "'２０２５-03-01' is not a date here\n  hint: write 2025-03-03T18:00",
    "origin: x\n": "there is no field 'origin' here",
    "timeline: [{origin: {file: x}, when: 2025, title: x}]\n": "there is no field 'origin' here",
}


@pytest.mark.parametrize("more", SLIPS)
def test_slips_are_told_in_the_editors_words(more: str, desk: Desk) -> None:
    """No Python and no pydantic shows through."""
    said = desk.brief("a", more).said()
    assert SLIPS[more] in said
    assert "pydantic" not in said
    assert "Input should" not in said


def test_a_file_of_a_pair_may_not_have_a_second_body(desk: Desk) -> None:
    """Nothing is silently dropped."""
    desk.write("briefings/a.yml", FIELDS + "body: One\n").write("briefings/a.md", "Two\n")
    assert "the body stands here and in a.md" in desk.said()


def test_raw_knows_its_composed_name() -> None:
    """An id is the same in either Unicode form."""
    assert Document(path="briefings/e\u0301.md").id == "\u00e9"


def test_blank_fields_at_any_depth_count_as_absent(desk: Desk) -> None:
    """A template with empty lines is no mistake."""
    desk.actor("b", "type: state\nidentifiers: {wikidata: }\nmemberships: [{organization: X, role: }]\n")
    desk.brief("a", "implications: {diplomats: }\nkey_takeaways: [{text: x, nature: }]\nsources: [{title: T, url: , kind: ~}]\n")
    assert desk.said() == ""


@pytest.mark.parametrize("empty", ["embargo:", "embargo: ~", "status:", "status: null  # later"])
def test_what_holds_a_briefing_back_is_not_left_empty(empty: str, desk: Desk) -> None:
    """Who wrote the field did not mean the text to be out at once."""
    examined = desk.brief("a", f"{empty}\n").examine()
    (said,) = map(str, examined.problems)
    name = empty.partition(":")[0]
    assert said.startswith("briefings/a.md:4:")
    assert f"error[missing-field] '{name}' is empty, so nothing holds this briefing back\n  hint: write " in said
    assert not examined.corpus.briefings


def test_pairs_are_found_beside_longer_names_and_in_either_unicode_form(desk: Desk) -> None:
    """`a.x.md` does not come between `a.md` and `a.yml`."""
    desk.write("briefings/a.yml", FIELDS).write("briefings/a.md", "Body").write("briefings/a.x.md", f"---\n{FIELDS}---\nMore")
    desk.write("briefings/e\u0301.yml", FIELDS).write("briefings/\u00e9.md", "Corps")
    examined = desk.examine()
    assert sorted(problem.rule for problem in examined.problems) == [*["same-title"] * 2, *["told-twice"] * 2]
    assert {id: b.body.text.strip() for id, b in examined.corpus.briefings.items()} == {"a": "Body", "a.x": "More", "\u00e9": "Corps"}


def test_a_number_sign_in_a_file_name_is_written_encoded(desk: Desk) -> None:
    """Otherwise it starts an anchor."""
    assert desk.write("briefings/no#1.png", PNG).brief("a", body="![x](no%231.png)").said() == ""


def test_a_file_with_a_mistake_is_not_said_to_be_missing(desk: Desk) -> None:
    """One slip is one error, however many texts name the thing; a real slip elsewhere is still told."""
    desk.actor("norway", "type: stat\n").write("content/topics.yml", "trade: {nam: Trade}\n").write("content/regions.yml", "- north\n")
    desk.brief("b", "kind: newz\n")
    desk.brief("a", "actors: [norway, norwey]\ntopics: [trade, tride]\nregions: [north]\nrelated: [b]\n", "[b](b.md) on [[norway]]")
    told = [str(problem).partition("\n")[0] for problem in desk.examine().problems if problem.where.file == "briefings/a.md"]
    assert told == [
        "briefings/a.md:4:18: error[unknown-reference] there is no actor 'norwey'",
        "briefings/a.md:5:17: error[unknown-reference] there is no topic 'tride'",
    ]


def test_a_text_that_a_number_sign_cuts_is_told(desk: Desk) -> None:
    """Only in fields of words, and only where the sign is no ordinary comment; code and block texts are as they are."""
    more = "kind: news #x\nsummary: All of it # checked\nquestion: 'Which #x' #x\nbottom_line: |\n  title: Part #2\n"
    desk.brief("a", more + "topics: [b]\n", title="Part #2 # b")
    desk.write("content/topics.yml", "a: {name: A, description: B}\nc:\n  name: The #1 thing\n")
    assert desk.said().splitlines()[0::2] == [
        "briefings/a.md:2:12: warning[cut-text] this text ends at 'Part': YAML takes what follows for a comment",
        "briefings/a.md:9:10: error[unknown-reference] there is no topic 'b'",
        "content/topics.yml:3:12: warning[cut-text] this text ends at 'The': YAML takes what follows for a comment",
    ]


@pytest.mark.parametrize(
    ("body", "place", "severity"),
    [
        ("body: Some text\n\n## Next\n", "5:1", "warning"),
        ("body:\n  Some text\n\n  # Next\n", "6:3", "warning"),
        ("body:\n  ## First\n  Some text\n", "4:3", "warning"),
        ("body: |\n  Some text\n\n## Next\nsummary: x\n", "6:1", "warning"),
        ("body: Some text\n  ## Next\n  more\n", "4:3", "error"),
        ("body:\n  Some text\n\n  ## Next\n\n  more\n", "6:3", "error"),
    ],
)
def test_a_heading_that_yaml_takes_for_a_comment_is_told(body: str, place: str, severity: str, desk: Desk) -> None:
    """The text would be cut there, in silence."""
    desk.write("briefings/a.yml", f"title: A\npublished: 2025-03-01\n{body}")
    message = "the text of 'body' is cut here: YAML takes a heading for a comment"
    assert f"briefings/a.yml:{place}: {severity}[cut-text] {message}\n  hint: write body: | and" in desk.said()


def test_headings_in_blocks_and_ordinary_comments_are_no_cut(desk: Desk) -> None:
    """Who wrote `|` has all of the text."""
    head = "title: A\npublished: 2025-03-01\n"
    desk.write("briefings/a.yml", f"{head}body: |\n  ## One\n  Text\n\n  ## Two\n")
    desk.write("briefings/b.yml", f"{head.replace('A', 'B')}body: |\n  Text\n\n# later\nsummary: x\n\n## Not of the body\n")
    assert desk.said() == ""


def test_three_dots_among_fields_are_told(desk: Desk) -> None:
    """Else the fields after them would be read as text; at the end of the front matter they are as good as dashes."""
    desk.brief("a", "...\nsummary: x\n").write("briefings/b.md", f"---\n{FIELDS}...\nNote: text\n\n---\n\nMore\n")
    assert desk.said().splitlines() == [
        "briefings/a.md:4:1: error[front-matter] three dots end the YAML here, and fields follow",
        "  hint: take the line out",
    ]


def test_a_column_in_a_body_counts_characters(desk: Desk) -> None:
    """Also where letters beyond ASCII stand before it."""
    told = desk.brief("a", body="Київ, 𝕏: [[nobody]]").said()
    assert "briefings/a.md:5:10: error[unknown-reference] there is no actor 'nobody'" in told
