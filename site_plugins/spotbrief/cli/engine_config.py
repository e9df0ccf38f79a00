"""What the engine finds wrong with its settings, at their lines: it is asked in a process of its own, meanwhile the texts are read."""

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path

from spotbrief.cli.engine import environment
from spotbrief.model.origin import Pointer
from spotbrief.model.problem import Problem, Severity
from spotbrief.reading.site_file import SiteFile

_OPTION = re.compile(r"Plugin '(.+?)' option '(.+?)': (.*)", re.DOTALL)
_TYPES = re.compile(r"Expected type: <class '(\w+)'> but received: <class '(\w+)'>")
_SHAPES = {"str": "a text", "list": "a list", "dict": "a mapping", "bool": "true or false", "int": "a number", "NoneType": "nothing"}
_SAID = ("plugin is not installed", "Unrecognised configuration name")
"""What is said already, with a hint."""

_SEVERITIES: dict[str, Severity] = {"errors": "error", "warnings": "warning"}


class EngineConfig:
    """The answer of the engine, once it is there."""

    def __init__(self, config: Path) -> None:
        command = [sys.executable, "-m", "spotbrief_mkdocs.validate", str(config)]
        self._process = subprocess.Popen(command, env=environment(), stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, encoding="utf-8")

    @cached_property
    def _answer(self) -> str:
        return self._process.communicate()[0].rstrip().rpartition("\n")[2]

    def problems(self, file: SiteFile, said: list[Problem]) -> Iterator[Problem]:
        """What is not among *said* at the same line."""
        answer = self._answer
        if not answer.startswith("{"):
            return  # there is no engine, and so nothing that it could refuse
        known = {(problem.where.file, problem.line) for problem in said}
        for kind, severity in _SEVERITIES.items():
            for key, message in json.loads(answer)[kind]:
                pointer, message = _place(key, message)
                problem = file.problem("setting", severity, pointer, message)
                is_said = any(words in message for words in _SAID) and len(pointer) < 2
                if not is_said and (problem.where.file, problem.line) not in known:
                    yield problem


def _place(key: str, message: str) -> tuple[Pointer, str]:
    if found := _OPTION.fullmatch(message):
        plugin, option, about = found.groups()
        return ("plugins", plugin, option), f"the option '{option}' of the plugin '{plugin}' is wrong: {_plain(about)}"
    return ((key,), f"'{key}' is wrong: {_plain(message)}") if key else ((), _plain(message))


def _plain(message: str) -> str:
    """On one line, in our words for what the engine says most often."""
    line = " ".join(message.split())
    if found := _TYPES.fullmatch(line):
        wanted, given = (_SHAPES.get(name, name) for name in found.groups())
        return f"{wanted} is wanted, and this is {given}"
    return re.sub(r"Unrecognised configuration name: .*", "there is no such option", line)
