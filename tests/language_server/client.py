"""An editor's program: it starts `spotbrief lsp` in a desk's folder, types, and hears what is wrong."""

import asyncio
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from lsprotocol import types
from pygls.lsp.client import LanguageClient

from tests.desks import Desk, environment

SECONDS = 60


class Editor:
    """An editor with some texts open."""

    def __init__(self, desk: Desk, client: LanguageClient) -> None:
        self.desk, self.client = desk, client
        self.told: dict[str, list[types.Diagnostic]] = {}
        self._news = asyncio.Event()
        self._texts: dict[str, str] = {}

        @client.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)  # type: ignore[untyped-decorator]
        def hear(params: types.PublishDiagnosticsParams) -> None:
            self.told[params.uri] = list(params.diagnostics)
            self._news.set()

    def uri(self, file: str) -> str:
        return (self.desk.root / file).resolve().as_uri()

    async def open(self, file: str, text: str | None = None) -> list[types.Diagnostic]:
        """Opens a file, with a text that may not be on disk; gives what is said of it."""
        text = (self.desk.root / file).read_text("utf-8") if text is None else text
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


@asynccontextmanager
async def editor(desk: Desk, *, capabilities: types.ClientCapabilities | None = None) -> AsyncIterator[Editor]:
    """An editor that has the folder of *desk* open."""
    client = LanguageClient("tests", "1")
    here = Editor(desk, client)
    command = [sys.executable, "-m", "spotbrief", "lsp"]
    await client.start_io(*command, cwd=desk.root, env=environment(desk.now))
    root = desk.root.resolve().as_uri()
    folders = [types.WorkspaceFolder(root, "desk")]
    await client.initialize_async(
        types.InitializeParams(capabilities or types.ClientCapabilities(), root_uri=root, workspace_folders=folders)
    )
    client.initialized(types.InitializedParams())
    try:
        yield here
    finally:
        await client.shutdown_async(None)
        client.exit(None)
        await client.stop()  # type: ignore[no-untyped-call]
