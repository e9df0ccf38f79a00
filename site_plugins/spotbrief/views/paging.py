"""Long lists over several pages."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Generic, TypeVar

from spotbrief.model.record import record
from spotbrief.model.settings import Settings
from spotbrief.views.links import Links
from spotbrief.words.words import Words

T = TypeVar("T")

LATER = 5
"""How many times as long as the first page of such a list the others are."""


@record
class Pager:
    """Where a page stands in its list; addresses are empty at the ends."""

    number: int
    count: int
    newer: str
    older: str


@record
class Slice(Generic[T]):
    """The part of a list that one page shows."""

    path: str
    number: int
    count: int
    start: int
    """How many of the list stand on the pages before."""
    items: Sequence[T]
    base: str

    @property
    def depth(self) -> int:
        """How many folders deep the page lies."""
        return self.path.count("/")

    def pager(self, links: Links) -> Pager:
        """The way to the neighbouring pages."""
        older = links.to(page_path(self.base, self.number + 1)) if self.number < self.count else ""
        newer = links.to(page_path(self.base, self.number - 1)) if self.number > 1 else ""
        return Pager(number=self.number, count=self.count, newer=newer, older=older)

    def titled(self, title: str, words: Words) -> str:
        """*title*, made unique on the pages after the first."""
        return title if self.number == 1 else words("{title}, page {number} of {count}", title=title, number=self.number, count=self.count)


def page_path(base: str, number: int) -> str:
    """The address of a page of the list that starts at *base*."""
    return base if number == 1 else f"{base}page/{number}/"


def pages(base: str, items: Sequence[T], size: int, later: int = 0) -> Iterator[Slice[T]]:
    """The pages of *items*, the first of them of *size*, the others as long, or as *later* says; one empty page where there are none."""
    starts = [0, *range(size, len(items), later or size)]
    for number, (start, end) in enumerate(pairwise([*starts, len(items)]), 1):
        yield Slice(path=page_path(base, number), number=number, count=len(starts), start=start, items=items[start:end], base=base)


def page_of(place: int, size: int, later: int) -> int:
    """The number of the page that holds what stands at *place*, counted from 0, where `pages` parts a list in the same way."""
    return 1 if place < size else 2 + (place - size) // later


def shortened(base: str, items: Sequence[T], settings: Settings) -> Iterator[Slice[T]]:
    """The pages of a list whose first page is read, as long as the desk says, and whose others are looked through."""
    return pages(base, items, settings.per_page, LATER * settings.per_page)
