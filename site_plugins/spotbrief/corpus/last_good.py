"""What a preview shows of a file that holds a mistake: what it held before."""

import unicodedata
from dataclasses import replace
from pathlib import PurePosixPath
from typing import Any

from spotbrief.model.desk import Desk


class LastGood:
    """The things of a desk as they were when they could last be read."""

    def __init__(self) -> None:
        self._things: dict[tuple[str, str], Any] = {}

    def fill(self, desk: Desk) -> Desk:
        """*desk* with the things that a mistake hides: their last good version, or else what could be read of them."""
        right = {(kind, thing.id): thing for kind, thing in desk.things()}
        before = {key: thing for key, thing in self._things.items() if key not in right and _is_unread(thing, desk)}
        self._things = {**right, **before}
        half = {(one.kind, one.thing.id): one.thing for one in desk.broken}
        missing = [(kind, thing) for (kind, id), thing in {**half, **before}.items() if (kind, id) not in right]
        if not missing:
            return desk
        more: dict[str, Any] = {
            kind: (*getattr(desk, kind), *(t for k, t in missing if k == kind)) for kind in {kind for kind, _ in missing}
        }
        return replace(desk, **more)


def _is_unread(thing: Any, desk: Desk) -> bool:
    """Whether a mistake hides *thing*: one of its own, or one of the whole file."""
    files = {thing.origin.file, thing.origin.prose_file or thing.origin.file}
    return any((file, id) in desk.unread for file in files for id in (thing.id, _stem(file)))


def _stem(file: str) -> str:
    return unicodedata.normalize("NFC", PurePosixPath(file).stem)
