"""What is typed in a translation -> the texts of the thing that it translates, found by ids; whatever is no text of that is a problem."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import is_dataclass, replace
from datetime import datetime
from functools import cache
from typing import Any
from zoneinfo import ZoneInfo

from pydantic import TypeAdapter, ValidationError

from spotbrief.model.dates import EdtfDate
from spotbrief.model.instants import parse_instant
from spotbrief.model.origin import Origin, Pointer, Where
from spotbrief.model.problem import Problem
from spotbrief.model.prose import Prose
from spotbrief.model.record import record
from spotbrief.model.sorts import Sort
from spotbrief.model.texts import is_text, naming, with_texts
from spotbrief.model.walk import classes_in, marks_in
from spotbrief.reading.fields import did_you_mean, field_names, hints_of
from spotbrief.reading.markdown import read_prose

FACT, UNMATCHED = "translation-fact", "translation-unmatched"
"""Rules: a translation says no fact, and translates what is there."""

_ENTRIES = {"key_takeaways": "takeaway", "what_to_expect": "judgement", "timeline": "event", "statements": "statement"}
_NOT_THERE = "take it out, or add it to the original"
_AS_IT_IS = "write a list where it has one, fields where it has those"
_ONLY_TEXTS = "take the line out: a translation holds texts alone"


Check = Callable[[], TypeAdapter[Any]]
"""Makes the validator of a field, when it is needed."""


@record
class Found:
    """The thing in the other language, where its texts stand, and what is wrong."""

    thing: Any
    places: Mapping[Pointer, Where]
    problems: tuple[Problem, ...]


def translate(thing: Any, values: Any, origin: Origin, zone: ZoneInfo) -> Found:
    """*thing* with the texts among *values*, which stand at *origin*."""
    reader = _Reader(origin, zone)
    if isinstance(values, dict):
        reader.fields(thing, values, (), ())
    elif values is not None:
        reader.wrong("shape", (), "there are no fields here", "write each text below its name, such as title: …")
    made = with_texts(thing, {at: read_prose(text) if at == ("body",) else text for at, text in reader.texts.items()})
    return Found(thing=_one_question(thing, made), places=reader.places, problems=tuple(reader.problems))


def entry_meant(entries: tuple[Any, ...], number: int, said: Mapping[str, Any], zone: ZoneInfo) -> int | None:
    """Which of *entries* of the original the one at the place *number* translates, of which some fields are *said*; None for none."""
    return _Reader(Origin(file=""), zone).matched(entries, number, dict(said), ("",))


class _Reader:
    """Goes through a thing and what is typed of it, side by side."""

    def __init__(self, origin: Origin, zone: ZoneInfo) -> None:
        self._origin, self._zone = origin, zone
        self.texts: dict[Pointer, str] = {}
        self.places: dict[Pointer, Where] = {}
        self.problems: list[Problem] = []

    def wrong(self, rule: str, here: Pointer, message: str, hint: str, *, of_key: bool = False) -> None:
        """Note a problem."""
        where = replace(self._origin.at(*here), of_key=of_key)
        self.problems.append(Problem(rule=rule, severity="error", where=where, message=message, hint=hint))

    def fields(self, now: Any, values: dict[Any, Any], at: Pointer, here: Pointer) -> None:
        """What is typed of a thing, or of an entry of a list in it."""
        cls: Any = type(now)
        hints = hints_of(cls)
        for key, value in values.items():
            name = "title" if key == "name" and "name" not in hints else str(key)
            if name not in hints or name == "origin":
                known = field_names(cls)
                self.wrong("unknown-field", (*here, key), f"there is no field '{key}' here", did_you_mean(str(key), known), of_key=True)
            elif value is not None:
                self._field(hints[name], getattr(now, name), value, (*at, name), (*here, key), check=_check(cls, name))

    def _field(self, hint: Any, now: Any, value: Any, at: Pointer, here: Pointer, check: Check) -> None:
        if hint is Prose:
            self._text(now.text, value, at, here, check)
        elif is_text(hint) or _is_path(hint):
            self._text(now, value, at, here, check)
        elif classes_in(hint):
            self._inside(now, value, at, here)
        elif not self._is_same(value, now, check()):
            said = f": '{now.text if isinstance(now, EdtfDate) else now}'" if isinstance(now, str | EdtfDate) and now else ""
            self.wrong(FACT, here, f"'{here[-1]}' is a fact, which the original alone says{said}", _ONLY_TEXTS)

    def _text(self, now: Any, value: Any, at: Pointer, here: Pointer, check: Check) -> None:
        if isinstance(now, tuple | dict) and isinstance(value, list | dict):
            steps: Iterator[tuple[Any, Any]] = iter(value.items()) if isinstance(value, dict) else enumerate(value)
            for step, one in steps:
                self._text(_entry(now, step), one, (*at, step), (*here, step), check)
        elif not now:
            self.wrong(
                UNMATCHED, here, f"the original has nothing at '{_path(here)}' to translate", "take it out, or add it to the original"
            )
        elif not isinstance(value, str) or not isinstance(now, str) or not value.strip():
            shape = "a text" if isinstance(now, str) else "what the original has: a list, or texts by audience,"
            self.wrong("shape", here, f"{shape} is wanted at '{_path(here)}'", "write what the original says there, in this language")
        elif not (said := self._refused(value, check) if len(at) == 1 else ""):
            self.texts[at], self.places[at] = value, self._origin.at(*here)
        else:
            self.wrong("value", here, said, "")

    def _refused(self, value: str, check: Check) -> str:
        """Why a text cannot stand in its field."""
        if len(value) <= _SURE and value.strip().casefold() not in ("true", "yes", "on", "1"):
            return ""
        try:
            check().validate_python(value)
        except ValidationError as error:
            first = error.errors(include_url=False)[0]
            return str(first.get("ctx", {}).get("error", first["msg"])) if first["type"] == "value_error" else ""
        return ""

    def _inside(self, now: Any, value: Any, at: Pointer, here: Pointer) -> None:
        if not now:
            self.wrong(
                UNMATCHED, here, f"the original has nothing at '{_path(here)}' to translate", "take it out, or add it to the original"
            )
        elif is_dataclass(now) and isinstance(value, dict):
            self.fields(now, value, at, here)
        elif isinstance(now, tuple) and isinstance(value, list):
            for number, entry in enumerate(value):
                typed = {"text": entry} if isinstance(entry, str) else entry
                place = self.matched(now, number, typed, (*here, number))
                if place is not None:
                    self.fields(now[place], typed, (*at, place), (*here, number) if typed is entry else here)
                    self._sentence(entry, (*at, place, "text"), (*here, number))
        else:
            self.wrong(
                "shape",
                here,
                f"'{_path(here)}' has another shape in the original",
                "write a list where it has one, fields where it has those",
            )

    def _sentence(self, entry: Any, at: Pointer, here: Pointer) -> None:
        """The place of an entry that is a plain sentence is its own."""
        if isinstance(entry, str) and at in self.places:
            self.places[at] = self._origin.at(*here)

    def matched(self, now: tuple[Any, ...], number: int, entry: Any, here: Pointer) -> int | None:
        """Which entry of the original is meant: by its id, or its day, or else by its place in the list."""
        what = _ENTRIES.get(str(here[0]), "entry")
        if not isinstance(entry, dict):
            self.wrong("shape", here, "fields are wanted here", "write id: and the texts, or the text alone")
            return None
        for name in ("id", "when"):
            if typed := entry.get(name):
                found = [i for i, one in enumerate(now) if naming(one) == name and self._is_called(getattr(one, name), typed)]
                if len(found) == 1 or (found and number not in found):
                    return found[0]
                if not found and name == "id":
                    if str(typed).isdigit() and 0 < int(typed) <= len(now) and not getattr(now[int(typed) - 1], "id", ""):
                        entry.pop("id")
                        return int(typed) - 1
                    known = [str(one.id) for one in now if getattr(one, "id", "")]
                    self.wrong(UNMATCHED, (*here, "id"), f"the original has no {what} '{typed}'", did_you_mean(str(typed), known))
                    return None
        if number >= len(now):
            self.wrong(
                UNMATCHED, here, f"the original has only {len(now)} of these", "name the one that is meant by its id, or take this out"
            )
            return None
        if "id" not in entry and (id := getattr(now[number], "id", "")):
            self.wrong(UNMATCHED, here, f"this does not say which {what} it translates", f"write id: {id}")
            return None
        return number

    def _is_called(self, said: Any, typed: Any) -> bool:
        if not isinstance(said, datetime):
            return str(typed) == (said.text if isinstance(said, EdtfDate) else said)
        try:
            return parse_instant(str(typed), self._zone) == said
        except ValueError:
            return False

    def _is_same(self, value: Any, now: Any, check: TypeAdapter[Any]) -> bool:
        if value == now or (isinstance(now, EdtfDate) and value == now.text):
            return True
        try:
            return bool(check.validate_python(value, context={"timezone": self._zone}) == now)
        except ValidationError:
            return False


_SURE = 200
"""Letters of a text that is short enough for any field."""


def _made_adapter(cls: Any, name: str) -> TypeAdapter[Any]:
    return TypeAdapter(hints_of(cls)[name])


_adapter: Callable[[Any, str], TypeAdapter[Any]] = cache(_made_adapter)
"""The validator of one field."""


def _check(cls: Any, name: str) -> Check:
    return lambda: _adapter(cls, name)


def _is_path(hint: Any) -> bool:
    """Whether a field leads to a file, such as a picture, of which there may be one with words in this language."""
    return any(mark.sort is Sort.PATH for mark in marks_in(hint))


def _entry(now: Any, step: Any) -> Any:
    if isinstance(now, dict):
        return now.get(step)
    return now[step] if isinstance(step, int) and step < len(now) else None


def _path(here: Pointer) -> str:
    return ".".join(str(step + 1) if isinstance(step, int) else str(step) for step in here)


def _one_question(thing: Any, made: Any) -> Any:
    """*made* with one name for each question of scenarios: who translates it once need not write it again."""
    if not hasattr(thing, "what_to_expect"):
        return made
    pairs = [(was, now) for was, now in zip(thing.what_to_expect, made.what_to_expect, strict=True) if getattr(was, "group", None)]
    said = {was.group: now.group for was, now in pairs if now.group != was.group}
    if not said:
        return made
    return replace(
        made,
        what_to_expect=tuple(
            replace(one, group=said.get(one.group, one.group)) if getattr(one, "group", None) else one for one in made.what_to_expect
        ),
    )
