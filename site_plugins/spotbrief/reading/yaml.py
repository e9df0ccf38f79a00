"""YAML text -> plain values by YAML 1.2 rules.

The tree is composed by libyaml through PyYAML. Scalars stay text, for our own types to parse: PyYAML's YAML 1.1 resolver
would make `NO` false, `1:20` eighty and `010` eight.
"""

import re
from collections.abc import Iterator
from sys import intern
from typing import Any

import yaml
from yaml.cyaml import CParser  # type: ignore[attr-defined]  # the stubs leave the C parser out
from yaml.events import AliasEvent, NodeEvent, ScalarEvent
from yaml.nodes import Node, ScalarNode, SequenceNode

from spotbrief.reading.text import Unreadable, refuse_hidden, yaml_lines
from spotbrief.reading.yaml_hints import odd_start, slip_in
from spotbrief.reading.yaml_mends import in_quotes

LONGEST_ID = 48
"""Characters of a plain text that may be an id."""

DEEPEST = 30
"""Levels of nesting; the format itself needs five."""

_PLAIN, _QUOTED = "plain", "quoted"
_NULLS = frozenset({"", "~", "null", "Null", "NULL"})
_MAY_SHARE = re.compile(r"(?:^|[\s\[{,:])[&*!][^\s]", re.MULTILINE)


class _Composer(CParser):
    """libyaml's parser with a resolver that only tells plain scalars from quoted ones."""

    def resolve(self, kind: type[Node], value: str | None, implicit: Any) -> str:
        if kind is ScalarNode:
            return _PLAIN if implicit[0] else _QUOTED
        return "collection"

    def descend_resolver(self, current_node: Any, current_index: Any) -> None:
        """Path resolvers are not used."""

    def ascend_resolver(self) -> None:
        """Path resolvers are not used."""


def compose(text: str, first_line: int = 0) -> Node | None:
    """The node tree of *text*, None where it is blank.

    *first_line* counts the lines that stand before *text* in its file. Raises Unreadable for what is not YAML, and for
    anchors, aliases, and escapes of characters that no file may hold.
    """
    try:
        if may_share(text):
            _refuse_sharing(text, first_line)
        node = _Composer(text).get_single_node()
    except yaml.MarkedYAMLError as error:
        raise _explained(text, error, first_line) from None
    except yaml.YAMLError as error:
        raise Unreadable("yaml", f"this is not YAML: {error}", "look at the lines before it too", first_line + 1) from None
    if isinstance(node, ScalarNode):
        _refuse_lone_text(text, node, first_line)
    if "\\" in text:
        _refuse_hidden(node, first_line)
    return node


def _refuse_lone_text(text: str, node: ScalarNode, first_line: int) -> None:
    """Raises Unreadable for lines that were meant as fields, and are one text to YAML."""
    lines = yaml_lines(text)
    for number in range(node.start_mark.line, len(lines)):
        if odd := odd_start(lines[number]):
            raise Unreadable("shape", *odd, number + 1 + first_line, len(lines[number]) - len(lines[number].lstrip()) + 1)


def value_of(node: Node | None, first_line: int = 0, depth: int = 0) -> Any:
    """Plain dicts, lists, texts and None.

    Raises Unreadable for tags, duplicate keys, keys that are not plain words, and nesting beyond DEEPEST.
    """
    if isinstance(node, ScalarNode):
        if node.tag is _PLAIN:
            return plain_value(node.value)
        if node.tag is _QUOTED:
            return node.value
    if node is None:
        return None
    if node.tag != "collection":
        hint = "take the tag out; put the value in quotes if it starts with an exclamation mark"
        raise _at(node, "yaml-tag", f"the tag '{node.tag}' is not allowed here", hint, first_line)
    if depth > DEEPEST:
        message = f"lists and mappings stand more than {DEEPEST} deep in one another"
        raise _at(node, "yaml-depth", message, "put the text in quotes", first_line)
    if isinstance(node, SequenceNode):
        return [value_of(item, first_line, depth + 1) for item in node.value]
    made = {key.value: value_of(value, first_line, depth + 1) for key, value in node.value if type(key) is ScalarNode}
    return made if len(made) == len(node.value) else _refuse_keys(node, first_line)


