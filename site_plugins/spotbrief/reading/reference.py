"""Files of reference data -> things of each kind, or what is wrong with them."""

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import PurePosixPath
from typing import Any
from zoneinfo import ZoneInfo

from spotbrief.model.desk import Broken
from spotbrief.model.kinds import KINDS, REFERENCE_KINDS
from spotbrief.model.origin import Origin, Pointer, Where
from spotbrief.model.problem import Problem
from spotbrief.model.prose import Prose
from spotbrief.model.texts import BODY, with_texts
from spotbrief.model.translation import Translation
from spotbrief.model.walk import value_at
from spotbrief.reading.apart import Others, apart
from spotbrief.reading.document import Document
from spotbrief.reading.fields import did_you_mean, nearest
from spotbrief.reading.markdown import read_prose
from spotbrief.reading.translated import UNMATCHED, translate
from spotbrief.reading.translation_file import language_in, read_translation, without_original
from spotbrief.reading.validate import Wrong, beside_slips, build


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


def data_in(path: str, languages: Sequence[str]) -> tuple[str | None, str]:
    """The same of what may be a translation, such as `actors/nato.uk.yml` or `topics.uk.yml`, with its language; '' for an original."""
    if languages:
        stem, dot, suffix = path.rpartition(".")
        original, language = language_in(stem, languages)
        if language and (kind := reference_kind(f"{original}{dot}{suffix}")):
            return kind, language
    return reference_kind(path), ""


def is_data(path: str, languages: Sequence[str]) -> bool:
    """Whether a file is data, or was meant to be: such a file is never published as it is."""
    return bool(data_in(path, languages)[0] or meant_kind(path))


def read_beside(
    raw: Document, path: str, things: Mapping[str, Sequence[Any]], zone: ZoneInfo, languages: Sequence[str]
) -> Iterator[Translation | Problem]:
    """The translations in a file beside reference data; *things* are those that were read, by kind."""
    kind, language = data_in(path, languages)
    stem = language_in(path.rpartition(".")[0], languages)[0]
    known = {thing.id: thing for thing in things[kind or ""]}
    if "/" in path or KINDS[kind or ""].is_single:
        id = unicodedata.normalize("NFC", stem.rpartition("/")[2])
        if id in known:
            yield from read_translation(kind or "", known[id], language, [raw], zone)
        else:
            yield from without_original([raw.path], stem, known)
        return
    yield from raw.remarks
    for id, values in raw.data.items() if isinstance(raw.data, dict) else ():
        origin = Origin(file=raw.path, pointer=(id,), prose_file=raw.path)
        if id in known:
            found = translate(known[id], values, origin, zone)
            yield from found.problems
            if found.places:
                yield Translation(kind=kind or "", language=language, thing=found.thing, places=found.places)
        else:
            message, hint = f"there is no '{id}' that this translates", did_you_mean(str(id), known)
            yield Problem(rule=UNMATCHED, severity="error", where=replace(origin.at(), of_key=True), message=message, hint=hint)


def read_reference(raw: Document, path: str, zone: ZoneInfo, languages: tuple[str, ...] = ()) -> Iterator[Any | Problem]:
    """The things in one file, some of them Broken, and their translations; *path* is relative to the content folder."""
    name = reference_kind(path) or ""
    if "/" in path or (name and KINDS[name].is_single):
        yield from _thing(name, raw.data, raw.id, Origin(file=raw.path, prose_file=raw.path), zone, languages, raw.slips, raw.lost)
    elif isinstance(raw.data, dict):
        for id, values in raw.data.items():
            origin = Origin(file=raw.path, pointer=(id,), prose_file=raw.path)
            slips = [slip for slip in raw.slips if slip.where.pointer == (id,)]
            yield from _thing(name, values, id, origin, zone, languages, slips)
    elif raw.data is not None:
        hint = "write each as an id, a colon, and its fields indented below"
        message = f"{name}.yml must map ids to {name}"
        yield Problem(rule="shape", severity="error", where=Where(file=raw.path), message=message, hint=hint)


def _thing(
    name: str,
    values: Any,
    id: str,
    origin: Origin,
    zone: ZoneInfo,
    languages: tuple[str, ...],
    slips: Sequence[Problem] = (),
    lost: frozenset[str] = frozenset(),
) -> Iterator[Any | Problem]:
    """What *values* are, of which *slips* have *lost* some."""
    blocks = dict[str, Any]()
    others: Others = {}
    if languages and isinstance(values, dict):
        blocks = {key: value for key, value in values.items() if key in languages[1:] and isinstance(value, dict)}
        values, others = apart(KINDS[name].thing, {key: value for key, value in values.items() if key not in blocks}, languages)
    body = values.get("body") if KINDS[name].has_body and isinstance(values, dict) else None
    if isinstance(body, str):
        values = {key: value for key, value in values.items() if key != "body"}
    made = build(KINDS[name].thing, values, id, origin, zone)
    if slips:
        made = beside_slips(made, slips, lost)
    wrong = isinstance(made, Wrong)
    if wrong:
        yield from made.problems
    if thing := made.rest if wrong else made:
        thing = replace(thing, body=read_prose(body)) if isinstance(body, str) else thing
        yield Broken(kind=name, thing=thing, made_up=made.made_up) if wrong else thing
        if not wrong and (blocks or others):
            yield from _translations(name, thing, blocks, others, origin, zone)


def _translations(
    kind: str, thing: Any, blocks: Mapping[str, Any], others: Others, origin: Origin, zone: ZoneInfo
) -> Iterator[Translation | Problem]:
    """What is typed of *thing* in other languages, in a block of texts or text by text."""
    for language in dict.fromkeys((*blocks, *others)):
        found = translate(thing, blocks.get(language), replace(origin, pointer=(*origin.pointer, language)), zone)
        yield from found.problems
        said = others.get(language, {})
        for at in [at for at in said if not _is_said(thing, at)]:
            message, hint = f"'{at[-1]}' is said in '{language}' alone", "write it in the first language of the desk too"
            yield Problem(rule=UNMATCHED, severity="error", where=origin.at(*at), message=message, hint=hint)
            del said[at]
        places = {**found.places, **{at: origin.at(*at, language) for at in said}}
        made = with_texts(found.thing, {at: read_prose(text) if at == BODY else text for at, text in said.items()})
        if places:
            yield Translation(kind=kind, language=language, thing=made, places=places)


def _is_said(thing: Any, at: Pointer) -> bool:
    try:
        value = value_at(thing, at)
    except (AttributeError, KeyError, IndexError, TypeError):
        return False
    return bool(value.text if isinstance(value, Prose) else value)
