"""The language server: what an editor's program asks, and what it is told."""

from pathlib import Path

from lsprotocol import types
from pygls import uris
from pygls.lsp.server import LanguageServer

import spotbrief
from spotbrief.language_server.completion import Completion
from spotbrief.language_server.diagnostics import diagnostics
from spotbrief.language_server.open_desk import OpenDesk
from spotbrief.language_server.positions import Lines
from spotbrief.reading.settings_error import SettingsError

PAUSE = 0.3
"""Seconds without a change after which other files are looked at."""


class Server(LanguageServer):
    """A language server with the desk of one folder."""

    def __init__(self, config: Path) -> None:
        super().__init__("spotbrief", spotbrief.__version__, text_document_sync_kind=types.TextDocumentSyncKind.Incremental)
        self._config = config
        self.desk: OpenDesk | None = None

    def load(self) -> None:
        """Reads the desk; where its settings cannot be used, says so."""
        folder = self.workspace.root_path
        config = self._config if self._config.is_file() or not folder else Path(folder) / self._config.name
        try:
            self.desk = OpenDesk(config)
        except (SettingsError, OSError) as error:
            self.window_show_message(types.ShowMessageParams(types.MessageType.Error, f"Spotbrief: {error}"))

    def file(self, uri: str) -> str | None:
        """The path of a document as problems name it; None for what is no text of the desk."""
        path = uris.to_fs_path(uri)
        return self.desk.file_of(Path(path)) if self.desk and path else None

    def lines(self, file: str) -> Lines:
        """The lines of a file, as positions are counted in it."""
        return Lines(self.desk.text(file) if self.desk else "", self.workspace.position_codec)

    def changed(self, uri: str) -> None:
        """Takes in the text of a document, and says at once what is wrong with it."""
        file = self.file(uri)
        if self.desk and file:
            for one in self.desk.change(file, self.workspace.get_text_document(uri).source):
                self.publish(one)

    def closed(self, uri: str) -> None:
        """Goes back to what is on disk."""
        file = self.file(uri)
        if self.desk and file:
            for one in self.desk.change(file, None):
                self.publish(one)

    def publish(self, file: str) -> None:
        """Says what is wrong with a file."""
        if self.desk:
            uri = uris.from_fs_path(str(self.desk.root / file)) or ""
            found = diagnostics(self.desk.problems(file), self.lines(file))
            self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri=uri, diagnostics=found))


def made(config: Path) -> Server:
    """A server for the desk of *config*, or of the folder that the editor names where there is none."""
    server = Server(config)

    @server.feature(types.INITIALIZED)
    def initialized(_: types.InitializedParams) -> None:
        server.load()

    @server.feature(types.TEXT_DOCUMENT_DID_OPEN)
    def opened(params: types.DidOpenTextDocumentParams) -> None:
        server.changed(params.text_document.uri)

    @server.feature(types.TEXT_DOCUMENT_DID_CHANGE)
    def changed(params: types.DidChangeTextDocumentParams) -> None:
        server.changed(params.text_document.uri)

    @server.feature(types.TEXT_DOCUMENT_DID_CLOSE)
    def closed(params: types.DidCloseTextDocumentParams) -> None:
        server.closed(params.text_document.uri)

    @server.feature(types.TEXT_DOCUMENT_COMPLETION, types.CompletionOptions(trigger_characters=["[", ":", " ", ",", "(", "/", "-"]))
    def completion(params: types.CompletionParams) -> types.CompletionList:
        file = server.file(params.text_document.uri)
        found = Completion(server.desk, file, server.lines(file), params.position).items() if server.desk and file else []
        return types.CompletionList(is_incomplete=True, items=found)

    return server
