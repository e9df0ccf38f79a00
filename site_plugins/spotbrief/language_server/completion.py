"""What may be typed at a place: ids by any name, fields, words, dates, links, pictures."""

import posixpath
import re
from collections.abc import Iterable, Iterator
from datetime import datetime

from lsprotocol import types

from spotbrief.language_server.cursor import Cursor, cursor, entries_named, first_line_of_body, keys_there
from spotbrief.language_server.described import Described, days, described, offered
from spotbrief.language_server.naming import PUBLIC_EVENTS, Named, matching, named, one_of
from spotbrief.language_server.open_desk import OpenDesk
from spotbrief.language_server.originals import entries, head, in_translation, original
from spotbrief.language_server.positions import Lines
from spotbrief.model.event import EVENT_KINDS
from spotbrief.model.origin import Pointer
from spotbrief.model.sorts import PROSE, Mark, Sort
from spotbrief.reading.fields import words_at
from spotbrief.reading.files import is_picture

_BRACKETS = re.compile(r"\[\[([^\[\]|\n]*)$")
_ADDRESS = re.compile(r"(!?)\[[^\[\]\n]*\]\(<?([^()\s<>]*)$")
_CARDS = {"briefing": "briefings", "public_event": PUBLIC_EVENTS}
_KIND = types.CompletionItemKind

LONGEST = 80
"""Letters of a text that is shown beside an id."""


