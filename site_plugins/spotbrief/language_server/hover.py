"""What is known of a thing, in a few lines of Markdown."""

from collections.abc import Iterator
from typing import Any

from spotbrief.corpus.corpus import Expected
from spotbrief.corpus.outgoing_links import Node
from spotbrief.language_server.described import described
from spotbrief.language_server.naming import PUBLIC_EVENTS, one_named, one_of
from spotbrief.language_server.open_desk import OpenDesk
from spotbrief.language_server.originals import Original, head, in_translation
from spotbrief.language_server.parts import part
from spotbrief.language_server.spot import Spot
from spotbrief.model.actor import Actor
from spotbrief.model.briefing import Briefing, PublicEvent
from spotbrief.model.event import Event
from spotbrief.model.origin import Pointer
from spotbrief.model.source import Source
from spotbrief.model.statement import Issue

MOST = 5


def about(desk: OpenDesk, file: str, spot: Spot) -> str:
    """What is known of what stands at a spot; empty where that is nothing."""
    if spot.term:
        term = desk.live.settings.scale.term(spot.term)
        return f"**{term.term}**: {term.band()}" if term else ""
    parts = [about_thing(desk, file, spot.node)] if spot.node else [_about_field(desk, file, spot.field)] if spot.field else []
    parts += [_in_original(spot.original)] if spot.original else []
    return "\n\n".join(filter(None, parts))


def _about_field(desk: OpenDesk, file: str, field: Pointer) -> str:
    of = described(file, desk.folders, desk.live.settings.tags)
    of = of and in_translation(of, field[:-1], desk.live.settings.tags)
    if not of:
        return ""
    of = head(of, field) or of
    note = of.fields_at(field[:-1]).get(str(field[-1]), "")
    return f"**{field[-1]}**: {note}" if note else ""


def _in_original(of: Original) -> str:
    """What the original says."""
    texts = list(of.texts().values())[:MOST]
    return "\n\n".join(["*In the original:*", *texts]) if texts else ""


def about_thing(desk: OpenDesk, file: str, node: Node) -> str:
    """The card of a thing."""
    found = one_named(desk.live, node[0], node[1], file)
    if not found and (told := part(desk, node)):
        text = getattr(told.entry, "text", "") or node[1]
        return f"**{_plain(text)}**\n\n*{one_of(node[0])}* `{node[1]}`"
    if not found:
        return ""
    thing = found.thing.public_event if node[0] == PUBLIC_EVENTS else found.thing
    naming = len(desk.live.naming(node)) if desk.is_whole else 0
    lines = [f"**{_plain(found.name or node[1])}**", f"*{one_of(node[0])}* `{node[1]}`", *_lines(thing, desk)]
    lines += [f"Named in {naming} {'file' if naming == 1 else 'files'}."] if naming else []
    return "\n\n".join(lines)


def _lines(thing: Any, desk: OpenDesk) -> Iterator[str]:
    if isinstance(thing, Actor):
        yield from _actor(thing)
    elif isinstance(thing, Expected):
        yield from _judgement(thing, desk)
    elif isinstance(thing, Event):
        yield from filter(None, (thing.when.text, thing.place, thing.text))
    elif isinstance(thing, Briefing):
        yield f"{thing.kind.replace('_', ' ')}, {thing.published:%Y-%m-%d %H:%M}, {thing.status}"
        yield from filter(None, (thing.bottom_line or thing.summary,))
    elif isinstance(thing, PublicEvent):
        yield from filter(None, (f"{thing.starts:%Y-%m-%d %H:%M}", thing.place, thing.status, thing.text))
    elif isinstance(thing, Source):
        yield from filter(None, (thing.publisher, thing.published.text if thing.published else "", thing.url))
    elif isinstance(thing, Issue):
        yield from filter(None, (thing.question, thing.description))
    else:
        said = (getattr(thing, name, None) for name in ("description", "summary", "bio", "role", "url"))
        yield from (text for text in said if text)


def _actor(actor: Actor) -> Iterator[str]:
    yield from filter(None, (actor.type, actor.description))
    if actor.other_names:
        yield "Also: " + ", ".join(map(_plain, actor.other_names[:MOST]))
    for one in actor.memberships[:MOST]:
        since, until = (date.text if date else "" for date in (one.since, one.until))
        yield f"{one.role or 'member'}, {one.organization}" + (f", {since}–{until}" if since or until else "")


def _judgement(expected: Expected, desk: OpenDesk) -> Iterator[str]:
    """How it stands: what was said first and now, by when, and how it ended."""
    first, now = expected.first, expected.now
    yield f"Now: {_view(now)}" + (f"; first: {_view(first)}" if _view(first) != _view(now) else "")
    if expected.judgement.by:
        yield f"By {expected.judgement.by.text}"
    if ended := expected.resolution:
        yield f"Ended: {ended.outcome.replace('_', ' ')}, {ended.when.text}"
    elif expected.judgement.by and expected.judgement.by.latest < desk.live.settings.today:
        yield "Overdue"
    else:
        yield "Open"


def _view(call: Any) -> str:
    odds = call.likelihood or (f"{call.probability:.0%}" if call.probability is not None else "no likelihood")
    return odds + (f", {call.confidence} confidence" if call.confidence else "")


def _plain(text: str) -> str:
    """*text* without signs that Markdown would obey."""
    return "".join(f"\\{sign}" if sign in "\\`*_[]<>#" else sign for sign in text)
