"""What each rule asks for and why, with what breaks it and what keeps it: the text of `spotbrief explain` and of the documentation.

A file a rule, in `explained/`. What a rule of the table asks for, and how severe it is, says the rule itself.
"""

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from spotbrief.checks.run import RULES
from spotbrief.model.problem import Severity
from spotbrief.model.record import record

FRONT_MATTER, TEXT = "fields", "text"
"""Where an example stands that is no whole file: in the front matter of a briefing, or in its text."""

_FOLDER = Path(__file__).parent / "explained"
_RULES = {rule.id: rule for rule in RULES}

Example = Mapping[str, str]
"""Texts by the files that they are the whole of, or one text by FRONT_MATTER or TEXT. In mkdocs.yml they are single settings."""


@record
class Explanation:
    """All that is said about a rule."""

    rule: str
    severity: Severity
    """The usual one."""
    what: str
    """One sentence: what the rule asks for."""
    why: str
    wrong: Example
    right: Example
    beside: Example
    """Files that both examples need; what is no text is described in brackets."""


def explained() -> tuple[str, ...]:
    """The ids of all rules: those of the table in its order, then what is said of files and settings, by the alphabet."""
    others = sorted({path.stem for path in _FOLDER.glob("*.yml")} - _RULES.keys())
    return (*_RULES, *others)


@cache
def explanation(rule: str) -> Explanation:
    """What is said about *rule*, which is one of those that are explained."""
    said: dict[str, Any] = yaml.load((_FOLDER / f"{rule}.yml").read_text("utf-8"), yaml.CSafeLoader)
    known, place = _RULES.get(rule), said.get("of", FRONT_MATTER)
    return Explanation(
        rule=rule,
        severity=known.severity if known else said["severity"],
        what=known.about if known else said["what"],
        why=said["why"],
        wrong=dict(_by_place(said.get("wrong"), place)),
        right=dict(_by_place(said.get("right"), place)),
        beside=said.get("beside", {}),
    )


def _by_place(example: Any, place: str) -> Iterator[tuple[str, str]]:
    if isinstance(example, dict):
        yield from example.items()
    elif example:
        yield place, example