def plain_value(text: str) -> str | None:
    """What a plain scalar says: one shared copy of each short text, because ids stand in very many places."""
    return None if text in _NULLS else intern(text) if len(text) <= LONGEST_ID else text


def _refuse_keys(node: Node, first_line: int) -> Any:
    seen: dict[str, int] = {}
    for key, _ in node.value:
        if not isinstance(key, ScalarNode):
            raise _at(key, "yaml-key", "a key must be a word here", "put text that starts with [, { or ? in quotes", first_line)
        if odd := odd_start(key.value):
            raise _at(key, "yaml", *odd, first_line)
        if key.value in seen:
            message = f"the key '{key.value}' stands here twice, first at line {seen[key.value]}"
            raise _at(key, "duplicate-key", message, "keep one of the two", first_line)
        seen[key.value] = key.start_mark.line + 1 + first_line
    return {}


def may_share(text: str) -> bool:
    """Whether there may be an anchor, an alias or a tag."""
    return ("&" in text or "*" in text or "!" in text) and bool(_MAY_SHARE.search(text))


def _refuse_sharing(text: str, first_line: int) -> None:
    """Raises Unreadable for anchors, aliases and tags, most of which are meant as text."""
    for event in _events(text):
        tag = getattr(event, "tag", None)
        if isinstance(event, AliasEvent) or (isinstance(event, NodeEvent) and event.anchor):
            sign = "*" if isinstance(event, AliasEvent) else "&"
            message = f"'{sign}{event.anchor}' is a YAML anchor or alias, which is not allowed here"
            raise _at(event, "yaml-anchor", message, f"write the value out; or, if it is text, {_quoting(text, event)}", first_line)
        if tag and tag.startswith("!") and tag != "!ENV":  # which the engine's settings may have
            hint = f"take it out; or, if it is text, {_quoting(text, event)}"
            raise _at(event, "yaml-tag", f"the tag '{tag}' is not allowed here", hint, first_line)


def _quoting(text: str, event: Any) -> str:
    line = yaml_lines(text)[event.start_mark.line]
    return f"put it in quotes: {in_quotes(line[event.start_mark.column :].rstrip())}"


def _refuse_hidden(node: Node | None, first_line: int) -> None:
    waiting = [node]
    while waiting:
        node = waiting.pop()
        if isinstance(node, ScalarNode):
            refuse_hidden(node.value, node.start_mark.line + 1 + first_line, node.start_mark.column + 1)
        elif node is not None:
            waiting += reversed([part for entry in node.value for part in (entry if isinstance(entry, tuple) else (entry,))])


def _events(text: str) -> Iterator[Any]:
    parser = _Composer(text)
    while parser.check_event():
        yield parser.get_event()


def _at(thing: Any, rule: str, message: str, hint: str, first_line: int) -> Unreadable:
    mark = thing.start_mark
    return Unreadable(rule, message, hint, mark.line + 1 + first_line, mark.column + 1)


def _explained(text: str, error: yaml.MarkedYAMLError, first_line: int) -> Unreadable:
    slip = slip_in(text, error, _last_scalar(text), _ends)
    return Unreadable(slip.rule, slip.message, slip.hint, slip.line + 1 + first_line, slip.column + 1)


def _ends(text: str) -> tuple[int, int] | None:
    """Where the parser gives *text* up."""
    try:
        _Composer(text).get_single_node()
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        return (mark.line, mark.column) if mark else (0, 0)
    return None


def _last_scalar(text: str) -> ScalarEvent | None:
    """The last value before the parser gave up."""
    last = None
    try:
        for event in _events(text):
            last = event if isinstance(event, ScalarEvent) else last
    except yaml.YAMLError:
        pass  # this is why we look
    return last
