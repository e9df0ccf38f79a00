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
    languages: tuple[tuple[str, str], ...] = ()
    """The languages that have it, with its path in each, where that are several."""


@record
class Edition:
    """All that a format may read."""

    corpus: Corpus
    root: Path
    assets: Mapping[str, Asset]
    """Styles, scripts, fonts and icons by their plain names."""
    pages: Callable[[], Iterable[Listed]]
    """Every page of the site in this language; known only when files are made."""
    all_pages: Callable[[], Iterable[Listed]]
    """Every page of the site in all its languages, by their paths from its root."""


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
    shared: bool = False
    """Whether all languages of a site have it in common, at the root of the site."""
    lists_pages: bool = False
    """Whether it can only be made when all pages are known."""


Beside = Callable[[Briefing], Iterable[Output]]
"""The outputs that tell of one briefing alone: they are made together with its page."""


def one(path: str, make: Callable[[], bytes | bytearray], **more: Any) -> Output:
    """An output of a single file; *more* are the other fields of the output."""
    return Output(paths=(path,), make=lambda: (make(),), **more)
