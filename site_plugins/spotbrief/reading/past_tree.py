"""The files that a commit of the history left, and where their links lead."""

import posixpath
from collections.abc import Mapping

from spotbrief.reading.git import Blobs, Commit

_MOST = 20
"""Links that lead from one to another; more are a circle."""


class Tree:
    """The blobs of files by their paths from the top of the repository; *texts* holds what links say."""

    def __init__(self, texts: Blobs, files: Mapping[str, str] | None = None, links: Mapping[str, str] | None = None) -> None:
        self.files, self.links = dict(files or {}), dict(links or {})
        self._texts = texts

    def copy(self) -> "Tree":
        """What another line begins with."""
        return Tree(self._texts, self.files, self.links)

    def add(self, commit: Commit) -> None:
        """Take in what a commit changed."""
        for change in commit.changes:
            self.files.pop(change.path, None)
            self.links.pop(change.path, None)
            if change.is_link and change.blob:
                self.links[change.path] = (self._texts.get(change.blob) or b"").decode("utf-8", "replace")
            elif change.blob:
                self.files[change.path] = change.blob

    def real(self, path: str) -> str:
        """Where *path* leads, by whatever links there are on the way."""
        path, left = posixpath.normpath(path), _MOST
        while left and (link := next((way for way in _ways(path) if way in self.links), "") if self.links else ""):
            target = posixpath.join(posixpath.dirname(link), self.links[link])
            path, left = posixpath.normpath(posixpath.join(target, path[len(link) + 1 :])), left - 1
        return path

    def text(self, path: str) -> bytes | None:
        """What a file of settings says; None where there is none."""
        blob = self.files.get(self.real(path))
        return self._texts.get(blob) if blob else None


def _ways(path: str) -> list[str]:
    """A path, and the folders that lead to it, the outermost first."""
    parts = path.split("/")
    return ["/".join(parts[: number + 1]) for number in range(len(parts))]
