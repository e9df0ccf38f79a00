"""Python's garbage collector looks for cycles: a build makes millions of objects that last, and hardly any cycles."""

import gc

ALLOCATIONS = 200_000
"""New objects after which the collector looks for cycles; Python itself looks every few hundred."""


def seldom() -> None:
    """Look for cycles now and then."""
    gc.set_threshold(ALLOCATIONS)


def leave_alone() -> None:
    """Never look again at what there is now: a desk that stays in memory for hours is no garbage."""
    gc.collect()
    gc.freeze()
