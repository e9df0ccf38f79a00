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
from spotbrief.model.translation import Translation
from spotbrief.parallel import spread
from spotbrief.reading.briefing import Read, by_briefing, read_briefing
from spotbrief.reading.document import Document, read_document
from spotbrief.reading.file_cache import FileCache
from spotbrief.reading.files import Folder, is_picture, one_form, walk
from spotbrief.reading.media.inspect import inspect
from spotbrief.reading.other_languages import in_no_language, without_what_follows
from spotbrief.reading.page import briefing_in, read_page
from spotbrief.reading.reference import data_in, meant_kind, read_beside, read_reference, reference_kind
from spotbrief.reading.translation_file import add
from spotbrief.reading.unsaved import NOTHING, Unsaved

Basis = tuple[ZoneInfo, tuple[str, ...]]
"""The timezone and the languages of a desk, by which its files are read."""

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
    languages: tuple[str, ...] = (),
    unsaved: Unsaved = NOTHING,
) -> tuple[Desk, list[Problem]]:
    """Everything below the two folders of *root*, and what is wrong with it; what was read *earlier* is not read again.

    *languages* are those of the desk, where it has several; texts that are *unsaved* hold in place of their files.
    """
    ours, theirs = walk(root, briefings), walk(root, content, with_readme=True)  # the engine makes a page of it
    read = _briefings(root, ours.texts, (zone, languages), earlier.briefings if earlier else None, unsaved)
    beside = (*ours.attachments, *theirs.attachments)
    desk, problems = _desk(read, _documents(root, theirs.texts, content, languages, unsaved), (zone, languages), (briefings, content))
    desk = replace(
        desk,
        attachments=frozenset(map(one_form, beside)),
        on_disk={one_form(path): path for path in beside if one_form(path) != path},
        pictures=_pictures(root, zone, [path for path in beside if is_picture(path)], earlier),
    )
    strays = [problem for folder in (ours, theirs) for problem in in_no_language(folder.texts, languages)]
    return desk, [*ours.problems, *_ours_among(theirs, content), *strays, *(without_what_follows(problems, strays) if strays else problems)]


def read_texts(
    root: Path,
    paths: Iterable[str],
    zone: ZoneInfo,
    briefings: str,
    content: str,
    languages: tuple[str, ...] = (),
    unsaved: Unsaved = NOTHING,
) -> tuple[Desk, list[Problem]]:
    """What some texts below the two folders hold, and what is wrong with them; of pictures and documents nothing is said."""
    paths = sorted(paths)
    ours = [path for path in paths if path.startswith(f"{briefings}/")]
    read = [read_briefing(root, files, zone, languages, unsaved) for files in by_briefing(ours, languages)]
    theirs = [path for path in paths if path not in ours]
    return _desk(_together(read), _documents(root, theirs, content, languages, unsaved), (zone, languages), (briefings, content))


def _documents(root: Path, paths: Iterable[str], content: str, languages: tuple[str, ...], unsaved: Unsaved) -> list[Document]:
    """The texts of the folder of content."""
    return [read_document(root, path, unsaved, page=not data_in(path[len(content) + 1 :], languages)[0]) for path in paths]


def _desk(read: Read, raws: Sequence[Document], basis: Basis, folders: tuple[str, str]) -> tuple[Desk, list[Problem]]:
    """The briefings that were *read*, with the rest; *folders* are those of briefings and of content."""
    briefings, problems, broken, translations = read
    problems = [*problems, *(problem for raw in raws for problem in raw.refused)]
    things, wrong, half = _things([raw for raw in raws if not raw.problem], folders[1], *basis)
    desk = Desk(
        briefings=tuple(sorted(briefings, key=lambda b: b.origin.file)),
        translations=(*translations, *things.pop("translations")),
        broken=(*broken, *half),
        unread=frozenset(_unread((*problems, *wrong), folders[1])),
        briefings_folder=folders[0],
        content_folder=folders[1],
        **things,
    )
    return desk, [*problems, *wrong]


def _briefings(root: Path, paths: Iterable[str], basis: Basis, known: FileCache[Read] | None, unsaved: Unsaved) -> Read:
    def share(some: Sequence[tuple[str, ...]]) -> list[Read]:
        return [read_briefing(root, files, *basis, unsaved) for files in some]

    def read(some: Sequence[tuple[str, ...]]) -> list[Read]:
        return [one for part in spread(share, some) for one in part]

    files = by_briefing(paths, basis[1])
    return _together(known.of(root, basis, files, read, unsaved) if known else read(files))


def _pictures(root: Path, zone: ZoneInfo, paths: Sequence[str], earlier: Earlier | None) -> dict[str, PictureFile]:
    def read(files: Sequence[tuple[str, ...]]) -> list[PictureFile]:
        return [inspect(root / path) for (path,) in files]

    files = [(path,) for path in paths]
    found = earlier.pictures.of(root, zone, files, read) if earlier else read(files)
    return dict(zip(map(one_form, paths), found, strict=True))


def _together(reads: Sequence[Read]) -> Read:
    parts: list[list[Any]] = [[], [], [], []]
    for read in reads:
        for part, some in zip(parts, read, strict=True):
            part.extend(some)  # type: ignore[arg-type]  # each is a list
    return parts[0], parts[1], parts[2], parts[3]


def _things(
    raws: Sequence[Document], content: str, zone: ZoneInfo, languages: tuple[str, ...]
) -> tuple[dict[str, Any], list[Problem], list[Broken]]:
    found: dict[str, list[Any]] = {kind: [] for kind in (*REFERENCE_KINDS, "pages", "misplaced", "translations")}
    problems: list[Problem] = []
    broken: list[Broken] = []
    beside = list[Document]()
    for raw in raws:
        path = raw.path[len(content) + 1 :]
        kind, language = data_in(path, languages)
        kind = kind or "pages"
        if raw.slips and (kind == "pages" or language):
            continue
        if kind != "pages" and language:
            beside.append(raw)
            continue
        problems += raw.remarks if kind != "pages" else ()
        if kind == "pages" and (where := briefing_in(raw)):
            found["misplaced"].append(where)
        for thing in read_reference(raw, path, zone, languages) if kind != "pages" else _page(raw, path, languages):
            into: list[Any] = problems if isinstance(thing, Problem) else broken if isinstance(thing, Broken) else found[_kind(thing, kind)]
            into.append(thing)
    for raw in beside:
        for thing in read_beside(raw, raw.path[len(content) + 1 :], found, zone, languages):
            if isinstance(thing, Problem):
                problems.append(thing)
            else:
                add(found["translations"], thing)
    return {kind: tuple(things) for kind, things in found.items()}, problems, broken


def _kind(thing: Any, kind: str) -> str:
    return "translations" if isinstance(thing, Translation) else kind


def _unread(problems: Iterable[Problem], content: str) -> Iterator[tuple[str, str]]:
    for problem in problems:
        file, pointer = PurePosixPath(problem.where.file), problem.where.pointer
        of_many = pointer and str(file.parent) == content
        if problem.severity == "error":
            yield problem.where.file, str(pointer[0]) if of_many else unicodedata.normalize("NFC", file.stem)


def _page(raw: Document, path: str, languages: Sequence[str]) -> Iterator[OrdinaryPage | Problem]:
    yield read_page(raw, path, languages) if raw.is_markdown else _stray(raw.path, path)


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
