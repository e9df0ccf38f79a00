"""What judgements are counted under, and whom they name: who takes the id or the name of somebody else takes his record."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Set
from datetime import datetime
from itertools import groupby

from spotbrief.corpus.audit.finding import Finding
from spotbrief.model.actor import Actor
from spotbrief.model.desk import Desk
from spotbrief.model.groups import Author, Group, Storyline
from spotbrief.model.origin import Where
from spotbrief.reading.past_versions import Called, Past

Counted = Actor | Author | Group | Storyline
Key = tuple[str, str]
"""A kind and an id."""

_WORD = re.compile(r"\w+")


def renamed(past: Past, desk: Desk | None) -> dict[str, str]:
    """By each former id of what judgements are counted under: the present one.

    An id that stood beside the present one was no former id of it, and neither was that of an author who is called otherwise.
    """
    names = _by_key(past.called)

    def is_same(kind: str, old: str, thing: Counted) -> bool:
        before = names.get((kind, old), [""])
        is_another = kind == "authors" and _is_another(before[-1], thing)
        return not is_another and not _stood_together(past.called, (kind, old), (kind, thing.id))

    return {old: thing.id for (kind, _), thing in _counted(desk).items() for old in thing.former_slugs if is_same(kind, old, thing)}


def exchanged(past: Past, desk: Desk | None, shown: Set[str]) -> Iterator[Finding]:
    """The names that became those of somebody else, so that the record of one is read as that of another.

    Of actors, those whose names judgements take from their files are in *shown*: `[[eastwick]]` is whatever Eastwick is called.
    """
    names, today = _by_key(past.called), _counted(desk)
    latest = {(one.kind, one.id): one for one in past.called}
    changed = {key: said for key, said in names.items() if _words(said[0]) != _words(said[-1]) and (key[0] != "actors" or key[1] in shown)}
    for (kind, id), (first, *_, last) in changed.items():
        others = (name for key, every in names.items() if key[0] == kind and key[1] != id for name in every)
        thing = today.get((kind, id))
        is_another = kind in ("actors", "authors") and thing is not None and _is_another(first, thing, last)
        if is_another or _words(last) in map(_words, others):
            yield _finding(latest[kind, id], thing, first, last)


def called_today(past: Past, desk: Desk, now: datetime) -> Iterator[Called]:
    """What is called otherwise in the files of *desk* than in the last commit."""
    latest = {(one.kind, one.id): one.name for one in past.called}
    for (kind, id), thing in _counted(desk).items():
        if (kind, id) in latest and not _words(_name(thing)) <= _words(latest[kind, id]):
            yield Called(kind=kind, id=id, name=_name(thing), file=thing.origin.file, commit="", when=now)


def _finding(latest: Called, thing: Counted | None, first: str, last: str) -> Finding:
    return Finding(
        kind="changed",
        briefing=f"{latest.kind}/{latest.id}",
        field="name",
        was=first,
        now=last,
        commit=latest.commit,
        when=latest.when,
        where=thing.origin.at("title" if isinstance(thing, Storyline) else "name") if thing else Where(file=latest.file),
    )


def _is_another(first: str, thing: Counted, last: str = "") -> bool:
    """Whether somebody who was called *first* has no word of that in his name, nor that name in what is said of him."""
    told: tuple[str | None, ...] = ()
    if isinstance(thing, Author):
        told = thing.role, thing.bio, thing.notes
    elif isinstance(thing, Actor):
        told = *thing.other_names, thing.description, thing.notes
    said = " ".join(filter(None, told))
    is_told = _words(first) <= _words(said)
    return bool(first) and not is_told and not _words(first) & (_words(last) | _words(_name(thing)))


def _stood_together(called: Iterable[Called], one: Key, other: Key) -> bool:
    there: set[Key] = set()
    for _, at_once in groupby(called, key=lambda change: change.commit):
        for change in at_once:
            (there.add if change.name else there.discard)((change.kind, change.id))
        if one in there and other in there:
            return True
    return False


def _by_key(called: Iterable[Called]) -> dict[Key, list[str]]:
    """The names that each had, the oldest first."""
    found: dict[Key, list[str]] = defaultdict(list)
    for one in called:
        if one.name:
            found[one.kind, one.id].append(one.name)
    return found


def _counted(desk: Desk | None) -> dict[Key, Counted]:
    kinds: dict[str, Iterable[Counted]] = (
        {"actors": desk.actors, "authors": desk.authors, "topics": desk.topics, "storylines": desk.storylines} if desk else {}
    )
    return {(kind, thing.id): thing for kind, things in kinds.items() for thing in things}


def _name(thing: Counted) -> str:
    return thing.title if isinstance(thing, Storyline) else thing.name


def _words(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text.casefold()))
