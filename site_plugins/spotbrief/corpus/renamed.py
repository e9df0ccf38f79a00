"""What things with a page were called before, and where they are now."""

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from spotbrief.corpus.corpus import Corpus
from spotbrief.model.desk import Desk
from spotbrief.model.kinds import RENAMED


class Former(NamedTuple):
    """A former id of a thing."""

    kind: str
    id: str
    now: str


def former_ids(desk: Desk) -> Iterator[Former]:
    """Every former id that stands in `former_slugs`, kind by kind."""
    return (former for kind in RENAMED for former in _of_kind(kind, getattr(desk, kind)))


def renamed(desk: Desk) -> dict[tuple[str, str], str]:
    """The present id, by kind and former id."""
    return {(one.kind, one.id): one.now for one in former_ids(desk)}


def renamed_in(corpus: Corpus) -> dict[tuple[str, str], str]:
    """The same of everything that *corpus* knows by its id."""
    return {(one.kind, one.id): one.now for kind in RENAMED for one in _of_kind(kind, getattr(corpus, kind).values())}


def _of_kind(kind: str, things: Iterable[Any]) -> Iterator[Former]:
    return (Former(kind, id, thing.id) for thing in things for id in thing.former_slugs)
