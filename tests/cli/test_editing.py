"""Whatever a file looks like: lines are only added, and the desk reads back equal but for the addition."""

import re
from dataclasses import replace
from datetime import datetime
from itertools import product
from pathlib import Path
from tempfile import TemporaryDirectory
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spotbrief.cli.editing.changes import Change, Entry, Field, Named
from spotbrief.cli.editing.text_file import TextFile
from spotbrief.cli.editing.yaml_text import Value
from spotbrief.model.briefing import Briefing, Correction
from spotbrief.model.dates import EdtfDate
from spotbrief.model.judgement import Judgement, Resolution, Revision
from spotbrief.reading.briefing import read_briefing

ZONE = ZoneInfo("UTC")
LIST = "what_to_expect"

SENTENCES = (
    "- Rain falls.",
    "-   Rain falls   # who says so?",
    "- Rain\n  falls\n  on us.",
    '- "Rain: falls"',
    "- 'Rain''s\n  end'",
    "- |\n  Rain\n  falls.",
    "- >-\n  Rain\n\n  falls.\n",
    "-  |+\n   Rain.\n\n",
)
MAPPINGS = (
    "- text: Rain.",
    "- text: 'Rain'  # c\n  # between\n  by: 2025-06  # d",
    '-   id: rain\n    text: "Rain"',
    "- text: |\n    Rain\n    falls.\n\n  likelihood: likely\n",
    "- text: R\n  sources: [a,\n    b]",
    "- text: R\n  sources:\n  - a\n  - b",
    "- text: R\n  indicators:\n    - One.\n    - >\n      Two\n      three.\n",
    "- text: R\n  revisions:\n  - when: 2025-03-02\n    why: So.  # e\n  # f",
    "- text: R\n  revisions:\n      -   when: 2025-03-02\n          why: So.\n\n  by: 2025-06",
    "- text: R\n  revisions:   # later\n  by: 2025-06",
    "- text: R\n  revisions: []",
    "- text: R\n  revisions: [{when: 2025-03-02, why: So.}]\n  # g",
    "- {text: R}",
    '- {"text": "R", by: 2025-06,}  # h',
    "- {text: R,\n   by: 2025-06,\n   revisions: [{when: 2025-03-02},]}",
    "- {text: R, revisions: []}",
)
BETWEEN = ("", "\n", "# a comment\n", "\n  # another\n\n")
AFTER = ("", "\n", "# the end\n", "sources: [x]\n", "\n# x\nsources:\n- x\n")

words = st.text(st.characters(exclude_categories=("C", "Z"), exclude_characters="\ufeff"), min_size=1, max_size=12)
sentences = st.lists(words, min_size=1, max_size=30).map(" ".join)
"""Any words at all, with blanks between them."""
ids = st.lists(st.text("abc-é7", min_size=1, max_size=5), max_size=3, unique=True).map(tuple)


@st.composite
def lists(draw: st.DrawFn) -> str:
    """The lines of *what to expect*: entries in any style, with anything between them."""
    styles = draw(st.lists(st.sampled_from(SENTENCES + MAPPINGS), min_size=1, max_size=4))
    blanks = " " * draw(st.sampled_from([0, 1, 2, 4]))
    entries = ["\n".join(blanks + line if line else line for line in style.split("\n")) for style in styles]
    return "".join(f"{entry}\n{draw(st.sampled_from(BETWEEN))}" for entry in entries)


@st.composite
def files(draw: st.DrawFn) -> tuple[str, bytes]:
    """A briefing in one of its forms, with any line ends, and a mark or none."""
    fields = f"title: A   # t\npublished: 2025-03-01\n{LIST}:\n{draw(lists())}{draw(st.sampled_from(AFTER))}"
    form = draw(st.sampled_from(["md", "yml", "body"]))
    body = draw(st.sampled_from(["", "Text\n---\n# T  \n\n", "a: b"]))
    text = f"---\n{fields}---\n{body}" if form == "md" else fields if form == "yml" else f"{fields}body: |\n  Text\n\n  more\n"
    text = text.rstrip("\n") if form == "yml" and not {"|", ">"} & {*text} and draw(st.booleans()) else text
    ends = iter(draw(st.lists(st.sampled_from(["\n", "\r\n"]), min_size=text.count("\n"), max_size=text.count("\n"))))
    mixed = draw(st.sampled_from(["\n", "\r\n", "\r", ""]))
    text = re.sub("\n", lambda _: mixed or next(ends), text)
    return f"a.{'md' if form == 'md' else 'yml'}", (draw(st.sampled_from(["", "\ufeff"])) + text).encode()


