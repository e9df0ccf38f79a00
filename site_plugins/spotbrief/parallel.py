"""The same work on all cores, where the system can fork."""

import ctypes
import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Callable, Sequence
from functools import partial
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from struct import Struct
from typing import TypeVar

T = TypeVar("T")
R = TypeVar("R")

FEWEST = 150
"""Below so many items a second process costs more than it saves."""


class Plain(Exception):
    """What went wrong, in a sentence that says all: nobody is helped by a traceback."""


FAILED = "a process of the build failed; its message stands above"

_PART = 16
"""Of what is left, this part is taken at once: few pieces at first, and at the end such small ones that no core waits for another."""


class Ends:
    """The first and the last number of what nobody has taken yet; whoever reads the pipe holds them until they are written back."""

    _NUMBERS = Struct("qq")

    def __init__(self, count: int) -> None:
        self._reader, self._writer = os.pipe()
        os.write(self._writer, self._NUMBERS.pack(0, count))

    def take(self, *, back: bool) -> range:
        """The next numbers from the front or the *back*; none where all are taken."""
        first, last = self._NUMBERS.unpack(os.read(self._reader, self._NUMBERS.size))
        size = -(-(last - first) // _PART)
        middle = last - size if back else first + size
        taken, left = ((middle, last), (first, middle)) if back else ((first, middle), (middle, last))
        os.write(self._writer, self._NUMBERS.pack(*left))
        return range(*taken)

    def close(self) -> None:
        """Nobody takes any more."""
        os.close(self._reader)
        os.close(self._writer)


def spread(work: Callable[[Sequence[T]], R], items: Sequence[T], *, fewest: int = FEWEST) -> list[R]:
    """The results of *work* on pieces of *items*, in the order of the items.

    The children inherit everything by forking: *work* may close over anything, and only its results are sent back.
    Raises RuntimeError where a child failed.
    """
    return begun(work, items, fewest=fewest)()


def begun(work: Callable[[Sequence[T]], R], items: Sequence[T], *, fewest: int = FEWEST) -> Callable[[], list[R]]:
    """The same, but the children begin while this process does something else; what is given back joins in and gives the results."""
    count = cores() if len(items) >= fewest else 1
    if count == 1:
        return lambda: [work(items)]
    ends = Ends(len(items))

    def share(*, back: bool = False) -> list[tuple[int, R]]:
        done = []
        while taken := ends.take(back=back):
            done.append((taken.start, work(items[taken.start : taken.stop])))
        return done

    children = []
    for _ in range(1, count):
        receiver, sender = multiprocessing.Pipe(duplex=False)
        child = _started(partial(_answer, sender, share))
        sender.close()
        children.append((child, receiver))

    def results() -> list[R]:
        try:
            made = share(back=True)  # what lies together in memory is touched, and so copied, by one process
            for _, receiver in children:
                made += _received(receiver)
        finally:
            for child, receiver in children:  # where this process fails or is told to end, there may still be work
                child.terminate()
                child.join()
                child.close()
                receiver.close()
            ends.close()
        return [result for _, result in sorted(made, key=lambda numbered: numbered[0])]

    return results


def cores() -> int:
    """How many processes may work at once; one where a second thread lives, whose locks a fork would copy as they are."""
    if sys.platform != "linux" or threading.active_count() > 1 or len(os.listdir("/proc/self/task")) > 1:
        return 1
    return min(len(os.sched_getaffinity(0)), 8)


def _started(work: Callable[[], None]) -> BaseProcess:
    """A process that does *work*, and ends with this one at the latest."""
    told = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT, signal.SIGTERM})  # Python would ignore what comes while it forks
    try:
        process = multiprocessing.get_context("fork").Process(target=partial(_alone, work, os.getpid(), told), daemon=True)
        process.start()
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, told)
    return process


def end_with_parent(parent: int) -> None:
    """Let Linux end this process as soon as *parent* is gone, however it went (prctl(2), PR_SET_PDEATHSIG)."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(1, signal.SIGTERM)
        if os.getppid() != parent:
            os._exit(1)


def _alone(work: Callable[[], None], parent: int, told: set[int | signal.Signals]) -> None:
    """Do *work* with nothing of what *parent* does when it is told to end; the signals of *told* stay blocked, as they are there."""
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # a terminal tells all; the parent ends its helpers itself
    signal.pthread_sigmask(signal.SIG_SETMASK, told)
    end_with_parent(parent)
    try:
        work()
    except OSError as error:
        print(f"{error.filename or 'a helper'}: {error.strerror or error}", file=sys.stderr, flush=True)
        sys.exit(1)
    except Plain as error:
        print(error, file=sys.stderr, flush=True)
        sys.exit(1)


def _answer(sender: Connection, share: Callable[[], R]) -> None:
    sender.send(share())
    sender.close()


def _received(receiver: Connection) -> R:  # type: ignore[type-var]  # the pipe is untyped
    try:
        answer: R = receiver.recv()
    except EOFError:
        raise RuntimeError(FAILED) from None
    return answer
