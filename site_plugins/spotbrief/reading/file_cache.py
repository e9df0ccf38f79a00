"""Keeps what was read of each file, so that a preview reads only changed files again."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Generic, TypeVar

from spotbrief.reading.unsaved import NOTHING, Unsaved

T = TypeVar("T")

Stamp = tuple[tuple[int, int, int], ...]
"""The state of files: size, time of the last change, and number of each. Equal states mean unchanged files."""


class FileCache(Generic[T]):
    """What files held when they were last read."""

    def __init__(self) -> None:
        self._basis: object = None
        self._read: dict[tuple[str, ...], tuple[Stamp, T]] = {}

    def of(
        self,
        root: Path,
        basis: object,
        all_files: Sequence[tuple[str, ...]],
        read: Callable[[Sequence[tuple[str, ...]]], Sequence[T]],
        unsaved: Unsaved = NOTHING,
    ) -> list[T]:
        """What each of *all_files* holds, in their order; *read* reads those that are new or changed, or all on a new *basis*."""
        if self._basis != (root, basis):
            self._basis, self._read = (root, basis), {}
        stamps = {files: _stamp(root, files, unsaved) for files in all_files}
        fresh = [files for files, stamp in stamps.items() if not stamp or self._read.get(files, ((), None))[0] != stamp]
        found = dict(zip(fresh, read(fresh), strict=True))
        self._read = {files: (stamp, found[files] if files in found else self._read[files][1]) for files, stamp in stamps.items()}
        return [thing for _, thing in self._read.values()]


def _stamp(root: Path, files: tuple[str, ...], unsaved: Unsaved) -> Stamp:
    """The state of *files*; empty if one is gone or cannot be looked at."""
    try:
        return tuple(_of_text(unsaved[file]) if file in unsaved else _on_disk(root / file) for file in files)
    except OSError:
        return ()


def _on_disk(path: Path) -> tuple[int, int, int]:
    found = path.stat()
    return found.st_size, found.st_mtime_ns, found.st_ino


def _of_text(text: bytes) -> tuple[int, int, int]:
    return len(text), hash(text), -1
