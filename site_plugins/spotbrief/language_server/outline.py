"""The parts of a text, as an outline shows them."""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from lsprotocol import types

from spotbrief.language_server.cursor import first_line_of_body
from spotbrief.language_server.open_desk import OpenDesk
from spotbrief.language_server.positions import Lines
from spotbrief.model.briefing import Briefing
from spotbrief.model.origin import Where
from spotbrief.reading.locate import places

_HEADING = re.compile(r"(#{1,6})[ \t]+(.+?)[ \t]*#*$")
_FENCE = re.compile(r"[ \t]*(?:```|~~~)")
_PARTS = {
    "key_takeaways": ("Key takeaways", types.SymbolKind.String),
    "what_to_expect": ("What to expect", types.SymbolKind.Boolean),
    "timeline": ("Timeline", types.SymbolKind.Event),
    "statements": ("Statements", types.SymbolKind.Interface),
    "sources": ("Sources", types.SymbolKind.File),
}


class _Part(NamedTuple):
    name: str
    kind: types.SymbolKind
    line: int
    inside: tuple["_Part", ...] = ()


def outline(desk: OpenDesk, file: str, lines: Lines) -> list[types.DocumentSymbol]:
    """What stands in a file: of a briefing its parts and their entries, then the headings of its text."""
    parts = [part for kind, thing in desk.live.things(file) for part in _of_thing(desk, file, thing)]
    parts += _headings(lines.lines, first_line_of_body(lines.lines, file)) if file.lower().endswith(".md") else ()
    return _symbols(sorted(parts, key=lambda part: part.line), lines, len(lines.lines))


def _of_thing(desk: OpenDesk, file: str, thing: Any) -> Iterator[_Part]:
    if not isinstance(thing, Briefing):
        name = getattr(thing, "name", None) or getattr(thing, "title", None) or getattr(thing, "id", "")
        if thing.origin.pointer or not file.lower().endswith(".md"):
            yield _Part(str(name) or "text", types.SymbolKind.Object, _lines(desk, [thing.origin.at()])[0])
        return
    yield _Part(thing.title, types.SymbolKind.Module, _lines(desk, [thing.origin.at("title")])[0])
    for field, (name, kind) in _PARTS.items():
        entries = getattr(thing, field)
        if entries:
            first, *rest = _lines(desk, [thing.origin.at(field), *(thing.origin.at(field, i) for i in range(len(entries)))])
            inside = tuple(_Part(_said(entry), kind, line) for entry, line in zip(entries, rest, strict=True))
            yield _Part(name, types.SymbolKind.Array, min([first, *rest]), inside)


def _lines(desk: OpenDesk, wheres: list[Where]) -> list[int]:
    return [line - 1 for line, _ in places(desk.root, wheres, desk.unsaved)]


def _said(entry: Any) -> str:
    names = ("title", "text", "name", "id")
    text = next((said for name in names if (said := getattr(entry, name, None))), "entry")
    return text if len(text) <= 80 else f"{text[:79]}…"


def _headings(lines: list[str], first: int) -> Iterator[_Part]:
    in_code = False
    for number in range(first, len(lines)):
        in_code ^= bool(_FENCE.match(lines[number]))
        if not in_code and (found := _HEADING.match(lines[number])):
            yield _Part(found[2], types.SymbolKind.Namespace, number)


def _symbols(parts: list[_Part], lines: Lines, end: int) -> list[types.DocumentSymbol]:
    """Each part reaches to the next one."""
    ends = [*(part.line for part in parts[1:]), *([end] if parts else [])]
    made = []
    for part, until in zip(parts, ends, strict=True):
        last = max(until - 1, part.line)
        span = types.Range(lines.position(part.line, 0), lines.position(last, len(lines.line(last))))
        chosen = lines.span(part.line, 0, len(lines.line(part.line)))
        inside = _symbols(list(part.inside), lines, last + 1)
        made.append(
            types.DocumentSymbol(name=part.name or "…", kind=part.kind, range=span, selection_range=chosen, children=inside or None)
        )
    return made
