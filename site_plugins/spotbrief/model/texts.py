"""The texts of a thing, which a translation says in another language; all else of it is the same in every language."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from hashlib import sha256
from itertools import groupby
from typing import Any

from spotbrief.model.origin import Pointer
from spotbrief.model.prose import Prose
from spotbrief.model.sorts import FACTS, TEXTS, Mark, Sort
from spotbrief.model.walk import marks_in, value_at, walk

BODY = ("body",)
"""Where the body of a thing stands."""

_MARKED = TEXTS | FACTS | {Sort.AS_IT_STANDS, Sort.BODY}
_SIGNS = 8
"""Hexadecimal digits of a fingerprint: enough to tell a text that was changed."""
_SENTENCE = 3
"""Words from which on two languages do not say a thing alike."""
_NAMING = ("id", "when")
"""The fields by which an entry of a list is known."""


def is_text(hint: Any) -> bool:
    """Whether a field of the type *hint* holds texts, which a translation may say."""
    sorts = {mark.sort for mark in marks_in(hint)}
    return bool(sorts & TEXTS) and not sorts & FACTS


def texts_of(thing: Any) -> dict[Pointer, str]:
    """All texts of *thing*, its body too, in the order of its fields."""
    return {at: value.text if isinstance(value, Prose) else value for at, value, _ in _told(thing) if value}


def to_translate(thing: Any) -> list[Pointer]:
    """Those of them that read wrong in another language: all but what stands as it is everywhere."""
    return [at for at, value, sorts in _told(thing) if value and Sort.AS_IT_STANDS not in sorts]


def _told(thing: Any) -> Iterable[tuple[Pointer, Any, set[Sort]]]:
    """Each text once, with the sorts of its marks; nothing that is the same in every language."""
    for at, found in groupby(_walked(thing), key=lambda one: one[0]):
        several = list(found)
        sorts = {mark.sort for _, _, mark in several}
        value = several[0][1]
        if not sorts & FACTS and (value.text.strip() if isinstance(value, Prose) else True):
            yield at, value, sorts


def _walked(thing: Any) -> list[tuple[Pointer, Any, Mark]]:
    return walk(thing, _MARKED)


def with_texts(thing: Any, texts: Mapping[Pointer, Any]) -> Any:
    """*thing* with other *texts* at their places."""
    if not texts:
        return thing
    if () in texts:
        return texts[()]
    inside: dict[str | int, dict[Pointer, Any]] = {}
    for at, text in texts.items():
        inside.setdefault(at[0], {})[at[1:]] = text
    if isinstance(thing, tuple):
        return tuple(with_texts(one, inside.get(i, {})) for i, one in enumerate(thing))
    if isinstance(thing, dict):
        return {key: with_texts(one, inside.get(key, {})) for key, one in thing.items()}
    changed: dict[str, Any] = {str(name): with_texts(getattr(thing, str(name)), some) for name, some in inside.items()}
    return replace(thing, **changed)


def fingerprint(text: str) -> str:
    """A short digest of a text, by which it is seen that it was changed."""
    return sha256(" ".join(text.split()).encode()).hexdigest()[:_SIGNS]


def is_left(original: str, text: str) -> bool:
    """Whether a *text* of a translation is the original's: names and single words may be the same in both."""
    return text == original and len(text.split()) >= _SENTENCE


def path_of(thing: Any, at: Pointer) -> str:
    """What a text is called in a file of a translation: `key_takeaways.ceasefire.text`. Entries go by their ids or numbers."""
    names = []
    for depth, step in enumerate(at):
        entry = value_at(thing, at[: depth + 1]) if isinstance(step, int) else None
        names.append(str(step) if isinstance(step, str) else getattr(entry, "id", "") or str(step + 1))
    return ".".join(names)


def naming(entry: Any) -> str:
    """The field by which *entry* of a list is known; empty for one that has none."""
    return next((name for name in _NAMING if getattr(entry, name, None)), "")
