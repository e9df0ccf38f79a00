"""What readers may see: everything else is cut away once, before any view or export runs."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from spotbrief.corpus.in_language import is_out
from spotbrief.corpus.linker import by_id, files_of
from spotbrief.corpus.outgoing_links import Node, Places, outgoing
from spotbrief.corpus.renamed import renamed
from spotbrief.corpus.withdrawn import loses_text, take_down, without_text
from spotbrief.model.briefing import Briefing
from spotbrief.model.desk import Desk
from spotbrief.model.kinds import REFERENCE_KINDS
from spotbrief.model.translation import Translation


def public_desk(desk: Desk, now: datetime, site_url: str = "") -> Desk:
    """*desk* without briefings that are not public at *now*, without the texts of withdrawn ones, and without all that is
    known from these alone.

    The same desk where nothing is hidden. Addresses below *site_url* lead into the desk as relative ones do.
    """
    dark = in_the_dark(desk, now, site_url)
    shown = take_down(desk)
    if all(briefing.is_public(now) for briefing in shown.briefings) and not dark:
        return shown
    public = tuple(briefing for briefing in shown.briefings if briefing.is_public(now))
    kept: dict[str, Any] = {kind: tuple(t for t in getattr(desk, kind) if (kind, t.id) not in dark) for kind in REFERENCE_KINDS}
    attachments = frozenset(path for path in desk.attachments if ("attachments", path) not in dark)
    return _without_dangling(replace(shown, briefings=public, attachments=attachments, **kept))


def in_the_dark(desk: Desk, now: datetime, site_url: str = "") -> frozenset[Node]:
    """The things and files that are known from hidden briefings, or from texts that were taken down, alone.

    Such a text leads to them, directly or through other things, and nothing public does.
    """
    hidden = [briefing for briefing in desk.briefings if not briefing.is_public(now)]
    hidden += [briefing for briefing in without_text(desk) if briefing.is_public(now)]
    said = [one for one in desk.translations if one.kind == "briefings"]
    hidden += [one.thing for one in said if not is_out(one, now) or loses_text(one.thing)]
    if not hidden:
        return frozenset()
    public = [briefing for briefing in take_down(desk).briefings if briefing.is_public(now)]
    public += [one.thing for one in said if is_out(one, now) and not loses_text(one.thing)]
    files = {**dict(files_of(desk)), **{path: ("attachments", path) for path in desk.attachments}}
    places = Places(files=files, site_url=site_url, former=renamed(desk))
    ways = _ways(desk, places)
    out = [one for one in said if is_out(one, now)]
    known_to_hidden = _reached([*_led_to_by(hidden, places), *_translators(one for one in said if one not in out)], ways)
    lit = [node for node in ways if node not in known_to_hidden]
    by_pages = [node for page in desk.pages for node in outgoing("pages", page, places)]
    return frozenset(known_to_hidden - _reached([*lit, *by_pages, *_led_to_by(public, places), *_translators(out)], ways))


def _ways(desk: Desk, places: Places) -> dict[Node, list[Node]]:
    ways: dict[Node, list[Node]] = {("attachments", path): [] for path in desk.attachments}
    for kind in REFERENCE_KINDS:
        for thing in getattr(desk, kind):
            ways.setdefault((kind, thing.id), []).extend(outgoing(kind, thing, places))
    return ways


def _translators(translations: Iterable[Translation]) -> Iterable[Node]:
    return (("authors", id) for one in translations if one.head for id in one.head.translators)


def _led_to_by(briefings: Iterable[Briefing], places: Places) -> Iterable[Node]:
    return (node for briefing in briefings for node in outgoing("briefings", briefing, places))


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
    """*desk* without the ids of hidden briefings that public ones name as related."""
    known = by_id(desk.briefings)
    return replace(desk, briefings=tuple(_related_only_to(briefing, known) for briefing in desk.briefings))


def _related_only_to(briefing: Briefing, known: Mapping[str, Briefing]) -> Briefing:
    related = tuple(id for id in briefing.related if id in known)
    return briefing if related == briefing.related else replace(briefing, related=related)
