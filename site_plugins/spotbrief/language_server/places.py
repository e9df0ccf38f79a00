"""Where a thing is told, and where it is named."""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from spotbrief.corpus.corpus import Expected
from spotbrief.corpus.outgoing_links import Node
from spotbrief.corpus.references import references
from spotbrief.corpus.resolve import path_of
from spotbrief.language_server.cursor import first_line_of_body
from spotbrief.language_server.naming import PUBLIC_EVENTS
from spotbrief.language_server.open_desk import OpenDesk
from spotbrief.language_server.parts import FIELDS, STATEMENTS, TAKEAWAYS, Place, linked_parts, part, told_in_translations
from spotbrief.model.briefing import Briefing
from spotbrief.model.origin import Pointer, Where
from spotbrief.model.sorts import Sort
from spotbrief.model.source import Source
from spotbrief.model.walk import value_at, walk
from spotbrief.reading.locate import places
from spotbrief.reading.markdown import every_position

_LINK = re.compile(r"(?:\]\(<?|^[ \t]*\[[^\]\n]+\]:[ \t]*<?)([^()\s<>]+)", re.MULTILINE)
_WORDS = {"briefings": "briefing:", PUBLIC_EVENTS: "public_event:"}
_REFERENCES = frozenset({Sort.REFERENCE})


def definition(desk: OpenDesk, node: Node, file: str) -> Place | None:
    """Where a thing is told; of sources, first in *file* itself."""
    where = _where(desk, node, file)
    return place_of(desk, where) if where else None


def place_of(desk: OpenDesk, where: Where) -> Place:
    """The beginning of what stands somewhere."""
    ((line, column),) = places(desk.root, [where], desk.unsaved)
    return Place(where.file, line - 1, column - 1, column - 1)


def _where(desk: OpenDesk, node: Node, file: str) -> Where | None:
    kind, id = node
    if kind == "sources" and (own := next(_places_of_source(desk, file, id), None)):
        return own
    if kind in (TAKEAWAYS, STATEMENTS) and (own_part := part(desk, node)):
        return own_part.where
    if kind == "events":
        return next(_tellings(desk, id), None)
    found = desk.live.maps.get("briefings" if kind == PUBLIC_EVENTS else kind, {}).get(id)
    if isinstance(found, Expected):
        return found.at()
    if not found:
        return None
    where: Where = found.origin.at("public_event") if kind == PUBLIC_EVENTS else found.origin.at()
    return where


def _places_of_source(desk: OpenDesk, file: str, id: str) -> Iterator[Where]:
    for briefing in _briefings(desk, [file]):
        for i, source in enumerate(briefing.sources):
            if isinstance(source, Source) and source.id == id:
                yield briefing.origin.at("sources", i, "id")


def _tellings(desk: OpenDesk, id: str) -> Iterator[Where]:
    """The entries that tell an event: reference data first, then those with a date and a title."""
    files = sorted(desk.live.naming(("events", id)))
    yield from (thing.origin.at() for file in files for kind, thing in desk.live.things(file) if kind == "events" and thing.id == id)
    for briefing in _briefings(desk, files):
        yield from (briefing.origin.at("timeline", i, "id") for i, e in enumerate(briefing.timeline) if e.id == id and e.when and e.title)


def _briefings(desk: OpenDesk, files: Iterable[str]) -> Iterator[Briefing]:
    return (thing for file in files for _, thing in desk.live.things(file) if isinstance(thing, Briefing))


def named_in(desk: OpenDesk, node: Node, here: str) -> list[Place]:
    """Every place where a thing is named by its id, of a judgement by the last part of it.

    Of a source that the briefing in *here* tells, those in there.
    """
    own = node[0] == "sources" and next(_places_of_source(desk, here, node[1]), None)
    own_part = part(desk, node)
    told = {own_part.briefing.origin.file} if own_part else set()
    files = [here] if own else sorted(desk.live.naming(node) | told)
    found = {place for file in files for place in _in_file(desk, node, file)}
    if node[0] in FIELDS:
        found |= {*linked_parts(desk, node), *told_in_translations(desk, node, files)}
    return sorted(found)