def briefing(name: str, data: bytes) -> Briefing:
    """The briefing, as the desk reads it."""
    with TemporaryDirectory() as folder:
        (Path(folder) / name).write_bytes(data)
        found, problems, _, _ = read_briefing(Path(folder), [name], ZONE)
    assert [problem for problem in problems if problem.severity == "error"] == []
    return found[0]


def is_sentence(file: TextFile, number: int) -> bool:
    return isinstance(file.value((LIST, number)), str)


def lines_kept(before: bytes, after: bytes) -> bool:
    """Whether all lines are there still, with their ends, in their order; a last line without an end gets one."""
    rest = iter(after.splitlines(keepends=True))
    return all(any(line in (one, one.rstrip(b"\r\n")) for one in rest) for line in before.splitlines(keepends=True))


def signs_kept(before: bytes, after: bytes) -> bool:
    """Whether all signs are there still, in their order."""
    rest = iter(after)
    return all(any(sign == one for one in rest) for sign in before)


def is_block(data: bytes, number: int) -> bool:
    """Whether the entry stands on lines of its own, so that nothing is written into them."""
    text = data.decode()
    return "{" not in text and "[]" not in text and "[{" not in text


@given(files(), st.data())
def test_a_revision_only_adds(file: tuple[str, bytes], data: st.DataObject) -> None:
    name, before = file
    was = briefing(name, before)
    number = data.draw(st.integers(0, len(was.what_to_expect) - 1))
    why, sources = data.draw(sentences), data.draw(ids)
    values: dict[str, Value] = {"when": "2025-05-01", "likelihood": "likely", "probability": "0.7", "why": why}
    change = Entry((LIST, number), "revisions", {**values, **({"sources": sources} if sources else {})})
    old = TextFile(name, before)
    named = is_sentence(old, number)
    changes: list[Change] = [Named((LIST, number)), change] if named else [change]
    after = old.changed(changes).data()
    entry = was.what_to_expect[number]
    assert isinstance(entry, Judgement)
    made = Revision(when=datetime(2025, 5, 1, tzinfo=ZONE), likelihood="likely", probability=0.7, why=why, sources=sources)
    wanted = replace(entry, revisions=(*entry.revisions, made))
    assert briefing(name, after) == replace(was, what_to_expect=(*was.what_to_expect[:number], wanted, *was.what_to_expect[number + 1 :]))
    assert signs_kept(before, after)
    assert lines_kept(before, after) or named or not is_block(before, number)


@given(files(), sentences, st.data())
def test_an_end_and_an_id_only_add(file: tuple[str, bytes], note: str, data: st.DataObject) -> None:
    name, before = file
    was = briefing(name, before)
    number = data.draw(st.integers(0, len(was.what_to_expect) - 1))
    at, old = (LIST, number), TextFile(name, before)
    entry = was.what_to_expect[number]
    assert isinstance(entry, Judgement)
    changes: list[Change] = [Named(at)] if is_sentence(old, number) else []
    changes += [] if entry.id else [Field(at, "id", "mine", "text")]
    after = old.changed([*changes, Field(at, "resolution", {"outcome": "void", "when": "../2025-05?", "note": note})]).data()
    ended = Resolution(outcome="void", when=EdtfDate.parse("../2025-05?"), note=note)
    wanted = replace(entry, id=entry.id or "mine", resolution=ended)
    assert briefing(name, after) == replace(was, what_to_expect=(*was.what_to_expect[:number], wanted, *was.what_to_expect[number + 1 :]))
    assert signs_kept(before, after)


@given(files(), sentences)
def test_a_correction_only_adds_lines(file: tuple[str, bytes], now: str) -> None:
    name, before = file
    after = TextFile(name, before).changed([Entry((), "corrections", {"when": "2025-05-01", "now": now})]).data()
    wanted = Correction(when=datetime(2025, 5, 1, tzinfo=ZONE), now=now)
    assert briefing(name, after) == replace(briefing(name, before), corrections=(wanted,))
    assert lines_kept(before, after)


@pytest.mark.parametrize(("style", "end"), [*product(SENTENCES + MAPPINGS, ["\n", "\r\n"])])
def test_every_style_leaves_a_place(style: str, end: str) -> None:
    """Each one alone, so that no draw can miss it."""
    text = f"title: A\npublished: 2025-03-01\n{LIST}:\n{style}\n".replace("\n", end).encode()
    old = TextFile("a.yml", text)
    changes: list[Change] = [Named((LIST, 0))] if is_sentence(old, 0) else []
    after = old.changed([*changes, Entry((LIST, 0), "revisions", {"when": "2025-05-01", "why": "So."})])
    entry = briefing("a.yml", after.data()).what_to_expect[0]
    assert isinstance(entry, Judgement)
    assert entry.revisions[-1].why == "So."
    assert after.data().count(b"\r\n") == (after.data().count(b"\n") if end == "\r\n" else 0)
