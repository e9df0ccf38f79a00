"""`spotbrief check --fix`: what a hint says letter by letter is written, and nothing else."""

import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.cli.run import run
from tests.desks import Desk
from tests.reading.test_hints_obeyed import CASES, FIELDS, told

__all__ = ["told"]

SLIPS = """\
---
Title: Talks  # what it is about
published: 1 May 2025
topics: Grain
# the next one is in quotes
summary: 'It's fine'
key_takeaway: One sentence
aliases: [/old/]
sources:
  - title: T
    link: https://example.org/a   # of the paper
---
# Talks

See [x](htps://example.org/a).\r
"""
MENDED = """\
---
title: Talks  # what it is about
published: 2025-05-01
topics: [grain]
# the next one is in quotes
summary: "It's fine"
key_takeaways: [One sentence]
former_slugs: [old]
sources:
  - title: T
    url: https://example.org/a   # of the paper
---
## Talks

See [x](https://example.org/a).\r
"""


@pytest.fixture
def slips(desk: Desk) -> Desk:
    """A briefing with nine slips, some of which hide others, in a desk without any."""
    desk.write("content/topics.yml", "grain: {name: Grain}\n")
    return desk.write("briefings/a.md", SLIPS)


def texts(root: Path) -> dict[str, bytes]:
    """All files of a desk."""
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def test_every_slip_is_mended_and_all_else_stays(slips: Desk) -> None:
    """Comments, blanks, order and the ends of lines; what one mistake hid is mended, too."""
    before = texts(slips.root)
    done = run(slips, "check", "--fix")
    assert done.exit_code == 0
    assert "mended 9 problems in briefings/a.md\nNothing wrong in 1 briefing.\n" in done.output
    assert texts(slips.root) == {**before, "briefings/a.md": MENDED.encode()}


def test_a_second_time_changes_nothing(slips: Desk) -> None:
    """It is done."""
    run(slips, "check", "--fix")
    before = texts(slips.root)
    assert run(slips, "check", "--fix").output == "Nothing wrong in 1 briefing.\n"
    assert texts(slips.root) == before


def test_the_difference_is_shown_and_nothing_written(slips: Desk) -> None:
    """As programs for patches read it."""
    before = texts(slips.root)
    said = run(slips, "check", "--diff").output
    assert said.startswith("--- briefings/a.md\n+++ briefings/a.md\n@@ -1,")
    assert "-Title: Talks  # what it is about\n" in said
    assert "+title: Talks  # what it is about\n" in said
    assert texts(slips.root) == before


def test_a_mend_that_brings_an_error_is_not_kept(desk: Desk) -> None:
    """The guess of a hint may be wrong for a program, if not for a reader; others in the file are mended all the same."""
    desk.brief("a", 'Summary: A\nsources: ["https://example.org/a"]\nkey_takeaways:\n  - {text: A, sources: ["https://example.org/a"]}\n')
    before = run(desk, "check").output.count("error")
    after = run(desk, "check", "--fix").output
    assert after.count("error[") < before
    assert "summary: A" in (desk.root / "briefings/a.md").read_text("utf-8")


def test_a_guess_is_not_made_where_it_would_say_something_twice(desk: Desk) -> None:
    """Nor where a longer name says something else."""
    desk.write("briefings/a.md", "---\nTitle: A\nPublished: 2025-05-01\npublished_by: somebody\nwithdrawn_by: nobody\n---\nText.\n")
    said = run(desk, "check", "--fix").output
    assert "duplicate-key" not in said
    assert [line for line in said.splitlines() if "no field" in line and ("_by" in line)]
    text = (desk.root / "briefings/a.md").read_text("utf-8")
    assert text.startswith("---\ntitle: A\npublished: 2025-05-01\npublished_by: somebody\nwithdrawn_by: nobody\n")


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(FIELDS), min_size=1, max_size=3))
def test_it_ends_and_never_makes_things_worse(told: Desk, slips: list[str]) -> None:
    """Whatever slips stand together: no more errors than before, and a second time changes nothing."""
    told.brief("a", "".join(f"{slip}\n" for slip in slips))
    before = run(told, "check").output
    first = run(told, "check", "--fix").output
    mended = texts(told.root)
    run(told, "check", "--fix")
    assert texts(told.root) == mended
    assert first.count("error[") <= before.count("error[") or "error[yaml]" in before  # which hides others


@pytest.mark.parametrize("case", sorted(path.name for path in CASES.iterdir() if path.is_dir() and path.name != "_base"))
def test_bad_inputs_do_not_stop_it(case: str, desk: Desk) -> None:
    """Nor get worse by it."""
    for folder in ("_base", case):
        shutil.copytree(CASES / folder, desk.root, dirs_exist_ok=True)
    first = run(desk, "check", "--fix")
    mended = texts(desk.root)
    second = run(desk, "check", "--fix")
    assert texts(desk.root) == mended
    assert first.output.endswith(second.output)
