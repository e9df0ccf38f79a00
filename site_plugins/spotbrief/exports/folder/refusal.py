"""Why a site may not be written where it should be."""

import os
import re
from collections.abc import Iterable
from pathlib import Path

from spotbrief.exports.folder.ours import refused_content
from spotbrief.exports.folder.places import refused_place
from spotbrief.reading.text import sentence

MOUNTS = Path("/proc/self/mountinfo")
"""Where Linux lists what is mounted; `ismount` alone does not see a folder that is mounted a second time (proc(5))."""

_ESCAPED = re.compile(rb"\\([0-7]{3})")


def refusal(site: Path, root: Path, own: Iterable[str | None], content: str) -> str | None:
    """Why no build may write to *site*, in one sentence with the mend; None where one may.

    *own* are the folders of the desk at *root* that its settings name, *content* the one with its pages.
    """
    try:
        kept = [root / folder for folder in own if folder]
        shown = _shown(site, root)
        return refused_place(site, root, kept) or refused_content(site, shown, content) or _refused_mount(site, shown)
    except OSError as error:
        return sentence(error)


def _refused_mount(site: Path, shown: str) -> str | None:
    """A folder that is mounted cannot change places with another one: that would be told when all is made."""
    real = os.path.realpath(site)
    mounted = MOUNTS.read_bytes().splitlines() if MOUNTS.exists() else []
    if not os.path.ismount(real) and os.fsencode(real) not in map(_mount_point, mounted):
        return None
    inside = f"site_dir: {shown.rstrip('/')}/public"
    return f"{shown} is mounted from elsewhere, and a new site cannot take its place: mount the folder around it, or say {inside}"


def _mount_point(line: bytes) -> bytes:
    """The fifth field; a blank in it is written as a number in base 8."""
    return _ESCAPED.sub(lambda found: bytes([int(found[1], 8)]), line.split(b" ")[4])


def _shown(site: Path, root: Path) -> str:
    return f"{site.relative_to(root).as_posix()}/" if site != root and site.is_relative_to(root) else str(site)