def linked_in(desk: OpenDesk, node: Node) -> list[Place]:
    """Every address that leads to the file of a thing."""
    found = set[Place]()
    for file in desk.live.naming(node):
        text = desk.text(file)
        for link in _LINK.finditer(text):
            if desk.live.maps["files"].get(path_of(link[1], file)) == node:
                line = text.count("\n", 0, link.start(1))
                column = link.start(1) - (text.rfind("\n", 0, link.start(1)) + 1)
                found.add(Place(file, line, column, column + len(link[1].partition("#")[0])))
    return sorted(found)


def _in_file(desk: OpenDesk, node: Node, file: str) -> Iterator[Place]:
    lines = desk.text(file).split("\n")
    for kind, thing in desk.live.things(file):
        pointers = [pointer for pointer in _pointers(kind, thing, node) if _is_id(thing, pointer, node[1])]
        wheres = [thing.origin.at(*pointer) for pointer in pointers]
        for line, column in places(desk.root, wheres, desk.unsaved):
            yield from _token(file, lines, line - 1, column - 1, node[1])
        yield from _mentions(desk, node, dict.fromkeys((thing.origin.file, thing.origin.prose_file or thing.origin.file)))
    if desk.live.translations(file):
        yield from _mentions(desk, node, [file])


def _pointers(kind: str, thing: Any, node: Node) -> Iterator[Pointer]:
    of, _, own = node[1].rpartition(":")
    if isinstance(thing, Briefing) and of == thing.id and node[0] in FIELDS:
        field = FIELDS[node[0]]
        yield from ((field, i, "id") for i, entry in enumerate(getattr(thing, field)) if entry.id == own)
    if isinstance(thing, Briefing) and node[0] == "sources":
        yield from (("sources", i, "id") for i, source in enumerate(thing.sources) if source.id == node[1])
        yield from (at for at, id, mark in walk(thing, frozenset({Sort.CITATION})) if id == node[1])
    if node[0] == "events":
        yield from (at for at, id, mark in walk(thing, _REFERENCES) if mark.kinds == ("events",) and id == node[1])
    yield from (one.pointer for one in references(kind, thing) if (one.kind, one.id) == node and one.typed is None)


def _is_id(thing: Any, pointer: Pointer, id: str) -> bool:
    """Whether an id stands at *pointer*, and not a text that names it."""
    value = value_at(thing, pointer)
    return bool(value == id or value == id.rpartition(":")[2])


def _token(file: str, lines: list[str], line: int, column: int, id: str) -> Iterator[Place]:
    text = lines[line] if line < len(lines) else ""
    own = id.rpartition(":")[2]
    for word in (id, own):
        if (start := text.find(word, column)) >= 0:
            end = start + len(word)
            yield Place(file, line, end - len(own), end)
            return


def _mentions(desk: OpenDesk, node: Node, files: Iterable[str]) -> Iterator[Place]:
    """In double brackets: in the body where Markdown reads them, in short texts as they stand."""
    word = "" if node[0] == "actors" else _WORDS.get(node[0])
    if word is None:
        return
    typed = f"{word}{node[1]}"
    pattern = re.compile(rf"\[\[[ \t]*({re.escape(typed)})[ \t]*(?=\\?\||\]\])")
    for file in files:
        lines = desk.text(file).split("\n")
        first = first_line_of_body(lines, file)
        spans = [(number, found) for number in range(first) for found in pattern.finditer(lines[number])]
        body = {(first + line - 1, column - 1) for name, line, column in every_position("\n".join(lines[first:])) if name == typed}
        spans += [(line, found) for line, column in sorted(body) if line < len(lines) and (found := pattern.search(lines[line], column))]
        yield from (Place(file, line, found.end(1) - len(node[1]), found.end(1)) for line, found in spans)
