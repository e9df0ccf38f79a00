"""The folders of a desk -> everything in them, and all problems."""

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path, PurePosixPath
from typing import Any
from zoneinfo import ZoneInfo

from spotbrief.model.desk import Broken, Desk
from spotbrief.model.kinds import REFERENCE_KINDS
from spotbrief.model.origin import Where
from spotbrief.model.page import OrdinaryPage
from spotbrief.model.picture import PictureFile
from spotbrief.model.problem import Problem
from spotbrief.parallel import spread
from spotbrief.reading.briefing import Read, by_briefing, read_briefing
from spotbrief.reading.document import Document, read_document
from spotbrief.reading.file_cache import FileCache
from spotbrief.reading.files import Folder, is_picture, one_form, walk
from spotbrief.reading.media.inspect import inspect
from spotbrief.reading.page import briefing_in, read_page
from spotbrief.reading.reference import meant_kind, read_reference, reference_kind
from spotbrief.reading.unsaved import NOTHING, Unsaved

_OF_ALL = frozenset({"outside", "active-picture", "dot-file"})
"""Rules for every file that gets into the site, whoever publishes it."""


class Earlier:
    """What a preview read before, and does not read again while the files stay the same."""

    def __init__(self) -> None:
        self.briefings: FileCache[Read] = FileCache()
        self.pictures: FileCache[PictureFile] = FileCache()


def read_desk(
    root: Path,
    zone: ZoneInfo,
    briefings: str = "briefings",
    content: str = "content",
    earlier: Earlier | None = None,
    unsaved: Unsaved = NOTHING,
) -> tuple[Desk, list[Problem]]:
    """Everything below the two folders of *root*, and what is wrong with it; what was read *earlier* is not read again."""
    ours, theirs = walk(root, briefings), walk(root, content, with_readme=True)  # the engine makes a page of it
    read = _briefings(root, ours.texts, zone, earlier.briefings if earlier else None, unsaved)
    beside = (*ours.attachments, *theirs.attachments)
    desk, problems = _together(read, root, theirs.texts, zone, briefings, content, unsaved)
    desk = replace(
        desk,
        attachments=frozenset(map(one_form, beside)),
        on_disk={one_form(path): path for path in beside if one_form(path) != path},
        pictures=_pictures(root, zone, [path for path in beside if is_picture(path)], earlier),
    )
    return desk, [*ours.problems, *_ours_among(theirs, content), *problems]


def read_texts(
    root: Path, paths: Iterable[str], zone: ZoneInfo, briefings: str, content: str, unsaved: Unsaved = NOTHING
) -> tuple[Desk, list[Problem]]:
    """What some texts below the two folders hold, and what is wrong with them; of pictures and documents nothing is said."""
    paths = sorted(paths)
    ours = [path for path in paths if path.startswith(f"{briefings}/")]
    read = [read_briefing(root, files, zone, unsaved) for files in by_briefing(ours)]
    return _together(read, root, [path for path in paths if path not in ours], zone, briefings, content, unsaved)


def _briefings(root: Path, paths: Iterable[str], zone: ZoneInfo, known: FileCache[Read] | None, unsaved: Unsaved) -> list[Read]:
    def share(some: Sequence[tuple[str, ...]]) -> list[Read]:
        return [read_briefing(root, files, zone, unsaved) for files in some]

    def read(some: Sequence[tuple[str, ...]]) -> list[Read]:
        return [one for part in spread(share, some) for one in part]

    files = by_briefing(paths)
    return known.of(root, zone, files, read, unsaved) if known else read(files)


def _together(
    read: Sequence[Read], root: Path, others: Iterable[str], zone: ZoneInfo, briefings: str, content: str, unsaved: Unsaved
) -> tuple[Desk, list[Problem]]:
    """The briefings that were *read* and what stands in the *others*, the texts of the folder of content."""
    problems = [problem for _, wrong, _ in read for problem in wrong]
    raws = [read_document(root, path, unsaved, page=not reference_kind(path[len(content) + 1 :])) for path in others]
    problems += [raw.problem for raw in raws if raw.problem]
    things, wrong, half = _things([raw for raw in raws if not raw.problem], content, zone)
    desk = Desk(
        briefings=tuple(sorted((briefing for found, _, _ in read for briefing in found), key=lambda b: b.origin.file)),
        broken=(*(broken for _, _, some in read for broken in some), *half),
        unread=frozenset(_unread((*problems, *wrong), content)),
        briefings_folder=briefings,
        content_folder=content,
        **things,
    )
    return desk, [*problems, *wrong]


def _pictures(root: Path, zone: ZoneInfo, paths: Sequence[str], earlier: Earlier | None) -> dict[str, PictureFile]:
    def read(files: Sequence[tuple[str, ...]]) -> list[PictureFile]:
        return [inspect(root / path) for (path,) in files]

    files = [(path,) for path in paths]
    found = earlier.pictures.of(root, zone, files, read) if earlier else read(files)
    return dict(zip(map(one_form, paths), found, strict=True))


def _things(raws: Sequence[Document], content: str, zone: ZoneInfo) -> tuple[dict[str, Any], list[Problem], list[Broken]]:
    found: dict[str, list[Any]] = {kind: [] for kind in (*REFERENCE_KINDS, "pages", "misplaced")}
    problems: list[Problem] = []
    broken: list[Broken] = []
    for raw in raws:
        path = raw.path[len(content) + 1 :]
        kind = reference_kind(path) or "pages"
        problems += raw.remarks if kind != "pages" else ()
        if kind == "pages" and (where := briefing_in(raw)):
            found["misplaced"].append(where)
        for thing in read_reference(raw, path, zone) if kind != "pages" else _page(raw, path):
            into: list[Any] = problems if isinstance(thing, Problem) else broken if isinstance(thing, Broken) else found[kind]
            into.append(thing)
    return {kind: tuple(things) for kind, things in found.items()}, problems, broken


def _unread(problems: Iterable[Problem], content: str) -> Iterator[tuple[str, str]]:
    for problem in problems:
        file, pointer = PurePosixPath(problem.where.file), problem.where.pointer
        of_many = pointer and str(file.parent) == content
        if problem.severity == "error":
            yield problem.where.file, str(pointer[0]) if of_many else unicodedata.normalize("NFC", file.stem)


def _page(raw: Document, path: str) -> Iterator[OrdinaryPage | Problem]:
    yield read_page(raw, path) if raw.is_markdown else _stray(raw.path, path)


def _stray(file: str, path: str) -> Problem:
    say, message = partial(Problem, rule="stray-data", where=Where(file=file), line=1, column=1), f"'{path}' is no kind of reference data"
    if kind := meant_kind(path):
        hint = f"call the folder {kind}" if "/" in path else f"call it {kind}.yml"
        return say(severity="warning", message=f"{message}, and is left out", hint=hint)
    return say(severity="advice", message=f"{message}, so it is published as a file", hint=f"the kinds are {', '.join(REFERENCE_KINDS)}")


def _ours_among(folder: Folder, content: str) -> Iterator[Problem]:
    """Ordinary pages may have anything beside them, which the engine publishes; reference data may not."""
    for problem in folder.problems:
        path = problem.where.file[len(content) + 1 :]
        if problem.rule in _OF_ALL or reference_kind(path) or reference_kind(f"{path}/any"):
            yield problem
