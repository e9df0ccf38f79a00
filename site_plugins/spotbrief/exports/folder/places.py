"""Where a site may be written: never where the desk itself would go with it."""

import os
import re
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path

OWN = ("templates", ".git", ".github", ".vscode", ".cache", ".site.building")
"""Folders of a project and of its builds that no site may touch, beside those that its settings name."""

MOUNTS = Path("/proc/self/mountinfo")
_ESCAPED = re.compile(rb"\\([0-7]{3})")
"""How a blank in a name is written there."""

MEND = "name a folder of its own, such as site_dir: site"


def refused_place(site: Path, root: Path, own: Iterable[Path]) -> str | None:
    """Why no site may be written to *site*, in one sentence with the mend; None where one may.

    *own* are the folders of the desk at *root* that its settings name. Links are followed, and folders that are the same on
    the disk are the same here, whatever the case or the Unicode form of their names.
    """
    site = Path(os.path.realpath(site))
    kept = [*own, *(root / name for name in OWN)]
    home = [Path.home()] if "HOME" in os.environ or os.name == "nt" else []
    for folder in (root, *kept, *home, Path(site.anchor)):
        folder = Path(os.path.realpath(folder))
        if _is_among(site, _upwards(folder)) and (folder.exists() or site == folder):
            return _said(site, "is" if _is_among(folder, [site]) else "holds", folder, root)
    for folder in kept:
        folder = Path(os.path.realpath(folder))
        if _is_among(folder, _upwards(site)):
            return _said(site, "lies in", folder, root)
    if os.path.lexists(site) and not site.is_dir():
        return f"the site cannot be written to {site}: there is a file of that name; {MEND}"
    if _is_mounted(site):
        return f"the site cannot be written to {site}: a mounted folder cannot be exchanged; name one in it, such as {site / 'site'}"
    return None


def _is_mounted(site: Path) -> bool:
    """`ismount` alone does not see a folder of the same disk that is mounted a second time (proc(5))."""
    if os.path.ismount(site):
        return True
    try:
        lines = MOUNTS.read_bytes().splitlines()
    except OSError:
        return False  # no Linux, or one that does not say
    name = os.fsencode(site)
    return any(_ESCAPED.sub(lambda found: bytes([int(found[1], 8)]), line.split(b" ")[4]) == name for line in lines)


def _upwards(folder: Path) -> Iterator[Path]:
    yield folder
    yield from folder.parents


def _is_among(folder: Path, others: Iterable[Path]) -> bool:
    key, file = _key(folder), _file(folder)
    return any(key == _key(other) or (file is not None and file == _file(other)) for other in others)


def _key(path: Path) -> str:
    """The same for names that some file system takes for one."""
    return unicodedata.normalize("NFC", str(path)).casefold()


def _file(path: Path) -> tuple[int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def _said(site: Path, how: str, folder: Path, root: Path) -> str:
    real = Path(os.path.realpath(root))
    inside = folder != real and folder.is_relative_to(real)
    name = f"{folder.relative_to(real).as_posix()}/" if inside else "the project" if folder == real else str(folder)
    what = f"{how} {name}" + (", a folder of the desk's own" if inside else "")
    return f"the site cannot be written to {site}: that {what}, and a build empties its folder; {MEND}"
