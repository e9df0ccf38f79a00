"""Work on all cores: everything is done once, and a failure is told."""

import multiprocessing
import os
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from threading import Event, Thread

import pytest

from spotbrief.jobs import MANY, Jobs
from spotbrief.parallel import FEWEST, Ends, spread


def _note(folder: Path, number: int) -> None:
    with (folder / f"{os.getpid()}").open("a") as file:
        file.write(f"{number}\n")


def _noted(folder: Path) -> list[int]:
    return sorted(int(line) for path in folder.iterdir() for line in path.read_text().split())


def _notes(folder: Path, numbers: range) -> list[Callable[[], None]]:
    return [partial(_note, folder, number) for number in numbers]


@pytest.mark.parametrize("count", [0, 3, FEWEST, MANY, MANY + 1001])
def test_every_job_is_done_once(tmp_path: Path, count: int) -> None:
    third = count // 3
    parts = (range(third), range(third, 2 * third), range(2 * third, count))
    wide, early, late = (_notes(tmp_path, part) for part in parts)
    Jobs(wide=wide, early=early, late=late).finish()
    assert _noted(tmp_path) == list(range(count))


@pytest.fixture
def two_cores(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever the machine has."""
    for module in ("jobs", "parallel"):
        monkeypatch.setattr(f"spotbrief.{module}.cores", lambda: 2)


@pytest.mark.usefixtures("two_cores")
def test_late_jobs_wait_until_the_caller_is_ready(tmp_path: Path) -> None:
    shells = tmp_path / "shells"
    (tmp_path / "notes").mkdir()

    def late() -> None:
        assert shells.exists()

    jobs = Jobs(early=_notes(tmp_path / "notes", range(20)), late=[late] * FEWEST)
    end = time.monotonic() + 30
    while len(_noted(tmp_path / "notes")) < 20 and time.monotonic() < end:
        time.sleep(0.01)  # until the helper has done all that it may, and stands before the first late job
    shells.touch()
    jobs.finish()


def test_one_process_alone_reads_nearly_everything_where_jobs_are_many(tmp_path: Path) -> None:
    Jobs(wide=_notes(tmp_path, range(5)), early=[int] * (MANY + 1)).finish()  # type: ignore[list-item]  # what they give is not asked
    assert [path.name for path in tmp_path.iterdir()] == [f"{os.getpid()}"]


@pytest.mark.usefixtures("two_cores")
@pytest.mark.parametrize("count", [FEWEST, MANY + 1001])
def test_a_helper_that_fails_ends_the_work(capfd: pytest.CaptureFixture[str], count: int) -> None:
    caller = os.getpid()

    def fail() -> None:
        if os.getpid() != caller:
            raise ValueError("no ink")
        time.sleep(0.005)  # or all would be done before the helper begins

    with pytest.raises(RuntimeError, match="message stands above"):
        Jobs(early=[fail] * count).finish()
    assert "no ink" in capfd.readouterr().err


@pytest.mark.usefixtures("two_cores")
def test_who_fails_at_a_share_is_told(capfd: pytest.CaptureFixture[str]) -> None:
    caller = os.getpid()

    def fail(some: Sequence[int]) -> int:
        if os.getpid() != caller:
            raise ValueError("no ink")
        time.sleep(0.01)
        return sum(some)

    with pytest.raises(RuntimeError, match="message stands above"):
        spread(fail, range(1000))
    assert "no ink" in capfd.readouterr().err


@pytest.mark.usefixtures("two_cores")
def test_what_is_left_leaves_nothing_behind(tmp_path: Path) -> None:
    """No process, no open file; and to leave twice does no harm."""
    multiprocessing.active_children()  # puts away what other tests left behind
    before = len(os.listdir("/proc/self/fd"))
    for _ in range(3):
        jobs = Jobs(early=_notes(tmp_path, range(5)), late=[partial(time.sleep, 60)] * FEWEST)
        jobs.leave()
        jobs.leave()
    assert len(os.listdir("/proc/self/fd")) == before
    assert not multiprocessing.active_children()


def test_numbers_are_taken_from_both_ends_until_none_is_left() -> None:
    ends = Ends(5)
    assert [*ends.take(2)] == [0, 1]
    assert [*ends.take(2, back=True)] == [3, 4]
    assert ends.left() == 1
    assert [*ends.take(2)] == [2]
    assert not ends.take(2)
    assert not ends.take(2, back=True)


def test_results_come_back_in_the_order_of_the_items() -> None:
    def all_of(some: Sequence[int]) -> list[int]:
        return list(some)

    assert [number for part in spread(all_of, range(1000)) for number in part] == list(range(1000))
    assert [number for part in spread(all_of, range(7), fewest=2) for number in part] == list(range(7))


def test_a_process_with_a_second_thread_never_forks() -> None:
    """A fork would copy the locks of the other thread as they are, held for ever."""
    over = Event()
    other = Thread(target=over.wait)
    other.start()
    try:
        assert {process for part in spread(lambda some: [os.getpid() for _ in some], range(10_000)) for process in part} == {os.getpid()}
    finally:
        over.set()
        other.join()
