"""The parts of briefings that have ids: takeaways, judgements, events, statements; and where links and translations name them."""

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from spotbrief.corpus.anchored import PARTS, Anchored, anchored, meant
from spotbrief.corpus.outgoing_links import Node
from spotbrief.language_server.cursor import first_line_of_body
from spotbrief.language_server.naming import JUDGEMENTS
from spotbrief.language_server.open_desk import OpenDesk
from spotbrief.model.briefing import Briefing
from spotbrief.model.origin import Where
from spotbrief.model.translation import Translation
from spotbrief.reading.document import read_document
from spotbrief.reading.locate import places

TAKEAWAYS, STATEMENTS, EVENTS = "takeaways", "statements", "events"

KINDS_OF = {"key_takeaways": TAKEAWAYS, "what_to_expect": JUDGEMENTS, "timeline": EVENTS, "statements": STATEMENTS}
"""By the list in which they stand; events are known to the whole desk by their ids, the others by that of their briefing and theirs."""

FIELDS = {kind: field for field, kind in KINDS_OF.items()}
_CALLED = {KINDS_OF[field]: part for part, field in PARTS.items()}


class Place(NamedTuple):
    """Some characters of a line of a file; line and columns count from 0."""

    file: str
    line: int
    start: int
    end: int


class Part(NamedTuple):
    """An entry of a briefing."""

    briefing: Briefing
    where: Where
    entry: Any


def node_of(briefing: str, field: str, id: str) -> Node:
    """The part of a *briefing* that an *id* in its list *field* means."""
    kind = KINDS_OF[field]
    return kind, id if kind == EVENTS or ":" in id else f"{briefing}:{id}"


def part(desk: OpenDesk, node: Node) -> Part | None:
    """The takeaway, the judgement or the statement of a briefing that is meant; None for what is none."""
    of, colon, own = node[1].rpartition(":")
    briefing = desk.live.maps["briefings"].get(of) if colon and node[0] in FIELDS else None
    if not briefing:
        return None
    field = FIELDS[node[0]]
    found = (i for i, entry in enumerate(getattr(briefing, field)) if entry.id == own)
    return next((Part(briefing, briefing.origin.at(field, i, "id"), getattr(briefing, field)[i]) for i in found), None)


def linked_at(desk: OpenDesk, file: str, line: str, column: int) -> tuple[Node, int, int] | None:
    """What the id in a link to a part means at a *column* of a line, and between which columns it stands; None for none."""
    for link in anchored(line, len(line)):
        middle = link.start + link.id.rfind(":") + 1
        if middle <= column <= link.end:
            of, own = meant(link, file, desk.live.known)
            return node_of(of, PARTS[link.part], own), middle, link.end
        if link.start <= column < middle:
            return ("briefings", link.id.rpartition(":")[0]), link.start, middle - 1
    return None


def linked_parts(desk: OpenDesk, node: Node) -> Iterator[Place]:
    """The ids of a part in links to it, such as `talks.md#judgement:rain`, wherever they stand."""
    of, _, own = node[1].rpartition(":")
    for file, link, place in _links(desk, own) if node[0] in _CALLED else ():
        is_named = link.part == _CALLED[node[0]] and link.id.rpartition(":")[2] == own
        if is_named and (node[0] == EVENTS or meant(link, file, desk.live.known)[0] == of):
            yield place._replace(start=place.end - len(own))


def linked_by_briefing(desk: OpenDesk, id: str) -> Iterator[Place]:
    """The id of a briefing in links to its parts that stand beside others', such as `#judgement:talks:rain`."""
    for _, link, place in _links(desk, f"{id}:"):
        if link.id.startswith(f"{id}:"):
            yield place._replace(end=place.start + len(id))


def _links(desk: OpenDesk, word: str) -> Iterator[tuple[str, Anchored, Place]]:
    """The links to parts in files that hold a *word*, each with the place of the id in it."""
    for file in sorted(desk.live.maps["files"]):
        text = desk.text(file)
        if "#" not in text or word not in text:
            continue
        lines = text.split("\n")
        first = sum(len(line) + 1 for line in lines[: first_line_of_body(lines, file)])
        for link in anchored(text, min(first, len(text))):
            line = text.count("\n", 0, link.start)
            column = link.start - (text.rfind("\n", 0, link.start) + 1)
            yield file, link, Place(file, line, column, column + link.end - link.start)


def told_in_translations(desk: OpenDesk, node: Node, files: Iterable[str]) -> Iterator[Place]:
    """The ids of a part in the translations of briefings in *files*: of its entries, and in the names of fingerprints."""
    of, _, own = node[1].rpartition(":")
    briefings = [thing for file in sorted(set(files)) for _, thing in desk.live.things(file) if isinstance(thing, Briefing)]
    for briefing in briefings if node[0] in FIELDS else ():
        typed = own if node[0] == EVENTS or briefing.id == of else node[1]
        for one in desk.live.translated(("briefings", briefing.id)):
            yield from _in_translation(desk, one, FIELDS[node[0]], typed)


def _in_translation(desk: OpenDesk, one: Translation, field: str, typed: str) -> Iterator[Place]:
    origin = one.head.origin if one.head else one.thing.origin
    said = read_document(desk.root, origin.file, desk.unsaved).data
    said = said if isinstance(said, dict) else {}
    entries, prints = said.get(field), said.get("translated_from")
    wheres = [
        (origin.at(field, i, "id"), typed)
        for i, entry in enumerate(entries if isinstance(entries, list) else ())
        if isinstance(entry, dict) and str(entry.get("id", "")) == typed
    ]
    for key in prints if isinstance(prints, dict) else ():
        if f"{key}.".startswith(f"{field}.{typed}."):
            where = origin.at("translated_from", key)
            wheres.append((Where(file=where.file, pointer=where.pointer, of_key=True), f"{field}.{typed}"))
    lines = desk.text(origin.file).split("\n")
    found = places(desk.root, [where for where, _ in wheres], desk.unsaved)
    for (line, column), (_, written) in zip(found, wheres, strict=True):
        if line <= len(lines) and (start := lines[line - 1].find(written, column - 1)) >= 0:
            end = start + len(written)
            yield Place(origin.file, line - 1, end - len(typed.rpartition(":")[2]), end)
