"""Reference data in which a text stands in several languages, `{en: …, uk: …}` -> the data in the first, and the texts in the others."""

from typing import Any

from spotbrief.model.origin import Pointer
from spotbrief.model.prose import Prose
from spotbrief.model.texts import is_text
from spotbrief.model.walk import classes_in
from spotbrief.reading.fields import hints_of

Others = dict[str, dict[Pointer, str]]
"""Texts by language and place."""


def apart(hint: Any, values: Any, languages: tuple[str, ...], at: Pointer = ()) -> tuple[Any, Others]:
    """*values* of reference data in the first of *languages*, and the texts in the others: a text may stand as `{en: …, uk: …}`."""
    others: Others = {}
    if isinstance(values, dict) and values and not classes_in(hint) and set(values) <= set(languages) and (is_text(hint) or hint is Prose):
        others = {language: {at: text} for language, text in values.items() if language != languages[0] and text is not None}
        return values.get(languages[0]), others
    if isinstance(values, dict) and (classes := classes_in(hint)):
        made: Any = {key: _apart_within(_hint(classes, key), value, languages, (*at, key), others) for key, value in values.items()}
        return made, others
    if isinstance(values, list):
        return [_apart_within(hint, value, languages, (*at, i), others) for i, value in enumerate(values)], others
    return values, others


def _apart_within(hint: Any, value: Any, languages: tuple[str, ...], at: Pointer, others: Others) -> Any:
    if not isinstance(value, dict | list):
        return value
    kept, found = apart(hint, value, languages, at)
    for language, texts in found.items():
        others.setdefault(language, {}).update(texts)
    return kept


def _hint(classes: list[type], key: Any) -> Any:
    name = str(key)
    found = (hints_of(cls) for cls in classes)
    return next((hints[one] for hints in found for one in (name, "title" if name == "name" else name) if one in hints), str)
