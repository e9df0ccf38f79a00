"""Python's garbage collector looks for cycles: a build makes millions of objects that last, and hardly any cycles."""

import atexit
import gc

ALLOCATIONS = 1_000_000
"""New objects after which the collector looks for cycles; Python itself looks every few hundred."""


def seldom() -> None:
    """Look for cycles now and then, and no more when the process ends, which would take a tenth as long as a build."""
    gc.set_threshold(ALLOCATIONS)
    atexit.unregister(gc.freeze)  # once is enough
    atexit.register(gc.freeze)


def leave_alone() -> None:
    """Never look again at what there is now: a desk that stays in memory for hours is no garbage."""
    gc.collect()
    gc.freeze()
