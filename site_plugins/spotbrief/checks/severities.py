"""How severe a desk holds the breach of a rule, and the lines in which it lets one pass, with its reason."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import lru_cache, partial
from pathlib import Path
from typing import Any, cast

from spotbrief.model.origin import Where
from spotbrief.model.problem import Problem, Severity
from spotbrief.model.settings import Settings
from spotbrief.reading.fields import did_you_mean
from spotbrief.reading.files import TEXTS
from spotbrief.reading.unsaved import NOTHING, Unsaved, bytes_of

CHOICES = ("error", "warning", "advice", "off")

_ALLOWED = re.compile(r"(?:#|<!--)[ \t]*allow ([a-z-]+)( in the text)?: *\w")
"""`# allow RULE: the reason`, at the end of a line, or alone above it; `in the text` lets a rule pass in the whole body."""

_FENCE = "---"


def chosen(problems: Iterable[Problem], settings: Settings, root: Path, unsaved: Unsaved = NOTHING) -> list[Problem]:
    """*problems* as severe as the desk holds them, without those that it lets pass. An error stays one: the site would be wrong."""
    lines = lru_cache(maxsize=None)(partial(_lines_of, root, unsaved))
    severe = (now for one in problems if (now := _as_severe(one, settings)))
    return [one for one in severe if one.severity == "error" or not _passes(one, lines(one.where.file))]


def _as_severe(problem: Problem, settings: Settings) -> Problem | None:
    said = choice(settings.rules.get(problem.rule))
    if problem.severity == "error" or said not in CHOICES:
        return problem
    return None if said == "off" else replace(problem, severity=cast("Severity", said))


def choice(said: Any) -> str | None:
    """What is chosen; YAML reads `off` as no."""
    return "off" if said is False else said


def _passes(problem: Problem, lines: list[str]) -> bool:
    if not problem.line or not lines:
        return False
    near = lines[max(problem.line - 2, 0) : problem.line]
    if any(problem.rule == rule and not in_text for line in near for rule, in_text in _ALLOWED.findall(line)):
        return True
    end = lines.index(_FENCE, 1) if lines[0] == _FENCE and _FENCE in lines[1:] else 0
    return problem.line > end and any(problem.rule == rule and in_text for line in lines[:end] for rule, in_text in _ALLOWED.findall(line))


def _lines_of(root: Path, unsaved: Unsaved, file: str) -> list[str]:
    """Those of a text that lets anything pass; a picture, a film, and what is no ordinary file hold no such line."""
    path = root / file
    if path.suffix.lower() not in TEXTS or not (file in unsaved or path.is_file()):
        return []
    try:
        text = bytes_of(root, file, unsaved).decode("utf-8", "replace")
    except OSError:
        return []
    return text.splitlines() if "allow " in text else []


def slips(settings: Settings, known: Mapping[str, Severity]) -> Iterator[Problem]:
    """What is wrong with the option `rules`; *known* has the severity of each rule by itself."""
    for name, said in settings.rules.items():
        where = settings.place((*settings.options_at, "rules", name))
        if name not in known:
            yield _setting(where, f"there is no rule '{name}'", did_you_mean(name, known))
        elif choice(said) not in CHOICES:
            yield _setting(where, f"'{said}' does not say how severe a rule is", "write error, warning, advice or off")
        elif known[name] == "error" and choice(said) != "error":
            yield _setting(where, f"'{name}' stays an error: the site would be wrong", "take this line out, and mend what it tells")


def _setting(where: Where, message: str, hint: str) -> Problem:
    return Problem(rule="setting", severity="error", where=where, message=message, hint=hint)
