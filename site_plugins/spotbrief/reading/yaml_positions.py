"""Finds line and column of values of a YAML tree."""

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from spotbrief.model.origin import Pointer

INDENT = 2
"""Blanks before the lines of a text below its field, as nearly everybody types them."""


class Places:
    """The places of one tree. Each mapping is indexed once, however many places are asked for."""

    def __init__(self, node: Node | None, first_line: int = 0) -> None:
        """*first_line* counts the lines that stand before the YAML in its file."""
        self._node, self._first_line = node, first_line
        self._entries: dict[Node, dict[str | int, tuple[Node, Node]]] = {}

    def line_column(self, pointer: Pointer, *, of_key: bool = False) -> tuple[int, int]:
        """Line and column, from 1, of the value at *pointer* or of its key, or of the nearest thing around it."""
        node = self._node
        mark = node.start_mark if node else None
        for step in pointer:
            entry = self._entry(node, step)
            if entry is None:
                break
            key, node = entry
            told = not of_key and isinstance(node, ScalarNode) and (node.value or node.style)
            mark = node.start_mark if told else key.start_mark
        return (mark.line + 1 + self._first_line, mark.column + 1) if mark else (self._first_line + 1, 1)

    def inside(self, pointer: Pointer, line: int, column: int) -> tuple[int, int]:
        """Line and column in the file for *line* and *column* of the text at *pointer*; the start of a text that YAML folds."""
        first, start = self.line_column(pointer)
        node, key = self._node, None
        for step in pointer:
            key, node = self._entry(node, step) or (None, None)
        if not isinstance(node, ScalarNode) or (line > 1 and node.style != "|"):
            return first, start
        if node.style == "|":
            return first + line, column + (key.start_mark.column if key else 0) + INDENT
        return first, start + column - 1 + bool(node.style in ("'", '"'))

    def _entry(self, node: Node | None, step: str | int) -> tuple[Node, Node] | None:
        """The key and the value; an entry of a list is both."""
        if isinstance(node, SequenceNode) and isinstance(step, int) and step < len(node.value):
            return node.value[step], node.value[step]
        if not isinstance(node, MappingNode):
            return None
        if node not in self._entries:
            self._entries[node] = {key.value: (key, value) for key, value in node.value if isinstance(key, ScalarNode)}
        return self._entries[node].get(step)
