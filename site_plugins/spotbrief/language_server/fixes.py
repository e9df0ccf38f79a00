"""Quick fixes: what `spotbrief check --fix` would write."""

from collections.abc import Iterable

from lsprotocol import types

from spotbrief.cli.mending import line_with
from spotbrief.language_server.positions import Lines
from spotbrief.model.problem import Mend


def fixes(uri: str, found: Iterable[types.Diagnostic], lines: Lines) -> list[types.CodeAction]:
    """A fix for each problem whose hint says letter by letter what to write, if what it replaces stands there still."""
    made = []
    for one in found:
        edit = _edit(one, lines)
        if edit:
            title = one.message.partition("\n")[2] or "Mend it"
            changes = types.WorkspaceEdit(changes={uri: [edit]})
            action = types.CodeAction(title, kind=types.CodeActionKind.QuickFix, diagnostics=[one], edit=changes)
            made.append(action)
    if len(made) == 1:
        made[0].is_preferred = True
    return made


def _edit(found: types.Diagnostic, lines: Lines) -> types.TextEdit | None:
    """The change of its line, as small as it can be."""
    said = found.data if isinstance(found.data, dict) else {}
    if not said.get("mend"):
        return None
    number, before = found.range.start.line, lines.line(found.range.start.line)
    after = line_with(before, int(said["column"]), Mend(*said["mend"]))
    if after is None or after == before:
        return None
    start = next((n for n, (old, new) in enumerate(zip(before, after, strict=False)) if old != new), min(len(before), len(after)))
    most = min(len(before), len(after)) - start
    same = next((n for n in range(most) if before[-1 - n] != after[-1 - n]), most)
    return types.TextEdit(lines.span(number, start, len(before) - same), after[start : len(after) - same])
