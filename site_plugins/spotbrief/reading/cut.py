"""Texts that end before their author did, because YAML takes the rest for a comment: `title: Part #2`."""

import re
from collections.abc import Iterator

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from spotbrief.model.origin import Where
from spotbrief.model.problem import Problem

_TEXTS = frozenset(
    {
        "alt",
        "bio",
        "bottom_line",
        "caption",
        "credit",
        "criteria",
        "description",
        "indicators",
        "key_takeaways",
        "name",
        "note",
        "now",
        "other_names",
        "place",
        "publisher",
        "question",
        "quote",
        "role",
        "summary",
        "text",
        "title",
        "venue",
        "was",
        "what_to_expect",
        "why",
        "withdrawn",
    }
)
"""Fields of words, in which a number sign may be meant."""

_REST = re.compile(r"[ \t]+#[^\s#]")
"""A comment with a blank after its sign is an ordinary one."""


def cut_texts(node: Node | None, text: str, file: str, first_line: int = 0) -> Iterator[Problem]:
    """Advice for each text of *node* that a number sign ends; *first_line* counts the lines that stand before *text*."""
    lines = text.split("\n") if " #" in text else []
    for scalar in _texts(node) if lines else ():
        end = scalar.end_mark
        if not scalar.style and _REST.match(lines[end.line][end.column :]):
            yield Problem(
                rule="cut-text",
                severity="advice",
                where=Where(file=file),
                message=f"this text ends at '{scalar.value[-20:]}': YAML takes what follows for a comment",
                hint="put the whole text in quotes, or a blank after the number sign if a comment is meant",
                line=end.line + 1 + first_line,
                column=end.column + 1,
            )


def _texts(node: Node | None, name: str = "") -> Iterator[ScalarNode]:
    if isinstance(node, ScalarNode):
        if name in _TEXTS:
            yield node
    elif isinstance(node, SequenceNode):
        for item in node.value:
            yield from _texts(item, name)
    elif isinstance(node, MappingNode):
        for key, value in node.value:
            yield from _texts(value, key.value)
