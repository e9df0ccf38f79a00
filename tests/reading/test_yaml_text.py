"""Values that are read without a tree are those of the tree, and so is what is said of what is wrong."""

from collections.abc import Callable
from typing import Any

import pytest

from spotbrief.reading.text import Unreadable
from spotbrief.reading.yaml import DEEPEST, compose, value_of
from spotbrief.reading.yaml_text import YamlText

REGULAR = (
    "title: Talks\npublished: 2025-03-03T18:00\nactors: [nato, 'null', null, ~]\n",
    "a: NO\nb: 010\nc: 1:20\nd: 'null'\ne: Null\nf:\ng: ''\nh: \"NULL\"\n",
    "text: >-\n  One line\n  and another.\n\n  A paragraph.\nnotes: |\n  - no list\n",
    "what: plain text\n  that goes on\nlist:\n- a\n- - b\n  - c\n- d: e\n  f: {g: h, i: [j]}\n",
    "# a comment\na: b # another\n'quoted key': c\n1: d\n",
    "a: ünï — „ç“\u00a0é\n",
    "? a\n: b\n",
)
IRREGULAR = (
    "a: ünï\u2028b: c\n---\n",
    "",
    "# nothing\n",
    "one text\n",
    "- a list\n- of two\n",
    "a: b\nc: d\na: e\n",
    "a: {b: c, b: d}\n",
    "[a, b]: c\n",
    "a: &x b\nc: *x\n",
    "a: !!int 5\nb: ! c\n",
    "a: b\n---\nc: d\n",
    'a: "\\x07"\n',
    'a: "say \\"yes\\""\n',
    "a: b: c\n",
    "a: 'open\n",
    "a: [b\nc: d\n",
    "a:\n\t- b\n",
    f"a: {'[' * (DEEPEST + 1)}{']' * (DEEPEST + 1)}\n",
    f"a: {'[' * (DEEPEST - 1)}{']' * (DEEPEST - 1)}\n",
)


def outcome(of: Callable[[], Any]) -> Any:
    """What it gives, or what it says is wrong, and where."""
    try:
        return of()
    except Unreadable as error:
        return error.rule, error.message, error.hint, error.line, error.column


@pytest.mark.parametrize("text", [*REGULAR, *IRREGULAR])
def test_values_and_messages_are_those_of_the_tree(text: str) -> None:
    """However a text is read, it says the same."""
    assert outcome(YamlText(text, 3).values) == outcome(lambda: value_of(compose(text, 3), 3))


@pytest.mark.parametrize("text", REGULAR)
def test_a_regular_text_needs_no_tree(text: str) -> None:
    """Nearly every file is read without one."""
    fields = YamlText(text)
    assert fields.values()
    assert "node" not in vars(fields)
