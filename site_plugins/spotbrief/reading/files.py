"""What lies in the folders: texts, pictures, documents."""

import os
import re
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from spotbrief.model.origin import Where
from spotbrief.model.problem import Problem
from spotbrief.model.record import record

TEXTS = frozenset({".md", ".yml", ".yaml"})
PICTURES = frozenset({".svg", ".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif"})
DOCUMENTS = frozenset({".pdf", ".csv", ".xlsx", ".ods", ".geojson"})

_ACTIVE_SVG = re.compile(rb"<script|<foreignobject|\bon[a-z]+\s*=|javascript:|<!entity|<iframe|<embed|<object", re.IGNORECASE)


@record
class Folder:
    """The files of one folder, paths relative to the project and sorted."""

    texts: tuple[str, ...]
    attachments: tuple[str, ...]
    problems: tuple[Problem, ...]


def walk(root: Path, folder: str) -> Folder:
    """All files below *folder*, dot-files and a README.md at any depth apart; links that leave the project are problems."""
    texts, attachments, problems = [], [], []
    for path in _paths(root, folder):
        suffix = PurePosixPath(path).suffix.lower()
        problem = _outside(root, path) or (_active(root, path) if suffix == ".svg" else None)
        if problem:
            problems.append(problem)
        elif suffix in TEXTS:
            texts.append(path)
        elif suffix in PICTURES | DOCUMENTS:
            attachments.append(path)
        else:
            problems.append(_unread(path))
    return Folder(texts=tuple(texts), attachments=tuple(attachments), problems=tuple(problems))


def _paths(root: Path, folder: str) -> Iterator[str]:
    for top, folders, names in os.walk(root / folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if not name.startswith(".") and name.lower() != "readme.md":
                yield (Path(top) / name).relative_to(root).as_posix()


def _outside(root: Path, path: str) -> Problem | None:
    if not (root / path).is_symlink() or (root / path).resolve().is_relative_to(root.resolve()):
        return None
    hint = "put the file itself here"
    return Problem(
        rule="outside", severity="error", where=Where(file=path), message="this link leads out of the project", hint=hint, line=1, column=1
    )


def _active(root: Path, path: str) -> Problem | None:
    if not _ACTIVE_SVG.search((root / path).read_bytes()):
        return None
    message = "this SVG holds a script, an event handler or foreign content"
    hint = "save it as a plain SVG, or as a PNG"
    return Problem(rule="active-picture", severity="error", where=Where(file=path), message=message, hint=hint, line=1, column=1)


def _unread(path: str) -> Problem:
    message = f"files of this kind are not read or published: '{PurePosixPath(path).name}'"
    hint = "texts are .md, .yml or .yaml; " + "pictures and documents " + ", ".join(sorted(PICTURES | DOCUMENTS))
    return Problem(rule="unread-file", severity="warning", where=Where(file=path), message=message, hint=hint, line=1, column=1)
