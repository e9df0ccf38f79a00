"""Work on all cores: everything is done once, and a failure is told."""

import os
from collections.abc import Sequence
from pathlib import Path

import pytest

from spotbrief.parallel import FEWEST, MANY, scatter, spread


@pytest.mark.parametrize("count", [0, 3, FEWEST, MANY, MANY + 1001])
def test_everything_is_done_once(tmp_path: Path, count: int) -> None:
    def note(some: Sequence[int]) -> None:
        with (tmp_path / f"{os.getpid()}").open("a") as file:
            file.writelines(f"{number}\n" for number in some)

    scatter(note, range(count), most=500)
    done = [int(line) for path in tmp_path.iterdir() for line in path.read_text().split()]
    assert sorted(done) == list(range(count))


def test_results_come_back_in_a_fixed_order() -> None:
    assert spread(sum, range(1000)) == spread(sum, range(1000))
    assert sum(spread(sum, range(1000))) == sum(range(1000))


def test_a_process_that_fails_ends_the_work(capfd: pytest.CaptureFixture[str]) -> None:
    def fail(some: Sequence[int]) -> None:
        if MANY in some:
            raise ValueError("no ink")

    with pytest.raises((RuntimeError, ValueError)):
        scatter(fail, range(MANY + 1001), most=500)
    assert "no ink" in capfd.readouterr().err
