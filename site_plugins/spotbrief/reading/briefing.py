"""The files of one briefing -> the briefing, or all that is wrong with it."""

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from pathlib import Path, PurePosixPath
from typing import Any
from zoneinfo import ZoneInfo

from spotbrief.model.briefing import Briefing
from spotbrief.model.desk import Broken
from spotbrief.model.origin import Origin, Where
from spotbrief.model.problem import Problem
from spotbrief.model.prose import Prose
from spotbrief.model.translation import Translation
from spotbrief.reading import front_matter
from spotbrief.reading.document import Document, read_document
from spotbrief.reading.translation_file import language_in, read_translation, without_original
from spotbrief.reading.unsaved import NOTHING, Unsaved
from spotbrief.reading.validate import Wrong, beside_slips, build

_HOLDING = {
    "embargo": "write a moment such as 2025-03-04T06:00, or take the line out",
    "status": "write draft, review, published or withdrawn, or take the line out",
}
"""Fields that keep a briefing from readers; left empty they would let it out, while their editor is still to fill them in."""

Read = tuple[list[Briefing], list[Problem], list[Broken], list[Translation]]


def by_briefing(paths: Iterable[str], languages: Sequence[str] = ()) -> list[tuple[str, ...]]:
    """The files that make one briefing each: a file, or a pair of the same name, and its translations into *languages*."""

    def name(path: str) -> str:
        return language_in(unicodedata.normalize("NFC", path.rpartition(".")[0]), languages)[0]

    return [tuple(files) for _, files in groupby(sorted(paths, key=lambda path: (name(path), path)), key=name)]


def read_briefing(root: Path, paths: Iterable[str], zone: ZoneInfo, languages: Sequence[str] = (), unsaved: Unsaved = NOTHING) -> Read:
    """The briefing in *paths*, with its translations; more than one where two files both have fields, which the checks report."""
    named = [(path, *language_in(unicodedata.normalize("NFC", path.rpartition(".")[0]), languages)) for path in paths]
    raws = {path: read_document(root, path, unsaved) for path, _, _ in named}
    briefings, problems, broken = _read_original([raws[path] for path, _, language in named if not language], zone)
    translations = list[Translation]()
    for language in dict.fromkeys(language for _, _, language in named if language):
        theirs = [(path, stem) for path, stem, said in named if said == language]
        found: Iterable[Translation | Problem] = ()
        if original := next(iter((*briefings, *(one.thing for one in broken))), None):
            found = read_translation("briefings", original, language, [raws[path] for path, _ in theirs], zone)
        elif not problems:
            found = without_original((path for path, _ in theirs), theirs[0][1], ())
        for one in found:
            into: list[Any] = problems if isinstance(one, Problem) else translations
            into.append(one)
    return briefings, problems, broken, translations if briefings else []


def _read_original(raws: Sequence[Document], zone: ZoneInfo) -> tuple[list[Briefing], list[Problem], list[Broken]]:
    problems = [raw.problem for raw in raws if raw.problem]
    if problems:
        return [], problems, []
    prose = [raw for raw in raws if raw.is_markdown and raw.data is None]
    data = [raw for raw in raws if raw not in prose]
    if not data:
        return [], [_without_data(raw) for raw in prose], []
    partner = prose[0] if prose else None
    found = [thing for raw in data for thing in _made(raw, partner, zone)]
    return (
        [thing for thing in found if isinstance(thing, Briefing)],
        [thing for thing in found if isinstance(thing, Problem)],
        [thing for thing in found if isinstance(thing, Broken)],
    )


def _made(raw: Document, partner: Document | None, zone: ZoneInfo) -> Iterator[Briefing | Problem | Broken]:
    yield from (*raw.slips, *raw.remarks)
    values, body = raw.data, partner.body if partner else raw.body
    if not raw.is_markdown and isinstance(values, dict) and "body" in values:
        yield from _wrong_bodies(raw, partner)
        values = {key: value for key, value in values.items() if key != "body"}
    origin = Origin(file=raw.path, prose_file=partner.path if partner else raw.path)
    made = build(Briefing, values, raw.id, origin, zone)
    if raw.slips:
        made = beside_slips(made, raw.slips, raw.lost)
    wrong = [*_empty_holds(values, origin), *(made.problems if isinstance(made, Wrong) else ())]
    yield from wrong
    if thing := made.rest if isinstance(made, Wrong) else made:
        thing = replace(thing, body=body or Prose())
        made_up = made.made_up if isinstance(made, Wrong) else frozenset()
        yield Broken(kind="briefings", thing=thing, made_up=made_up) if wrong or raw.slips else thing


def _empty_holds(values: Any, origin: Origin) -> Iterator[Problem]:
    for name, hint in _HOLDING.items():
        if isinstance(values, dict) and name in values and values[name] is None:
            message = f"'{name}' is empty, so nothing holds this briefing back"
            yield Problem(rule="missing-field", severity="error", where=origin.at(name), message=message, hint=hint)


def _wrong_bodies(raw: Document, partner: Document | None) -> Iterator[Problem]:
    where = Where(file=raw.path, pointer=("body",))
    if partner:
        message, hint = f"the body stands here and in {PurePosixPath(partner.path).name}", "keep one of the two"
        yield Problem(rule="two-bodies", severity="error", where=where, message=message, hint=hint)
    if not isinstance(raw.data["body"], str | None):
        hint = "write body: | and the text below it, indented"
        yield Problem(rule="shape", severity="error", where=where, message="'body' is not a text", hint=hint)


def _without_data(raw: Document) -> Problem:
    if raw.body and not raw.body.text.strip():
        message, hint, line = "the file is empty", "write a briefing, or delete the file", 1
    else:
        message, hint, line = front_matter.why_none(raw.body.text if raw.body else "")
    return Problem(rule="front-matter", severity="error", where=Where(file=raw.path), message=message, hint=hint, line=line, column=1)
