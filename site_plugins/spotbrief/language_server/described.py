"""What the model says of the fields of a file."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any, get_args

from spotbrief.model.kinds import KINDS, Kind
from spotbrief.model.origin import Pointer
from spotbrief.model.record import record
from spotbrief.model.sorts import OFFERS, Mark
from spotbrief.model.walk import marks_in
from spotbrief.reading.fields import class_at, field_names, hint_at, is_list
from spotbrief.reading.reference import data_in
from spotbrief.reading.schema import notes_of
from spotbrief.reading.settings import Folders
from spotbrief.reading.translation_file import language_in


@record
class Described:
    """The kind of thing that a file holds, and where its fields begin in it."""

    kind: Kind
    depth: int = 0
    """1 in a file of many things, which stand below their ids."""
    language: str = ""
    """That of a translation; empty for an original."""
    is_block: bool = False
    """Whether the translation is a block in the file of its original, one step further in."""

    def class_at(self, pointer: Pointer) -> Any:
        """The class of the mapping at *pointer*; None where there is none."""
        return class_at(self.kind.thing, pointer[self.depth :]) if len(pointer) >= self.depth else None

    def hint_at(self, pointer: Pointer) -> Any:
        """The type of the field at *pointer*; None where there is none."""
        return hint_at(self.kind.thing, pointer[self.depth :]) if len(pointer) > self.depth else None

    def is_list(self, pointer: Pointer) -> bool:
        """Whether a list is wanted at *pointer*."""
        return len(pointer) > self.depth and is_list(self.kind.thing, pointer[self.depth :])

    def marks_at(self, pointer: Pointer) -> list[Mark]:
        """The marks of the field at *pointer*, or of the entries of the list there; those of classes apart."""
        return marks_in(self.hint_at(pointer))

    def fields_at(self, pointer: Pointer) -> dict[str, str]:
        """The fields of the mapping at *pointer*, each with what it means."""
        cls = self.class_at(pointer)
        notes = notes_of(cls) if cls else {}
        return {name: notes.get(name) or _said_of(hint_at(cls, (name,))) for name in field_names(cls)} if cls else {}


def described(file: str, folders: Folders, tags: Sequence[str]) -> Described | None:
    """What the fields of a file are, in a desk with several languages, if it has *tags*; None for an ordinary page."""
    if file.startswith(f"{folders.briefings}/"):
        return Described(kind=KINDS["briefings"], language=language_in(file.rpartition(".")[0], tags)[1])
    path = file.removeprefix(f"{folders.content}/")
    name, language = data_in(path, tags)
    if not name:
        return None
    return Described(kind=KINDS[name], depth=0 if "/" in path or KINDS[name].is_single else 1, language=language)


def offered(hint: Any) -> str | None:
    """Which words of the desk fit a field of this type: `terms`, `event_kinds`, `audiences`; None where none do."""
    return next((words for said in _schemas(hint) if isinstance(words := said.get(OFFERS), str)), None)


def days(today: datetime) -> list[tuple[str, str]]:
    """Dates that are often typed, each with what it is."""
    return [(f"{today + timedelta(days=n):%Y-%m-%d}", said) for n, said in ((0, "today"), (-1, "yesterday"), (1, "tomorrow"))]


def _said_of(hint: Any) -> str:
    return next((str(said["description"]) for said in _schemas(hint) if "description" in said), "")


def _schemas(hint: Any) -> list[dict[str, Any]]:
    """What the type says of itself to JSON Schema."""
    found: list[dict[str, Any]] = []
    for one in get_args(hint):
        said = getattr(one, "json_schema", None) or getattr(one, "json_schema_extra", None)
        found += [said] if isinstance(said, dict) else _schemas(one)
    return found
