"""A new id for a thing: in its file's name, wherever it is named, in links, and among its former addresses."""

import posixpath
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

import click

from spotbrief.checks.ids import why_unsafe
from spotbrief.cli.editing.changes import Field
from spotbrief.cli.editing.text_file import TextFile
from spotbrief.corpus.outgoing_links import Node
from spotbrief.language_server.naming import JUDGEMENTS, PUBLIC_EVENTS
from spotbrief.language_server.open_desk import OpenDesk
from spotbrief.language_server.parts import FIELDS, Place, linked_by_briefing, part
from spotbrief.language_server.places import linked_in, named_in
from spotbrief.model.briefing import Briefing
from spotbrief.model.kinds import KINDS
from spotbrief.model.record import record

_WITHIN = (*FIELDS, "sources")
"""Kinds that may stand inside a briefing, where an id is a field."""


class CannotRename(Exception):
    """Says why, and what to do instead."""


@record
class Renaming:
    """The texts that change, each whole, and the files that get another name afterwards."""

    texts: Mapping[str, str]
    files: Mapping[str, str]


def renaming(desk: OpenDesk, node: Node, new: str, here: str) -> Renaming:
    """What is to be written so that a thing has the id *new*. Raises CannotRename."""
    kind, old = ("briefings", node[1]) if node[0] == PUBLIC_EVENTS else node
    if kind not in desk.live.maps and not part(desk, (kind, old)):
        raise CannotRename("this has no id that others name it by")
    if kind == JUDGEMENTS and not part(desk, (kind, old)):
        raise CannotRename("this judgement goes by its number: give it an id where it is told")
    new = new.strip().rpartition(":")[2] if kind in FIELDS else new.strip()
    _refuse(desk, (kind, old), new)
    thing = desk.live.maps[kind].get(old) if kind not in _WITHIN or (kind == "sources" and old in desk.live.maps["sources"]) else None
    places = [(place, new) for place in named_in(desk, (kind, old), here)]
    if kind == "briefings":
        places += _of_briefing(desk, old, new, here)
    files = dict[str, str]()
    if thing and not thing.origin.pointer:
        files = {file: _renamed(file, old, new) for file in _files(desk, thing)}
        places += [(place, _renamed(link, old, new)) for place in linked_in(desk, (kind, old)) if (link := _text_at(desk, place))]
    elif thing:
        places += [place for file in _files(desk, thing) for place in _key(desk, file, old, new)]
    texts = _with(desk, places)
    if thing and _leaves_address(desk, kind, thing):
        file = thing.origin.file
        texts[file] = _with_former(file, texts.get(file) or desk.text(file), thing, old, new)
    if not texts and not files:
        raise CannotRename(f"'{old}' is named nowhere")
    return Renaming(texts=texts, files=files)


def renaming_of_file(desk: OpenDesk, old: str, new: str) -> Renaming | None:
    """What is to be written when a file gets another name in its folder; None where no id changes by that. Raises CannotRename."""
    node = desk.live.maps["files"].get(old)
    (folder, was), (other, now) = (posixpath.split(path.rpartition(".")[0]) for path in (old, new))
    if not node or folder != other or was == now or was != node[1]:
        return None
    made = renaming(desk, node, now, old)
    return replace(made, files={file: name for file, name in made.files.items() if file != old})


def _refuse(desk: OpenDesk, node: Node, new: str) -> None:
    kind, old = node
    if why := why_unsafe(new):
        raise CannotRename(why)
    of, colon, _ = old.rpartition(":")
    full = f"{of}{colon}{new}"
    if full in desk.live.maps.get(kind, {}) or part(desk, (kind, full)):
        raise CannotRename(f"the id '{new}' is taken: choose another")


def _of_briefing(desk: OpenDesk, old: str, new: str, here: str) -> list[tuple[Place, str]]:
    """Its public event, and its judgements by their full ids in other files."""
    found = [(place, new) for place in named_in(desk, (PUBLIC_EVENTS, old), here)]
    for id in [id for id in desk.live.maps[JUDGEMENTS] if id.rpartition(":")[0] == old]:
        for place in named_in(desk, (JUDGEMENTS, id), here):
            before = place._replace(start=place.start - len(old) - 1, end=place.start - 1)
            found += [(before, new)] if before.start >= 0 and _text_at(desk, before) == old else []
    return [*found, *((place, new) for place in linked_by_briefing(desk, old))]


def _files(desk: OpenDesk, thing: Any) -> Iterable[str]:
    """The files of a thing: a pair has two, and there may be translations."""
    return desk.together(thing.origin.file)


def _renamed(path: str, old: str, new: str) -> str:
    folder, name = posixpath.split(path)
    made = unicodedata.normalize("NFC", name).replace(old, new, 1)
    return posixpath.join(folder, made)


def _text_at(desk: OpenDesk, place: Place) -> str:
    return desk.text(place.file).split("\n")[place.line][place.start : place.end]


def _key(desk: OpenDesk, file: str, old: str, new: str) -> list[tuple[Place, str]]:
    """Where the id of a thing stands as a key in a file of many."""
    lines = desk.text(file).split("\n")
    found = [
        (n, start)
        for n, line in enumerate(lines)
        for start in (0, 1)
        if line[start:].startswith(f"{old}") and not line[:start].strip("\"'")
    ]
    keys = [(n, start) for n, start in found if lines[n][start + len(old) :].lstrip("\"' ").startswith(":")]
    return [(Place(file, n, start, start + len(old)), new) for n, start in keys[:1]]


def _with(desk: OpenDesk, places: Iterable[tuple[Place, str]]) -> dict[str, str]:
    """The texts in which something else stands at *places*."""
    by_file = defaultdict[str, dict[Place, str]](dict)
    for place, new in places:
        by_file[place.file][place] = new
    made = dict[str, str]()
    for file, changes in by_file.items():
        lines = desk.text(file).split("\n")
        for place in sorted(changes, reverse=True):
            line = lines[place.line]
            lines[place.line] = line[: place.start] + changes[place] + line[place.end :]
        made[file] = "\n".join(lines)
    return made


def _leaves_address(desk: OpenDesk, kind: str, thing: Any) -> bool:
    """Whether readers may know the address that the thing has now."""
    is_seen = not isinstance(thing, Briefing) or thing.is_public(desk.live.settings.now)
    return KINDS[kind].is_renamed and is_seen


def _with_former(file: str, text: str, thing: Any, old: str, new: str) -> str:
    """The text of a file with the old id among the former ones, so that its address leads on."""
    at = (new,) if thing.origin.pointer else ()
    former = [id for id in (*thing.former_slugs, old) if id != new]
    try:
        change = Field(at, "former_slugs", tuple(former))
        return TextFile(file, text.encode()).changed([change]).data().decode()
    except click.ClickException:
        raise CannotRename(f"{file} is written in a way that a program should not change: add former_slugs: [{old}] to it first") from None
