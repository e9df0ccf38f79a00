"""Texts that YAML cuts: at a number sign, where it reads the rest as a comment, and between brackets at a comma."""

import re
from collections.abc import Iterator
from functools import cache

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from spotbrief.model.kinds import KINDS
from spotbrief.model.origin import Where
from spotbrief.model.problem import Problem
from spotbrief.model.sorts import TEXTS
from spotbrief.model.walk import classes_in, fields_of, is_mapping, marks_in
from spotbrief.reading.field_lists import lists_of_sentences
from spotbrief.reading.text import yaml_lines
from spotbrief.reading.yaml_hints import heading_lost
from spotbrief.reading.yaml_text import YamlText

_REST = re.compile(r"[ \t]+#[^\s#]")
"""A comment with a blank after its sign is an ordinary one."""

_HEADING = re.compile(r"[ \t]+#{1,6}[ \t]+\S|#{2,6}[ \t]+\S")
"""At the start of a line a single sign is an ordinary comment too."""


_SENTENCE = re.compile(r"[^\W\d_][.!?…]\Z")


def cut_texts(fields: YamlText, file: str) -> Iterator[Problem]:
    """Warnings of texts of *fields* that a number sign or a comma ends."""
    text, first_line = fields.text, fields.first_line
    if any(_SENTENCE.search(part.rstrip()[-2:]) for part in text.split("]")[:-1]):
        yield from _parted(fields, file)
    if " #" not in text and "\n#" not in text:
        return
    lines = yaml_lines(text)
    for scalar in _texts(fields.node):
        end = scalar.end_mark
        if not scalar.style and _REST.match(lines[end.line][end.column :]):
            message = f"this text ends at '{scalar.value[-20:]}': YAML takes what follows for a comment"
            hint = "put the whole text in quotes, or a blank after the number sign if a comment is meant"
            yield _warning(file, message, hint, end.line + first_line, end.column)
    for key, body in _bodies(fields.node):
        if (line := _lost_heading(lines, key, body)) is not None:
            yield _warning(file, *heading_lost(key.value), line + first_line, len(lines[line]) - len(lines[line].lstrip()))


def _parted(fields: YamlText, file: str) -> Iterator[Problem]:
    """Warnings of sentences between brackets that a comma parts: what follows it goes on in small letters."""
    for items in _in_brackets(fields.node):
        first, *others = items
        for item in others:
            if first.value[:1].isupper() and items[-1].value[-1:] in ".!?…" and not item.style and item.value[:1].islower():
                message = f"'{item.value[:20]}' stands as a text of its own: between [ and ] a comma ends a text"
                at = item.start_mark
                yield _warning(file, message, "put the whole sentence in quotes", at.line + fields.first_line, at.column)
                break


def _in_brackets(node: Node | None) -> Iterator[list[ScalarNode]]:
    """The texts of each list between brackets that holds sentences."""
    for name, found in _named(node):
        if isinstance(found, SequenceNode) and found.flow_style and name in _names()[0]:
            scalars = [item for item in found.value if isinstance(item, ScalarNode)]
            if len(scalars) == len(found.value) > 1:
                yield scalars


def _warning(file: str, message: str, hint: str, line: int, column: int) -> Problem:
    where = Where(file=file)
    return Problem(rule="cut-text", severity="warning", where=where, message=message, hint=hint, line=line + 1, column=column + 1)


def _bodies(node: Node | None) -> Iterator[tuple[ScalarNode, ScalarNode]]:
    """The keys and texts of bodies, of the file's one thing or of each of many."""
    for key, value in node.value if isinstance(node, MappingNode) else ():
        if key.value == "body" and isinstance(value, ScalarNode):
            yield key, value
        elif isinstance(value, MappingNode):
            yield from ((k, v) for k, v in value.value if k.value == "body" and isinstance(v, ScalarNode))


def _lost_heading(lines: list[str], key: ScalarNode, body: ScalarNode) -> int | None:
    """The line of the first heading beside a text, which YAML took for a comment."""
    above: range = range(key.end_mark.line + 1, body.start_mark.line)
    below: range = range(body.end_mark.line + (body.end_mark.column > 0), len(lines))
    for number in (*above, *below):
        if _HEADING.match(lines[number]):
            return int(number)
        if lines[number].strip():
            return None
    return None


@cache
def _names() -> tuple[frozenset[str], frozenset[str]]:
    """The fields that are words wherever they stand, and those that map keys to words."""
    words, terms, maps = set[str](), set[str](), set[str]()
    for _, name, hint in (field for kind in KINDS.values() for field in fields_of(kind.thing)):
        is_text = any(mark.sort in TEXTS for mark in marks_in(hint))
        if not classes_in(hint):
            (words if is_text else terms).add(name)
        if is_text and is_mapping(hint):
            maps.add(name)
    return frozenset(words - terms) | lists_of_sentences(), frozenset(maps)


def _texts(node: Node | None) -> Iterator[ScalarNode]:
    """Whatever is words."""
    return (found for name, found in _named(node) if isinstance(found, ScalarNode) and name in _names()[0])


def _named(node: Node | None, name: str = "") -> Iterator[tuple[str, Node]]:
    """Every value with the field that it belongs to, in the order in which they were typed."""
    if node:
        yield name, node
    if isinstance(node, SequenceNode):
        for item in node.value:
            yield from _named(item, name)
    elif isinstance(node, MappingNode):
        for key, value in node.value:
            yield from _named(value, name if name in _names()[1] else key.value)
