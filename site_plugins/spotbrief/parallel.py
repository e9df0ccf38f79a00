"""The same work on all cores, where the system can fork."""

import gc
import multiprocessing
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from multiprocessing.connection import Connection
from typing import TypeVar

T = TypeVar("T")
R = TypeVar("R")

FEWEST = 150
"""Below so many items a second process costs more than it saves."""


def spread(work: Callable[[Sequence[T]], R], items: Sequence[T], *, fewest: int = FEWEST) -> list[R]:
    """The results of *work* on shares of *items*, one share a core; the order of the shares is fixed.

    The children inherit everything by forking: *work* may close over anything, and only its results are sent back.
    Raises RuntimeError where a child failed.
    """
    count = _processes(len(items), fewest)
    if count == 1:
        return [work(items)]
    gc.freeze()  # or the collector would touch, and so copy, every page that the processes share
    context = multiprocessing.get_context("fork")
    children = []
    for share in range(1, count):
        receiver, sender = context.Pipe(duplex=False)
        child = context.Process(target=_answer, args=(sender, work, items[share::count]))
        child.start()
        sender.close()
        children.append((child, receiver))
    results = [work(items[0::count])]
    for child, receiver in children:
        results.append(_received(receiver))
        child.join()
    return results


def behind(work: Callable[[], None]) -> Callable[[], None]:
    """Do *work* in a process of its own, out of the way of everything else; the answer ends it before its time.

    Where the system cannot fork, the work is done at once.
    """
    if sys.platform != "linux":
        work()
        return _nothing
    process = multiprocessing.get_context("fork").Process(target=_modestly, args=(work,))
    process.start()
    return process.terminate


@contextmanager
def collector_off() -> Iterator[None]:
    """For work that makes many lasting objects and no cycles: the collector would look through them in vain, then and later."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if was_on:
            gc.enable()


def _nothing() -> None: ...


def _modestly(work: Callable[[], None]) -> None:
    os.nice(10)
    work()


def _processes(items: int, fewest: int) -> int:
    if sys.platform != "linux" or items < fewest:
        return 1
    return min(len(os.sched_getaffinity(0)), 8)


def _answer(sender: Connection, work: Callable[[Sequence[T]], R], share: Sequence[T]) -> None:
    sender.send(work(share))
    sender.close()


def _received(receiver: Connection) -> R:  # type: ignore[type-var]  # the pipe is untyped
    try:
        answer: R = receiver.recv()
    except EOFError:
        raise RuntimeError("a process of the build failed; its message stands above") from None
    return answer
