"""The same work on all cores, where the system can fork."""

import gc
import multiprocessing
import os
import sys
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from itertools import cycle, islice
from multiprocessing import connection
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import TypeVar

T = TypeVar("T")
R = TypeVar("R")
Take = Callable[[], Sequence[T]]

FEWEST = 150
"""Below so many items a second process costs more than it saves."""

MANY = 5000
"""Above so many items, what processes copy of their common memory counts."""

FAILED = "a process of the build failed; its message stands above"


def spread(work: Callable[[Sequence[T]], R], items: Sequence[T], *, fewest: int = FEWEST) -> list[R]:
    """The results of *work* on shares of *items*, one share a core; the order of the shares is fixed.

    The children inherit everything by forking: *work* may close over anything, and only its results are sent back.
    Raises RuntimeError where a child failed.
    """
    count = _processes(len(items), fewest)
    if count == 1:
        return [work(items)]
    children = []
    for share in range(1, count):
        receiver, sender = multiprocessing.Pipe(duplex=False)
        child = _started(partial(_answer, sender, work, items[share::count]))
        sender.close()
        children.append((child, receiver))
    results = [work(items[0::count])]
    for child, receiver in children:
        results.append(_received(receiver))
        child.join()
    return results


def scatter(work: Callable[[Sequence[T]], None], items: Sequence[T], *, most: int) -> None:
    """Do *work* on shares of *items*, on all cores; raises RuntimeError where a process failed.

    More than MANY items are done in processes that live for *most* neighbours only: whatever a process touches of the memory
    that it inherits is copied, and given back only at its end.
    """
    cores = _processes(len(items), FEWEST)
    if cores == 1 or len(items) <= MANY:
        spread(work, items)
        return
    waiting = deque(items[start : start + most] for start in range(0, len(items), most))
    # One core begins at the front and the next at the back: what touches much, such as lists of lists, is done by one at a time.
    ends = islice(cycle((waiting.popleft, waiting.pop)), min(cores, len(waiting)))
    running = [(_started(partial(work, take())), take) for take in ends]
    while running:
        take = _ended(running)
        if waiting:
            running.append((_started(partial(work, take())), take))


def behind(work: Callable[[], None]) -> Callable[[], None]:
    """Do *work* in a process of its own, out of the way of everything else; the answer ends it before its time.

    Where the system cannot fork, the work is done at once.
    """
    if sys.platform != "linux":
        work()
        return _nothing
    return _started(partial(_modestly, work)).terminate


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


def _started(work: Callable[[], None]) -> BaseProcess:
    gc.freeze()  # or the collector would touch, and so copy, every page that the processes share
    process = multiprocessing.get_context("fork").Process(target=work)
    process.start()
    return process


def _ended(running: list[tuple[BaseProcess, Take[T]]]) -> Take[T]:
    """Wait until one of *running* has ended, and take it out; gives the end from which it took its items."""
    ready = connection.wait([process.sentinel for process, _ in running])
    process, take = ended = next(one for one in running if one[0].sentinel in ready)
    process.join()
    running.remove(ended)
    if process.exitcode:
        raise RuntimeError(FAILED)
    return take


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
        raise RuntimeError(FAILED) from None
    return answer
