"""How sure one can be of a share that was counted."""

from math import sqrt

Z = 1.959963984540054
"""The quantile of the normal distribution that leaves 2.5 % on either side."""


def wilson(hits: float, count: int) -> tuple[float, float]:
    """The 95 % interval of a share of *hits* in *count*, each from 0 to 1: the score interval of Wilson (1927), without a correction for
    continuity. It holds for small numbers too, as Brown, Cai and DasGupta (2001) advise. Raises ZeroDivisionError for a count of 0.
    """
    share, z2 = hits / count, Z * Z
    middle = (share + z2 / (2 * count)) / (1 + z2 / count)
    half = Z / (1 + z2 / count) * sqrt(share * (1 - share) / count + z2 / (4 * count * count))
    return max(0.0, middle - half), min(1.0, middle + half)


def around(mean: float, error: float) -> tuple[float, float]:
    """The 95 % interval of a mean Brier score by its standard error, within 0 and 1."""
    return max(0.0, mean - Z * error), min(1.0, mean + Z * error)
