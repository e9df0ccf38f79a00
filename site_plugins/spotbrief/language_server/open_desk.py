"""The desk as an editor has it: files on disk, texts that are open, and what is wrong with each."""

import os
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path, PurePosixPath

from spotbrief.checks.near import examine_near, look_again
from spotbrief.checks.run import RULES
from spotbrief.corpus.live import Live
from spotbrief.corpus.outgoing_links import Node
from spotbrief.model.problem import Problem, in_order
from spotbrief.reading.desk import read_desk, read_texts
from spotbrief.reading.files import TEXTS
from spotbrief.reading.reference import data_in
from spotbrief.reading.settings import now_from, read_config
from spotbrief.reading.translation_file import language_in
from spotbrief.reading.unsaved import bytes_of

_OF_RULES = frozenset(rule.id for rule in RULES)


class OpenDesk:
    """A desk that is read as a whole once, and file by file from then on."""

    def __init__(self, config: Path) -> None:
        """Raises SettingsError where the settings of *config* cannot be used."""
        self.config = config.resolve()
        self.root = self.config.parent
        settings, self.folders = read_config(self.config, now_from(os.environ), os.environ)
        desk, _ = read_desk(self.root, settings.timezone, self.folders.briefings, self.folders.content, None, settings.tags)
        self.live = Live(desk, settings)
        self.unsaved: dict[str, bytes] = {}
        self._near: dict[str, list[Problem]] = {}

    def file_of(self, path: Path) -> str | None:
        """The path of a file below the desk, as problems name it; None for what is none of its texts."""
        try:
            file = path.resolve().relative_to(self.root).as_posix()
        except ValueError:
            return None
        return file if self.is_text(file) else None

    def is_text(self, file: str) -> bool:
        """Whether a file is one of the texts that the desk is made of."""
        path = PurePosixPath(file)
        inside = file.startswith((f"{self.folders.briefings}/", f"{self.folders.content}/"))
        hidden = any(part.startswith(".") for part in path.parts)
        readme = path.name.lower() == "readme.md" and not file.startswith(f"{self.folders.content}/")
        return inside and path.suffix.lower() in TEXTS and not hidden and not readme

    def text(self, file: str) -> str:
        """What a file holds, with the line ends that YAML and Markdown see. Empty where there is none."""
        try:
            return bytes_of(self.root, file, self.unsaved).decode("utf-8-sig", "replace").replace("\r\n", "\n").replace("\r", "\n")
        except OSError:
            return ""

    def change(self, file: str, text: str | None) -> set[str]:
        """Takes in the *text* of a file, or what is on disk now; gives the files whose problems are looked at already."""
        if text is None:
            self.unsaved.pop(file, None)
        else:
            self.unsaved[file] = text.encode("utf-8", "surrogatepass")
        files = self._together(file)
        settings = self.live.settings
        self.live.settings = replace(settings, now=now_from(os.environ))
        read = read_texts(self.root, files, settings.timezone, self.folders.briefings, self.folders.content, settings.tags, self.unsaved)
        found = examine_near(self.live, files, read, self.root, self.unsaved)
        for one in files:
            self._near[one] = [problem for problem in found if problem.where.file == one]
        return set(files)

    def look_again(self, file: str) -> None:
        """Looks at a file once more after another one has changed; what was wrong with its form stays."""
        of_form = [problem for problem in self._near.get(file, ()) if problem.rule not in _OF_RULES]
        self._near[file] = in_order([*of_form, *look_again(self.live, [file], self.root, self.unsaved)])

    def problems(self, file: str) -> list[Problem]:
        """What is wrong with a file, as far as it is known."""
        return self._near.get(file, [])

    def neighbours(self, files: Iterable[str], before: frozenset[Node]) -> set[str]:
        """The other files that name something of *files*, or of what these named *before*."""
        nodes = {*before, *(node for file in files for node in self._nodes(file))}
        return {other for node in nodes for other in self.live.naming(node)} - set(files)

    def _nodes(self, file: str) -> Iterator[Node]:
        return ((kind, thing.id) for kind, thing in self.live.things(file))

    def _together(self, file: str) -> list[str]:
        """The file, with the other of its pair, and with its translations or its original."""
        tags = self.live.settings.tags
        in_pairs = file.startswith(f"{self.folders.briefings}/")
        if not in_pairs and not data_in(file.removeprefix(f"{self.folders.content}/"), tags)[0]:
            return [file]
        stem = language_in(unicodedata.normalize("NFC", file.rpartition(".")[0]), tags)[0]
        suffixes = (".md", ".yml", ".yaml") if in_pairs else (".yml", ".yaml")
        found = [f"{stem}{tag}{suffix}" for tag in ("", *(f".{tag}" for tag in tags)) for suffix in suffixes]
        return sorted({file, *(one for one in found if one in self.unsaved or (self.root / one).is_file())})
