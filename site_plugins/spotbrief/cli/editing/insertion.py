"""Puts a change into the text of YAML at its place. Nothing else in the text moves, so that comments, order, quotes and widths stay.

A library that writes the whole file anew would give each list one indentation, and move comments with what stands before them.
"""

from collections.abc import Mapping

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from spotbrief.cli.editing.changes import Called, Change, Entry, Field, Named
from spotbrief.cli.editing.yaml_text import NARROWEST, Value, entry, field_inline, fields, indented, inline
from spotbrief.model.origin import Pointer
from spotbrief.reading.yaml import compose


class NoPlace(Exception):
    """The text is written in a way into which nothing can be put."""


def changed_text(text: str, change: Change) -> str:
    """*text* with the change in its place. Raises NoPlace."""
    top = compose(text)
    if top is None:
        raise NoPlace
    if isinstance(change, Named):
        return _as_fields(text, top, change.at)
    mapping = node_at(top, change.at)
    if not isinstance(mapping, MappingNode) or not mapping.value:
        raise NoPlace
    if isinstance(change, Called):
        return _called(text, mapping, change)
    place = _Place(text, mapping, _width(text, top))
    return place.with_field(change) if isinstance(change, Field) else place.with_entry(change)


def node_at(node: Node | None, pointer: Pointer) -> Node:
    """The node at *pointer*. Raises NoPlace where there is none."""
    for step in pointer:
        if isinstance(node, MappingNode):
            node = next((value for key, value in node.value if key.value == step), None)
        elif isinstance(node, SequenceNode) and isinstance(step, int) and step < len(node.value):
            node = node.value[step]
        else:
            node = None
    if node is None:
        raise NoPlace
    return node


class _Place:
    """A mapping in a text."""

    def __init__(self, text: str, mapping: MappingNode, width: int) -> None:
        self.text, self.mapping = text, mapping
        self.column: int = mapping.value[0][0].start_mark.column
        self.width = width - self.column

    def with_field(self, change: Field) -> str:
        there = self._value(change.name)
        if there is not None:
            return self._replaced(there, change)
        if self.mapping.flow_style:
            return _inserted(self.text, _end(self.text, self._last(change.behind)), f", {field_inline(change.name, change.value)}")
        return self._below(self._last(change.behind), fields({change.name: change.value}, self.width), self.column)

    def with_entry(self, change: Entry) -> str:
        there = self._value(change.name)
        if isinstance(there, SequenceNode) and there.flow_style:
            return self._into_list(there, change.value)
        if isinstance(there, SequenceNode):
            column = there.start_mark.column
            return self._below(there, entry(change.value, self.width - column + self.column), column)
        if there is not None and (not _is_blank(there) or self.mapping.flow_style):
            raise NoPlace
        if there is not None:
            return self._below(there, entry(change.value, self.width - 2), self.column + 2)
        if self.mapping.flow_style:
            return _inserted(self.text, _end(self.text, self._last()), f", {change.name}: [{inline(change.value)}]")
        lines = [f"{change.name}:", *indented(entry(change.value, self.width - 2), 2)]
        return self._below(self._last(), lines, self.column)

    def _into_list(self, there: SequenceNode, value: Mapping[str, Value]) -> str:
        if not there.value:
            return _inserted(self.text, there.start_mark.index + 1, inline(value))
        return _inserted(self.text, _end(self.text, there.value[-1]), f", {inline(value)}")

    def _replaced(self, there: Node, change: Field) -> str:
        """A value that is one word, or none, gives way to the new one."""
        if isinstance(change.value, Mapping) and _is_blank(there) and not self.mapping.flow_style:
            return self._below(there, fields(change.value, self.width - 2), self.column + 2)
        if not isinstance(there, ScalarNode) or there.style in ("|", ">") or not isinstance(change.value, str):
            raise NoPlace
        start, end = there.start_mark.index, there.end_mark.index
        said = fields({change.name: change.value}, 10**6)[0].removeprefix(f"{change.name}:")
        return self.text[:start] + (said if start == end else said.strip()) + self.text[end:]

    def _below(self, node: Node, lines: list[str], column: int) -> str:
        """The text with lines below the one on which *node* ends."""
        added = "\n".join(indented(lines, column))
        end = _end(self.text, node)
        if end and self.text[end - 1] == "\n":  # a text that keeps its last line breaks
            return _inserted(self.text, end, f"{added}\n")
        line_end = self.text.find("\n", end)
        return _inserted(self.text, line_end if line_end >= 0 else len(self.text), f"\n{added}")

    def _value(self, name: str) -> Node | None:
        return next((value for key, value in self.mapping.value if key.value == name), None)

    def _last(self, behind: str = "") -> Node:
        """The value of the field behind which something is put; a body at the end stays there."""
        names = [key.value for key, _ in self.mapping.value]
        if behind in names:
            return self._value(behind) or self.mapping
        ends_in_body = names[-1] == "body" and len(names) > 1
        value: Node = self.mapping.value[-2 if ends_in_body else -1][1]
        return value


def _called(text: str, mapping: MappingNode, change: Called) -> str:
    key = next((key for key, _ in mapping.value if key.value == change.name), None)
    if key is None:
        raise NoPlace
    return text[: key.start_mark.index] + change.now + text[key.end_mark.index :]


def _as_fields(text: str, top: Node, at: Pointer) -> str:
    """The text in which a plain sentence of a list is the text of an entry; its further lines move in."""
    around, sentence = node_at(top, at[:-1]), node_at(top, at)
    if not isinstance(sentence, ScalarNode) or not isinstance(around, SequenceNode):
        raise NoPlace
    start, end = sentence.start_mark.index, _end(text, sentence)
    if around.flow_style:
        return f"{text[:start]}{{text: {text[start:end]}}}{text[end:]}"
    first, *more = text[start:end].split("\n")
    moved = indented(more, sentence.start_mark.column - around.start_mark.column)
    return text[:start] + "\n".join([f"text: {first}", *moved]) + text[end:]


def _end(text: str, node: Node) -> int:
    """Where the last sign of *node* ends; behind its last line break where that is part of it."""
    if isinstance(node, MappingNode | SequenceNode) and not node.flow_style and node.value:
        last = node.value[-1]
        return _end(text, last[1] if isinstance(last, tuple) else last)
    end: int = node.end_mark.index
    if isinstance(node, ScalarNode) and node.style in ("|", ">"):
        header = text[node.start_mark.index : end].partition("\n")[0]
        return end if "+" in header.partition("#")[0] else len(text[:end].rstrip())
    return end


def _width(text: str, top: Node) -> int:
    """The longest line of the fields; a text below them has its own."""
    body = next((key.start_mark.index for key, _ in top.value if key.value == "body"), len(text)) if isinstance(top, MappingNode) else 0
    return max([NARROWEST, *map(len, text[:body].split("\n"))])


def _is_blank(node: Node) -> bool:
    return isinstance(node, ScalarNode) and not node.value and not node.style


def _inserted(text: str, at: int, added: str) -> str:
    return text[:at] + added + text[at:]
