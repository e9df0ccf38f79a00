"""A file for each thing: files of many are taken apart, pairs put together. Texts and comments stay as they were typed."""

import re
import shutil
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from textwrap import dedent
from typing import Any

import yaml
from yaml.nodes import MappingNode, Node

from spotbrief.checks.ids import why_unsafe
from spotbrief.model.kinds import KINDS
from spotbrief.model.origin import Origin
from spotbrief.model.record import record
from spotbrief.model.settings import Settings
from spotbrief.reading.desk import read_desk
from spotbrief.reading.files import TEXTS
from spotbrief.reading.reference import reference_kind
from spotbrief.reading.settings import Folders

Files = Mapping[str, str | None]
"""What each file is to say; None for one that goes."""


@record
class Split:
    """What becomes of the files, and why some stay as they are."""

    files: Files
    left: Mapping[str, str]


def split(root: Path, settings: Settings, folders: Folders) -> Split:
    """How the desk at *root* looks with a file for each thing; a file whose meaning would change stays as it is."""
    return as_wanted(root, settings, folders, _wanted(root, folders))


def as_wanted(root: Path, settings: Settings, folders: Folders, all_made: Iterable[tuple[str, Files | str]]) -> Split:
    """What of *all_made* may be, by the file that it is made of: no file is overwritten, and nothing means anything else."""
    wanted, left = dict[str, Files](), dict[str, str]()
    for file, made in all_made:
        if isinstance(made, str) or (why := _in_the_way(root, made)):
            left[file] = made if isinstance(made, str) else why
        else:
            wanted[file] = made
    before = _meaning(root, settings, folders)
    if _meaning(root, settings, folders, _all(wanted)) != before:
        changed = [file for file, made in wanted.items() if _meaning(root, settings, folders, made) != before]
        left |= dict.fromkeys(changed or wanted, "it would not mean the same")
        wanted = {file: made for file, made in wanted.items() if file not in left}
    return Split(files=_led_on(root, folders, _all(wanted)), left=left)


def _led_on(root: Path, folders: Folders, files: Files) -> Files:
    """The same, and links to the YAML file of a pair lead to its Markdown file."""
    gone = [PurePosixPath(file) for file, text in files.items() if text is None and f"{file.rpartition('.')[0]}.md" in files]
    if not gone:
        return files
    link = re.compile(rf"(?<![\w.-])({'|'.join(re.escape(path.stem) for path in gone)})\.ya?ml(?![\w-])")
    texts = {_named(path, root): path for folder in (folders.content, folders.briefings) for path in (root / folder).rglob("*.*")}
    led = dict(files)
    for file in [*files, *(file for file, path in texts.items() if path.suffix.lower() in TEXTS and file not in files)]:
        said = files[file] if file in files else texts[file].read_bytes().decode("utf-8", "surrogateescape")
        if said is not None and (now := link.sub(r"\1.md", said)) != said:
            led[file] = now
    return led


def _all(wanted: Mapping[str, Files]) -> Files:
    return {file: text for made in wanted.values() for file, text in made.items()}


def write(root: Path, files: Files) -> None:
    """Make the files say what they are to say."""
    for file, text in files.items():
        path = root / file
        if text is None:
            path.unlink()
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text.encode("utf-8", "surrogateescape"))


def _wanted(root: Path, folders: Folders) -> Iterator[tuple[str, Files | str]]:
    """What becomes of each file of many things and of each pair, or why it cannot be done."""
    for path in sorted((root / folders.content).glob("*.y*ml")):
        kind = reference_kind(path.name)
        if kind and not KINDS[kind].is_single:
            file = path.relative_to(root).as_posix()
            yield file, _split(file, path.read_bytes().decode("utf-8", "replace"), f"{folders.content}/{kind}")
    for path in sorted((root / folders.briefings).rglob("*.y*ml")):
        if (text := path.with_suffix(".md")).is_file():
            yield _named(path, root), _together(path, text, root)


def _named(path: Path, root: Path) -> str:
    return path.relative_to(root).as_posix()


def _in_the_way(root: Path, made: Files) -> str:
    taken = [file for file, text in made.items() if text is not None and (root / file).exists() and not file.endswith(".md")]
    return f"there is {taken[0]} already" if taken else ""


