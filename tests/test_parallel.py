"""Work on all cores: everything is done once, and a failure is told."""

import multiprocessing
import os
import time
from collections.abc import Sequence
from pathlib import Path
from threading import Event, Thread

import pytest

from spotbrief.parallel import FEWEST, spread


@pytest.fixture
def two_cores(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever the machine has."""
    monkeypatch.setattr("spotbrief.parallel.cores", lambda: 2)


@pytest.mark.usefixtures("two_cores")
@pytest.mark.parametrize("count", [0, 3, FEWEST, FEWEST + 1001])
def test_everything_is_done_once(tmp_path: Path, count: int) -> None:
    def note(numbers: Sequence[int]) -> None:
        with (tmp_path / f"{os.getpid()}").open("a") as file:
            file.writelines(f"{number}\n" for number in numbers)

    spread(note, range(count))
    assert sorted(int(line) for path in tmp_path.iterdir() for line in path.read_text().split()) == list(range(count))


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
def test_work_that_is_left_leaves_nothing_behind() -> None:
    """No process and no open file, also where the caller fails while another is at work."""
    caller = os.getpid()

    def fail(some: Sequence[int]) -> None:
        if os.getpid() == caller:
            raise KeyboardInterrupt
        time.sleep(60)

    multiprocessing.active_children()  # puts away what other tests left behind
    before = len(os.listdir("/proc/self/fd"))
    for _ in range(3):
        with pytest.raises(KeyboardInterrupt):
            spread(fail, range(FEWEST))
    assert len(os.listdir("/proc/self/fd")) == before
    assert not multiprocessing.active_children()


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
