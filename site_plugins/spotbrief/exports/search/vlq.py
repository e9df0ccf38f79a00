"""Rising numbers -> a short text: the gaps between them as base-64 variable-length quantities, as in source maps (ECMA-426)."""

from collections.abc import Sequence
from functools import cache
from operator import sub

ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"


def encode(numbers: Sequence[int]) -> str:
    """The text of *numbers*; text and not bytes, because servers compress it."""
    return "".join(map(_code, map(sub, numbers, [0, *numbers])))


@cache
def _code(gap: int) -> str:
    text = ""
    while gap > 31:
        text += ALPHABET[32 | gap & 31]
        gap >>= 5
    return text + ALPHABET[gap]