def _together(fields: Path, text: Path, root: Path) -> Files | str:
    said, body = (path.read_bytes().decode("utf-8", "replace") for path in (fields, text))
    said = said.removeprefix("---\n").rstrip("\n")
    if body.startswith("---\n") or "\n---" in f"\n{said}":
        return "both files have fields"
    return {_named(fields, root): None, _named(text, root): f"---\n{said}\n---\n{body}"}


def _split(file: str, text: str, folder: str) -> Files | str:
    """A file for each thing below *folder*."""
    try:
        whole = yaml.compose(text, yaml.CSafeLoader)
    except yaml.YAMLError:
        return "it cannot be read"
    if not isinstance(whole, MappingNode) or whole.flow_style or not whole.value:
        return "it is no list of ids with fields below each"
    if any(event.anchor for event in yaml.parse(text, yaml.CSafeLoader) if isinstance(event, yaml.NodeEvent)):
        return "it says some things by reference (& and *)"
    made: dict[str, str | None] = {file: None}
    for key, comments, value in _entries(text, whole):
        if not isinstance(value, MappingNode) or why_unsafe(key.value):
            return f"'{key.value}' cannot be the name of a file"
        made[f"{folder}/{key.value}.yml"] = comments + _fields(text, value, _end(text, whole, key))
    return made


def _entries(text: str, whole: MappingNode) -> Iterator[tuple[Any, str, Node]]:
    """Each key with the comments above it, and its value."""
    for key, value in whole.value:
        above = text[: key.start_mark.index].split("\n")[:-1]
        comments = list[str]()
        while above and above[-1].startswith("#"):
            comments.insert(0, above.pop())
        yield key, "".join(f"{line}\n" for line in comments), value


def _end(text: str, whole: MappingNode, key: Node) -> int:
    """Where the thing of *key* ends: at the comments above the next one."""
    keys = [one for one, _ in whole.value]
    place = keys.index(key) + 1
    if place == len(keys):
        return len(text)
    lines = text[: keys[place].start_mark.index].split("\n")[:-1]
    while lines and (lines[-1].startswith("#") or not lines[-1].strip()):
        lines.pop()
    return len("\n".join(lines)) + 1


def _fields(text: str, value: MappingNode, end: int) -> str:
    if value.flow_style:
        lines = [f"{_typed(text, key)}: {_typed(text, inner)}\n" for key, inner in value.value]
        comment = text[value.end_mark.index : end].partition("\n")[0].strip()
        return "".join([f"{comment}\n" if comment else "", *lines])
    start = text.rfind("\n", 0, value.start_mark.index) + 1
    return f"{dedent(text[start:end]).rstrip()}\n"


def _typed(text: str, node: Node) -> str:
    return text[node.start_mark.index : node.end_mark.index]


def _meaning(root: Path, settings: Settings, folders: Folders, made: Files | None = None) -> Any:
    """What the desk says, wherever it stands; with *made* in place of its files."""
    if made is None:
        return _read(root, settings, folders)
    with TemporaryDirectory(prefix="spotbrief-") as name:
        for folder in (folders.content, folders.briefings):
            if (root / folder).is_dir():
                shutil.copytree(root / folder, Path(name) / folder, ignore=_no_texts, dirs_exist_ok=True)
        write(Path(name), made)
        return _read(Path(name), settings, folders)


def _no_texts(folder: str, names: list[str]) -> set[str]:
    return {name for name in names if PurePosixPath(name).suffix.lower() not in TEXTS and not Path(folder, name).is_dir()}


def _read(root: Path, settings: Settings, folders: Folders) -> Any:
    languages = tuple(one.tag for one in settings.languages)
    desk, problems = read_desk(root, settings.timezone, folders.briefings, folders.content, languages=languages)
    said = sorted((kind, str(getattr(thing, "id", "")), _bare(thing)) for kind, thing in desk.things())
    spoken = sorted((one.kind, one.id, one.language, _bare(one.thing)) for one in desk.translations)
    return said, spoken, sorted(problem.rule for problem in problems)


def _bare(value: Any) -> str:
    """A thing without the places where its parts stand."""
    if isinstance(value, Origin):
        return ""
    if is_dataclass(value) and not isinstance(value, type):
        return f"{type(value).__name__}({', '.join(f'{one.name}={_bare(getattr(value, one.name))}' for one in fields(value))})"
    if isinstance(value, tuple):
        return f"({', '.join(map(_bare, value))})"
    return repr(value)
