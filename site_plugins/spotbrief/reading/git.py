"""What git knows of a folder. Nothing here changes a repository, or asks another machine."""

import os
import subprocess
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path

from spotbrief.model.record import record

SETTINGS = ("core.quotepath=off", "log.showSignature=false", "log.showRoot=true", "log.diffMerges=first-parent", "diff.relative=false")
"""What a user may have set otherwise."""

_LOG = ("log", "-m", "--raw", "-z", "-M", "-l400", "--no-abbrev", "--topo-order", "--format=%x01%H %ct %P")
_ENVIRONMENT = {"GIT_NO_LAZY_FETCH": "1", "GIT_OPTIONAL_LOCKS": "0", "GIT_NO_REPLACE_OBJECTS": "1", "GIT_GRAFT_FILE": os.devnull}
"""It asks nobody, changes nothing, and shows no commit in the place of another one."""
_ORDINARY = b"100"
"""How the mode of a file begins that is neither a link nor a repository of its own."""
_LINK = b"120"


class NoHistory(Exception):
    """There is no history to read; says why."""


@record
class Change:
    """What a commit did to a file: it is gone where it has no *blob*."""

    path: str
    blob: str
    before: str
    """Where it stood before; elsewhere if it was renamed."""
    is_link: bool = False
    """Whether it leads to another file, whose name the blob holds."""


@record
class Commit:
    """A commit, against the first of its parents."""

    id: str
    when: datetime
    """When it was committed, which is later than when it was written where it was rebased or merged."""
    changes: tuple[Change, ...]
    parents: tuple[str, ...] = ()


def run(root: Path, *arguments: str, given: bytes | None = None) -> subprocess.CompletedProcess[bytes]:
    """What `git` says in *root*. Raises OSError where it cannot be started."""
    settings = [part for setting in SETTINGS for part in ("-c", setting)]
    environment = {**os.environ, **_ENVIRONMENT}
    return subprocess.run(["git", *settings, *arguments], cwd=root, input=given, capture_output=True, check=False, env=environment)


def is_shallow(root: Path) -> bool:
    """Whether earlier commits are missing in this clone."""
    return run(root, "rev-parse", "--is-shallow-repository").stdout.strip() == b"true"


def below(root: Path) -> str:
    """The way from the top of the repository to *root*, ending in a slash; empty at the top. Raises NoHistory."""
    return _answer(root, "rev-parse", "--show-prefix").decode("utf-8", "replace").rstrip("\n")


def commits(root: Path) -> dict[str, Commit]:
    """All that lead to HEAD, by id, each before its parents; a merge has what it did to the first of its parents. Raises NoHistory."""
    pieces = iter(_answer(root, *_LOG, "HEAD").split(b"\0"))
    found: list[tuple[str, list[Change]]] = []
    for piece in pieces:
        if b"\x01" in piece:
            found.append((piece.rpartition(b"\x01")[2].decode(), []))
        elif b":" in piece:
            found[-1][1].extend(_changes(piece.lstrip(b"\n"), pieces))
    return {commit.id: commit for commit in (_commit(head, changes) for head, changes in found)}


def committed(root: Path, commit: str) -> Commit:
    """One commit as if nothing had been before it: all files of its tree are its changes. Raises NoHistory."""
    when = datetime.fromtimestamp(int(_answer(root, "log", "-1", "--format=%ct", commit)), UTC)
    listed = _answer(root, "ls-tree", "-r", "-z", "--full-tree", commit).split(b"\0")
    return Commit(id=commit, when=when, changes=tuple(_listed(entry) for entry in listed if entry))


def _listed(entry: bytes) -> Change:
    """*entry* is `mode kind blob`, a tab, and the path."""
    meta, _, name = entry.partition(b"\t")
    mode, _, blob = meta.split(b" ")
    path, is_link = name.decode("utf-8", "replace"), mode.startswith(_LINK)
    return Change(path=path, blob=blob.decode() if is_link or mode.startswith(_ORDINARY) else "", before=path, is_link=is_link)


def blobs(root: Path, names: Iterable[str]) -> Iterator[tuple[str, bytes | None]]:
    """What files held, each with its name; None for one that this clone lacks. A name is a hash, or `commit:path`."""
    names = [name for name in names if "\n" not in name]
    answer = _answer(root, "cat-file", "--batch", given="".join(f"{name}\n" for name in names).encode("utf-8", "surrogateescape"))
    at = 0
    for name in names:
        end = answer.index(b"\n", at)
        head, at = answer[at:end].split(b" "), end + 1
        if head[-1].isdigit():
            yield name, answer[at : at + int(head[-1])]
            at += int(head[-1]) + 1
        else:
            yield name, None


class Blobs:
    """What files held, by their hashes: many *names* read at once, any other one when it is asked for. Raises NoHistory."""

    def __init__(self, root: Path, names: Iterable[str]) -> None:
        self._root, self._known = root, dict(blobs(root, sorted(names)))

    def get(self, name: str) -> bytes | None:
        """None for one that this clone lacks."""
        if name not in self._known:
            self._known |= dict(blobs(self._root, [name]))
        return self._known[name]


def _changes(meta: bytes, pieces: Iterator[bytes]) -> Iterator[Change]:
    """*meta* is `:mode mode blob blob status`; the paths follow it."""
    _, mode, _, blob, status = meta.split(b" ")
    paths = [next(pieces).decode("utf-8", "replace") for _ in range(2 if status[:1] in b"RC" else 1)]
    if status[:1] == b"R":
        yield Change(path=paths[0], blob="", before=paths[0])
    is_link = mode.startswith(_LINK)
    yield Change(path=paths[-1], blob=blob.decode() if is_link or mode.startswith(_ORDINARY) else "", before=paths[0], is_link=is_link)


def _commit(head: str, changes: list[Change]) -> Commit:
    id, seconds, *parents = head.split()
    return Commit(id=id, when=datetime.fromtimestamp(int(seconds), UTC), changes=tuple(changes), parents=tuple(parents))


def _answer(root: Path, *arguments: str, given: bytes | None = None) -> bytes:
    try:
        done = run(root, *arguments, given=given)
    except OSError as error:
        raise NoHistory(f"git cannot be started: {error.strerror}") from None
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip().split("\n")[0].removeprefix("fatal: ")
        raise NoHistory(f"git has no history of this folder: {said or 'it failed'}")
    return done.stdout
