"""What lies in the folders: texts, pictures, documents."""

import os
import unicodedata
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from xml.etree.ElementTree import ParseError
from xml.parsers.expat import ExpatError

from spotbrief.model.origin import Where
from spotbrief.model.problem import Problem
from spotbrief.model.record import record
from spotbrief.reading.svg import active_parts

TEXTS = frozenset({".md", ".yml", ".yaml"})
PICTURES = frozenset({".svg", ".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif"})
DOCUMENTS = frozenset({".pdf", ".csv", ".xlsx", ".ods", ".geojson"})
PUBLISHED = TEXTS | PICTURES | DOCUMENTS

WELL_KNOWN = ".well-known"
"""The one dot folder of a site that others ask for (RFC 8615): it is published from the folder of pages."""


_LARGEST_DRAWING = 20_000_000
"""Bytes of an SVG, which is read as a whole, and takes many times its size then."""
_SIMPLER = "save it as a PNG, or with fewer and simpler shapes"


def one_form(path: str) -> str:
    """*path* in the one Unicode form that paths are looked up by; macOS and its archives write letters with marks in another."""
    return path if path.isascii() else unicodedata.normalize("NFC", path)


def is_text(path: str) -> bool:
    """Whether a file is read as a text by its name."""
    name = PurePosixPath(path).name.lower()
    return os.path.splitext(name)[1] in TEXTS and name != "readme.md" and not name.startswith(".")


def is_picture(path: str) -> bool:
    """Whether a file is a picture by its name."""
    return os.path.splitext(path)[1].lower() in PICTURES


@record
class Folder:
    """The files of one folder, paths relative to the project and sorted."""

    texts: tuple[str, ...]
    attachments: tuple[str, ...]
    problems: tuple[Problem, ...]


def walk(root: Path, folder: str, *, with_readme: bool = False) -> Folder:
    """All files below *folder*, but for dot files, and for a README.md at any depth unless asked for.

    Links that lead astray are problems; dot files that would be something of the desk's are told of.
    """
    texts, attachments, problems = [], [], []
    hidden: list[str] = []
    is_ours = Path(os.path.realpath(root / folder)).is_relative_to(os.path.realpath(root))
    for path in _paths(root, folder, with_readme, hidden):
        suffix = os.path.splitext(path)[1].lower()
        full = os.path.join(root, path)
        is_ordinary = is_ours and os.path.isfile(full) and not os.path.islink(full)  # such a file cannot lead anywhere
        problem = None if is_ordinary else _misled(root, folder, path)
        problem = problem or (_active(root, path) if suffix == ".svg" else None)
        if problem:
            problems.append(problem)
        elif suffix in TEXTS:
            texts.append(path)
        elif suffix in PICTURES | DOCUMENTS:
            attachments.append(path)
        else:
            problems.append(_unread(path))
    problems += [_dotted(path) for path in hidden if path != f"{folder}/{WELL_KNOWN}"]
    return Folder(texts=tuple(texts), attachments=tuple(attachments), problems=tuple(problems))


def _paths(root: Path, folder: str, with_readme: bool, hidden: list[str]) -> Iterator[str]:
    """The files to read; dot files and dot folders that may hold something of the desk's are added to *hidden*."""
    for top, folders, names in os.walk(root / folder):
        dotted = [name for name in (*folders, *names) if name.startswith(".")]
        hidden += [f"{Path(top).relative_to(root).as_posix()}/{name}" for name in sorted(dotted) if _may_be_ours(top, name)]
        links = [name for name in folders if os.path.islink(os.path.join(top, name))]
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        here = Path(top).relative_to(root).as_posix()
        for name in sorted([*names, *links]):
            if not name.startswith(".") and (with_readme or name.lower() != "readme.md"):
                yield f"{here}/{name}"


def _may_be_ours(top: str, name: str) -> bool:
    """Whether a dot file is a text, a picture or a document, or a dot folder holds one; `._x` is macOS's, `.#x` an editor's."""
    if name.startswith(("._", ".#")):
        return False
    path = os.path.join(top, name)
    return _suffix(name) in PUBLISHED or any(_suffix(one) in PUBLISHED for _, _, names in os.walk(path) for one in names)


def _suffix(name: str) -> str:
    return os.path.splitext(name)[1].lower()


def _misled(root: Path, folder: str, path: str) -> Problem | None:
    """What is wrong with a path that is no ordinary file, nor a link to one of its kind in the same *folder*.

    Whatever a link leads to is published under the link's name, so it may not lead to what is hidden or is no such file.
    """
    real, hint = Path(os.path.realpath(root / path)), "put the file itself here"
    if not _is_below(real, root, folder):
        return _problem("outside", path, f"this link leads out of {folder}/", hint)
    if real.is_dir():
        return _problem("linked-folder", path, "this link leads to a folder, and nothing in it is read", "put the folder itself here")
    if not real.is_file():
        return _problem("unreadable", path, "this is no file, or a link that leads nowhere", f"{hint}, or delete this")
    if real.suffix.lower() != PurePosixPath(path).suffix.lower():
        return _problem("outside", path, f"this link leads to a file of another kind, '{real.name}'", hint)
    return None


def _is_below(real: Path, root: Path, folder: str) -> bool:
    """Whether a file lies in *folder*, which lies in the project, and in no hidden folder on the way."""
    top = Path(os.path.realpath(root / folder))
    inside = real.is_relative_to(top) and top.is_relative_to(os.path.realpath(root))
    return inside and not any(part.startswith(".") for part in real.relative_to(top).parts)


def _active(root: Path, path: str) -> Problem | None:
    hint = "save it as a plain SVG with nothing but shapes and text, or as a PNG"
    try:
        if (size := os.stat(root / path).st_size) > _LARGEST_DRAWING:
            return _problem("heavy-file", path, f"this SVG has {size / 1e6:,.1f} MB; the most is {_LARGEST_DRAWING / 1e6:.0f}", _SIMPLER)
        for part in active_parts((root / path).read_bytes()):
            return _problem("active-picture", path, f"this SVG holds {part}", hint)
    except (ParseError, ExpatError, ValueError, LookupError) as error:
        return _problem("active-picture", path, f"this SVG is not well-formed: {error}", hint)
    except OSError as error:
        return _problem("unreadable", path, f"the file cannot be read: {error.strerror}", "look at its permissions")
    return None


def _problem(rule: str, path: str, message: str, hint: str) -> Problem:
    return Problem(rule=rule, severity="error", where=Where(file=path), message=message, hint=hint, line=1, column=1)


def _dotted(path: str) -> Problem:
    message = f"'{PurePosixPath(path).name}' starts with a dot, so it is neither read nor published"
    hint = "take the dot away, or delete it if it is not meant for readers"
    return Problem(rule="dot-file", severity="advice", where=Where(file=path), message=message, hint=hint, line=1, column=1)


def _unread(path: str) -> Problem:
    message = f"files of this kind are not read or published: '{PurePosixPath(path).name}'"
    hint = "texts are .md, .yml or .yaml; " + "pictures and documents " + ", ".join(sorted(PICTURES | DOCUMENTS))
    return Problem(rule="unread-file", severity="warning", where=Where(file=path), message=message, hint=hint, line=1, column=1)
