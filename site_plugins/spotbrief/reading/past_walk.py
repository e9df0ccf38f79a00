"""The lines of a history -> which files were briefings after each commit."""

import unicodedata
from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath

from spotbrief.model.record import record
from spotbrief.reading.files import is_text
from spotbrief.reading.git import Commit
from spotbrief.reading.git_lines import Line, along
from spotbrief.reading.past_settings import Layout, Settings
from spotbrief.reading.past_tree import Tree
from spotbrief.reading.translation_file import language_in

Text = tuple[str, str]
"""A path and the name of what stood there."""

Texts = tuple[Text, ...]


@record
class Step:
    """A commit that changed briefings, or what is read as one."""

    commit: Commit
    files: dict[str, Texts]
    """By the ids of those that it changed: the files that each has since then."""
    renamed: dict[str, str]
    """By new ids: old ones, as git sees it."""
    layout: Layout
    touched: str = ""
    """The file that changed what settings mean; empty for none."""


def id_of(path: str) -> str:
    """The id of the briefing that a file belongs to."""
    return unicodedata.normalize("NFC", PurePosixPath(path).stem)


def walk(every: Sequence[Line], settings: Settings, known: frozenset[str], tree: Tree) -> list[list[Step]]:
    """The steps of each line. *known* are the paths of files of settings."""
    found: list[list[Step]] = [[] for _ in every]
    for number, commit, walker in along(every, _Walk(settings, known, tree, settings.usual)):
        found[number] += walker.add(commit)
    return found


class _Walk:
    """Goes along one line."""

    def __init__(self, settings: Settings, known: frozenset[str], tree: Tree, layout: Layout) -> None:
        self._settings, self._known, self._tree, self._layout = settings, known, tree, layout
        self._found: dict[str, Texts] = {}

    def copy(self) -> "_Walk":
        """What another line begins with."""
        made = _Walk(self._settings, self._known, self._tree.copy(), self._layout)
        made._found = self._found.copy()
        return made

    def add(self, commit: Commit) -> Iterator[Step]:
        """The step that a commit is, if it is one."""
        linked = self._linked()
        self._tree.add(commit)
        before = self._layout
        moved = [one.path for one in commit.changes if self._may_move(one.path) or one.is_link or one.path in linked]
        if moved:
            self._layout = self._settings.layout(self._tree, before, self._known)
        changed = self._anew() if moved else self._along(commit)
        if changed or self._layout is not before:
            self._found |= changed
            renamed = {id_of(one.path): id_of(one.before) for one in commit.changes if one.blob and id_of(one.before) != id_of(one.path)}
            yield Step(commit=commit, files=changed, renamed=renamed, layout=self._layout, touched=self._touched(moved))

    def _linked(self) -> set[str]:
        """The links, and the files that they lead to."""
        links = self._tree.links
        return {*links, *map(self._tree.real, links)} if links else set()

    def _may_move(self, path: str) -> bool:
        return path in self._known or path in self._layout.watched or path in self._settings.files

    def _touched(self, moved: list[str]) -> str:
        return next((path for path in moved if path in self._layout.watched), "")

    def _along(self, commit: Commit) -> dict[str, Texts]:
        """The briefings that a commit changed, where nothing else moved."""
        changed: dict[str, Texts] = {}
        for one in commit.changes:
            if self._is_briefing(one.path):
                id = id_of(one.path)
                others = (text for text in changed.get(id, self._found.get(id, ())) if text[0] != one.path)
                changed[id] = tuple(sorted((*others, *([(one.path, one.blob)] if one.blob else ()))))
        return changed

    def _anew(self) -> dict[str, Texts]:
        """Those that differ from what was found before, looked for in all files."""
        found: dict[str, list[Text]] = {}
        tree = self._tree
        leading = ((link, tree.files.get(real, "")) for link in tree.links if self._is_inside(real := tree.real(link)))
        for path, blob in (*tree.files.items(), *leading):
            if blob and self._is_briefing(path):
                found.setdefault(id_of(path), []).append((path, blob))
        ids = {*found, *self._found}
        return {id: now for id in ids if (now := tuple(sorted(found.get(id, ())))) != self._found.get(id, ())}

    def _is_inside(self, path: str) -> bool:
        folder = self._layout.folder
        return path.startswith(folder) and "/." not in f"/{path.removeprefix(folder)}"

    def _is_briefing(self, path: str) -> bool:
        return self._is_inside(path) and is_text(path) and not language_in(path.rpartition(".")[0], self._layout.languages)[1]
