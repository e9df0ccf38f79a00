"""The files of a translation -> what they say in another language of the thing that they stand beside."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import PurePosixPath
from typing import Any
from zoneinfo import ZoneInfo

from spotbrief.model.origin import Origin, Where
from spotbrief.model.problem import Problem
from spotbrief.model.texts import with_texts
from spotbrief.model.translation import Translation, TranslationHead
from spotbrief.model.walk import value_at
from spotbrief.reading.document import Document
from spotbrief.reading.fields import did_you_mean, field_names
from spotbrief.reading.ids import suggestion
from spotbrief.reading.translated import UNMATCHED, translate
from spotbrief.reading.validate import Wrong, build

HEAD = frozenset(field_names(TranslationHead))
"""What such a file says beside texts."""


def language_in(name: str, languages: Sequence[str]) -> tuple[str, str]:
    """The *name* of a file, without its suffix, taken apart: `2025-03-03-talks.uk` is `2025-03-03-talks` in `uk`; '' for an original."""
    stem, dot, language = name.rpartition(".")
    return (stem, language) if dot and language in languages and not stem.endswith("/") else (name, "")


def read_translation(kind: str, thing: Any, language: str, raws: Sequence[Document], zone: ZoneInfo) -> Iterator[Translation | Problem]:
    """The translation of *thing* in *raws*: a file, or a pair of texts and of a body."""
    if wrong := [problem for raw in raws for problem in raw.refused]:
        yield from wrong
        return
    body = next((raw for raw in raws if raw.is_markdown), None)
    fields = next((raw for raw in raws if raw.data is not None), body or raws[0])
    yield from (problem for raw in raws for problem in raw.remarks)
    yield from _two(raws)
    values = fields.data if isinstance(fields.data, dict) else fields.data or {}
    origin = Origin(file=fields.path, prose_file=body.path if body else fields.path)
    head, texts = _head_and_texts(values)
    made = build(TranslationHead, head, thing.id, origin, zone)
    if isinstance(made, Wrong):
        yield from made.problems
        made = replace(made.rest, status="draft") if made.rest else TranslationHead(status="draft", origin=origin)
    yield from _empty_holds(values, origin)
    if made.slug and (safe := suggestion(made.slug)) != made.slug:
        message, hint = f"'{made.slug}' cannot be the step of an address", f"write '{safe}'" if safe else "write letters, digits and dashes"
        yield Problem(rule="unsafe-id", severity="error", where=origin.at("slug"), message=message, hint=hint)
    more = list[Problem]()
    yield _made(kind, thing, language, texts, body, made, zone, more)
    yield from more


def _made(
    kind: str, thing: Any, language: str, texts: Any, body: Document | None, head: TranslationHead, zone: ZoneInfo, problems: list[Problem]
) -> Translation:
    """The translation; whatever is wrong in it is added to *problems*."""
    found = translate(thing, texts, head.origin, zone)
    problems += found.problems
    translated, places = found.thing, dict(found.places)
    if body and body.body and body.body.text.strip():
        if thing.body.text.strip():
            translated, places["body",] = replace(translated, body=body.body), head.origin.prose()
        else:
            message, hint = "the original has no text to translate below its fields", "take this text out, or write one in the original"
            problems.append(Problem(rule=UNMATCHED, severity="error", where=Where(file=body.path), message=message, hint=hint))
    if ("body",) in places:
        translated = replace(translated, origin=replace(thing.origin, prose_file=head.origin.prose_file))
    return Translation(kind=kind, language=language, thing=translated, places=places, original=thing.origin, head=head)


def add(found: list[Translation], new: Translation) -> None:
    """Put *new* among those that were *found*; what says the same thing in the same language, in another file, says it together with it."""
    for number, one in enumerate(found):
        if (one.kind, one.id, one.language) == (new.kind, new.id, new.language):
            made = with_texts(one.thing, {at: value_at(new.thing, at) for at in new.places})
            found[number] = replace(new, thing=made, places={**one.places, **new.places})
            return
    found.append(new)


def without_original(paths: Iterable[str], stem: str, known: Iterable[str]) -> Iterator[Problem]:
    """The files of a translation beside which no original stands."""
    for path in paths:
        name = PurePosixPath(stem).name
        message, hint = f"there is no '{name}' that this translates", did_you_mean(name, known)
        yield Problem(rule=UNMATCHED, severity="error", where=Where(file=path), message=message, hint=hint, line=1, column=1)


def _head_and_texts(values: Any) -> tuple[dict[str, Any], Any]:
    """What the file says of itself, and its texts."""
    if not isinstance(values, dict):
        return {}, values
    return {key: value for key, value in values.items() if key in HEAD}, {key: value for key, value in values.items() if key not in HEAD}


def _empty_holds(values: Any, origin: Origin) -> Iterator[Problem]:
    for name, hint in (("embargo", "write a moment, or take the line out"), ("status", "write draft, review or published")):
        if isinstance(values, dict) and name in values and values[name] is None:
            message = f"'{name}' is empty, so nothing holds this translation back"
            yield Problem(rule="missing-field", severity="error", where=origin.at(name), message=message, hint=hint)


def _two(raws: Sequence[Document]) -> Iterator[Problem]:
    """Two files that both have fields."""
    typed = [raw for raw in raws if raw.data is not None]
    for raw in typed[1:]:
        message, hint = f"{PurePosixPath(typed[0].path).name} has the texts of this translation too", "keep them in one of the two"
        yield Problem(rule="duplicate-id", severity="error", where=Where(file=raw.path), message=message, hint=hint, line=1, column=1)
