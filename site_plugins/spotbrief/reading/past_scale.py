"""The history of a desk in git -> what its words of likelihood stood for, commit by commit."""

from collections.abc import Iterator
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
from spotbrief.reading.site_file import plugins_of
from spotbrief.reading.text import Unreadable, decode
from spotbrief.reading.yaml import compose, value_of


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
    name = USUAL_SCALE
    for commit in found:
        held |= {change.path: change.blob for change in commit.changes}
        touched = {change.path for change in commit.changes}
        if config in touched and (values := _values(texts.get(held[config]))) is not None:
            options = plugins_of(values.get("plugins")).get("briefings") if isinstance(values, dict) else None
            name = str((options.get("scale") if isinstance(options, dict) else None) or USUAL_SCALE)
        if config in touched or f"{top}{name}" in touched:
            file = config if config in touched else f"{top}{name}"
            yield commit, file.removeprefix(top), _scale(name, texts.get(held.get(f"{top}{name}", "")))


def _scale(name: str, text: bytes | None) -> Scale | None:
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
    for term in before.terms:
        now = after.term(term.term)
        if not now or (now.low, now.high) != (term.low, term.high):
            band = now.band() if now else ""
            yield Rescaled(commit=commit.id, when=commit.when, file=file, term=term.term, was=term.band(), now=band)
