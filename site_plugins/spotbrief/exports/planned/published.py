"""Files that a site publishes as they stand in the folders of the desk."""

import os
from collections.abc import Callable, Mapping
from pathlib import Path

from spotbrief.exports.site import Site


def published(site: Site, content: str, taken: Mapping[str, str], is_meant: Callable[[str], bool]) -> list[str]:
    """The paths of those that are meant: of pages all, of briefings those that are shown.

    *taken* are files below the folder of pages, *content*, by their addresses. A desk that has none beside its briefings pays nothing.
    """
    of_pages = {path for source in taken.values() if is_meant(path := f"{content}/{source}")}
    beside = {path for path in site.corpus.desk.attachments - of_pages if is_meant(path)}
    return sorted(of_pages | (beside & {owner for _, owner in site.claims()} if beside else beside))


def file_at(site: Site, path: str) -> Path:
    """The file, by the name that it has on disk."""
    return site.root / site.corpus.desk.on_disk.get(path, path)


def suffix_of(path: str) -> str:
    """How its name ends, in small letters."""
    return os.path.splitext(path)[1].lower()
