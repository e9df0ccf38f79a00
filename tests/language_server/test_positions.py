"""Places and changes, however an editor counts columns and ends lines."""

from itertools import product

import attrs
import pytest
from lsprotocol import types

from tests.desks import Desk
from tests.language_server.client import FULL, Editor, editor, played

FILE = "briefings/a.md"
TEXT = """\
---
title: 𝕏 Київ
published: 2025-03-01
key_takeaways: [{text: 𝕏𝕏й, nature: fact, sources: [x]}]
actors: [norwey]
---
Осло 𝕏: [[norway]] agreed \u2028 𝕏𝕏 \u2029 [[norwey]]
"""
CODES = {"utf-8": ("utf-8", 1), "utf-16": ("utf-16-le", 2), "utf-32": ("utf-32-le", 4)}
ENDS = {"LF": "\n", "CRLF": "\r\n", "CR": "\r"}


class Counting:
    """A text, and where its places are as an editor counts."""

    def __init__(self, text: str, encoding: str) -> None:
        self.text, (self._code, self._width) = text, CODES[encoding]

    def behind(self, mark: str) -> types.Position:
        before = self.text[: self.text.index(mark) + len(mark)].replace("\r\n", "\n").replace("\r", "\n")
        return types.Position(before.count("\n"), len(before.rpartition("\n")[2].encode(self._code)) // self._width)

    def change(self, before: str, old: str, new: str) -> types.TextDocumentContentChangePartial:
        """The change of *old* behind *before*; the next one counts from what is there then."""
        change = types.TextDocumentContentChangePartial(types.Range(self.behind(before), self.behind(f"{before}{old}")), new)
        self.text = self.text.replace(f"{before}{old}", f"{before}{new}", 1)
        return change

    def marked(self, found: types.Diagnostic) -> str:
        line = self.text.replace("\r\n", "\n").replace("\r", "\n").split("\n")[found.range.start.line].encode(self._code)
        return line[found.range.start.character * self._width : found.range.end.character * self._width].decode(self._code)


async def changed(here: Editor, *changes: types.TextDocumentContentChangePartial) -> list[types.Diagnostic]:
    document = types.VersionedTextDocumentIdentifier(version=2, uri=here.uri(FILE))
    here.told.clear()
    here.client.text_document_did_change(types.DidChangeTextDocumentParams(document, list(changes)))
    await here.until(lambda: here.uri(FILE) in here.told)
    return here.told[here.uri(FILE)]


@pytest.mark.parametrize(("encoding", "end"), list(product(CODES, ENDS)))
def test_places_are_counted_as_the_editor_counts(desk: Desk, encoding: str, end: str) -> None:
    """Beyond the first plane of Unicode, too, behind signs that only look like ends of lines, and for several changes at once."""
    desk.actor("norway").brief("a")
    text = Counting(TEXT.replace("\n", ENDS[end]), encoding)
    wants = attrs.evolve(FULL, general=types.GeneralClientCapabilities(position_encodings=[types.PositionEncodingKind(encoding)]))

    async def typed() -> None:
        async with editor(desk, capabilities=wants) as here:
            found = await here.open(FILE, text.text)
            assert [text.marked(one) for one in found if one.code == "unknown-reference"] == ["x", "norwey", "norwey"]
            found = await changed(here, text.change("\u2029 [[", "norwey", "norway"), text.change("actors: [", "norwey", "norway"))
            assert [text.marked(one) for one in found if one.code == "unknown-reference"] == ["x"]
            asked = types.CompletionParams(types.TextDocumentIdentifier(here.uri(FILE)), text.behind("\u2029 [[nor"))
            (item,) = types_of(await here.client.text_document_completion_async(asked))
            assert isinstance(item.text_edit, types.TextEdit)
            assert item.text_edit.range == types.Range(text.behind("\u2029 [["), text.behind("\u2029 [[nor"))

    played(typed())


def types_of(found: object) -> list[types.CompletionItem]:
    assert isinstance(found, types.CompletionList)
    return list(found.items)


def test_a_place_behind_the_end_of_a_line_is_its_end(desk: Desk) -> None:
    """Also of the last one, which nothing ends."""
    desk.actor("norway").brief("a")

    async def typed() -> None:
        async with editor(desk) as here:
            await here.open(FILE, "---\ntitle: A\npublished: 2025-03-01\nactors: [norway]\n---\nBy [[norway]")
            behind = types.Range(types.Position(5, 99), types.Position(5, 99))
            found = await changed(here, types.TextDocumentContentChangePartial(behind, "] and [[nobody]]"))
            assert [(one.code, one.range.start.character) for one in found] == [("unknown-reference", 20)]

    played(typed())


def test_ends_of_lines_stay_as_they_are(desk: Desk) -> None:
    """Where an id is written anew in a file, and a line is added to it."""
    desk.write("content/actors/norway.yml", "name: Norway\r\ntype: state\r\n").brief("a", "actors: [norway]\n")
    desk.write(FILE, (desk.root / FILE).read_bytes().replace(b"\n", b"\r\n"))

    async def rename(here: Editor) -> None:
        await here.renamed(FILE, "actors: [nor", "norge")

    async def typed() -> None:
        async with editor(desk) as here:
            await here.open(FILE)
            await rename(here)

    played(typed())
    for file in (FILE, "content/actors/norge.yml"):
        data = (desk.root / file).read_bytes()
        assert b"norge" in data or b"norway" in data
        assert data.count(b"\n") == data.count(b"\r\n") > 1, data
