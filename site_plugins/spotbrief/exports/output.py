"""What an export gives: files, not pages."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from spotbrief.corpus.corpus import Corpus
from spotbrief.model.briefing import Briefing
from spotbrief.model.record import record
from spotbrief.rendering.assets import Asset


@record
class Listed:
    """A page that the sitemap lists: its path below the site's root and the day it last changed, if known."""

    path: str
    updated: date | None = None


@record
class Edition:
    """All that a format may read."""

    corpus: Corpus
    root: Path
    assets: Mapping[str, Asset]
    """Styles, scripts, fonts and icons by their plain names."""
    pages: Callable[[], Iterable[Listed]]
    """Every page of the site; known only when files are made."""


@record
class Output:
    """Files that are made together: their paths are known before any is made, so that a clash can be reported."""

    paths: tuple[str, ...]
    """Below the site's root."""
    make: Callable[[], Iterable[bytes | bytearray]]
    """The bytes of each, in the order of the paths."""
    owner: str = "a file of the desk"
    """What a clash is said to be with."""
    gives_way: bool = False
    """A file of the same path among the desk's own wins."""
    lists_pages: bool = False
    """Whether it can only be made when all pages are known."""


Beside = Callable[[Briefing], Iterable[Output]]
"""The outputs that tell of one briefing alone: they are made together with its page."""


def one(path: str, make: Callable[[], bytes | bytearray], **more: Any) -> Output:
    """An output of a single file; *more* are the other fields of the output."""
    return Output(paths=(path,), make=lambda: (make(),), **more)
