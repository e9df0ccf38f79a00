"""What stands at a place in a text: a field, or the name of a thing."""

import re
from typing import NamedTuple

from spotbrief.corpus.outgoing_links import Node
from spotbrief.corpus.resolve import path_of
from spotbrief.language_server.cursor import Cursor, cursor, first_line_of_body
from spotbrief.language_server.described import Described, described, offered
from spotbrief.language_server.naming import PUBLIC_EVENTS, one_named
from spotbrief.language_server.open_desk import OpenDesk
from spotbrief.language_server.originals import Original, head, in_translation, original, thing_of
from spotbrief.language_server.parts import KINDS_OF, linked_at, node_of
from spotbrief.model.briefing import Briefing
from spotbrief.model.origin import Pointer
from spotbrief.model.sorts import PROSE, Mark, Sort

_MENTION = re.compile(r"\[\[([^\[\]|\n]+)(?:\\?\|[^\[\]\n]*)?\]\]")
_LINK = re.compile(r"\]\(<?([^()\s<>]+)")
_END = re.compile(r"[,\]}]|\s+#|$")
_KEY = re.compile(r"[\w-]+(?=[ \t]*:(?:[ \t]|$))")
_CARDS = {"briefing": "briefings", "public_event": PUBLIC_EVENTS}
_IDS = frozenset({Sort.REFERENCE, Sort.CITATION, Sort.NAME})
_NAMES = frozenset({"title", "name"})


class Spot(NamedTuple):
    """Something that is named, or a field, with the columns, from 0, between which it stands in its line."""

    start: int
    end: int
    node: Node | None = None
    """The thing that is named by its id."""
    field: Pointer | None = None
    """The place of the field whose name stands there."""
    term: str | None = None
    """The term of likelihood that stands there."""
    original: Original | None = None
    """In a translation: what is translated there."""


def spot_at(desk: OpenDesk, file: str, lines: list[str], number: int, column: int) -> Spot | None:
    """What stands at a line and a column, both from 0; None where that is nothing of the desk's."""
    line = lines[number] if number < len(lines) else ""
    if found := _in_text(desk, file, line, column):
        return found
    of = described(file, desk.folders, desk.live.settings.tags)
    is_yaml = number < first_line_of_body(lines, file) and (number or not file.lower().endswith(".md"))
    if not of or not is_yaml:
        return None
    for key in _KEY.finditer(line):
        if key.start() <= column <= key.end():
            at = cursor(lines, number, key.end(), file)
            spoken = in_translation(of, at.around, desk.live.settings.tags)
            if not spoken.language:
                return _of_key(desk, file, of, at, key)
            return _of_key_translated(desk, file, spoken, lines, number, (*at.around, key[0]), key)
    return _of_value(desk, file, of, lines, number, column)


def _in_text(desk: OpenDesk, file: str, line: str, column: int) -> Spot | None:
    """A mention or a link."""
    for found in _MENTION.finditer(line):
        if found.start() <= column <= found.end():
            card, colon, id = found[1].partition(":")
            if colon and card in _CARDS:
                return Spot(found.start(1) + len(card) + 1, found.end(1), (_CARDS[card], id))
            return Spot(found.start(1), found.end(1), ("actors", found[1].strip()))
    if linked := linked_at(desk, file, line, column):
        node, start, end = linked
        return Spot(start, end, node)
    for found in _LINK.finditer(line):
        if found.start() <= column <= found.end() and (node := desk.live.maps["files"].get(path_of(found[1], file))):
            return Spot(found.start(1), found.end(1), node)
    return None


def _of_key(desk: OpenDesk, file: str, of: Described, at: Cursor, key: re.Match[str]) -> Spot:
    """The name of a field; in a file of many things, their ids are keys too. What a thing is called stands for the thing."""
    pointer = (*at.around, key[0])
    own = next((thing.id for _, thing in desk.live.things(file) if thing.origin.pointer == at.around), None)
    if len(pointer) == of.depth:
        return Spot(key.start(), key.end(), (of.kind.name, key[0]))
    is_own = len(pointer) == of.depth + 1 and key[0] in _NAMES and own is not None
    return Spot(key.start(), key.end(), (of.kind.name, str(own)) if is_own else None, pointer)


def _of_key_translated(
    desk: OpenDesk, file: str, of: Described, lines: list[str], number: int, pointer: Pointer, key: re.Match[str]
) -> Spot:
    """The id of what is translated, or the name of one of its texts. What it is called stands for it."""
    thing = thing_of(desk, file, of, pointer)
    is_named = thing is not None and (len(pointer) == of.depth or (len(pointer) == of.depth + 1 and key[0] in _NAMES))
    node = (of.kind.name, str(thing.id)) if is_named and not (of.is_block and len(pointer) == of.depth) else None
    found = original(desk, file, of, lines, number, pointer)
    return Spot(key.start(), key.end(), node, pointer, original=found if found and found.at else None)


def _of_value(desk: OpenDesk, file: str, of: Described, lines: list[str], number: int, column: int) -> Spot | None:
    line = lines[number]
    end = _END.search(line, column)
    until = end.start() if end else len(line)
    at = cursor(lines, number, until, file)
    typed = at.typed.strip()
    bare = typed.strip("\"'")
    if not bare or column < at.start:
        return None
    pointer = at.at if at.at is not None else at.around
    start = at.start + at.typed.find(bare)
    spoken = in_translation(of, pointer, desk.live.settings.tags)
    said = head(spoken, pointer)
    if spoken.language and not said:
        return _translated(desk, file, spoken, lines, number, pointer, (start, bare))
    of = said or of
    hint, marks = of.hint_at(pointer), of.marks_at(pointer)
    if offered(hint) == "terms":
        return Spot(start, start + len(bare), term=bare)
    if any(mark.sort in PROSE for mark in marks):
        return None
    node = _node(desk, file, of, pointer, marks, bare)
    return Spot(start, start + len(bare), node) if node else None


def _translated(
    desk: OpenDesk, file: str, of: Described, lines: list[str], number: int, pointer: Pointer, typed: tuple[int, str]
) -> Spot | None:
    """A text of a translation, or the id of an entry: what it is in the original."""
    start, bare = typed
    is_id = pointer[-1:] in (("id",), ("when",)) and len(pointer) > of.depth + 1
    found = original(desk, file, of, lines, number, pointer[:-1] if is_id else pointer)
    if not found or not found.at:
        return None
    is_part = is_id and pointer[-1] == "id" and found.at[0] in KINDS_OF and isinstance(found.thing, Briefing)
    node = node_of(found.thing.id, str(found.at[0]), bare) if is_part else None
    return Spot(start, start + len(bare), node, original=found)


def _node(desk: OpenDesk, file: str, of: Described, pointer: Pointer, marks: list[Mark], id: str) -> Node | None:
    briefing = next((thing for _, thing in desk.live.things(file) if isinstance(thing, Briefing)), None)
    if pointer[-1:] == ("id",) and len(pointer) == 3 and pointer[0] in KINDS_OF and briefing:
        return node_of(briefing.id, str(pointer[0]), id)
    if pointer[-1:] == ("id",) and pointer[0] == "sources":
        return ("sources", id)
    kinds = [kind for mark in marks if mark.sort in _IDS for kind in (mark.kinds or (of.kind.name,))]
    return next(((kind, id) for kind in kinds if one_named(desk.live, kind, id, file)), (kinds[0], id) if kinds else None)
