"""The history of a desk in git -> what its briefings said, commit by commit."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path, PurePosixPath
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

from yaml.nodes import MappingNode, ScalarNode

from spotbrief.model.briefing import Briefing
from spotbrief.model.origin import Origin
from spotbrief.model.record import record
from spotbrief.parallel import spread
from spotbrief.reading import front_matter
from spotbrief.reading.files import is_text
from spotbrief.reading.git import Change, Commit, NoHistory, below, blobs, commits, committed, is_shallow
from spotbrief.reading.git_lines import main_line, merged_lines
from spotbrief.reading.past_beside import told_beside
from spotbrief.reading.past_folders import folders_ever
from spotbrief.reading.text import Unreadable, decode
from spotbrief.reading.translation_file import language_in
from spotbrief.reading.validate import Wrong, build
from spotbrief.reading.yaml import compose, value_of

_ALWAYS = frozenset({"title", "published", "what_to_expect", "authors", "topics", "storyline"})
_SELDOM = frozenset({"status", "withdrawn", "keep_text", "embargo", "corrections", "former_slugs"})
"""The fields that are read of a briefing as it was: those that most have, and those that excuse one from the audit."""

_HISTORY = "history"
"""What stood in place of `revisions` before; it said what had been thought earlier, and is not compared."""

_KEY = re.compile(r"[\"']?(\w+)[\"']?[ \t]*:(?:\s|$)")
_OTHER_BREAK = re.compile(r"[\x85\u2028\u2029]")
"""What ends a line in YAML and is no line feed."""

_INSIDE = frozenset({"", " ", "#"})
"""How a line begins that is no field of its own, beside an entry of a list."""

Text = tuple[str, str]
"""A path and the name of what stood there."""


class Unread(NamedTuple):
    """A text that says no briefing, and why."""

    why: str


State = Briefing | Unread


@record
class Version:
    """What a commit left of a briefing."""

    commit: str
    """Empty for what is not committed."""
    when: datetime
    briefing: Briefing | None
    """None where it was gone."""


@record
class Life:
    """A briefing from its first commit on, under whatever names."""

    id: str
    """Its present id, or its last one."""
    versions: tuple[Version, ...]


@record
class Past:
    """All briefings that there ever were."""

    lives: tuple[Life, ...]
    beside: tuple[Life, ...] = ()
    """What merged histories told of the same briefings, each going on as the main one does from the merge on."""
    commits: int = 0
    passed_over: int = 0
    """Texts in earlier commits that could not be read, and so never were in the site."""
    first: str = ""
    """The commit before which nothing can be known, where the clone is shallow."""


def past(root: Path, folder: str, zone: ZoneInfo, config: str = "mkdocs.yml", languages: tuple[str, ...] = ()) -> Past:
    """The history up to HEAD of the briefings in *folder* of *root*, and in each that *config* named before. Raises NoHistory."""
    top, every = below(root), {id: replace(one, when=one.when.astimezone(zone)) for id, one in commits(root).items()}
    found = main_line(every)
    folders = {f"{top}{name}/" for name in (folder, *folders_ever(root, every.values(), f"{top}{config}"))}
    inside = _inside(found, folders, languages)
    others = list(told_beside(found, merged_lines(every, found), partial(_id_inside, tuple(folders), languages)))
    texts = {(one.path, one.blob) for part in (inside, *(other.commits for other in others)) for commit in part for one in commit.changes}
    read = read_texts(root, {text for text in texts if text[1]}, zone, top)
    shelf = _shelved(read, inside)
    lives, order = shelf.lives(), {commit.id: number for number, commit in enumerate(found)}
    beside = tuple(_joined(life, other.merged, lives, order) for other in others for life in _shelved(read, other.commits).lives())
    first = found[0].id if is_shallow(root) else ""
    return Past(lives=lives, beside=beside, commits=len(found), passed_over=shelf.passed_over, first=first)


def read_texts(root: Path, texts: Iterable[Text], zone: ZoneInfo, top: str = "") -> dict[Text, State | None]:
    """Each text read once: a briefing, or why it is none; None for prose beside a file of fields.

    Paths lose the way from *top*. Raises NoHistory.
    """
    ordered = sorted(texts)
    found = dict(blobs(root, dict.fromkeys(name for _, name in ordered)))
    if None in found.values():
        raise NoHistory("this clone lacks what files held (it is a partial one): clone it anew, without --filter")

    def share(some: Sequence[Text]) -> list[State | None]:
        return [_read(path.removeprefix(top), found[name] or b"", zone) for path, name in some]

    return dict(zip(ordered, (one for part in spread(share, ordered) for one in part), strict=True))


def id_of(path: str) -> str:
    """The id of the briefing that a file belongs to."""
    return unicodedata.normalize("NFC", PurePosixPath(path).stem)


def of_files(read: Iterable[State | None]) -> State:
    """The briefing in its files, one or a pair."""
    found = list(read)
    wrong = next((one for one in found if isinstance(one, Unread)), None)
    return wrong or next((one for one in found if isinstance(one, Briefing)), Unread("there are no fields"))


def _joined(life: Life, merge: Commit, lives: Iterable[Life], order: Mapping[str, int]) -> Life:
    """A *life* that a *merge* brought in, and after it what the main line says of the same briefing."""
    main = next((one.versions for one in lives if any(v.briefing and v.briefing.id == life.id for v in one.versions)), ())
    before = [version for version in main if order[version.commit] <= order[merge.id]]
    after = [version for version in main if order[version.commit] > order[merge.id]]
    merged = Version(commit=merge.id, when=merge.when, briefing=before[-1].briefing if before else None)
    return Life(id=life.id, versions=(*life.versions, merged, *after))


def _shelved(read: "dict[Text, State | None]", line: Iterable[Commit]) -> "_Shelf":
    shelf = _Shelf(read)
    for commit in line:
        shelf.add(commit)
    return shelf


def _inside(found: list[Commit], folders: set[str], languages: tuple[str, ...]) -> list[Commit]:
    """The commits with those of their changes that are to briefings, or to what became a briefing when it was moved.

    The folder that briefings were moved out of is one of *folders* from then on: what did not come along was a briefing, too.
    """
    became: set[str] = set()
    kept: list[Commit] = []
    for commit in reversed(found):
        folders |= {old for one in commit.changes for folder in tuple(folders) if (old := _moved_from(one, folder))}
        changes = tuple(one for one in commit.changes if one.path in became or _is_briefing(one.path, tuple(folders), languages))
        became |= {one.before for one in changes if one.blob and not one.before.startswith(tuple(folders))}
        moved = tuple(one for one in commit.changes if not one.blob and one.path in became and one not in changes)
        if changes:
            kept.append(replace(commit, changes=(*changes, *moved)))
    return kept[::-1]


def _moved_from(change: Change, folder: str) -> str:
    """The folder that a file of *folder* stood in before, if all of that was moved; empty if it was not, or stood at the top."""
    name = change.path.removeprefix(folder)
    is_moved = bool(change.blob) and name != change.path and not change.before.startswith(folder)
    return change.before.removesuffix(f"/{name}") + "/" if is_moved and change.before.endswith(f"/{name}") else ""


def _id_inside(folders: tuple[str, ...], languages: tuple[str, ...], path: str) -> str | None:
    return id_of(path) if _is_briefing(path, folders, languages) else None


def _is_briefing(path: str, folders: tuple[str, ...], languages: tuple[str, ...]) -> bool:
    if language_in(path.rpartition(".")[0], languages)[1]:
        return False
    return is_text(path) and any(path.startswith(folder) and "/." not in f"/{path.removeprefix(folder)}" for folder in folders)


def _read(path: str, data: bytes, zone: ZoneInfo) -> State | None:
    try:
        values = _values(path, decode(data))
    except Unreadable as error:
        return Unread(error.message)
    if values is None:
        return None
    made: Any = build(Briefing, values, id_of(path), Origin(file=path, prose_file=path), zone)
    return Unread(made.problems[0].message) if isinstance(made, Wrong) else made


def _values(path: str, text: str) -> dict[str, Any] | None:
    parts = front_matter.split(text) if path.lower().endswith(".md") else None
    if parts and parts.data is None:
        return None
    node = compose(_of_interest((parts.data if parts else text) or ""))
    if not isinstance(node, MappingNode):
        raise Unreadable("shape", "there are no fields", "")
    values = {key.value: value_of(value) for key, value in node.value if isinstance(key, ScalarNode) and key.value in _ALWAYS | _SELDOM}
    for entry in values.get("what_to_expect") or ():
        if isinstance(entry, dict):
            entry.pop(_HISTORY, None)
    return values


def _of_interest(text: str) -> str:
    """The fields of *text* that are read, which spares YAML most of it; all of it where fields are not simply one below the other.

    A text in quotes may hold a line that looks like a field. So what excuses a briefing from the audit is left to YAML.
    """
    if not text.isascii() and _OTHER_BREAK.search(text):
        return text
    kept: list[str] = []
    names: set[str] = set()
    is_wanted = False
    for line in text.split("\n"):
        if line[:1] not in _INSIDE and line[:2] != "- ":
            key = _KEY.match(line)
            if not key or key[1] in names or key[1] in _SELDOM:
                return text
            names.add(key[1])
            is_wanted = key[1] in _ALWAYS
        if is_wanted:
            kept.append(line)
    return "\n".join(kept) if names else text


class _Shelf:
    """Puts the versions of each briefing in a row."""

    def __init__(self, read: dict[Text, State | None]) -> None:
        self._read = read
        self._files: dict[str, dict[str, str]] = defaultdict(dict)
        self._versions: dict[str, list[Version]] = {}
        self.passed_over = 0

    def add(self, commit: Commit) -> None:
        """Take in one commit, after those before it."""
        for change in commit.changes:
            files = self._files[id_of(change.path)]
            files[change.path] = change.blob
            if not change.blob:
                del files[change.path]
        touched = dict.fromkeys(id_of(change.path) for change in commit.changes)
        renamed = {id_of(one.path): id_of(one.before) for one in commit.changes if one.blob and id_of(one.before) != id_of(one.path)}
        there = {id: self._state(id) for id in touched if self._files[id]}
        for id, state in there.items():
            self._rename(id, state, renamed.get(id, ""))
        for id in touched:
            self._note(id, commit, there.get(id))

    def lives(self) -> tuple[Life, ...]:
        """What was put together. A name that tells its former one only later goes on with its row all the same."""
        for id, versions in list(self._versions.items()):
            latest = versions[-1].briefing
            for old in latest.former_slugs if latest else ():
                if old in self._versions and not self._files[old]:
                    self._versions[id] = [*(one for one in self._versions.pop(old) if one.briefing), *versions]
        return tuple(Life(id=id, versions=tuple(versions)) for id, versions in self._versions.items() if versions)

    def _state(self, id: str) -> State:
        return of_files(self._read[text] for text in sorted(self._files[id].items()))

    def _rename(self, id: str, state: State, before: str) -> None:
        """A new name goes on with the row of the old one, if nothing has that any more."""
        if id in self._versions or isinstance(state, Unread):
            return
        last = next((one.briefing for one in reversed(self._versions.get(before, [])) if one.briefing), None)
        same = [before] if last and (last.title == state.title or last.published == state.published) else []
        for old in (*state.former_slugs, *same):
            if old in self._versions and not self._files[old]:
                self._versions[id] = self._versions.pop(old)
                return

    def _note(self, id: str, commit: Commit, state: State | None) -> None:
        if isinstance(state, Unread):
            self.passed_over += 1
        elif state or id in self._versions:
            self._versions.setdefault(id, []).append(Version(commit=commit.id, when=commit.when, briefing=state))


def changed_since(root: Path, start: str, paths: Iterable[str], zone: ZoneInfo) -> Past:
    """What the files at *paths* said at one commit; it stands for all that was before. Raises NoHistory."""
    named = {path: f"{start}:./{path}" for path in paths}
    read = read_texts(root, named.items(), zone)
    states: dict[str, list[State | None]] = defaultdict(list)
    for path, name in sorted(named.items()):
        states[id_of(path)].append(read[path, name])
    return Past(lives=tuple(_lives_at(states, start, committed(root, start))), first=start)


def _lives_at(states: dict[str, list[State | None]], start: str, when: datetime) -> Iterator[Life]:
    for id, files in states.items():
        if isinstance(briefing := of_files(files), Briefing):
            yield Life(id=id, versions=(Version(commit=start, when=when, briefing=briefing),))
