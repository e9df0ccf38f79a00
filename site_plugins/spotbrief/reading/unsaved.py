"""Texts that an editor has open: each stands in place of its file, which may be older, or not there yet."""

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

Unsaved = Mapping[str, bytes]
"""By the path of the file, relative to the project."""

NOTHING: Unsaved = MappingProxyType({})


def bytes_of(root: Path, path: str, unsaved: Unsaved) -> bytes:
    """What the file at *path* holds. Raises OSError."""
    return unsaved[path] if path in unsaved else (root / path).read_bytes()
