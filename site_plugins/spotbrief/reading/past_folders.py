"""The history of a desk in git -> the folders that its briefings stood in."""

import posixpath
from collections.abc import Iterable
from pathlib import Path

from spotbrief.reading.git import Commit, blobs
from spotbrief.reading.site_file import plugins_of, settings_in


def folders_ever(root: Path, found: Iterable[Commit], config: str) -> set[str]:
    """Those that the option `folder` named in any commit of *config*, a path from the top, or of another file of settings beside it; one
    named nowhere is the usual one.

    Raises NoHistory.
    """
    beside = posixpath.dirname(config)
    names = {change.blob for commit in found for change in commit.changes if change.blob and _may_be_settings(change.path, beside)}
    return {folder for _, text in blobs(root, sorted(names)) if (folder := _folder(text))}


def _may_be_settings(path: str, folder: str) -> bool:
    return posixpath.dirname(path) == folder and path.endswith((".yml", ".yaml"))


def _folder(text: bytes | None) -> str:
    options = plugins_of(settings_in([text]).get("plugins")).get("briefings")
    return str((options.get("folder") if isinstance(options, dict) else None) or "briefings").strip("/")
