"""Changes of texts and names of files, as the protocol has them."""

from difflib import SequenceMatcher

from lsprotocol import types

from spotbrief.language_server.renaming import CannotRename, Renaming
from spotbrief.language_server.server import Server


def workspace_edit(server: Server, made: Renaming) -> types.WorkspaceEdit:
    """All of a renaming in one step: texts first, then the names of their files. Raises CannotRename where the editor cannot do both."""
    workspace = server.client_capabilities.workspace
    can = workspace.workspace_edit if workspace else None
    kinds = (can.resource_operations if can else None) or ()
    if made.files and types.ResourceOperationKind.Rename not in kinds:
        raise CannotRename(
            "this editor does not rename files for a language server: rename the file by hand, and add its old name to former_slugs"
        )
    changes: list[types.TextDocumentEdit | types.CreateFile | types.RenameFile | types.DeleteFile] = [
        types.TextDocumentEdit(
            types.OptionalVersionedTextDocumentIdentifier(server.uri(file), _version(server, file)), [*_edits(server, file, text)]
        )
        for file, text in sorted(made.texts.items())
    ]
    changes += [types.RenameFile(server.uri(old), server.uri(new)) for old, new in sorted(made.files.items()) if old != new]
    if made.files or (can and can.document_changes):
        return types.WorkspaceEdit(document_changes=changes)
    return types.WorkspaceEdit(changes={server.uri(file): [*_edits(server, file, text)] for file, text in sorted(made.texts.items())})


def _version(server: Server, file: str) -> int | None:
    document = server.workspace.text_documents.get(server.uri(file))
    return document.version if document else None


def _edits(server: Server, file: str, text: str) -> list[types.TextEdit]:
    """The lines that differ."""
    lines, new, end = server.lines(file), text.split("\n"), server.desk.line_end(file) if server.desk else "\n"
    made = list[types.TextEdit]()
    for tag, i, j, start, stop in SequenceMatcher(None, lines.lines, new, autojunk=False).get_opcodes():
        if tag == "equal":
            continue
        is_end = j == len(lines.lines)
        written = "".join(f"{line}{end}" for line in new[start:stop])
        span = types.Range(lines.position(i, 0), lines.position(j - 1, len(lines.line(j - 1))) if is_end else lines.position(j, 0))
        made.append(types.TextEdit(span, written.removesuffix(end) if is_end else written))
    return made
