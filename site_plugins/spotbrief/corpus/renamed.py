"""What things with a page were called before, and where they are now."""

from collections.abc import Iterator
from typing import NamedTuple

from spotbrief.model.desk import Desk
from spotbrief.model.kinds import RENAMED


class Former(NamedTuple):
    """A former id of a thing."""

    kind: str
    id: str
    now: str


def former_ids(desk: Desk) -> Iterator[Former]:
    """Every former id that stands in `former_slugs`, kind by kind."""
    for kind in RENAMED:
        for thing in getattr(desk, kind):
            for id in thing.former_slugs:
                yield Former(kind, id, thing.id)


def renamed(desk: Desk) -> dict[tuple[str, str], str]:
    """The present id, by kind and former id."""
    return {(one.kind, one.id): one.now for one in former_ids(desk)}