class Completion:
    """What may be typed at one place of one text."""

    def __init__(self, desk: OpenDesk, file: str, lines: Lines, at: types.Position) -> None:
        self._desk, self._file, self._lines = desk, file, lines
        self._number, self._column = at.line, lines.column(at)
        self._before = lines.line(at.line)[: self._column]
        self._described = described(file, desk.folders, desk.live.settings.tags)

    def items(self) -> list[types.CompletionItem]:
        """The best first; none where anything may stand."""
        in_yaml = self._number < first_line_of_body(self._lines.lines, self._file) and not self._is_fence()
        if not in_yaml:
            return list(self._in_text(self._before))
        if not self._described:
            return []
        at = cursor(self._lines.lines, self._number, self._column, self._file)
        return list(self._in_fields(at, self._described))

    def _is_fence(self) -> bool:
        return self._file.lower().endswith(".md") and self._number == 0

    def _in_fields(self, at: Cursor, of: Described) -> Iterator[types.CompletionItem]:
        pointer = at.at if at.at is not None else at.around if at.in_list else None
        spoken = in_translation(of, at.around, self._desk.live.settings.tags)
        if spoken.language:
            yield from self._in_translation(at, spoken, pointer)
            return
        marks = of.marks_at(pointer) if pointer else []
        if pointer and (_takes_prose(marks) or pointer[-1:] == ("body",)):
            yield from self._in_text(self._before[at.start :])
        elif pointer:
            yield from self._values(at, of, pointer, marks)
        if at.at is None:
            yield from self._keys(at, of)

    def _in_translation(self, at: Cursor, of: Described, pointer: Pointer | None) -> Iterator[types.CompletionItem]:
        """Texts of the original that are not translated yet, and what the translation says of itself."""
        said = head(of, pointer) if pointer else None
        if said and pointer:
            yield from self._values(at, said, pointer, said.marks_at(pointer))
        elif at.at is not None and at.at[-1:] in _NAMING and isinstance(at.at[-2], int):
            yield from self._entries(at, of, at.at[:-2], written="")
        elif pointer and (_takes_prose(of.marks_at(pointer)) or pointer[-1:] == ("body",)):
            yield from self._in_text(self._before[at.start :])
        elif pointer and any(mark.sort is Sort.PATH for mark in of.marks_at(pointer)):
            yield from self._paths(at.typed, at.start, pictures=True)
        if at.at is None:
            yield from self._untranslated(at, of)

    def _untranslated(self, at: Cursor, of: Described) -> Iterator[types.CompletionItem]:
        """Fields, or whole entries by their ids."""
        there, around = self._keys_there(at), at.around
        if len(around) == of.depth - 1 and not of.is_block:
            things = named(self._desk.live, of.kind.name, self._file)
            yield from (self._item(one.id, f"{one.id}:", at.start, _KIND.Reference, one.name) for one in things if one.id not in there)
            return
        if of.is_list(around) and not at.in_list:
            yield from self._entries(at, of, around, written="- {}: ")
        if around and isinstance(around[-1], int) and not there & {"id", "when"}:
            yield from self._entries(at, of, around[:-1], written="{}: ")
        found = original(self._desk, self._file, of, self._lines.lines, self._number, around)
        notes = of.fields_at(around)
        for n, (name, text) in enumerate(found.fields().items() if found else ()):
            if name not in there:
                yield self._item(name, f"{name}: ", at.start, _KIND.Field, _short(text), notes.get(name, ""), sort=f"5{n:03}")
        said = head(of, ("status",)) if len(around) == of.depth else None
        for name, note in said.fields_at(()).items() if said else ():
            if name not in there:
                yield self._item(name, f"{name}: ", at.start, _KIND.Field, "", note, sort="~")

    def _entries(self, at: Cursor, of: Described, around: Pointer, *, written: str) -> Iterator[types.CompletionItem]:
        """The entries of a list of the original, those first that are not translated yet."""
        found = original(self._desk, self._file, of, self._lines.lines, self._number, around)
        own = at.at[:-1] if at.at else at.around
        said = entries_named(self._lines.lines, self._number, self._file)
        there = {known for pointer, one in said.items() if pointer[:-1] == around and pointer != own for known in one.values()}
        for n, (name, known, text) in enumerate(entries(found) if found else ()):
            if written or name == (at.at or ("",))[-1]:
                start = written.format(name)
                sort = f"{known in there:d}{n:03}"
                yield self._item(known, f"{start}{known}", at.start, _KIND.Reference, _short(text), sort=sort)

    def _keys(self, at: Cursor, of: Described) -> Iterator[types.CompletionItem]:
        """Fields that are not there yet; below the name of a list, its entries."""
        if of.is_list(at.around) and not at.in_list:
            values = self._values(at, of, (*at.around, 0), of.marks_at(at.around))
            yield from (_with_dash(item) for item in values)
            return
        if len(at.around) == of.depth - 1:
            return
        tags = self._desk.live.settings.tags[1:] if of.kind.name != "briefings" and len(at.around) == of.depth else ()
        there = self._keys_there(at)
        for name, note in of.fields_at(at.around).items():
            if name not in there:
                yield self._item(name, f"{name}: ", at.start, _KIND.Field, "", note)
        for name in (tag for tag in tags if tag not in there):
            yield self._item(name, f"{name}:", at.start, _KIND.Field, "texts in this language")
        if offered(of.hint_at(at.around)) == "audiences":
            for name, said in self._desk.live.settings.audiences.items():
                yield self._item(name, f"{name}: ", at.start, _KIND.Field, said)

    def _keys_there(self, at: Cursor) -> set[str]:
        """The fields that the mapping has already, as far as they stand in lines of their own with the same indentation."""
        return keys_there(self._lines.lines, self._number, at)

    def _values(self, at: Cursor, of: Described, pointer: Pointer, marks: list[Mark]) -> Iterator[types.CompletionItem]:
        hint = of.hint_at(pointer)
        whole = of.is_list(pointer) and not at.in_list
        kinds = [kind for mark in marks for kind in (mark.kinds or (of.kind.name,)) if mark.sort in _IDS]
        if pointer[-1:] == ("id",) and pointer[:1] == ("timeline",):
            kinds = ["events"]
        if pointer[-1:] == ("id",) and pointer[:1] == ("what_to_expect",):
            kinds = ["judgements"]
        for kind in dict.fromkeys(kinds):
            yield from self._ids(named(self._desk.live, kind, self._file), at.typed, at.start, whole=whole)
        for word in words_at(of.kind.thing, pointer[of.depth :]):
            yield self._item(str(word), str(word), at.start, _KIND.EnumMember)
        yield from self._offered(offered(hint), at)
        if any(mark.sort is Sort.DATE for mark in marks):
            yield from (self._item(day, day, at.start, _KIND.Constant, said) for day, said in days(self._today()))
        if any(mark.sort is Sort.PATH for mark in marks):
            yield from self._paths(at.typed, at.start, pictures=True)

    def _offered(self, words: str | None, at: Cursor) -> Iterator[types.CompletionItem]:
        if words == "terms":
            for n, term in enumerate(self._desk.live.settings.scale.terms):
                yield self._item(term.term, term.term, at.start, _KIND.EnumMember, term.band(), sort=f"{n:03}")
        if words == "event_kinds":
            yield from (self._item(kind, kind, at.start, _KIND.EnumMember) for kind in EVENT_KINDS)

    def _in_text(self, before: str) -> Iterator[types.CompletionItem]:
        """Names in double brackets, and ways to files."""
        if found := _BRACKETS.search(before):
            typed = found[1]
            start = self._column - len(typed)
            card, colon, rest = typed.partition(":")
            live = self._desk.live
            if colon and card in _CARDS:
                yield from self._ids(named(live, _CARDS[card], self._file), rest, start + len(card) + 1, close=True)
                return
            yield from self._ids(named(live, "actors", self._file), typed, start, close=True)
            for word in (word for word in _CARDS if word.startswith(typed)):
                yield self._item(f"{word}:", f"{word}:", start, _KIND.Keyword, "the card of a briefing" if word == "briefing" else "")
        elif found := _ADDRESS.search(before):
            yield from self._paths(found[2], self._column - len(found[2]), pictures=bool(found[1]))

    def _ids(
        self, things: Iterable[Named], typed: str, start: int, *, whole: bool = False, close: bool = False
    ) -> Iterator[types.CompletionItem]:
        after = "" if not close or self._lines.line(self._number)[self._column :].startswith("]]") else "]]"
        for n, one in enumerate(matching(things, typed)):
            text = f"[{one.id}]" if whole else f"{one.id}{after}"
            yield self._item(one.id, text, start, _KIND.Reference, one.name, one_of(one.kind), sort=f"{n:03}", filtered=typed or one.id)

    def _paths(self, typed: str, start: int, *, pictures: bool) -> Iterator[types.CompletionItem]:
        """Ways from this file to pictures, or to briefings, pages and documents."""
        folder = posixpath.dirname(self._file)
        desk = self._desk.live.desk
        paths = [path for path in desk.attachments if is_picture(path)] if pictures else [*self._desk.live.maps["files"], *desk.attachments]
        found = [(posixpath.relpath(path, folder), path) for path in paths if path != self._file]
        word = typed.casefold()
        near = sorted(way for way, _ in found if word in way.casefold())
        for way in sorted(near, key=lambda way: (way.startswith(".."), not way.casefold().startswith(word)))[:100]:
            yield self._item(way, way, start, _KIND.File, filtered=typed or way)

    def _item(
        self,
        label: str,
        text: str,
        start: int,
        kind: types.CompletionItemKind,
        detail: str = "",
        note: str = "",
        *,
        sort: str | None = None,
        filtered: str | None = None,
    ) -> types.CompletionItem:
        span = self._lines.span(self._number, start, self._column)
        return types.CompletionItem(
            label=label,
            kind=kind,
            detail=detail or None,
            documentation=note or None,
            sort_text=sort,
            filter_text=filtered,
            text_edit=types.TextEdit(range=span, new_text=text),
        )

    def _today(self) -> datetime:
        settings = self._desk.live.settings
        return settings.now.astimezone(settings.timezone)


_NAMING = {("id",), ("when",)}
_IDS = frozenset({Sort.REFERENCE, Sort.CITATION, Sort.NAME})


def _takes_prose(marks: Iterable[Mark]) -> bool:
    return any(mark.sort in PROSE for mark in marks)


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= LONGEST else f"{line[: LONGEST - 1]}…"


def _with_dash(item: types.CompletionItem) -> types.CompletionItem:
    edit = item.text_edit
    if isinstance(edit, types.TextEdit):
        item.text_edit = types.TextEdit(range=edit.range, new_text=f"- {edit.new_text}")
    return item
