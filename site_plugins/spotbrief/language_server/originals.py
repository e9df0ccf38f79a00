"""What a translation translates at a place of its file: the thing, and which of its texts or entries."""

import unicodedata
from collections.abc import Iterator
from dataclasses import is_dataclass, replace
from pathlib import PurePosixPath
from typing import Any

from spotbrief.cli.editing.translation import as_typed
from spotbrief.language_server.cursor import entries_named
from spotbrief.language_server.described import Described
from spotbrief.language_server.open_desk import OpenDesk
from spotbrief.model.origin import Pointer
from spotbrief.model.prose import Prose
from spotbrief.model.record import record
from spotbrief.model.sorts import Sort
from spotbrief.model.texts import naming, texts_of, to_translate
from spotbrief.model.translation import TranslationHead
from spotbrief.model.walk import value_at, walk
from spotbrief.reading.translated import entry_meant
from spotbrief.reading.translation_file import HEAD, language_in

_PATHS = frozenset({Sort.PATH})


@record
class Original:
    """The thing that is translated, and what of it."""

    thing: Any
    at: Pointer

    @property
    def value(self) -> Any:
        """What stands there: a text, an entry, a list."""
        return value_at(self.thing, self.at)

    def texts(self) -> dict[Pointer, str]:
        """Its texts there, by the rest of the way to each; the ways to pictures, too, of which a language may have others."""
        paths = {at: value for at, value, _ in walk(self.thing, _PATHS)}
        return {at[len(self.at) :]: text for at, text in (texts_of(self.thing) | paths).items() if at[: len(self.at)] == self.at}

    def fields(self) -> dict[str, str]:
        """The fields that a translation may have there, each with its text, if it is one; first those that read wrong untranslated."""
        found, wrong = dict[str, str](), {at[len(self.at) :] for at in to_translate(self.thing)}
        for rest, text in sorted(self.texts().items(), key=lambda one: one[0] not in wrong):
            if rest and isinstance(rest[0], str) and rest != ("body",):
                found.setdefault(rest[0], text if len(rest) == 1 else "")
        return found


def in_translation(of: Described, pointer: Pointer, tags: tuple[str, ...]) -> Described:
    """*of* for what stands at *pointer*: in reference data, a block below the code of a language is a translation."""
    is_block = not of.language and of.kind.name != "briefings" and pointer[of.depth : of.depth + 1] in {(tag,) for tag in tags[1:]}
    return replace(of, depth=of.depth + 1, language=str(pointer[of.depth]), is_block=True) if is_block else of


def head(of: Described, pointer: Pointer) -> Described | None:
    """What the fields of a translation's file are that say something of the translation itself; None for its texts."""
    has_head = of.language and not of.depth and pointer[:1] and pointer[0] in HEAD
    return replace(of, kind=replace(of.kind, thing=TranslationHead)) if has_head else None


def thing_of(desk: OpenDesk, file: str, of: Described, pointer: Pointer) -> Any:
    """The thing that is translated at *pointer*; None for none."""
    id = unicodedata.normalize("NFC", language_in(PurePosixPath(file).stem, desk.live.settings.tags)[0])
    for kind, thing in (one for name in desk.together(file) for one in desk.live.things(name)):
        if kind != of.kind.name:
            continue
        if of.is_block:
            if thing.origin.pointer == pointer[: of.depth - 1]:
                return thing
        elif thing.id == (str(pointer[0]) if of.depth and pointer else id):
            return thing
    return None


def original(desk: OpenDesk, file: str, of: Described, lines: list[str], number: int, pointer: Pointer) -> Original | None:
    """What is translated at *pointer* in the line *number*; None where nothing of an original is meant."""
    thing = thing_of(desk, file, of, pointer) if of.language else None
    if thing is None or len(pointer) < of.depth:
        return None
    said = entries_named(lines, number, file)
    at, now = Pointer(), thing
    for depth, step in enumerate(pointer[of.depth :], of.depth + 1):
        found = _step(now, step, said.get(pointer[:depth], {}), desk)
        if found is None:
            return None
        at = (*at, found)
        now = value_at(now, (found,))
    return Original(thing=thing, at=at)


def _step(now: Any, step: str | int, said: dict[str, str], desk: OpenDesk) -> str | int | None:
    """The step in the original that a *step* in the translation stands for."""
    if isinstance(now, tuple) and isinstance(step, int):
        if now and is_dataclass(now[0]):
            return entry_meant(now, step, said, desk.live.settings.timezone)
        return step if step < len(now) else None
    if isinstance(now, dict):
        return step if step in now else None
    if not is_dataclass(now) or isinstance(now, Prose):
        return None
    name = "title" if step == "name" and not hasattr(now, "name") else str(step)
    return name if hasattr(now, name) else None


def entries(of: Original) -> Iterator[tuple[str, str, str]]:
    """The entries of a list in the original: the field by which each is known, what stands there, and what it says."""
    for number, entry in enumerate(of.value if isinstance(of.value, tuple) else ()):
        if not is_dataclass(entry):
            continue
        name = naming(entry) or ("id" if hasattr(entry, "id") else "")
        known = getattr(entry, name) if name else ""
        text = next(iter(Original(thing=of.thing, at=(*of.at, number)).texts().values()), "")
        if name and text:
            yield name, as_typed(known) or str(number + 1), text
