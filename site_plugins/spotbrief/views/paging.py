"""Long lists over several pages."""

from collections.abc import Iterator, Sequence
from typing import Generic, TypeVar

from spotbrief.model.record import record
from spotbrief.views.links import Links
from spotbrief.words.words import Words

T = TypeVar("T")


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


def pages(base: str, items: Sequence[T], size: int) -> Iterator[Slice[T]]:
    """The pages of *items*; one empty page where there are none."""
    count = max(1, -(-len(items) // size))
    for number in range(1, count + 1):
        part = items[(number - 1) * size : number * size]
        yield Slice(path=page_path(base, number), number=number, count=count, items=part, base=base)
