"""mkdocs.yml as the engine reads it, with the place of every value.

It is the engine's file and not ours: it may have anchors, tags of other programs, and a parent that it inherits from.
"""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from spotbrief.model.origin import Pointer, Where
from spotbrief.model.problem import Problem, Severity
from spotbrief.reading.text import Unreadable, decode
from spotbrief.reading.yaml import compose

PARENT = "INHERIT"
"""The key that names a file whose values hold where this one has none."""

MOST = 20
"""Files that inherit from one another; more are a circle."""


class Opaque:
    """A value that only another program can make, such as that of `!!python/name:`."""


class SiteFile:
    """The *values* of a mkdocs.yml and of those it inherits from. Raises Unreadable, and OSError."""

    def __init__(self, path: Path, environment: Mapping[str, str]) -> None:
        self.path = path
        self._files: list[tuple[Path, _Way]] = []
        self.values: dict[str, Any] = self._read(path, environment)

    def _read(self, path: Path, environment: Mapping[str, str]) -> dict[str, Any]:
        node, values = _loaded(path, environment)
        self._files.append((path, _Way(node)))
        if not isinstance(values, dict):
            raise Unreadable(
                "shape",
                f"{path.name} must hold settings, each a name, a colon and a value",
                "begin with a line such as site_name: Our desk",
            )
        parent = values.pop(PARENT, None)
        if isinstance(parent, str) and len(self._files) < MOST:
            return _merged(self._read(path.parent / parent, environment), values)
        return values

    def text(self) -> bytes:
        """All that is written in them."""
        return b"\0".join(path.read_bytes() for path, _ in self._files)

    def place(self, pointer: Pointer) -> tuple[str, int, int]:
        """The file, relative to the folder of this one, and the line and column of what stands at *pointer*, or nearest to it."""
        found = [(way.to(pointer), path) for path, way in self._files]
        (depth, mark), path = max(found, key=lambda one: one[0][0])
        try:
            name = path.resolve().relative_to(self.path.resolve().parent).as_posix()
        except ValueError:
            name = str(path)
        return name, mark.line + 1 if mark and depth else 1, mark.column + 1 if mark and depth else 1

    def where(self, pointer: Pointer) -> Where:
        """The same place, for a rule."""
        file, line, column = self.place(pointer)
        return Where(file=file, place=(line, column))

    def problem(self, rule: str, severity: Severity, pointer: Pointer, message: str, hint: str = "") -> Problem:
        """A problem with what stands at *pointer*."""
        file, line, column = self.place(pointer)
        return Problem(rule=rule, severity=severity, where=Where(file=file), message=message, hint=hint, line=line, column=column)


def settings_in(texts: Iterable[bytes | None]) -> dict[str, Any]:
    """What files of settings say together, each inheriting from the next; what cannot be read says nothing, nor does the environment."""
    found = dict[str, Any]()
    for text in texts:
        try:
            _, values = _of_text(decode(text or b""), {})
        except Unreadable:
            continue
        found = _merged({name: value for name, value in values.items() if name != PARENT}, found) if isinstance(values, dict) else found
    return found


def parent_of(text: bytes | None) -> str:
    """The file that settings inherit from; empty for none."""
    try:
        _, values = _of_text(decode(text or b""), {})
    except Unreadable:
        return ""
    parent = values.get(PARENT) if isinstance(values, dict) else None
    return parent if isinstance(parent, str) else ""


def plugins_of(value: Any) -> dict[str, Any]:
    """The options of each plugin, which mkdocs.yml may list or map."""
    entries = [{name: options} for name, options in value.items()] if isinstance(value, dict) else value if isinstance(value, list) else []
    pairs = [pair for entry in entries for pair in (entry.items() if isinstance(entry, dict) else [(entry, None)])]
    return {str(name): options for name, options in pairs}


def _loaded(path: Path, environment: Mapping[str, str]) -> tuple[Node | None, Any]:
    return _of_text(decode(path.read_bytes()), environment)


def _of_text(text: str, environment: Mapping[str, str]) -> tuple[Node | None, Any]:
    try:
        loader = _Loader(text)
        loader.environment = environment
        node = loader.get_single_node()
        return node, loader.construct_document(node) if node else None
    except yaml.YAMLError as error:
        compose(text)  # says it in an editor's words, where it can
        mark = getattr(error, "problem_mark", None)
        said = getattr(error, "problem", None) or str(error)
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        raise Unreadable("yaml", f"this is not YAML: {said}", "look at the lines before it too", line, column) from None


class _Loader(yaml.CSafeLoader):
    """Values as the engine has them; what asks for code is left alone."""

    environment: Mapping[str, str] = {}


def _from_environment(loader: _Loader, node: Node) -> Any:
    """`!ENV NAME` or `!ENV [NAME, OTHER, default]`, as MkDocs reads it."""
    parts = node.value if isinstance(node, SequenceNode) else [node]
    words = [part for part in parts if isinstance(part, ScalarNode)]
    default = loader.construct_object(words.pop()) if len(words) > 1 else None
    found = next((loader.environment[part.value] for part in words if part.value in loader.environment), None)
    if found is None:
        return default
    tag = loader.resolve(ScalarNode, found, (True, False))  # type: ignore[no-untyped-call]  # the stubs leave it out
    return loader.construct_object(ScalarNode(tag, found))


def _opaque(loader: _Loader, suffix: str, node: Node) -> Any:
    return Opaque()


_Loader.add_constructor("!ENV", _from_environment)
_Loader.add_multi_constructor("!", _opaque)
_Loader.add_multi_constructor("tag:yaml.org,2002:python/", _opaque)


def _merged(base: dict[str, Any], over: dict[str, Any]) -> dict[str, Any]:
    both = {key: _merged(base[key], value) for key, value in over.items() if isinstance(value, dict) and isinstance(base.get(key), dict)}
    return {**base, **over, **both}


class _Way:
    """Finds places in one file. Each node is indexed once, however many places are asked for."""

    def __init__(self, root: Node | None) -> None:
        self._root = root
        self._known: dict[Node, dict[str, tuple[Node, Node]]] = {}

    def to(self, pointer: Pointer) -> tuple[int, Any]:
        """How many steps of *pointer* lead on, and the mark of the key or the entry where they end."""
        node = self._root
        mark = node.start_mark if node else None
        for depth, step in enumerate(pointer):
            entry = self._entry(node, step)
            if entry is None:
                return depth, mark
            key, node = entry
            mark = key.start_mark
        return len(pointer), mark

    def _entry(self, node: Node | None, step: str | int) -> tuple[Node, Node] | None:
        if isinstance(node, SequenceNode) and isinstance(step, int):
            return (node.value[step], node.value[step]) if step < len(node.value) else None
        if node is not None and node not in self._known:
            self._known[node] = dict(_named(node))
        return self._known[node].get(str(step)) if node is not None else None


def _named(node: Node) -> Iterator[tuple[str, tuple[Node, Node]]]:
    """Keys with their values; what stands in a place itself comes after what it merges, and holds."""
    for item in node.value if isinstance(node, MappingNode) else ():
        if isinstance(item[0], ScalarNode):
            yield item[0].value, item
    for item in reversed(node.value) if isinstance(node, SequenceNode) else ():  # a list of names, some of them with options
        if isinstance(item, ScalarNode):
            yield item.value, (item, item)
        else:
            yield from _named(item) if isinstance(item, MappingNode) else ()
