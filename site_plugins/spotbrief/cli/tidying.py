"""The usual order of the fields of a file. Whatever stands in a field stays as it was typed, with the comments above it."""

from collections.abc import Iterator, Mapping
from dataclasses import fields
from pathlib import Path
from typing import Any

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from spotbrief.model.briefing import Briefing
from spotbrief.model.kinds import KINDS
from spotbrief.reading import front_matter
from spotbrief.reading.files import TEXTS
from spotbrief.reading.reference import reference_kind
from spotbrief.reading.settings import Folders
from spotbrief.reading.text import Unreadable
from spotbrief.reading.unsaved import NOTHING, Unsaved

TAKEAWAYS = "key_takeaways"


def tidied(root: Path, folders: Folders, unsaved: Unsaved = NOTHING) -> Mapping[str, tuple[str, str]]:
    """What each file says whose fields are in another order or that is *unsaved*, and what it says then, in the usual order."""
    said = {file: (_text(root / file), data.decode("utf-8", "surrogateescape")) for file, data in unsaved.items()}
    for path, thing in _files(root, folders):
        file = path.relative_to(root).as_posix()
        before, text = said.get(file) or (_text(path),) * 2
        ends = "\r\n" if "\r\n" in text and text.count("\r\n") == text.count("\n") else "\n"
        said[file] = before, _in_file(text.replace(ends, "\n"), thing, path.suffix.lower()).replace("\n", ends)
    return {file: (before, now) for file, (before, now) in sorted(said.items()) if now != before}


def _text(path: Path) -> str:
    return path.read_bytes().decode("utf-8", "surrogateescape")


def in_order(text: str, thing: type[Any]) -> str:
    """The YAML of a *thing* with its fields in the order of the model, and takeaways that are plain texts as `text:`.

    What it means is the same; where it would not be, the text stays as it is.
    """
    try:
        whole, before = yaml.compose(text, yaml.CSafeLoader), yaml.load(text, yaml.CSafeLoader)
    except (yaml.YAMLError, ValueError):
        return text
    if not isinstance(whole, MappingNode) or whole.flow_style or len(before) != len(whole.value):
        return text
    order = {field.name: number for number, field in enumerate(fields(thing))}
    head, blocks = _blocks(text, whole)
    now = head + "".join(block for _, block in sorted(blocks, key=lambda one: order.get(one[0], len(order))))
    try:
        return now if _plain(yaml.load(now, yaml.CSafeLoader)) == _plain(before) else text
    except (yaml.YAMLError, ValueError):
        return text


def _files(root: Path, folders: Folders) -> Iterator[tuple[Path, type[Any]]]:
    """The files that hold one thing each, with its class."""
    for path in sorted((root / folders.briefings).rglob("*")):
        if path.suffix.lower() in TEXTS and path.is_file():
            yield path, Briefing
    for path in sorted((root / folders.content).rglob("*")):
        below = path.relative_to(root / folders.content).as_posix()
        kind = reference_kind(below)
        if kind and path.is_file() and ("/" in below or KINDS[kind].is_single):
            yield path, KINDS[kind].thing


def _in_file(text: str, thing: type[Any], suffix: str) -> str:
    if suffix != ".md":
        return in_order(text, thing)
    try:
        fields = front_matter.split(text).data
    except Unreadable:
        return text
    return text.replace(fields, in_order(fields, thing), 1) if fields else text


def _blocks(text: str, whole: MappingNode) -> tuple[str, list[tuple[str, str]]]:
    """What stands above all fields, and each field by its name: its lines with the comments right above."""
    starts = [_first_line(text, key) for key, _ in whole.value]
    ends = [*starts[1:], len(text)]
    blocks = []
    for (key, value), start, end in zip(whole.value, starts, ends, strict=True):
        block = text[start:end]
        if key.value == TAKEAWAYS and isinstance(value, SequenceNode):
            block = _with_texts(text, value, start, end)
        blocks.append((str(key.value), block if block.endswith("\n") else f"{block}\n"))
    return text[: starts[0]], blocks


def _first_line(text: str, key: Node) -> int:
    """Where the field of *key* begins: at the comments without a gap above it, unless they are the first in the file."""
    lines = text[: key.start_mark.index].split("\n")[:-1]
    taken = 0
    while taken < len(lines) and lines[-1 - taken].startswith("#"):
        taken += 1
    above = lines[: len(lines) - taken] if taken < len(lines) else lines
    return len("\n".join(above)) + 1 if above else 0


def _with_texts(text: str, takeaways: SequenceNode, start: int, end: int) -> str:
    """The lines of *takeaways* from *start* to *end*, where plain texts on a line of their own are named."""
    made, at = "", start
    for one in takeaways.value:
        if isinstance(one, ScalarNode) and not takeaways.flow_style and not one.style and one.start_mark.line == one.end_mark.line:
            made, at = f"{made}{text[at : one.start_mark.index]}text: ", one.start_mark.index
    return made + text[at:end]


def _plain(values: Any) -> Any:
    """The same with every takeaway as its text, where nothing else is said of it."""
    if not isinstance(values, dict) or not isinstance(values.get(TAKEAWAYS), list):
        return values
    said = [one["text"] if isinstance(one, dict) and one.keys() == {"text"} else one for one in values[TAKEAWAYS]]
    return values | {TAKEAWAYS: said}
