"""`.gitattributes` of all commits -> what git kept in another form than files had, so that it does not know what they said."""

import posixpath
from collections.abc import Iterable, Iterator
from fnmatch import fnmatchcase
from pathlib import Path

from spotbrief.reading.git import Blobs, Commit

_NAME = ".gitattributes"
_CHANGING = ("filter=", "working-tree-encoding=")
_MACRO = "[attr]"


def filtered(root: Path, found: Iterable[Commit], paths: Iterable[str], top: str) -> Iterator[str]:
    """A sentence for each `.gitattributes` that has texts at *paths* changed on their way into a file. Raises NoHistory."""
    changes = {(one.path, one.blob) for commit in found for one in commit.changes if one.blob and posixpath.basename(one.path) == _NAME}
    texts = Blobs(root, {blob for _, blob in changes})
    known = sorted(set(paths)) if changes else []
    for path in sorted({path for path, blob in changes if _changes_any(path, texts.get(blob) or b"", known)}):
        yield (
            f"{path.removeprefix(top)} has texts changed between git and their files (filter, working-tree-encoding): "
            "git cannot know what readers had while it did."
        )


def _changes_any(path: str, text: bytes, known: Iterable[str]) -> bool:
    """Whether attributes at *path* have one of the *known* texts changed."""
    lines = [line.split() for line in text.decode("utf-8", "replace").splitlines() if line.strip() and not line.startswith("#")]
    macros = {words[0].removeprefix(_MACRO) for words in lines if words[0].startswith(_MACRO) and _is_changing(words, set())}
    patterns = [words[0].strip('"') for words in lines if not words[0].startswith(_MACRO) and _is_changing(words, macros)]
    return bool(patterns) and any(_matches(posixpath.dirname(path), pattern, one) for one in known for pattern in patterns)


def _is_changing(words: list[str], macros: set[str]) -> bool:
    return any(word.startswith(_CHANGING) or word in macros for word in words[1:])


def _matches(folder: str, pattern: str, path: str) -> bool:
    """Whether a *pattern* of a *folder* means a *path*: by its name alone, or from there on where it has a slash."""
    inside = f"{folder}/" if folder else ""
    if not path.startswith(inside):
        return False
    if "/" not in pattern:
        return fnmatchcase(posixpath.basename(path), pattern)
    return fnmatchcase(path.removeprefix(inside), pattern.removeprefix("/").replace("**/", "*"))
