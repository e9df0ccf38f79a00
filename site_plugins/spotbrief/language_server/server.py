"""The language server: texts come in, and what is wrong with them goes out."""

import asyncio
from collections.abc import Iterable
from pathlib import Path
from urllib.parse import unquote

from lsprotocol import types
from pygls import uris
from pygls.lsp.server import LanguageServer

import spotbrief
from spotbrief.language_server.background import Answer, Background
from spotbrief.language_server.diagnostics import diagnostics
from spotbrief.language_server.open_desk import OpenDesk
from spotbrief.language_server.open_text import OpenText
from spotbrief.language_server.positions import Lines
from spotbrief.language_server.progress import tell_reading
from spotbrief.reading.settings_error import SettingsError

PAUSE = 0.25
"""Seconds without a change after which other files are looked at."""

AT_ONCE = 200
"""Other files that are looked at after a pause; more than these wait for the whole desk."""


class Server(LanguageServer):
    """A language server with the desk of one folder."""

    def __init__(self, config: Path) -> None:
        super().__init__("spotbrief", spotbrief.__version__, text_document_sync_kind=types.TextDocumentSyncKind.Incremental)
        self._config = config
        self.desk: OpenDesk | None = None
        self._background: Background | None = None
        self._listening: asyncio.Task[None] | None = None
        self._neighbours: asyncio.Task[None] | None = None
        self._progress: asyncio.Task[None] | None = None
        self._pause: asyncio.TimerHandle | None = None
        self._everything = False
        self._is_read = asyncio.Event()
        self._said: dict[str, list[types.Diagnostic]] = {}

    def load(self) -> None:
        """Has the desk read, anew if it is read already; where its settings cannot be used, says so."""
        folder = self.workspace.root_path
        config = self._config if self._config.is_file() or not folder else Path(folder) / self._config.name
        try:
            if self.desk:
                self.desk.settle()
            self.desk = self.desk or OpenDesk(config)
        except (SettingsError, OSError) as error:
            self.window_show_message(types.ShowMessageParams(types.MessageType.Error, f"Spotbrief: {error}"))
            return
        if not self._background:
            self._background = Background(self.desk.config)
            self._listening = asyncio.get_running_loop().create_task(self._listen(self._background))
            self._progress = asyncio.get_running_loop().create_task(tell_reading(self, self._is_read))
        for uri, document in self.workspace.text_documents.items():
            if file := self.file(uri):
                self._changed(file, document.source)
        self._background.ask(self.desk.question(everything=True, desk=True))

    def end(self) -> None:
        """Ends what runs beside this process."""
        if self._pause:
            self._pause.cancel()
        if self._background:
            self._background.stop()
            self._background = None

    def file(self, uri: str) -> str | None:
        """The path of a document as problems name it; None for what is no text of the desk."""
        path = uris.to_fs_path(uri)
        return self.desk.file_of(Path(path)) if self.desk and path else None

    def uri(self, file: str) -> str:
        """The address of a file, as editors have it."""
        return uris.from_fs_path(str(self.desk.root / file)) or "" if self.desk else ""

    def lines(self, file: str) -> Lines:
        """The lines of a file, as positions are counted in it."""
        return Lines(self.desk.text(file) if self.desk else "", self.workspace.position_codec)

    def open(self, document: types.TextDocumentItem) -> None:
        """Takes in a document that was opened."""
        text = OpenText(document.uri, document.text, document.version, document.language_id, position_codec=self.workspace.position_codec)
        self.workspace.text_documents[unquote(document.uri)] = text
        self.opened(document.uri)

    def opened(self, uri: str) -> None:
        """Takes in the text of a document that is open, and says at once what is wrong with it."""
        if file := self.file(uri):
            self._changed(file, self.workspace.get_text_document(uri).source)

    def closed(self, uri: str) -> None:
        """Goes back to what is on disk."""
        if file := self.file(uri):
            self._changed(file, None)

    def changed_on_disk(self, changes: Iterable[str]) -> None:
        """Takes in files that others have changed; those that are open count as they are on the screen."""
        found = list(changes)
        if any(uri.endswith(f"/{self._config.name}") for uri in found):
            self.load()
            return
        for uri in found:
            file = self.file(uri)
            if self.desk and file and file not in self.desk.unsaved:
                self._changed(file, None)
            elif self.desk and not file:
                self.desk.look_beside(Path(uris.to_fs_path(uri) or uri))
        self.look_around(everything=True)

    def _changed(self, file: str, text: str | None) -> None:
        if self.desk:
            self._tell(self.desk.change(file, text), also=file)
            self.look_around()

    def look_around(self, *, everything: bool = False) -> None:
        """Looks at other files after a pause; *everything* is looked at when something was saved."""
        self._everything |= everything
        if self._pause:
            self._pause.cancel()
        self._pause = asyncio.get_running_loop().call_later(PAUSE, self._after_pause)

    def _after_pause(self) -> None:
        if not self.desk:
            return
        if self._background:
            self._background.ask(self.desk.question(everything=self._everything))
        self._everything = False
        self._neighbours = asyncio.get_running_loop().create_task(self._look_at(self.desk, self.desk.affected()[:AT_ONCE]))

    async def _look_at(self, desk: OpenDesk, files: Iterable[str]) -> None:
        for file in files:
            self._tell(desk.look_again(file))
            await asyncio.sleep(0)

    async def _listen(self, background: Background) -> None:
        answers, loop = asyncio.Queue[Answer | None](), asyncio.get_running_loop()
        background.listen(lambda answer: loop.call_soon_threadsafe(answers.put_nowait, answer))
        while self.desk and (answer := await answers.get()):
            if answer.live:
                for file in self.desk.become_whole(answer.live, answer.number):
                    self._tell(self.desk.read(file))
                    await asyncio.sleep(0)  # whoever types comes first
                self._is_read.set()
            for file in sorted(self.desk.take(answer)):
                self._tell([file])
                await asyncio.sleep(0)
        self._is_read.set()
        if self._background:  # nobody has ended it
            message = "Spotbrief: the desk could not be looked at any further; the log of the server says why"
            self.window_show_message(types.ShowMessageParams(types.MessageType.Error, message))

    def _tell(self, files: Iterable[str], also: str = "") -> None:
        """Says what is wrong with files, of each if that is news; of one *also* if not."""
        for file in files:
            self._say(file, always=file == also)

    def _say(self, file: str, *, always: bool = False) -> None:
        """Says what is wrong with a file, if that is news."""
        if not self.desk:
            return
        found = diagnostics(self.desk.problems(file), self.lines(file))
        if always or found != self._said.get(file, []):
            self._said[file] = found
            self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri=self.uri(file), diagnostics=found))
