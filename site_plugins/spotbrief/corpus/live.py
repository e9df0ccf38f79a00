"""A linked desk that takes in one file after another, while somebody types."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from spotbrief.corpus.corpus import Corpus
from spotbrief.corpus.linker import files_of, link
from spotbrief.corpus.merged_events import event_id
from spotbrief.corpus.outgoing_links import Node, Places, outgoing, outgoing_of
from spotbrief.corpus.renamed import renamed_in
from spotbrief.model.briefing import Briefing
from spotbrief.model.desk import Desk
from spotbrief.model.kinds import KINDS, REFERENCE_KINDS
from spotbrief.model.settings import Settings
from spotbrief.model.translation import Translation

INDEXED = tuple(name for name in KINDS if name in Corpus.__dataclass_fields__ and name != "statements")
"""The kinds of things that a corpus knows by their ids."""

MAPS = (*INDEXED, "judgements", "files")
"""What is kept for all files; whatever else a corpus has is made anew, of a few files at a time."""

_OF_BRIEFINGS = {"judgements": ":", "public_events": ""}
"""Kinds that stand in briefings, and what ends the id of the briefing in theirs."""

Thing = tuple[str, Any]
"""A kind, and a thing of it."""


class Live:
    """Everything by its id, and which file names what. A file that cannot be read any more counts as it was."""

    def __init__(self, desk: Desk, settings: Settings) -> None:
        """All files of *desk*, which is linked here once as a whole."""
        whole = link(desk.with_broken() if desk.broken else desk, settings)
        self.maps: dict[str, Any] = {name: dict(getattr(whole, name)) for name in MAPS}
        """By kind and id; judgements by their full ids; of files, what each holds."""
        self.desk = whole.desk
        self.known = replace(whole, **self.maps)
        self.settings = settings
        self.stale = set[str]()
        """Files that cannot be read, and count as they were."""
        self.unread = set(desk.unread)
        self._translations, self._misplaced = list(desk.translations), list(desk.misplaced)
        self._things: dict[str, list[Thing]] = defaultdict(list)
        self._ways: dict[str, frozenset[Node]] = {}
        self._named_in: dict[Node, set[str]] = defaultdict(set)
        for thing in _things(whole.desk):
            self._things[thing[1].origin.file].append(thing)
        self._told: dict[str, list[Translation]] = defaultdict(list)
        self._tell(self._translations)
        places = self._places()
        for file in {**self._things, **self._told}:
            self._lead(file, places)

    def things(self, file: str) -> list[Thing]:
        """What stands in a file, by kind."""
        return self._things.get(file, [])

    def translations(self, file: str) -> list[Translation]:
        """What stands in a file of things in other languages."""
        return self._told.get(file, [])

    def translated(self, node: Node) -> list[Translation]:
        """The translations of a thing."""
        return [one for one in self._translations if (one.kind, one.id) == node]

    def naming(self, node: Node) -> set[str]:
        """The files in which something leads to this thing, by id or by address."""
        return self._named_in.get(node, set())

    def named_by(self, file: str) -> frozenset[Node]:
        """What the things of a file lead to."""
        return self._ways.get(file, frozenset())

    def take(self, files: Iterable[str], read: Desk) -> Corpus:
        """What stands in *files* now, as it was *read* from them; gives it linked with its neighbourhood."""
        files = set(files)
        self.unread = {one for one in self.unread if one[0] not in files} | read.unread
        new = _by_file(read.with_broken() if read.broken else read)
        old = [thing for file in files for thing in self.things(file)]
        keeps = bool(read.unread) and not new
        self.stale = self.stale | files if keeps else self.stale - files
        if not keeps:
            self._exchange(files, old, new, read)
        near = self.linked(files)
        if not keeps:
            self._follow(near, [*old, *(thing for some in new.values() for thing in some)])
        return near

    def _exchange(self, files: set[str], old: Iterable[Thing], new: Mapping[str, list[Thing]], read: Desk) -> None:
        for kind, thing in old:
            if kind in self.maps and self.maps[kind].get(thing.id) is thing:
                del self.maps[kind][thing.id]
        for file in files:
            self._things.pop(file, None)
            self._told.pop(file, None)
            for node in self._ways.pop(file, ()):
                self._named_in[node].discard(file)
        for file, things in new.items():
            self._things[file] = things
            for kind, thing in things:
                if kind in self.maps and kind != "events":
                    self.maps[kind].setdefault(thing.id, thing)
        gone = {path for path in files if path in self.maps["files"]}
        for path in gone:
            del self.maps["files"][path]
        now = _desk_of(self.desk, [thing for things in new.values() for thing in things])
        self.maps["files"] |= files_of(replace(now, translations=read.translations))
        self._translations = [*(one for one in self._translations if one.thing.origin.file not in files), *read.translations]
        self._misplaced = [*(where for where in self._misplaced if where.file not in files), *read.misplaced]
        self._tell(read.translations)
        places = self._places()
        for file in {**new, **{file: () for file in files if file in self._told}}:
            self._lead(file, places)

    def _follow(self, near: Corpus, things: Iterable[Thing]) -> None:
        """Takes the judgements and events of *things* from what was linked *near* them."""
        briefings = {thing.id: thing for kind, thing in things if kind == "briefings"}
        judgements = self.maps["judgements"]
        for id in [id for id in judgements if id.rpartition(":")[0] in briefings]:
            del judgements[id]
        judgements |= {id: one for id, one in near.judgements.items() if one.briefing.id in briefings}
        told = {event_id(thing, i) for _, thing in things if isinstance(thing, Briefing) for i in range(len(thing.timeline))}
        for id in told | {thing.id for kind, thing in things if kind == "events"}:
            self.maps["events"].pop(id, None)
            if id in near.events:
                self.maps["events"][id] = near.events[id]

    def linked(self, files: Iterable[str]) -> Corpus:
        """What stands in *files*, linked with its neighbourhood."""
        return link(self._near(files), self.settings)

    def _near(self, files: Iterable[str]) -> Desk:
        """The desk of what stands in *files*, of what that names, and of what else tells of the same judgements and events."""
        own = {file: self.things(file) for file in files}
        nodes = {node for file in own for node in self.named_by(file)}
        nodes |= {("judgements", f"{thing.id}:{key}") for some in own.values() for _, thing in some for key in _keys(thing)}
        telling = {file for node in nodes if node[0] in ("judgements", "events") for file in self.naming(node)}
        found = {id(thing): (kind, thing) for some in own.values() for kind, thing in some}
        for kind, thing in (*self._at(nodes), *(thing for file in telling for thing in self.things(file))):
            if kind != "pages":
                found.setdefault(id(thing), (kind, thing))
        there = {(kind, thing.id) for kind, thing in found.values() if kind != "pages"}
        return replace(
            _desk_of(self.desk, found.values()),
            translations=tuple(one for one in self._translations if (one.kind, one.id) in there),
            misplaced=tuple(where for where in self._misplaced if where.file in own),
            unread=frozenset(self.unread),
        )

    def _at(self, nodes: Iterable[Node]) -> Iterator[Thing]:
        for kind, id in nodes:
            if kind in _OF_BRIEFINGS:
                kind, id = "briefings", id.rpartition(":")[0] if _OF_BRIEFINGS[kind] else id
            if kind == "events" and (event := self.maps["events"].get(id)):
                yield from (("briefings", self.maps["briefings"][one]) for one in event.briefings if one in self.maps["briefings"])
            elif kind in self.maps and kind != "files" and (thing := self.maps[kind].get(id)):
                yield kind, thing

    def _tell(self, translations: Iterable[Translation]) -> None:
        for one in translations:
            head = (one.head.origin.file, one.head.origin.prose_file) if one.head else ()
            for file in {*head, *(where.file for where in one.places.values())}:
                if file:
                    self._told[file].append(one)

    def _lead(self, file: str, places: Places) -> None:
        ways = {node for kind, thing in self.things(file) for node in outgoing(kind, thing, places)}
        ways |= {node for one in self.translations(file) for where, node in outgoing_of(one, places) if where == file}
        self._ways[file] = frozenset(ways)
        for node in self._ways[file]:
            self._named_in[node].add(file)

    def _places(self) -> Places:
        return Places(files=self.maps["files"], site_url=self.settings.site_url, former=renamed_in(self.known))


def _keys(thing: Any) -> Iterator[str]:
    return (key for _, key, _ in thing.judgements()) if isinstance(thing, Briefing) else iter(())


def _things(desk: Desk) -> Iterator[Thing]:
    yield from desk.things()
    yield from (("pages", page) for page in desk.pages)


def _by_file(desk: Desk) -> dict[str, list[Thing]]:
    found: dict[str, list[Thing]] = defaultdict(list)
    for kind, thing in _things(desk):
        found[thing.origin.file].append((kind, thing))
    return found


def _desk_of(desk: Desk, things: Iterable[Thing]) -> Desk:
    """*desk* with these things alone."""
    found: dict[str, list[Any]] = {kind: [] for kind in ("briefings", *REFERENCE_KINDS, "pages")}
    for kind, thing in things:
        found[kind].append(thing)
    parts: dict[str, Any] = {kind: tuple(some) for kind, some in found.items()}
    return replace(desk, translations=(), misplaced=(), broken=(), unread=frozenset(), **parts)
