"""The folders of a desk -> everything in them, and all problems."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path, PurePosixPath
from typing import Any
from zoneinfo import ZoneInfo

from spotbrief.model.actor import Actor
from spotbrief.model.briefing import Briefing
from spotbrief.model.desk import Desk
from spotbrief.model.event import Entry
from spotbrief.model.groups import Author, Group, Storyline
from spotbrief.model.origin import Origin, Where
from spotbrief.model.page import OrdinaryPage
from spotbrief.model.problem import Problem
from spotbrief.model.prose import Prose
from spotbrief.model.source import Publisher, Source
from spotbrief.model.statement import Issue, Statement
from spotbrief.parallel import spread
from spotbrief.reading.fields import did_you_mean
from spotbrief.reading.files import walk
from spotbrief.reading.markdown import read_prose
from spotbrief.reading.raw import Raw, read_raw
from spotbrief.reading.validate import build

KINDS: dict[str, type[Any]] = {
    "actors": Actor,
    "authors": Author,
    "topics": Group,
    "regions": Group,
    "storylines": Storyline,
    "publishers": Publisher,
    "issues": Issue,
    "events": Entry,
    "sources": Source,
    "statements": Statement,
}
"""Reference data: the folder and the plural file of each kind, and what a thing of it is."""

_WITH_PROSE = frozenset({"actors", "storylines"})


def read_desk(root: Path, zone: ZoneInfo, briefings: str = "briefings", content: str = "content") -> tuple[Desk, list[Problem]]:
    """Everything below the two folders of *root*, and what is wrong with it."""
    return _Reader(root, zone, briefings, content).read()


def reference_kind(path: str) -> str | None:
    """The kind of reference data that *path*, relative to the content folder, holds; None for what is not reference data."""
    if path.endswith(".md"):
        return None
    parts = PurePosixPath(path).parts
    first = parts[0] if len(parts) > 1 else PurePosixPath(path).stem if path.endswith((".yml", ".yaml")) else ""
    return first if first in KINDS else None


class _Reader:
    """Reads one desk; holds what the steps share."""

    def __init__(self, root: Path, zone: ZoneInfo, briefings: str, content: str) -> None:
        self.root, self.zone, self.briefings, self.content = root, zone, briefings, content
        self.problems: list[Problem] = []

    def read(self) -> tuple[Desk, list[Problem]]:
        folders = [walk(self.root, self.briefings), walk(self.root, self.content)]
        raws = self._raws([path for folder in folders for path in folder.texts])
        ours = [raw for raw in raws if raw.path.startswith(f"{self.briefings}/")]
        content = [raw for raw in raws if not raw.path.startswith(f"{self.briefings}/")]
        things = {name: tuple(self._things(name, kind, content)) for name, kind in KINDS.items()}
        desk = Desk(
            briefings=tuple(self._briefings(ours)),
            pages=tuple(self._pages(content)),
            attachments=frozenset(path for folder in folders for path in folder.attachments),
            briefings_folder=self.briefings,
            content_folder=self.content,
            **things,
        )
        return desk, [p for folder in folders for p in folder.problems if self._matters(p)] + self.problems

    def _matters(self, problem: Problem) -> bool:
        """Ordinary pages may have anything beside them: the engine publishes it."""
        in_content = problem.where.file.startswith(f"{self.content}/")
        return not in_content or problem.rule == "outside" or bool(reference_kind(problem.where.file[len(self.content) + 1 :]))

    def _raws(self, paths: Sequence[str]) -> list[Raw]:
        shares = spread(lambda share: [read_raw(self.root, path) for path in share], paths)
        raws = sorted((raw for share in shares for raw in share), key=lambda raw: raw.path)
        self.problems += [raw.problem for raw in raws if raw.problem]
        return [raw for raw in raws if not raw.problem]

    def _build(self, kind: type[Any], values: Any, id: str, origin: Origin) -> Any | None:
        made = build(kind, values, id, origin, self.zone)
        if isinstance(made, list):
            self.problems += made
            return None
        return made

    def _briefings(self, raws: Iterable[Raw]) -> Iterable[Briefing]:
        prose = {raw.path[:-3]: raw for raw in raws if raw.is_markdown and raw.data is None}
        for raw in raws:
            if raw.data is None and raw.is_markdown:
                continue
            partner = None if raw.is_markdown else prose.pop(raw.path.rpartition(".")[0], None)
            if briefing := self._briefing(raw, partner):
                yield briefing
        self.problems += [self._without_data(raw) for raw in prose.values()]

    def _briefing(self, raw: Raw, partner: Raw | None) -> Briefing | None:
        values, body = raw.data, partner.body if partner else raw.body
        if not raw.is_markdown and isinstance(values, dict) and "body" in values:
            if partner:
                self.problems.append(_two_bodies(raw.path, partner.path))
            values = self._without_body(raw.path, values)
        origin = Origin(file=raw.path, prose_file=partner.path if partner else raw.path)
        made = self._build(Briefing, values, raw.id, origin)
        return replace(made, body=body or Prose()) if made else None

    def _without_body(self, path: str, values: dict[str, Any]) -> dict[str, Any]:
        if not isinstance(values["body"], str | None):
            message, hint = "'body' is not a text", "write body: | and the text below it, indented"
            self.problems.append(
                Problem(rule="shape", severity="error", where=Where(file=path, pointer=("body",)), message=message, hint=hint)
            )
        return {key: value for key, value in values.items() if key != "body"}

    def _without_data(self, raw: Raw) -> Problem:
        if raw.body and not raw.body.text.strip():
            message, hint = "the file is empty", "write a briefing, or delete the file"
        else:
            message, hint = "there is no front matter", "open the file with ---, title: …, published: 2025-03-03T18:00 and --- again"
        return Problem(rule="front-matter", severity="error", where=Where(file=raw.path), message=message, hint=hint, line=1, column=1)

    def _things(self, name: str, kind: type[Any], raws: Iterable[Raw]) -> Iterable[Any]:
        start = len(self.content) + 1
        for raw in raws:
            if reference_kind(raw.path[start:]) == name and not raw.is_markdown:
                yield from self._singles(name, kind, raw) if "/" in raw.path[start:] else self._plural(name, kind, raw)

    def _singles(self, name: str, kind: type[Any], raw: Raw) -> Iterable[Any]:
        yield from self._thing(name, kind, raw.data, raw.id, Origin(file=raw.path, prose_file=raw.path))

    def _plural(self, name: str, kind: type[Any], raw: Raw) -> Iterable[Any]:
        if not isinstance(raw.data, dict):
            message, hint = f"{name}.yml must map ids to {name}", "write each as an id, a colon, and its fields indented below"
            if raw.data is not None:
                self.problems.append(Problem(rule="shape", severity="error", where=Where(file=raw.path), message=message, hint=hint))
            return
        for id, values in raw.data.items():
            yield from self._thing(name, kind, values, id, Origin(file=raw.path, pointer=(id,), prose_file=raw.path))

    def _thing(self, name: str, kind: type[Any], values: Any, id: str, origin: Origin) -> Iterable[Any]:
        body = values.get("body") if name in _WITH_PROSE and isinstance(values, dict) else None
        if isinstance(body, str):
            values = self._without_body(origin.file, values)
        made = self._build(kind, values, id, origin)
        if made is not None:
            yield replace(made, body=read_prose(body)) if isinstance(body, str) else made

    def _pages(self, raws: Iterable[Raw]) -> Iterable[OrdinaryPage]:
        for raw in raws:
            path = raw.path[len(self.content) + 1 :]
            if raw.is_markdown and raw.body and not reference_kind(path):
                yield OrdinaryPage(path=path, body=raw.body, origin=Origin(file=raw.path, prose_file=raw.path))
            elif not raw.is_markdown and not reference_kind(path):
                self.problems.append(self._stray(raw.path, path))

    def _stray(self, file: str, path: str) -> Problem:
        message = f"'{path}' is no kind of reference data, so it is published as a file"
        return Problem(
            rule="stray-data",
            severity="advice",
            where=Where(file=file),
            message=message,
            hint=did_you_mean(PurePosixPath(path).stem, KINDS),
            line=1,
            column=1,
        )


def _two_bodies(data: str, prose: str) -> Problem:
    where = Where(file=data, pointer=("body",))
    message, hint = f"the body stands here and in {PurePosixPath(prose).name}", "keep one of the two"
    return Problem(rule="two-bodies", severity="error", where=where, message=message, hint=hint)
