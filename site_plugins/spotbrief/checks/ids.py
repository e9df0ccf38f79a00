"""Ids are addresses: unique, safe in a URL and in a file system, and never one that the site needs itself."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import PurePosixPath
from typing import Any

from spotbrief.checks.rule import Finding, Reach, rule
from spotbrief.corpus.corpus import Corpus
from spotbrief.model.briefing import Briefing
from spotbrief.model.judgement import Followup
from spotbrief.model.kinds import KINDS, RENAMED
from spotbrief.model.origin import Pointer, Where
from spotbrief.model.problem import Hint
from spotbrief.model.source import SourceRef
from spotbrief.model.walk import classes_in, fields_of, is_list
from spotbrief.reading.ids import RESERVED, UNSAFE, suggestion

LONGEST = 200
"""Bytes of an id in UTF-8; file systems hold 255 in a name."""

_YEAR = re.compile(r"\A\d{4}\Z", re.ASCII)

Named = tuple[str, Where]


@cache
def _parts() -> tuple[str, ...]:
    """The lists of a briefing whose entries have ids."""
    fields = [(name, hint) for cls, name, hint in fields_of(Briefing) if cls is Briefing and is_list(hint)]
    return tuple(name for name, hint in fields if any("id" in cls.__annotations__ for cls in classes_in(hint)))


@rule("duplicate-id", "error", Reach.ALL)
def duplicate_id(corpus: Corpus) -> Iterator[Finding]:
    """No two things of a kind share an id, not even in another case or Unicode form."""
    for kind in KINDS:
        yield from _twice(((thing.id, thing.origin.at()) for thing in getattr(corpus.desk, kind)), kind)
    for briefing in corpus.desk.briefings:
        for name in _parts():
            entries = enumerate(getattr(briefing, name))
            # What has no id of its own goes by its number.
            named = ((e.id, briefing.origin.at(name, i, "id")) if e.id else (str(i + 1), briefing.origin.at(name, i)) for i, e in entries)
            yield from _twice(named, name)


@rule("duplicate-slug", "error", Reach.ALL)
def duplicate_slug(corpus: Corpus) -> Iterator[Finding]:
    """A former address leads to one thing, and is nobody's present address."""
    for kind in RENAMED:
        things = getattr(corpus.desk, kind)
        former = [
            (slug, t.origin.at("former_slugs", i)) for t in things for i, slug in enumerate(t.former_slugs) if not _same_name(slug, t.id)
        ]
        yield from _of_itself(things)
        if former:
            present = [(thing.id, thing.origin.at()) for thing in things]
            yield from _twice([*present, *former], f"addresses of {kind}", skip=len(present))


def _same_name(former: str, id: str) -> bool:
    """Whether the two ids differ in case alone. Such a former id is allowed: hosts tell the addresses apart."""
    return former.casefold() == id.casefold()


def _of_itself(things: Iterable[Any]) -> Iterator[Finding]:
    for thing in things:
        if thing.id in thing.former_slugs:
            where = thing.origin.at("former_slugs", thing.former_slugs.index(thing.id))
            yield where, f"'{thing.id}' is the present address, and no former one", "take it out of former_slugs"


@rule("unsafe-id", "error")
def unsafe_id(corpus: Corpus) -> Iterator[Finding]:
    """Ids can stand in an address: no spaces, slashes or signs, not too long, none that the site needs itself."""
    why = cache(why_unsafe)
    for id, thing, pointer in _all_ids(corpus):
        if message := why(id):
            where = thing.origin.at(*pointer)
            made = suggestion(id.strip("/").rpartition("/")[2] if "former_slugs" in where.pointer else id)
            yield where, message, Hint(f"write '{made}'", id, made) if made else "use letters, digits and dashes"
    for briefing in corpus.desk.briefings:
        if _YEAR.match(briefing.id):
            yield briefing.origin.at(), f"the id '{briefing.id}' is a year, which the site needs itself", f"write '{briefing.id}-in-review'"


def why_unsafe(id: str) -> str:
    """Why *id* cannot stand in an address; empty where it can."""
    if not id or (found := UNSAFE.search(id)):
        return f"the id '{id}' cannot be an address: it holds '{found.group()}'" if id and found else "the id is empty"
    if id[0] in ".-_" or id[-1] == ".":
        return f"the id '{id}' cannot be an address: it starts with '{id[0]}' or ends with a full stop"
    if len(id.encode("utf-8", "replace")) > LONGEST:
        return f"the id is longer than {LONGEST} bytes"
    return f"the id '{id}' is one that the site needs itself" if RESERVED.match(id) else ""


def _all_ids(corpus: Corpus) -> Iterator[tuple[str, Any, Pointer]]:
    """Each id with the thing that has it, and its place there."""
    for _, thing in corpus.desk.things():
        yield thing.id, thing, ()
        yield from ((slug, thing, ("former_slugs", i)) for i, slug in enumerate(getattr(thing, "former_slugs", ())))
    for briefing in corpus.desk.briefings:
        yield from _inner_ids(briefing)


def _inner_ids(briefing: Briefing) -> Iterator[tuple[str, Any, Pointer]]:
    for name in _parts():
        for i, entry in enumerate(getattr(briefing, name)):
            if entry.id and not entry.id.isdigit() and not isinstance(entry, SourceRef | Followup):  # which name what is told elsewhere
                yield entry.id, briefing, (name, i, "id")


_CALLED = {"what_to_expect": "judgements", "timeline": "events"}


def _twice(named: Iterable[Named], kind: str, skip: int = 0) -> Iterator[Finding]:
    seen: dict[str, Named] = {}
    for number, (id, where) in enumerate(named):
        first, place = seen.setdefault(unicodedata.normalize("NFC", id).casefold(), (id, where))
        if place is not where and number >= skip:
            same = f"'{id}'" if id == first else f"'{id}' and '{first}' (the same but for case or Unicode form)"
            yield (
                where,
                f"the id {same} stands twice among the {_CALLED.get(kind, kind).replace('_', ' ')}{_first_in(place, where)}",
                "write both as one entry" if ":" in id else _mend(where.file, place.file),
            )


def _first_in(place: Where, where: Where) -> str:
    """Where it stood first: in another file, or in which entry of the same list."""
    if place.file != where.file:
        return f", first in {place.file}"
    number = next((step for step in place.pointer if isinstance(step, int)), None)
    return "" if number is None else f", first in entry {number + 1}"


def _mend(file: str, first: str) -> str:
    """A pair of files is one briefing, unless both have fields."""
    pair = file != first and PurePosixPath(file).with_suffix("") == PurePosixPath(first).with_suffix("")
    text = next((path for path in (first, file) if path.lower().endswith(".md")), "") if pair else ""
    return f"take the front matter out of {PurePosixPath(text).name}, or rename one of the two" if text else "rename one of the two"
