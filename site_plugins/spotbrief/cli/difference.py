"""What differs between a desk and an earlier commit of it."""

from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path, PurePosixPath

from yaml.nodes import MappingNode, ScalarNode

from spotbrief.cli.git import common_commit, git
from spotbrief.model.desk import Desk
from spotbrief.model.kinds import RENAMED
from spotbrief.model.record import record
from spotbrief.reading.files import is_text
from spotbrief.reading.reference import reference_kind
from spotbrief.reading.text import Unreadable
from spotbrief.reading.translation_file import language_in
from spotbrief.reading.yaml import compose


@record
class Difference:
    """Ids of briefings, and how many files of each other kind."""

    start: str
    """The commit at which the two parted."""
    texts: tuple[str, ...]
    """The files of differing briefings, as they were called then."""
    added: tuple[str, ...]
    changed: tuple[str, ...]
    removed: tuple[str, ...]
    gone: tuple[tuple[str, str], ...]
    """What had a page and has none under its old id any more, by kind and id; briefings apart."""
    others: dict[str, int]
    """Reference data by kind, `pages` and `pictures and documents`."""


def difference(root: Path, base: str, desk: Desk, languages: tuple[str, ...] = ()) -> Difference:
    """What became of the desk at *root* since it left *base*. Raises ClickException where git does not know *base*.

    A translation into one of *languages* belongs to its briefing.
    """
    id_of = partial(_briefing, languages=languages)
    start = common_commit(root, base)
    touched = _touched(root, start, desk)
    texts = list(_texts(_listed(git(root, "ls-tree", "-r", "-z", "--name-only", start, "--", desk.briefings_folder))))
    before = {id_of(path) for path in texts}
    there = (path.relative_to(root).as_posix() for path in (root / desk.briefings_folder).rglob("*") if path.is_file())
    after = {id_of(path) for path in _texts(there)}
    briefings = {id_of(path) for path in _texts(touched) if _inside(path, desk.briefings_folder)}
    return Difference(
        start=start,
        texts=tuple(path for path in texts if _id(path) in briefings and _id(path) == id_of(path)),
        added=tuple(sorted(briefings & after - before)),
        changed=tuple(sorted(briefings & after & before)),
        removed=tuple(sorted(briefings & before - after)),
        gone=tuple(_gone(root, start, touched, desk)),
        others=_counted([path for path in touched if not (_inside(path, desk.briefings_folder) and is_text(path))], desk.content_folder),
    )


def _gone(root: Path, start: str, touched: Iterable[str], desk: Desk) -> Iterator[tuple[str, str]]:
    there = {(kind, thing.id) for kind in RENAMED for thing in getattr(desk, kind)}
    before = _listed(git(root, "ls-tree", "-r", "-z", "--name-only", start, "--", desk.content_folder))
    for path in sorted({*touched} & {*before}):
        kind = reference_kind(path.removeprefix(f"{desk.content_folder}/"))
        if kind and kind in RENAMED:
            yield from ((kind, id) for id in _ids(root, start, path, kind) if (kind, id) not in there)


def _ids(root: Path, start: str, path: str, kind: str) -> Iterable[str]:
    """The ids that a file held: its name, or its keys where it held all of a kind."""
    if _id(path) != kind:
        return (_id(path),)
    try:
        node = compose(git(root, "show", f"{start}:./{path}"))
    except Unreadable:
        return ()
    return [key.value for key, _ in node.value if isinstance(key, ScalarNode)] if isinstance(node, MappingNode) else ()


def _touched(root: Path, start: str, desk: Desk) -> list[str]:
    folders = ("--", desk.briefings_folder, desk.content_folder)
    differing = _listed(git(root, "diff", "--name-only", "--no-renames", "--relative", "-z", start, *folders))
    return sorted({*differing, *_listed(git(root, "ls-files", "--others", "--exclude-standard", "-z", *folders))})


def _listed(answer: str) -> list[str]:
    return [path for path in answer.split("\0") if path]


def _texts(paths: Iterable[str]) -> Iterable[str]:
    return (path for path in paths if is_text(path))


def _id(path: str) -> str:
    return PurePosixPath(path).stem


def _briefing(path: str, languages: tuple[str, ...]) -> str:
    return language_in(_id(path), languages)[0]


def _inside(path: str, folder: str) -> bool:
    return path.startswith(f"{folder}/")


def _counted(paths: list[str], content: str) -> dict[str, int]:
    counts: dict[str, int] = {}
    for path in paths:
        kind = reference_kind(path.removeprefix(f"{content}/")) if _inside(path, content) and is_text(path) else None
        name = kind or ("pages" if is_text(path) else "pictures and documents")
        counts[name] = counts.get(name, 0) + 1
    return dict(sorted(counts.items()))
