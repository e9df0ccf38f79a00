"""What was made lately, for those who need it again."""

from collections.abc import Callable
from typing import Generic, TypeVar

K = TypeVar("K")
T = TypeVar("T")

MOST = 2048
"""Things of a kind that are kept, unless said otherwise."""


class Cache(Generic[K, T]):
    """Makes each thing once, unless so many others were made since that all are forgotten.

    Unlike `lru_cache` it asks for a key apart from what the thing is made of: to hash a whole briefing takes longer than to make its card.
    """

    def __init__(self, most: int = MOST) -> None:
        self._most = most
        self._made: dict[K, T] = {}

    def of(self, key: K, make: Callable[..., T], *args: object) -> T:
        """The thing of *key*, which *make* makes of *args*."""
        if key not in self._made:
            if len(self._made) >= self._most:
                self._made.clear()
            self._made[key] = make(*args)
        return self._made[key]
