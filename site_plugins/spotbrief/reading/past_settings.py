"""The settings of a desk at each commit: in which file they stood, and what followed from it for briefings and for words of likelihood."""

import posixpath
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from pydantic import ValidationError

from spotbrief.model.languages import tag
from spotbrief.model.record import record
from spotbrief.model.scale import Scale
from spotbrief.reading.fields import adapter
from spotbrief.reading.git import Commit
from spotbrief.reading.past_tree import Tree
from spotbrief.reading.settings import SCALES, USUAL_SCALE
from spotbrief.reading.site_file import MOST, parent_of, plugins_of, settings_in
from spotbrief.reading.text import Unreadable, decode
from spotbrief.reading.yaml import compose, value_of

ENVIRONMENT = Scale(name="what the environment says", terms=())
"""In place of a scale that `!ENV` names."""

UNFOLLOWED = Scale(name="what a file says that git does not follow", terms=())
"""In place of one whose file is not in the history."""

_BY_ENVIRONMENT = rb"^[^#\n]*\b%s[\"']?\s*:\s*!ENV"
_SCALE = re.compile(_BY_ENVIRONMENT % b"scale", re.MULTILINE)
_FOLDER = re.compile(_BY_ENVIRONMENT % b"folder", re.MULTILINE)


@record
class Layout:
    """What settings say of briefings, all paths from the top of the repository."""

    root: str
    """The way to the desk, ending in a slash; empty at the top."""
    folder: str
    """Where briefings stand, ending in a slash, links followed."""
    languages: tuple[str, ...] = ()
    scale: Scale | None = None
    """None for one that cannot be read; readers never had it."""
    watched: frozenset[str] = frozenset()
    """The files that it follows from."""
    named: str = ""
    """What the settings say of all this, to compare them by."""


def is_settings(text: bytes | None) -> bool:
    """Whether a YAML file may be the settings of a desk."""
    if not text or not (b"INHERIT" in text or (b"plugins" in text and b"briefings" in text)):
        return False
    return bool(parent_of(text)) or "briefings" in plugins_of(settings_in([text]).get("plugins"))


def files_in_force(main: Sequence[Commit], config: str, known: frozenset[str]) -> list[str]:
    """The files in which the settings stood, of which the first that a commit has was in force: of several, the one that came first.

    *config* is that of today, *known* are the blobs of settings. With it go the files that it was made of, or whose place it took, and
    those that stood beside any of them and are gone.
    """
    born, died, there = _lives(main, known)
    found = [config]
    for path in found:
        found += [older for birth in born[path] if (older := _older(path, birth, died)) and older not in found]
    folders = {posixpath.dirname(path) for path in found}
    gone = [path for _, path in died if path not in there and posixpath.dirname(path) in folders]
    return sorted({*gone, *found}, key=lambda path: (born[path][0].number if born[path] else len(main), path == config, path))


class _Birth(NamedTuple):
    """When a file of settings came, what it was called before, and whether there was no other one."""

    number: int
    before: str
    was_alone: bool


def _lives(main: Sequence[Commit], known: frozenset[str]) -> tuple[dict[str, list[_Birth]], list[tuple[int, str]], set[str]]:
    """When files of settings came, when they went, and which are left."""
    born: dict[str, list[_Birth]] = defaultdict(list)
    died: list[tuple[int, str]] = []
    there: set[str] = set()
    for number, commit in enumerate(main):
        gone = {one.path for one in commit.changes if not one.blob} & there
        there -= gone
        died += [(number, path) for path in sorted(gone)]
        came = [one for one in commit.changes if one.blob in known and one.path not in there]
        for one in came:
            born[one.path].append(_Birth(number, one.before, not there))
        there |= {one.path for one in came}
    return born, died, there


def _older(path: str, birth: _Birth, died: list[tuple[int, str]]) -> str:
    """The file whose place *path* took: by a new name, in the same commit, or later where there was no other one."""
    if birth.before != path:
        return birth.before
    others = ((when, gone) for when, gone in reversed(died) if gone != path and when <= birth.number)
    return next((gone for when, gone in others if birth.was_alone or when == birth.number), "")


class Settings:
    """Reads the settings of any commit; *usual* is the layout of today, which holds where the history knows none."""

    def __init__(self, files: Sequence[str], usual: Layout) -> None:
        self.files, self.usual = tuple(files), usual
        self.by_environment = False
        """Whether it named the folder of briefings in any commit."""
        self.others: set[str] = set()
        """Files of settings that said something else beside the one in force."""

    def layout(self, tree: Tree, before: Layout, known: Iterable[str]) -> Layout:
        """That of a commit; the one *before* where the site could not be built. *known* are the paths of all files of settings."""
        config = next((path for path in self.files if tree.text(path) is not None), "")
        made = self._of_file(config, tree) if config else None
        if not made:
            return before
        beside = (path for path in known if posixpath.dirname(path) == posixpath.dirname(config) and path not in made.watched)
        self.others |= {path for path in beside if (other := self._of_file(path, tree)) and other.named != made.named}
        return made

    def _of_file(self, config: str, tree: Tree) -> Layout | None:
        files = list(_chain(config, tree))
        texts = [tree.text(path) for path in files]
        plugins = plugins_of(settings_in(texts).get("plugins"))
        if "briefings" not in plugins:
            return None
        options = plugins["briefings"] if isinstance(plugins["briefings"], dict) else {}
        root = f"{posixpath.dirname(config)}/".lstrip("/")
        by_environment = any(_FOLDER.search(text or b"") for text in texts)
        self.by_environment |= by_environment
        usual = self.usual.folder.removeprefix(self.usual.root).strip("/")
        folder = usual if by_environment else str(options.get("folder") or "briefings").strip("/")
        folder = posixpath.normpath(folder)
        name = "" if any(_SCALE.search(text or b"") for text in texts) else str(options.get("scale") or USUAL_SCALE)
        languages = options.get("languages")
        tags = tuple(sorted(map(_tag, languages))) if isinstance(languages, dict) else ()
        return Layout(
            root=root,
            folder=f"{tree.real(root + folder)}/",
            languages=tags,
            scale=_scale(name, tree, root) if name else ENVIRONMENT,
            watched=frozenset(way for path in (*files, root + folder, root + name) for way in (posixpath.normpath(path), tree.real(path))),
            named=f"{folder} {tags} {name}",
        )


def _tag(code: object) -> str:
    try:
        return tag(code)
    except ValueError:
        return str(code)


def _chain(config: str, tree: Tree) -> Iterator[str]:
    """The file of the settings, the one that it inherits from, and so on."""
    path, left = config, MOST
    while path and left:
        yield path
        parent = parent_of(tree.text(path))
        path, left = posixpath.normpath(posixpath.join(posixpath.dirname(path), parent)) if parent else "", left - 1


def _scale(name: str, tree: Tree, root: str) -> Scale | None:
    own = SCALES.get(name)
    text = own.read_bytes() if own else tree.text(posixpath.join(root, name))
    if text is None:
        return UNFOLLOWED
    try:
        made: Scale = adapter(Scale).validate_python(value_of(compose(decode(text))))
    except (ValidationError, Unreadable):
        return None
    return made
