"""The history of a desk in git -> the folders that its briefings stood in."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from spotbrief.reading.git import Commit, blobs
from spotbrief.reading.site_file import plugins_of
from spotbrief.reading.text import Unreadable, decode
from spotbrief.reading.yaml import compose, value_of


def folders_ever(root: Path, found: Iterable[Commit], config: str) -> set[str]:
    """Those that the option `folder` named in any commit of *config*, a path from the top; one named nowhere is the usual one.

    Raises NoHistory.
    """
    names = {change.blob for commit in found for change in commit.changes if change.path == config and change.blob}
    return {_folder(text or b"") for _, text in blobs(root, sorted(names))}


def _folder(text: bytes) -> str:
    try:
        values: Any = value_of(compose(decode(text)))
    except Unreadable:
        return "briefings"
    options = plugins_of(values.get("plugins")).get("briefings") if isinstance(values, dict) else None
    return str((options.get("folder") if isinstance(options, dict) else None) or "briefings").strip("/")
