"""The desk as it was or will be: `--as-of`."""

import json
from typing import Any

import pytest

from tests.cli.run import run
from tests.desks import Desk

FIRST = """\
what_to_expect:
  - id: meeting
    text: They meet again.
    likelihood: likely
    by: 2025-05-20
    revisions:
      - {when: 2025-04-01, likelihood: unlikely, why: They quarrelled.}
    resolution: {outcome: happened, when: 2025-05-10, note: They met.}
  - id: treaty
    text: They sign a treaty.
    likelihood: likely
    by: 2025-12-31
corrections:
  - {when: 2025-04-02, was: Tuesday, now: Monday}
"""
SECOND = """\
what_to_expect:
  - {id: "first:treaty", likelihood: very likely, why: A draft is there.}
"""


@pytest.fixture
def desk(desk: Desk) -> Desk:
    """A briefing whose judgements moved, a later one that moved one of them again, and one that is held back."""
    front = "---\ntitle: {title}\npublished: {day}\n{more}---\nText.\n"
    desk.write("briefings/first.md", front.format(title="First", day="2025-03-01", more=FIRST))
    desk.write("briefings/second.md", front.format(title="Second", day="2025-05-01", more=SECOND))
    return desk.write("briefings/third.md", front.format(title="Third", day="2025-05-30", more="embargo: 2025-07-01T08:00\n"))


def shown(desk: Desk, day: str) -> dict[str, Any]:
    """What the site as of *day* has: the briefings, what is expected, the text of all its pages."""
    done = run(desk, "build", "--as-of", day)
    assert done.exit_code == 0, done.output
    site = desk.root / "site"
    files = [json.loads(path.read_text("utf-8")) for path in (site / "api/v1/briefings").iterdir()]
    told = [(file["id"], one) for file in files for one in file.get("what_to_expect", ())]
    judgements = {f"{id}{one['id']}" if one["id"].startswith(":") else one["id"]: one for id, one in told}
    return {
        "briefings": {page.parent.name for page in (site / "briefings").glob("*/cite.bib")},
        "judgements": {id: (len(one.get("calls", (1,))), (one.get("resolution") or {}).get("outcome")) for id, one in judgements.items()},
        "text": "".join(page.read_text("utf-8") for page in site.rglob("*.html")),
    }


def test_the_desk_as_it_was(desk: Desk) -> None:
    """Nothing that was written later is there: briefings, revisions, answers, corrections."""
    then = shown(desk, "2025-03-15")
    assert then["briefings"] == {"first"}
    assert then["judgements"] == {"first:meeting": (1, None), "first:treaty": (1, None)}
    assert not [word for word in ("quarrelled", "Tuesday", "Second", "They met.") if word in then["text"]]
    later = shown(desk, "2025-05-01")
    assert later["briefings"] == {"first", "second"}
    assert later["judgements"] == {"first:meeting": (2, None), "first:treaty": (2, None)}
    assert "Tuesday" in later["text"]


def test_a_day_is_its_end(desk: Desk) -> None:
    """What happened on it is there; an hour is that hour."""
    assert "quarrelled" in shown(desk, "2025-04-01")["text"]
    assert shown(desk, "2025-07-01T07:59")["briefings"] == {"first", "second"}
    assert shown(desk, "2025-07-01T08:00")["briefings"] == {"first", "second", "third"}


def test_the_desk_as_it_will_be(desk: Desk) -> None:
    """What was due is overdue."""
    shown(desk, "2026-01-01")
    assert 'id="section:overdue"' in (desk.root / "site/outlook/index.html").read_text("utf-8")


@pytest.mark.parametrize("command", ["build", "serve"])
def test_what_is_no_day_is_told(desk: Desk, command: str) -> None:
    """In a sentence."""
    done = run(desk, command, "--as-of", "yesterday")
    assert done.exit_code == 1
    assert "as of yesterday: " in done.output


def test_what_is_out_by_that_day_is_not_held_back(desk: Desk) -> None:
    """The build speaks of the day that it shows."""
    assert "third is held back until" in run(desk, "build", "--as-of", "2025-06-30").output
    assert "held back" not in run(desk, "build", "--as-of", "2025-07-02").output
