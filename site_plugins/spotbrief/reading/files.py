"""What lies in the folders: texts, pictures, documents."""

import os
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from xml.etree.ElementTree import ParseError

from spotbrief.model.origin import Where
from spotbrief.model.problem import Problem
from spotbrief.model.record import record
from spotbrief.reading.svg import active_parts

TEXTS = frozenset({".md", ".yml", ".yaml"})
PICTURES = frozenset({".svg", ".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif"})
DOCUMENTS = frozenset({".pdf", ".csv", ".xlsx", ".ods", ".geojson"})


@record
class Folder:
    """The files of one folder, paths relative to the project and sorted."""

    texts: tuple[str, ...]
    attachments: tuple[str, ...]
    problems: tuple[Problem, ...]


def walk(root: Path, folder: str) -> Folder:
    """All files below *folder*, dot-files and a README.md at any depth apart; links that cannot be followed are problems."""
    texts, attachments, problems = [], [], []
    for path in _paths(root, folder):
        suffix = PurePosixPath(path).suffix.lower()
        problem = _misled(root, path) or (_active(root, path) if suffix == ".svg" else None)
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
        links = [name for name in folders if os.path.islink(os.path.join(top, name))]
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted([*names, *links]):
            if not name.startswith(".") and name.lower() != "readme.md":
                yield (Path(top) / name).relative_to(root).as_posix()


def _misled(root: Path, path: str) -> Problem | None:
    """What is wrong with a path that is no ordinary file, nor a link to one inside the project."""
    real = os.path.realpath(root / path)
    if not Path(real).is_relative_to(os.path.realpath(root)):
        return _problem("outside", path, "this link leads out of the project", "put the file itself here")
    if os.path.isdir(real):
        return _problem("linked-folder", path, "this link leads to a folder, and nothing in it is read", "put the folder itself here")
    if not os.path.isfile(real):
        return _problem("unreadable", path, "this is no file, or a link that leads nowhere", "put the file itself here, or delete this")
    return None


def _active(root: Path, path: str) -> Problem | None:
    hint = "save it as a plain SVG, or as a PNG"
    try:
        for part in active_parts((root / path).read_bytes()):
            return _problem("active-picture", path, f"this SVG holds {part}", hint)
    except (ParseError, ValueError, LookupError) as error:
        return _problem("active-picture", path, f"this SVG is not well-formed: {error}", hint)
    except OSError as error:
        return _problem("unreadable", path, f"the file cannot be read: {error.strerror}", "look at its permissions")
    return None


def _problem(rule: str, path: str, message: str, hint: str) -> Problem:
    return Problem(rule=rule, severity="error", where=Where(file=path), message=message, hint=hint, line=1, column=1)


def _unread(path: str) -> Problem:
    message = f"files of this kind are not read or published: '{PurePosixPath(path).name}'"
    hint = "texts are .md, .yml or .yaml; " + "pictures and documents " + ", ".join(sorted(PICTURES | DOCUMENTS))
    return Problem(rule="unread-file", severity="warning", where=Where(file=path), message=message, hint=hint, line=1, column=1)
