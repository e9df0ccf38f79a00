"""Files of reference data -> things of each kind, or what is wrong with them."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import PurePosixPath
from typing import Any
from zoneinfo import ZoneInfo

from spotbrief.model.desk import Broken
from spotbrief.model.kinds import KINDS, REFERENCE_KINDS
from spotbrief.model.origin import Origin, Where
from spotbrief.model.problem import Problem
from spotbrief.reading.document import Document
from spotbrief.reading.fields import nearest
from spotbrief.reading.markdown import read_prose
from spotbrief.reading.validate import Wrong, build


def reference_kind(path: str) -> str | None:
    """The kind of reference data that *path*, relative to the content folder, holds; None for what is not reference data."""
    pure = PurePosixPath(path)
    if pure.suffix.lower() == ".md":
        return None
    first = pure.parts[0] if len(pure.parts) > 1 else pure.stem if pure.suffix.lower() in (".yml", ".yaml") else ""
    return first if first in REFERENCE_KINDS else None


def meant_kind(path: str) -> str | None:
    """The kind whose name a file of data nearly has, such as `Topics.yml` or `actorz/nato.yml`; None for what is data of no kind."""
    pure = PurePosixPath(path)
    if pure.suffix.lower() not in (".yml", ".yaml") or reference_kind(path):
        return None
    return nearest(pure.parts[0] if len(pure.parts) > 1 else pure.stem, REFERENCE_KINDS, 0.8)


def read_reference(raw: Document, path: str, zone: ZoneInfo) -> Iterator[Any | Problem]:
    """The things in one file, some of them Broken; *path* is relative to the content folder."""
    name = reference_kind(path) or ""
    if "/" in path or (name and KINDS[name].is_single):
        yield from _thing(name, raw.data, raw.id, Origin(file=raw.path, prose_file=raw.path), zone)
    elif isinstance(raw.data, dict):
        for id, values in raw.data.items():
            yield from _thing(name, values, id, Origin(file=raw.path, pointer=(id,), prose_file=raw.path), zone)
    elif raw.data is not None:
        hint = "write each as an id, a colon, and its fields indented below"
        message = f"{name}.yml must map ids to {name}"
        yield Problem(rule="shape", severity="error", where=Where(file=raw.path), message=message, hint=hint)


def _thing(name: str, values: Any, id: str, origin: Origin, zone: ZoneInfo) -> Iterator[Any | Problem]:
    body = values.get("body") if KINDS[name].has_body and isinstance(values, dict) else None
    if isinstance(body, str):
        values = {key: value for key, value in values.items() if key != "body"}
    made = build(KINDS[name].thing, values, id, origin, zone)
    wrong = isinstance(made, Wrong)
    if wrong:
        yield from made.problems
    if thing := made.rest if wrong else made:
        thing = replace(thing, body=read_prose(body)) if isinstance(body, str) else thing
        yield Broken(kind=name, thing=thing, made_up=made.made_up) if wrong else thing
