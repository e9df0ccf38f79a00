"""What an editor's program may ask, and who answers."""

from pathlib import Path
from typing import NamedTuple

from lsprotocol import types
from pygls.exceptions import JsonRpcInvalidParams

from spotbrief.language_server.completion import Completion
from spotbrief.language_server.edits import workspace_edit
from spotbrief.language_server.fixes import fixes
from spotbrief.language_server.hover import about
from spotbrief.language_server.open_desk import OpenDesk
from spotbrief.language_server.outline import outline
from spotbrief.language_server.parts import Place
from spotbrief.language_server.places import definition, linked_in, named_in, place_of
from spotbrief.language_server.positions import Lines
from spotbrief.language_server.renaming import CannotRename, renaming, renaming_of_file
from spotbrief.language_server.server import Server
from spotbrief.language_server.spot import Spot, spot_at

_WATCHED = "**/*"


def made(config: Path) -> Server:
    """A server for the desk of *config*, or of the folder that the editor names where there is none."""
    server = Server(config)
    _follow_texts(server)
    _help(server)
    _show(server)
    _write(server)
    _rename_files(server)
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


def _show(server: Server) -> None:
    @server.feature(types.TEXT_DOCUMENT_HOVER)
    def hover(params: types.HoverParams) -> types.Hover | None:
        asked = _spot(server, params.text_document, params.position)
        text = about(asked.desk, asked.file, asked.spot) if asked else ""
        if not asked or not text:
            return None
        span = asked.lines.span(params.position.line, asked.spot.start, asked.spot.end)
        return types.Hover(types.MarkupContent(types.MarkupKind.Markdown, text), span)

    @server.feature(types.TEXT_DOCUMENT_DEFINITION)
    def define(params: types.DefinitionParams) -> types.Location | None:
        asked = _spot(server, params.text_document, params.position)
        place = _told(asked) if asked else None
        return _location(server, place) if place else None

    @server.feature(types.TEXT_DOCUMENT_REFERENCES)
    def refer(params: types.ReferenceParams) -> list[types.Location]:
        asked = _spot(server, params.text_document, params.position)
        node = asked.spot.node if asked else None
        if not asked or not node or not asked.desk.is_whole:
            return []
        places = {*named_in(asked.desk, node, asked.file), *linked_in(asked.desk, node)}
        return [_location(server, place) for place in sorted(places)]

    @server.feature(types.TEXT_DOCUMENT_DOCUMENT_SYMBOL)
    def outlined(params: types.DocumentSymbolParams) -> list[types.DocumentSymbol]:
        file = server.file(params.text_document.uri)
        return outline(server.desk, file, server.lines(file)) if server.desk and file else []


def _write(server: Server) -> None:
    @server.feature(types.TEXT_DOCUMENT_CODE_ACTION, types.CodeActionOptions(code_action_kinds=[types.CodeActionKind.QuickFix]))
    def fix(params: types.CodeActionParams) -> list[types.CodeAction]:
        file = server.file(params.text_document.uri)
        return fixes(params.text_document.uri, params.context.diagnostics, server.lines(file)) if file else []

    @server.feature(types.TEXT_DOCUMENT_PREPARE_RENAME)
    def prepare(params: types.PrepareRenameParams) -> types.PrepareRenamePlaceholder | None:
        asked = _spot(server, params.text_document, params.position)
        if not asked or not asked.spot.node:
            return None
        _want_all(asked.desk)
        id = asked.spot.node[1]
        span = asked.lines.span(params.position.line, asked.spot.start, asked.spot.end)
        return types.PrepareRenamePlaceholder(span, id.rpartition(":")[2])

    @server.feature(types.TEXT_DOCUMENT_RENAME, types.RenameOptions(prepare_provider=True))
    def rename(params: types.RenameParams) -> types.WorkspaceEdit | None:
        asked = _spot(server, params.text_document, params.position)
        if not asked or not asked.spot.node:
            return None
        _want_all(asked.desk)
        try:
            return workspace_edit(server, renaming(asked.desk, asked.spot.node, params.new_name, asked.file))
        except CannotRename as error:
            raise JsonRpcInvalidParams(str(error)) from None


def _rename_files(server: Server) -> None:
    pattern = types.FileOperationPattern("**/*.{md,yml,yaml}")

    @server.feature(
        types.WORKSPACE_WILL_RENAME_FILES,
        types.FileOperationRegistrationOptions([types.FileOperationFilter(pattern, scheme="file")]),
    )
    def rename_file(params: types.RenameFilesParams) -> types.WorkspaceEdit | None:
        """Of one file: a folder of them is moved, and not given other ids."""
        old, new = (server.file(uri) for uri in (params.files[0].old_uri, params.files[0].new_uri))
        if len(params.files) > 1 or not server.desk or not old or not new:
            return None
        try:
            _want_all(server.desk)
            made = renaming_of_file(server.desk, old, new)
            return workspace_edit(server, made) if made else None
        except (CannotRename, JsonRpcInvalidParams) as error:
            server.window_show_message(types.ShowMessageParams(types.MessageType.Warning, f"Spotbrief: {error}"))
            return None


def _want_all(desk: OpenDesk) -> None:
    """A new id is written everywhere, or nowhere."""
    if not desk.is_whole:
        raise JsonRpcInvalidParams("the desk is still being read: try again in a moment")


class _Asked(NamedTuple):
    desk: OpenDesk
    file: str
    lines: Lines
    spot: Spot


def _spot(server: Server, document: types.TextDocumentIdentifier, at: types.Position) -> _Asked | None:
    file = server.file(document.uri)
    if not server.desk or not file:
        return None
    lines = server.lines(file)
    spot = spot_at(server.desk, file, lines.lines, at.line, lines.column(at))
    return _Asked(server.desk, file, lines, spot) if spot else None


def _told(asked: _Asked) -> Place | None:
    """Where what stands there is told: of a translation, in the original."""
    if of := asked.spot.original:
        return place_of(asked.desk, of.thing.origin.prose() if of.at == ("body",) else of.thing.origin.at(*of.at))
    return definition(asked.desk, asked.spot.node, asked.file) if asked.spot.node else None


def _location(server: Server, place: Place) -> types.Location:
    return types.Location(server.uri(place.file), server.lines(place.file).span(place.line, place.start, place.end))
