"""The commits of a desk -> what those whom judgements are counted under, or name, were called."""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from spotbrief.reading.git import Blobs, Change, Commit
from spotbrief.reading.past_versions import Called
from spotbrief.reading.text import Unreadable, decode
from spotbrief.reading.yaml_text import YamlText

_FILE = re.compile(r"(?:^|/)(?P<kind>actors|authors|topics|storylines)(?:/(?P<id>[^/]+))?\.ya?ml$")
"""Wherever the folder of content stood."""

_Names = dict[tuple[str, str], str]
"""What each is called, by kind and id."""


def called(root: Path, top: str, main: Sequence[Commit]) -> tuple[Called, ...]:
    """Each name that a commit gave or took away, the oldest first; *top* is the way to the desk. Raises NoHistory."""
    named = ((commit, [one for one in commit.changes if _FILE.search(one.path)]) for commit in main)
    changed = [(commit, changes) for commit, changes in named if changes]
    texts = Blobs(root, {one.blob for _, changes in changed for one in changes if one.blob and not one.is_link})
    files: dict[str, _Names] = {}
    return tuple(one for commit, changes in changed for one in _changed(commit, changes, files, texts, top))


def _changed(commit: Commit, changes: Sequence[Change], files: dict[str, _Names], texts: Blobs, top: str) -> Iterator[Called]:
    """What a *commit* made of *files*, which follow it. A file that cannot be read was never published: what it said before holds."""
    before = _all(files)
    touched: dict[tuple[str, str], str] = {}
    for change in changes:
        names = _names(change.path, texts.get(change.blob)) if change.blob and not change.is_link else {}
        if names is not None:
            touched |= dict.fromkeys((*files.get(change.path, ()), *names), change.path.removeprefix(top))
            files[change.path] = names
    after = _all(files)
    for (kind, id), file in touched.items():
        if before.get((kind, id)) != after.get((kind, id)):
            name = after.get((kind, id), "")
            yield Called(kind=kind, id=id, name=name, file=file, commit=commit.id, when=commit.when)


def _all(files: Mapping[str, _Names]) -> _Names:
    return {key: name for names in files.values() for key, name in names.items()}


def _names(path: str, text: bytes | None) -> _Names | None:
    """What a file says; None where it cannot be read."""
    found = _FILE.search(path)
    try:
        values = YamlText(decode(text or b"")).values() or {}
    except Unreadable:
        return None
    if not found or not isinstance(values, dict):
        return None
    things = {unicodedata.normalize("NFC", found["id"]): values} if found["id"] else values
    return {(found["kind"], id): name for id, thing in things.items() if (name := _name(thing))}


def _name(thing: Any) -> str:
    """The name or title, in all languages that it has."""
    said = next((thing[field] for field in ("name", "title") if field in thing), "") if isinstance(thing, dict) else ""
    return " / ".join(str(one).strip() for one in (said.values() if isinstance(said, dict) else [said]) if one)
