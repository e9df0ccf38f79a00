"""Python's collector of cycles: a build makes millions of objects that last, and hardly any cycles."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

ALLOCATIONS = 200_000
"""New objects after which the collector looks for cycles; Python itself looks every few hundred."""


def seldom() -> None:
    """Look for cycles now and then."""
    gc.set_threshold(ALLOCATIONS)


@contextmanager
def off() -> Iterator[None]:
    """For work that makes many lasting objects and no cycles: the collector would look through them in vain, then and later."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if was_on:
            gc.enable()


def share() -> None:
    """Before a process is started: or the collector would touch, and so copy, every page of memory that the two share."""
    gc.freeze()


def tidy() -> None:
    """Give everything back that nobody needs, also what `off` and `share` have set aside."""
    gc.unfreeze()
    gc.collect()


def abandon(thing: Any) -> None:
    """Never take *thing* apart: to do so with a large corpus when the process ends takes as long as a hundred pages."""
    thing.itself = thing  # a cycle, which only the collector could undo
    gc.freeze()
