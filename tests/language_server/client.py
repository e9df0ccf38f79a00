"""An editor's program: it starts `spotbrief lsp` in a desk's folder, types, and hears what is wrong."""

import asyncio
import sys
from collections.abc import AsyncIterator, Coroutine, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from lsprotocol import types
from pygls.lsp.client import LanguageClient

from spotbrief.language_server.background import read
from spotbrief.language_server.open_desk import OpenDesk
from spotbrief.reading.desk import Earlier
from spotbrief.reading.unsaved import NOTHING
from tests.desks import Desk, environment

SECONDS = 60


def played(scene: Coroutine[Any, Any, None]) -> None:
    """Plays a *scene* in a thread of its own: where a browser was tested before, a loop runs in this one."""
    with ThreadPoolExecutor(1) as alone:
        alone.submit(asyncio.run, scene).result()


class Editor:
    """An editor with some texts open."""

    def __init__(self, desk: Desk, client: LanguageClient) -> None:
        self.desk, self.client = desk, client
        self.told: dict[str, list[types.Diagnostic]] = {}
        self.shown: list[str] = []
        self.progress: list[str] = []
        """What it said of its work: the kinds of `$/progress`."""
        self._news = asyncio.Event()
        self._texts: dict[str, str] = {}

        @client.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)  # type: ignore[untyped-decorator]
        def hear(params: types.PublishDiagnosticsParams) -> None:
            self.told[params.uri] = list(params.diagnostics)
            self._news.set()

        @client.feature(types.WINDOW_SHOW_MESSAGE)  # type: ignore[untyped-decorator]
        def see(params: types.ShowMessageParams) -> None:
            self.shown.append(params.message)
            self._news.set()

        @client.feature(types.WINDOW_WORK_DONE_PROGRESS_CREATE)  # type: ignore[untyped-decorator]
        def create(params: types.WorkDoneProgressCreateParams) -> None:
            assert params.token

        @client.feature(types.PROGRESS)  # type: ignore[untyped-decorator]
        def go_on(params: types.ProgressParams) -> None:
            kind = getattr(params.value, "kind", None) or params.value["kind"]  # type: ignore[index]  # pygls leaves some of them as they came
            self.progress.append(kind)
            self._news.set()

    @property
    def is_read(self) -> bool:
        """Whether the server has said that the desk is read."""
        return "end" in self.progress

    def uri(self, file: str) -> str:
        return (self.desk.root / file).resolve().as_uri()

    async def open(self, file: str, text: str | None = None) -> list[types.Diagnostic]:
        """Opens a file, with a text that may not be on disk; gives what is said of it."""
        text = (self.desk.root / file).read_bytes().decode() if text is None else text
        self._texts[file] = text
        document = types.TextDocumentItem(uri=self.uri(file), language_id="markdown", version=1, text=text)
        return await self._heard(file, lambda: self.client.text_document_did_open(types.DidOpenTextDocumentParams(document)))

    async def type(self, file: str, text: str) -> list[types.Diagnostic]:
        """Puts another text in place of the open one; gives what is said of it."""
        self._texts[file] = text
        document = types.VersionedTextDocumentIdentifier(version=2, uri=self.uri(file))
        change = types.TextDocumentContentChangeWholeDocument(text)
        params = types.DidChangeTextDocumentParams(document, [change])
        return await self._heard(file, lambda: self.client.text_document_did_change(params))

    async def _heard(self, file: str, act: Any) -> list[types.Diagnostic]:
        self.told.pop(self.uri(file), None)
        act()
        await self.until(lambda: self.uri(file) in self.told)
        return self.told[self.uri(file)]

    async def until(self, condition: Any) -> None:
        """Waits for news until *condition* holds."""
        async with asyncio.timeout(SECONDS):
            while not condition():
                self._news.clear()
                await self._news.wait()

    def changed_on_disk(self, file: str) -> None:
        """Somebody else wrote a file."""
        event = types.FileEvent(self.uri(file), types.FileChangeType.Changed)
        self.client.workspace_did_change_watched_files(types.DidChangeWatchedFilesParams([event]))

    def place(self, file: str, mark: str) -> types.Position:
        """The position behind the first *mark* in an open text, in UTF-16."""
        text = self._texts[file]
        before = text[: text.index(mark) + len(mark)]
        line = before.rpartition("\n")[2]
        return types.Position(before.count("\n"), len(line.encode("utf-16-le")) // 2)

    async def offered(self, file: str, mark: str) -> list[types.CompletionItem]:
        """What is offered behind *mark*."""
        params = types.CompletionParams(types.TextDocumentIdentifier(self.uri(file)), self.place(file, mark))
        found = await self.client.text_document_completion_async(params)
        return list(found.items) if isinstance(found, types.CompletionList) else list(found or [])

    def _at(self, file: str, mark: str) -> tuple[types.TextDocumentIdentifier, types.Position]:
        return types.TextDocumentIdentifier(self.uri(file)), self.place(file, mark)

    async def hover(self, file: str, mark: str) -> str:
        """What is shown of what stands at the end of *mark*; empty for nothing."""
        found = await self.client.text_document_hover_async(types.HoverParams(*self._at(file, mark)))
        return found.contents.value if found and isinstance(found.contents, types.MarkupContent) else ""

    async def definition(self, file: str, mark: str) -> tuple[str, int] | None:
        """The file and the line, from 1, where it is told."""
        found = await self.client.text_document_definition_async(types.DefinitionParams(*self._at(file, mark)))
        return self._place(found) if isinstance(found, types.Location) else None

    async def references(self, file: str, mark: str) -> list[tuple[str, int]]:
        """The files and the lines, from 1, where it is named."""
        context = types.ReferenceContext(include_declaration=True)
        document, at = self._at(file, mark)
        found = await self.client.text_document_references_async(types.ReferenceParams(context, document, at))
        return [self._place(one) for one in found or ()]

    def _place(self, found: types.Location) -> tuple[str, int]:
        return found.uri.removeprefix(f"{self.desk.root.resolve().as_uri()}/"), found.range.start.line + 1

    async def renamed(self, file: str, mark: str, new: str) -> None:
        """Gives what stands there another id, and saves all that changes."""
        document, at = self._at(file, mark)
        edit = await self.client.text_document_rename_async(types.RenameParams(document, at, new))
        assert edit
        for change in edit.document_changes or ():
            if isinstance(change, types.TextDocumentEdit):
                self._write(change.text_document.uri, list(change.edits))
            elif isinstance(change, types.RenameFile):
                path = self._path(change.old_uri)
                path.rename(self._path(change.new_uri))

    async def renamed_file(self, old: str, new: str) -> None:
        """Gives a file another name, and first writes what the server says."""
        params = types.RenameFilesParams([types.FileRename(self.uri(old), self.uri(new))])
        edit = await self.client.workspace_will_rename_files_async(params)
        for change in (edit.document_changes if edit else None) or ():
            if isinstance(change, types.TextDocumentEdit):
                self._write(change.text_document.uri, list(change.edits))
        self._path(self.uri(old)).rename(self._path(self.uri(new)))

    def _path(self, uri: str) -> Path:
        return self.desk.root / unquote(uri).removeprefix(f"{unquote(self.desk.root.resolve().as_uri())}/")

    def _write(self, uri: str, edits: Any) -> None:
        """Puts edits into a file, the last one first; columns count UTF-16."""
        text = self._path(uri).read_bytes().decode()
        lines = [*text.splitlines(keepends=True), ""]
        units = [line.encode("utf-16-le") for line in lines]
        starts = [sum(map(len, units[:n])) for n in range(len(units) + 1)]
        data = b"".join(units)
        for edit in sorted(edits, key=lambda one: (-one.range.start.line, -one.range.start.character)):
            start, end = (starts[at.line] + 2 * at.character for at in (edit.range.start, edit.range.end))
            data = data[:start] + edit.new_text.encode("utf-16-le") + data[end:]
        self._path(uri).write_bytes(data.decode("utf-16-le").encode())

    async def fixed(self, file: str, found: list[types.Diagnostic]) -> str:
        """The text of a file after the quick fixes of what was found in it."""
        context = types.CodeActionContext(found)
        span = types.Range(types.Position(0, 0), types.Position(999, 0))
        document = types.TextDocumentIdentifier(self.uri(file))
        actions = await self.client.text_document_code_action_async(types.CodeActionParams(document, span, context))
        (self.desk.root / file).write_text(self._texts[file], "utf-8")
        edits = [
            edit
            for one in actions or ()
            if isinstance(one, types.CodeAction) and one.edit
            for edit in (one.edit.changes or {})[self.uri(file)]
        ]
        self._write(self.uri(file), edits)
        return (self.desk.root / file).read_text("utf-8")

    async def outline(self, file: str) -> list[str]:
        """The names of the parts of a file, each with what is inside it behind it."""
        params = types.DocumentSymbolParams(types.TextDocumentIdentifier(self.uri(file)))
        found = await self.client.text_document_document_symbol_async(params)
        return [f"{'  ' * depth}{one.name}" for depth, one in _flat(found or ())]


def _flat(parts: Any, depth: int = 0) -> Iterator[tuple[int, types.DocumentSymbol]]:
    for part in parts:
        yield depth, part
        yield from _flat(part.children or (), depth + 1)


FULL = types.ClientCapabilities(
    workspace=types.WorkspaceClientCapabilities(
        workspace_edit=types.WorkspaceEditClientCapabilities(
            document_changes=True, resource_operations=[types.ResourceOperationKind.Rename]
        )
    ),
    window=types.WindowClientCapabilities(work_done_progress=True),
)
"""An editor that renames files for a server, and shows what it is at, as VS Code does."""


def whole(config: Path) -> OpenDesk:
    """The desk of *config* as the server has it once it is read, without a process beside it."""
    desk = OpenDesk(config)
    desk.become_whole(read(desk.config, Earlier(), NOTHING), desk.number)
    return desk


async def started(desk: Desk, capabilities: types.ClientCapabilities = FULL) -> Editor:
    """An editor that has the folder of *desk* open, and has just told the server so."""
    client = LanguageClient("tests", "1")
    here = Editor(desk, client)
    command = [sys.executable, "-m", "spotbrief", "lsp"]
    await client.start_io(*command, cwd=desk.root, env=environment(desk.now))
    root = desk.root.resolve().as_uri()
    folders = [types.WorkspaceFolder(root, "desk")]
    await client.initialize_async(types.InitializeParams(capabilities, root_uri=root, workspace_folders=folders))
    client.initialized(types.InitializedParams())
    return here


@asynccontextmanager
async def editor(desk: Desk, *, capabilities: types.ClientCapabilities = FULL, waits: bool = True) -> AsyncIterator[Editor]:
    """An editor that has the folder of *desk* open; it *waits* until that is read."""
    here = await started(desk, capabilities)
    try:
        if waits:
            await here.until(lambda: here.is_read)
        yield here
    finally:
        await here.client.shutdown_async(None)
        here.client.exit(None)
        await here.client.stop()  # type: ignore[no-untyped-call]
