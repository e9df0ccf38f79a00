"""Long lists by letter, and the way to each letter."""

from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from typing import Generic, TypeVar

from markupsafe import Markup

from spotbrief.model.record import record
from spotbrief.views.marks import anchor
from spotbrief.words.words import Words

T = TypeVar("T")

MANY = 12
"""More things than these have letters, and can be narrowed down by name."""


@record
class Letter(Generic[T]):
    """What stands under one letter."""

    anchor: str
    letter: str
    items: tuple[T, ...]


def sorted_by(things: Iterable[T], name: Callable[[T], str], words: Words) -> list[T]:
    """Things in the order in which readers look for their names."""
    return sorted(things, key=lambda thing: (words.sort_key(name(thing)), name(thing)))


def by_letter(things: Iterable[T], name: Callable[[T], str], words: Words, prefix: str = "letter") -> Iterator[Letter[T]]:
    """The same, under their letters."""
    for letter, group in groupby(sorted_by(things, name, words), key=lambda thing: words.letter(name(thing))):
        yield Letter(anchor=f"{prefix}:{letter}", letter=letter, items=tuple(group))


def jumps(places: Iterable[tuple[str, str]]) -> Markup:
    """The way to each place of a page, by its anchor and name; nothing for one place alone."""
    found = [anchor(f"#{at}", name) for at, name in places]
    return Markup(" ").join(found) if len(found) > 1 else Markup("")
