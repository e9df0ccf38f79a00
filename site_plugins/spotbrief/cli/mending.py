"""Writes what hints say letter by letter, and keeps it only where the problem is gone then and no error has come.

All of it happens in a copy of the desk: its own files are written at the end, or not at all.
"""

import os
import shutil
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from itertools import groupby
from pathlib import Path
from tempfile import TemporaryDirectory

from spotbrief.checks.examine import Examined
from spotbrief.cli.desk import everything
from spotbrief.cli.engine_config import EngineConfig
from spotbrief.model.problem import Mend, Problem
from spotbrief.model.record import record
from spotbrief.reading.files import TEXTS
from spotbrief.reading.settings import Folders

ROUNDS = 20
"""A mend may make another one possible; more often than so, texts would only be turned about."""

_NO_TEXTS = (".git", ".venv", ".cache", "node_modules", "__pycache__")

_HIDING = ("yaml", "front-matter", "duplicate-key")
"""Rules whose breach keeps a file from being read."""

Key = tuple[str, int, str, str]


@record
class Mended:
    """What was mended, and what each file said before and says now."""

    problems: tuple[Problem, ...]
    files: Mapping[str, tuple[str, str]]
    left: Examined
    """The desk as it is then."""


def mended(config: Path, folders: Folders) -> Mended:
    """The desk of *config* with every mend that helps; no file of it is touched."""
    with _copy(config.resolve().parent, folders) as root:
        work = _Work(root, config.name)
        work.run()
        return Mended(problems=tuple(work.done), files=work.files(), left=work.found)


def line_with(line: str, column: int, mend: Mend) -> str | None:
    """*line* with the *mend* at its *column* or behind it; None where what it replaces does not stand there."""
    start = line.find(mend.old, column - 1) if mend.old else -1
    start = line.find(mend.old) if start < 0 else start
    if start < 0 or not mend.old:
        return None
    end = start + len(mend.old)
    if line[start - 1 : start] + line[end : end + 1] in ("''", '""') and mend.new[:1] in "[{'\"":
        start, end = start - 1, end + 1
    return line[:start] + mend.new + line[end:]


class _Work:
    """The copy, while it is mended."""

    def __init__(self, root: Path, config: str) -> None:
        self.root, self.config = root, root / config
        self.done: list[Problem] = []
        self._first: dict[str, str] = {}
        self._in_vain: set[Key] = set()
        self._one_by_one: set[str] = set()
        self._asked: dict[bytes, EngineConfig] = {}
        self.found = everything(self.config, asked=self._asked)

    def run(self) -> None:
        for _ in range(ROUNDS):
            if not (tried := self._try_all()):
                return
            before, self.found = self.found, everything(self.config, asked=self._asked)
            if spoilt := [file for file, (problems, _) in tried.items() if self._is_spoilt(file, problems, before)]:
                self._take_back({file: tried[file] for file in spoilt})
                self.found = everything(self.config, asked=self._asked)
            self.done += [one for file, (problems, _) in tried.items() if file not in spoilt for one in problems]

    def files(self) -> dict[str, tuple[str, str]]:
        now = {file: _read(self.root / file) for file in sorted(self._first)}
        return {file: (before, now[file]) for file, before in sorted(self._first.items()) if before != now[file]}

    def _try_all(self) -> dict[str, tuple[list[Problem], str]]:
        """Mends a problem a line in each file: what was mended there, and the text before."""
        todo = [one for one in self.found.problems if one.mend and one.line and _key(one) not in self._in_vain]
        tried = {}
        for file, problems in groupby(todo, key=lambda one: one.where.file):
            path, chosen = self.root / file, list({one.line: one for one in reversed(list(problems))}.values())
            if not path.is_file():
                continue
            text = _read(path)
            chosen = chosen[-1:] if file in self._one_by_one else chosen
            made, new = _text_with(text, chosen)
            self._in_vain |= {_key(one) for one in chosen if one not in made}
            if made:
                self._first.setdefault(file, text)
                _write(path, new)
                tried[file] = (made, text)
        return tried

    def _is_spoilt(self, file: str, problems: Iterable[Problem], before: Examined) -> bool:
        """Whether a problem is still there, or more errors are; a file that could not be read had hidden them."""
        if {_key(one) for one in problems} & {_key(one) for one in self.found.problems}:
            return True
        if _is_hidden(before, file):
            return False
        return _is_hidden(self.found, file) or _errors(self.found, file) > _errors(before, file)

    def _take_back(self, tried: Mapping[str, tuple[list[Problem], str]]) -> None:
        for file, (problems, text) in tried.items():
            _write(self.root / file, text)
            if len(problems) == 1:
                self._in_vain.add(_key(problems[0]))
            self._one_by_one.add(file)


def _text_with(text: str, problems: Iterable[Problem]) -> tuple[list[Problem], str]:
    """The problems that could be mended, and the text then."""
    lines, made = text.split("\n"), list[Problem]()
    for one in sorted(problems, key=lambda one: one.line, reverse=True):
        at = one.line - 1
        if one.mend and at < len(lines) and (line := line_with(lines[at], one.column, one.mend)) is not None:
            lines[at] = line
            made.append(one)
    return made, "\n".join(lines)


def _is_hidden(found: Examined, file: str) -> bool:
    return any(one.rule in _HIDING and one.where.file == file for one in found.problems)


def _errors(found: Examined, file: str) -> int:
    return sum(one.severity == "error" and one.where.file == file for one in found.problems)


def _key(one: Problem) -> Key:
    return one.where.file, one.line, one.rule, one.message


def _read(path: Path) -> str:
    return path.read_bytes().decode("utf-8", "surrogateescape")


def _write(path: Path, text: str) -> None:
    path.write_bytes(text.encode("utf-8", "surrogateescape"))


@contextmanager
def _copy(root: Path, folders: Folders) -> Iterator[Path]:
    """A copy of the desk's folder: texts are copied, pictures and documents linked, and what no text stands in is left out."""
    skipped = {root / folders.site, *(root / name for name in _NO_TEXTS)}

    def left_out(folder: str, names: list[str]) -> set[str]:
        return {name for name in names if Path(folder, name) in skipped}

    with TemporaryDirectory(prefix="spotbrief-") as name:
        target = Path(name) / "desk"
        shutil.copytree(root, target, symlinks=True, copy_function=_linked, ignore=left_out)
        yield target


def _linked(source: str, target: str) -> None:
    if Path(source).suffix.lower() not in TEXTS:
        try:
            os.link(source, target)
            return
        except OSError:
            pass  # on another disk, or where links are not known
    shutil.copy2(source, target)
