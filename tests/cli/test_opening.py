"""`spotbrief opening`: what is held back opens by itself."""

import time
from datetime import timedelta

import pytest

from tests.cli.run import run
from tests.desks import NOW, Desk


@pytest.fixture
def slept(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """For how many seconds the command slept."""
    found: list[float] = []
    monkeypatch.setattr(time, "sleep", found.append)
    return found


def held(desk: Desk, **minutes: int) -> Desk:
    """Briefings that open so many minutes from now."""
    for name, ahead in minutes.items():
        desk.brief(name, f"embargo: {(NOW + timedelta(minutes=ahead)).isoformat()}\n")
    return desk


def test_what_opens_is_listed_the_next_first(desk: Desk) -> None:
    """Drafts do not open."""
    held(desk, b=90, a=30).brief("c", "status: draft\nembargo: 2035-01-01\n")
    done = run(desk, "opening")
    assert [line.split()[0] for line in done.output.splitlines()] == ["a", "b"]
    assert "(Europe/Kyiv)" in done.output
    assert done.exit_code == 0
    assert run(held(desk, a=-5, b=-5), "opening").output == "Nothing is held back.\n"


@pytest.mark.parametrize(
    ("minutes", "code", "sleeps"),
    [
        ({"a": 30}, 0, [30 * 60 + 5]),
        ({"a": 71}, 1, []),
        ({"a": -60}, 0, []),
        ({"a": -71}, 1, []),
        ({"a": 30, "b": 35, "c": 60}, 0, [35 * 60 + 5]),
        ({"a": -10, "b": 20}, 0, [20 * 60 + 5]),
    ],
)
def test_it_waits_for_what_opens_soon(desk: Desk, slept: list[float], minutes: dict[str, int], code: int, sleeps: list[float]) -> None:
    """And for what follows at once; a run that came late counts what has opened since the last."""
    assert run(held(desk, **minutes), "opening", "--wait", "70", "--since", "70").exit_code == code
    assert slept == sleeps


@pytest.mark.parametrize(
    ("workflow", "hint"),
    [
        ("run: spotbrief opening --wait 70", "a workflow of this desk waits for that moment, and publishes within minutes of it"),
        ("run: spotbrief build", "none of this desk's workflows waits for the moment"),
    ],
)
def test_check_says_when_it_will_really_be(desk: Desk, workflow: str, hint: str) -> None:
    """Which depends on the workflows."""
    held(desk, a=30).write(".github/workflows/schedule.yml", workflow)
    assert hint in desk.said()
