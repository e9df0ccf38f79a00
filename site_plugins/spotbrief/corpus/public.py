"""What readers may see: everything else is cut away once, before any view or export runs."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from spotbrief.corpus.link import by_id
from spotbrief.corpus.references import references_of_briefing, references_of_thing
from spotbrief.model.briefing import Briefing
from spotbrief.model.desk import REFERENCE_KINDS, Desk

Node = tuple[str, str]


def public_desk(desk: Desk, now: datetime) -> Desk:
    """*desk* without briefings that are not public at *now*, and without all that is known from them alone.

    A thing of the reference data is known from a hidden briefing alone if that briefing leads to it, directly or through
    other things, and nothing public does. The same desk where nothing is hidden.
    """
    hidden = [briefing for briefing in desk.briefings if not briefing.is_public(now)]
    if not hidden:
        return desk
    public = [briefing for briefing in desk.briefings if briefing.is_public(now)]
    ways = _ways(desk)
    in_the_dark = _reached(_named_by(hidden), ways)
    lit = {node for node in ways if node not in in_the_dark}
    in_the_light = _reached([*lit, *_named_by(public), *_named_by_pages(desk)], ways)
    kept: dict[str, Any] = {kind: tuple(t for t in getattr(desk, kind) if (kind, t.id) in in_the_light) for kind in REFERENCE_KINDS}
    return _without_dangling(replace(desk, briefings=tuple(public), **kept))


def _ways(desk: Desk) -> dict[Node, list[Node]]:
    return {
        (kind, thing.id): [(r.kind, r.id) for r in references_of_thing(thing)] for kind in REFERENCE_KINDS for thing in getattr(desk, kind)
    }


def _named_by(briefings: Iterable[Briefing]) -> Iterable[Node]:
    for briefing in briefings:
        for reference in references_of_briefing(briefing):
            yield reference.kind, reference.id
        for entry in briefing.timeline:
            yield "events", entry.id


def _named_by_pages(desk: Desk) -> Iterable[Node]:
    return (("actors", actor) for page in desk.pages for actor in page.body.mentions)


def _reached(start: Iterable[Node], ways: Mapping[Node, list[Node]]) -> set[Node]:
    seen: set[Node] = set()
    waiting = [node for node in start if node in ways]
    while waiting:
        node = waiting.pop()
        if node not in seen:
            seen.add(node)
            waiting += [way for way in ways[node] if way in ways]
    return seen


def _without_dangling(desk: Desk) -> Desk:
    """Public briefings may still name hidden ones as related: those names go too."""
    known = by_id(desk.briefings)
    return replace(desk, briefings=tuple(_related_only_to(briefing, known) for briefing in desk.briefings))


def _related_only_to(briefing: Briefing, known: Mapping[str, Briefing]) -> Briefing:
    related = tuple(id for id in briefing.related if id in known)
    return briefing if related == briefing.related else replace(briefing, related=related)
