"""What an editor's program may ask, and who answers."""

from pathlib import Path

from lsprotocol import types

from spotbrief.language_server.completion import Completion
from spotbrief.language_server.server import Server

_WATCHED = "**/*"


def made(config: Path) -> Server:
    """A server for the desk of *config*, or of the folder that the editor names where there is none."""
    server = Server(config)
    _follow_texts(server)
    _help(server)
    return server


def _follow_texts(server: Server) -> None:
    @server.feature(types.INITIALIZED)
    def initialized(_: types.InitializedParams) -> None:
        server.load()
        watched = server.client_capabilities.workspace and server.client_capabilities.workspace.did_change_watched_files
        if watched and watched.dynamic_registration:
            options = types.DidChangeWatchedFilesRegistrationOptions([types.FileSystemWatcher(_WATCHED)])
            registration = types.Registration("files", types.WORKSPACE_DID_CHANGE_WATCHED_FILES, options)
            server.client_register_capability(types.RegistrationParams([registration]))

    @server.feature(types.SHUTDOWN)
    def shutdown(_: None) -> None:
        server.end()

    @server.feature(types.TEXT_DOCUMENT_DID_OPEN)
    def opened(params: types.DidOpenTextDocumentParams) -> None:
        server.opened(params.text_document.uri)

    @server.feature(types.TEXT_DOCUMENT_DID_CHANGE)
    def changed(params: types.DidChangeTextDocumentParams) -> None:
        server.opened(params.text_document.uri)

    @server.feature(types.TEXT_DOCUMENT_DID_SAVE)
    def saved(params: types.DidSaveTextDocumentParams) -> None:
        server.changed_on_disk([params.text_document.uri])

    @server.feature(types.TEXT_DOCUMENT_DID_CLOSE)
    def closed(params: types.DidCloseTextDocumentParams) -> None:
        server.closed(params.text_document.uri)

    @server.feature(types.WORKSPACE_DID_CHANGE_WATCHED_FILES)
    def changed_on_disk(params: types.DidChangeWatchedFilesParams) -> None:
        server.changed_on_disk(change.uri for change in params.changes)


def _help(server: Server) -> None:
    @server.feature(types.TEXT_DOCUMENT_COMPLETION, types.CompletionOptions(trigger_characters=["[", ":", " ", ",", "(", "/", "-"]))
    def completion(params: types.CompletionParams) -> types.CompletionList:
        file = server.file(params.text_document.uri)
        found = Completion(server.desk, file, server.lines(file), params.position).items() if server.desk and file else []
        return types.CompletionList(is_incomplete=True, items=found)
