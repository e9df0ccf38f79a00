"""The desk as an editor has it: files on disk, texts that are open, and what is wrong with each."""

import os
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path, PurePosixPath

from spotbrief.checks.near import examine_near, look_again
from spotbrief.checks.run import RULES
from spotbrief.corpus.live import Live
from spotbrief.corpus.outgoing_links import Node
from spotbrief.language_server.background import Answer, Asked, ByFile
from spotbrief.model.briefing import Briefing
from spotbrief.model.desk import Desk
from spotbrief.model.problem import Problem, in_order
from spotbrief.reading.desk import read_texts
from spotbrief.reading.files import DOCUMENTS, PICTURES, TEXTS, is_picture
from spotbrief.reading.locate import locate
from spotbrief.reading.media.inspect import inspect
from spotbrief.reading.reference import data_in
from spotbrief.reading.settings import now_from, read_config
from spotbrief.reading.translation_file import language_in
from spotbrief.reading.unsaved import bytes_of

_OF_RULES = frozenset(rule.id for rule in RULES)

Told = tuple[str, Node, str]
"""Who tells of a thing, the thing, and what is told."""


class OpenDesk:
    """A desk that is read as a whole once, by somebody else, and file by file from then on.

    Until it is whole, it holds the texts that are open, and tells what is wrong with their form.
    """

    def __init__(self, config: Path) -> None:
        """Raises SettingsError where the settings of *config* cannot be used."""
        self.config = config.resolve()
        self.root = self.config.parent
        settings, self.folders = read_config(self.config, now_from(os.environ), os.environ)
        self.live = Live(Desk(briefings_folder=self.folders.briefings, content_folder=self.folders.content), settings)
        self.is_whole = False
        self.unsaved: dict[str, bytes] = {}
        self._near: ByFile = {}
        self._far: ByFile = {}
        self._beyond: ByFile = {}
        self._affected: set[Told] = set()
        self._changed: dict[str, int] = {}
        self._beside = set[Path]()
        self.number = 0
        """How many changes there were."""

    def settle(self) -> None:
        """Takes in other settings. Raises SettingsError where they cannot be used, and keeps the old ones."""
        self.live.settings, self.folders = read_config(self.config, now_from(os.environ), os.environ)

    def become_whole(self, live: Live, number: int) -> list[str]:
        """Takes in the desk as it was at the change *number*; gives the files that are to be read anew."""
        self.live, self.is_whole = live, True
        for path in self._beside:
            self.look_beside(path)
        self._beside.clear()
        return sorted({*self.unsaved, *(file for file, changed in self._changed.items() if changed > number)})

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

    def look_beside(self, path: Path) -> None:
        """Takes in a picture or a document that came, changed or went."""
        try:
            file = path.resolve().relative_to(self.root).as_posix()
        except ValueError:
            return
        inside = file.startswith((f"{self.folders.briefings}/", f"{self.folders.content}/"))
        if not inside or path.suffix.lower() not in PICTURES | DOCUMENTS or any(part.startswith(".") for part in path.parts):
            return
        if not self.is_whole:
            self._beside.add(path)
        desk, is_there = self.live.desk, path.is_file()
        pictures = {**desk.pictures, file: inspect(path)} if is_there and is_picture(file) else desk.pictures
        attachments = desk.attachments | {file} if is_there else desk.attachments - {file}
        self.live.desk = replace(desk, attachments=attachments, pictures=pictures)

    def text(self, file: str) -> str:
        """What a file holds, with the line ends that YAML and Markdown see. Empty where there is none."""
        try:
            return bytes_of(self.root, file, self.unsaved).decode("utf-8-sig", "replace").replace("\r\n", "\n").replace("\r", "\n")
        except OSError:
            return ""

    def line_end(self, file: str) -> str:
        """What ends the lines of a file: what ends its first one."""
        try:
            found = re.search(rb"\r\n|\r|\n", bytes_of(self.root, file, self.unsaved))
        except OSError:
            found = None
        return found[0].decode() if found else "\n"

    def change(self, file: str, text: str | None) -> set[str]:
        """Takes in the *text* of a file, or what is on disk now; gives the files whose problems are known anew."""
        if text is None:
            self.unsaved.pop(file, None)
        else:
            self.unsaved[file] = text.encode("utf-8", "surrogatepass")
        return self.read(file)

    def read(self, file: str) -> set[str]:
        """Reads a file as it is now; gives the files whose problems are known anew."""
        self.number += 1
        files = self.together(file)
        settings = self.live.settings
        self.live.settings = replace(settings, now=now_from(os.environ))
        read = read_texts(self.root, files, settings.timezone, self.folders.briefings, self.folders.content, settings.tags, self.unsaved)
        before = self._told_by(files)
        found = examine_near(self.live, files, read, self.root, self.unsaved)
        if not self.is_whole:
            found = [one for one in found if one.rule not in _OF_RULES]
        self._affected |= before ^ self._told_by(files)
        for one in files:
            self._changed[one] = self.number
            self._near[one] = [problem for problem in found if problem.where.file == one]
        return set(files)

    def affected(self) -> list[str]:
        """The files that name what has changed in others since this was last asked."""
        files = {file for _, node, _ in self._affected for file in self.live.naming(node)}
        self._affected.clear()
        return sorted(files)

    def look_again(self, file: str) -> list[str]:
        """Looks at a file, and at those that belong to it, once more after another has changed; what was wrong with their form stays."""
        files = self.together(file)
        found = look_again(self.live, files, self.root, self.unsaved)
        for one in files:
            of_form = [problem for problem in self._near.get(one, ()) if problem.rule not in _OF_RULES]
            self._near[one] = in_order([*of_form, *(problem for problem in found if problem.where.file == one)])
        return files

    def question(self, *, everything: bool, desk: bool = False) -> Asked:
        """What the background is to look at."""
        return Asked(self.number, dict(self.unsaved), everything, desk)

    def take(self, answer: Answer) -> set[str]:
        """Takes in what the background found; gives the files of which it says something, or said something before."""
        parts = [(self._far, answer.far), (self._beyond, answer.beyond), (self._near, answer.near)]
        files = set[str]()
        for known, said in parts:
            if said is None:
                continue
            newer = {file for file, number in self._changed.items() if number > answer.number} if known is self._near else set()
            files |= (known.keys() | said.keys()) - newer
            kept = {file: known[file] for file in newer if file in known}
            known.clear()
            known.update(said | kept)
        return files

    def problems(self, file: str) -> list[Problem]:
        """What is wrong with a file, as far as it is known, at its present lines."""
        far = [_unplaced(one) for one in (*self._far.get(file, ()), *self._beyond.get(file, ()))]
        return in_order([*self._near.get(file, ()), *locate(self.root, far, self.unsaved)])

    def _told_by(self, files: Iterable[str]) -> set[Told]:
        """What others may depend on: that ids are there; of briefings and events, all but their texts."""
        told = set[Told]()
        for kind, thing in (one for file in files for one in self.live.things(file)):
            told.add(("", (kind, thing.path if kind == "pages" else thing.id), ""))
            if isinstance(thing, Briefing):
                said = repr((thing.status, thing.published, thing.embargo, thing.withdrawn, thing.public_event is None, thing.former_slugs))
                told |= {("", ("briefings", thing.id), said), ("", ("public_events", thing.id), said)}
                keyed = ((key, judgement) for _, key, judgement in thing.judgements())
                told |= {("", ("judgements", f"{thing.id}:{key}"), repr((judgement, said))) for key, judgement in keyed}
                told |= {(thing.id, ("judgements", one.id), repr(one)) for _, one in thing.followups()}
                told |= {(thing.id, ("events", one.id), repr(one)) for one in thing.timeline if one.id}
        return told

    def together(self, file: str) -> list[str]:
        """The file, with the other of its pair, and with its translations or its original."""
        tags = self.live.settings.tags
        in_pairs = file.startswith(f"{self.folders.briefings}/")
        if not in_pairs and not data_in(file.removeprefix(f"{self.folders.content}/"), tags)[0]:
            return [file]
        stem = language_in(unicodedata.normalize("NFC", file.rpartition(".")[0]), tags)[0]
        suffixes = (".md", ".yml", ".yaml") if in_pairs else (".yml", ".yaml")
        found = [f"{stem}{tag}{suffix}" for tag in ("", *(f".{tag}" for tag in tags)) for suffix in suffixes]
        return sorted({file, *(one for one in found if one in self.unsaved or (self.root / one).is_file())})


def _unplaced(problem: Problem) -> Problem:
    """To be placed anew, if it says where in the text it belongs."""
    where = problem.where
    return replace(problem, line=0, column=0) if where.pointer or where.target is not None or where.place else problem
