"""The history of a desk in git -> what its words of likelihood stood for, commit by commit."""

import posixpath
import re
from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from spotbrief.model.record import record
from spotbrief.model.scale import Scale
from spotbrief.reading.fields import adapter
from spotbrief.reading.git import Commit, below, blobs, commits
from spotbrief.reading.git_lines import main_line
from spotbrief.reading.settings import SCALES, USUAL_SCALE
from spotbrief.reading.site_file import parent_of, plugins_of, settings_in
from spotbrief.reading.text import Unreadable, decode
from spotbrief.reading.yaml import compose, value_of

ENVIRONMENT = "what the environment says"
"""In place of a scale that `!ENV` names."""

_BY_ENVIRONMENT = re.compile(rb"^[^#\n]*\bscale[\"']?\s*:\s*!ENV", re.MULTILINE)
_UNKNOWN = Scale(name=ENVIRONMENT, terms=())


@record
class Rescaled:
    """A commit after which a word stood for another band."""

    commit: str
    when: datetime
    file: str
    """The file that it changed, relative to the desk."""
    term: str
    was: str
    now: str
    """Empty where the scale has the word no more."""


def rescaled(root: Path, config: str) -> Iterator[Rescaled]:
    """Each band that a commit changed or took away, the oldest first; what could not be read was never published. Raises NoHistory."""
    top, found = below(root), main_line(commits(root))
    yamls = {change.blob for commit in found for change in commit.changes if change.blob and change.path.endswith((".yml", ".yaml"))}
    if not any(change.path == f"{top}{config}" for commit in found for change in commit.changes):
        return
    wanted = _named(found, f"{top}{config}", dict(blobs(root, yamls)), top)
    before: Scale | None = None
    for commit, file, scale in wanted:
        if before and scale:
            yield from _differing(commit, file, before, scale)
        before = scale or before


def _named(found: list[Commit], config: str, texts: dict[str, bytes | None], top: str) -> Iterator[tuple[Commit, str, Scale | None]]:
    """The scale after each commit that changed which one is meant, or what it says."""
    held: dict[str, str] = {}
    files, name = [config], USUAL_SCALE
    for commit in found:
        changed = {change.path: change.blob for change in commit.changes}
        held |= changed
        if any(path in changed for path in files):
            files = _files(config, held, texts)
            name = _name(texts.get(held.get(path, "")) for path in files)
        touched = [path for path in (*files, f"{top}{name}") if path in changed]
        if touched:
            yield commit, touched[0].removeprefix(top), _scale(name, texts.get(held.get(f"{top}{name}", "")))


def _files(config: str, held: dict[str, str], texts: dict[str, bytes | None]) -> list[str]:
    """The file of the settings, the one that it inherits from, and so on."""
    found = [config]
    while parent := parent_of(texts.get(held.get(found[-1], ""))):
        path = posixpath.normpath(posixpath.join(posixpath.dirname(found[-1]), parent))
        if path in found:
            break
        found.append(path)
    return found


def _name(files: Iterable[bytes | None]) -> str:
    """The scale that *files* name together; the environment is no scale that can be looked up."""
    texts = list(files)
    if any(_BY_ENVIRONMENT.search(text or b"") for text in texts):
        return ENVIRONMENT
    options = plugins_of(settings_in(texts).get("plugins")).get("briefings")
    return str((options.get("scale") if isinstance(options, dict) else None) or USUAL_SCALE)


def _scale(name: str, text: bytes | None) -> Scale | None:
    if name == ENVIRONMENT:
        return _UNKNOWN
    own = SCALES.get(name)
    try:
        made: Scale = adapter(Scale).validate_python(_values(own.read_bytes() if own else text))
    except ValidationError:
        return None
    return made


def _values(text: bytes | None) -> Any:
    try:
        return value_of(compose(decode(text or b"")))
    except Unreadable:
        return None


def _differing(commit: Commit, file: str, before: Scale, after: Scale) -> Iterator[Rescaled]:
    for word in before.words() if before is not _UNKNOWN else ():
        term, now = before.term(word), after.term(word)
        if term and (not now or (now.low, now.high) != (term.low, term.high)):
            band = ENVIRONMENT if after is _UNKNOWN else now.band() if now else ""
            yield Rescaled(commit=commit.id, when=commit.when, file=file, term=word, was=term.band(), now=band)
