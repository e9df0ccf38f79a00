"""`spotbrief check --tidy`: fields in their usual order, and nothing means anything else."""

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from spotbrief.cli.tidying import in_order, tidied
from spotbrief.model.briefing import Briefing
from spotbrief.reading.settings import Folders
from tests.cli.run import run
from tests.desks import Desk

ROOT = Path(__file__).parents[2]
MIXED = """\
---
# Of the desk in Kyiv.

summary: >-
  It rained
  all day.
# When it was out.
published: 2025-05-31  # a Saturday
key_takeaways:
  - Rain fell.  # so it was said
  - {text: Snow did not., nature: fact, sources: [s]}
  - "Quoted: stays."
status: draft
title: Rain
sources: [{id: s, title: T}]
---
Text.
"""
TIDY = """\
---
# Of the desk in Kyiv.

title: Rain
# When it was out.
published: 2025-05-31  # a Saturday
summary: >-
  It rained
  all day.
status: draft
key_takeaways:
  - text: Rain fell.  # so it was said
  - {text: Snow did not., nature: fact, sources: [s]}
  - "Quoted: stays."
sources: [{id: s, title: T}]
---
Text.
"""


def test_fields_get_their_usual_order(desk: Desk) -> None:
    """Comments go with the field that they stand above; what stands first in the file stays there."""
    desk.write("briefings/a.md", MIXED)
    before = desk.said()
    assert run(desk, "check", "--tidy").output == "put in order: briefings/a.md\n"
    assert (desk.root / "briefings/a.md").read_text() == TIDY
    assert desk.said() == before
    assert run(desk, "check", "--tidy").output == ""


def test_line_ends_stay(desk: Desk) -> None:
    """Those of Windows, too."""
    desk.write("briefings/a.md", MIXED.replace("\n", "\r\n"))
    run(desk, "check", "--tidy")
    assert (desk.root / "briefings/a.md").read_bytes() == TIDY.replace("\n", "\r\n").encode()


def test_it_is_shown_first(desk: Desk) -> None:
    """As a difference, and nothing is written."""
    desk.write("content/actors/a.yml", "type: state\nname: A\n")
    assert run(desk, "check", "--tidy", "--diff").output.endswith("+name: A\n type: state\n-name: A\n")
    assert (desk.root / "content/actors/a.yml").read_text() == "type: state\nname: A\n"


@pytest.mark.parametrize("text", ["a: [", "- a\n", "{b: 1, title: x}\n", "title: a\ntitle: b\n", "", "x: &x {a: 1}\nkind: *x\n"])
def test_what_cannot_be_put_in_order_stays(text: str) -> None:
    """What is no list of fields, and what would mean something else."""
    assert in_order(text, Briefing) == text


def test_the_sample_is_in_order_twice_at_most(tmp_path: Path) -> None:
    """What is tidied once has nothing left to tidy, and reads as before."""
    for file, (before, now) in tidied(ROOT, Folders(briefings="briefings", content="content")).items():
        body = (before, now) if not file.endswith(".md") else (before.split("---\n")[1], now.split("---\n")[1])
        assert _named(yaml.safe_load(body[0])) == _named(yaml.safe_load(body[1])), file
        assert sorted(before.split()) == sorted(word for word in now.split() if word != "text:" or "text:" in before), file


def _named(values: dict[str, object]) -> dict[str, object]:
    takeaways = values.get("key_takeaways")
    if isinstance(takeaways, list):
        values["key_takeaways"] = [{"text": one} if isinstance(one, str) else one for one in takeaways]
    return values


KEYS = st.sampled_from(["title", "published", "summary", "kind", "topics", "key_takeaways", "bottom_line", "unknown", "notes"])
VALUES = st.one_of(st.text(max_size=20), st.lists(st.text(min_size=1, max_size=12), max_size=3), st.integers())


@given(values=st.dictionaries(KEYS, VALUES, min_size=1), comments=st.lists(st.booleans(), min_size=9, max_size=9))
def test_no_fields_mean_anything_else_then(values: dict[str, object], comments: list[bool]) -> None:
    """Whatever they hold; and a second time changes nothing."""
    text = ""
    for (key, value), has_comment in zip(values.items(), comments, strict=False):
        text += ("# a remark\n" if has_comment else "") + yaml.safe_dump({key: value}, allow_unicode=True, width=20)
    now = in_order(text, Briefing)
    assert _named(yaml.safe_load(now)) == _named(yaml.safe_load(text))
    assert now.count("# a remark") >= text.count("# a remark")
    assert in_order(now, Briefing) == now
