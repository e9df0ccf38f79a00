"""Topics, regions, authors and storylines: an index each, and a page each with its briefings."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from markupsafe import Markup

from spotbrief.corpus.corpus import Corpus
from spotbrief.model.briefing import Briefing
from spotbrief.model.record import record
from spotbrief.views.page import Page, Plan
from spotbrief.views.paging import Pager, Slice, pages
from spotbrief.views.parts import Card, EventPart, JudgementPart, Parts, parts_by_depth
from spotbrief.views.words import GROUP

NEWEST = 20
"""Events that a storyline's own page shows; its timeline has them all."""


@record
class Listed:
    """A group in its index."""

    link: Markup
    about: Markup
    count: int


@record
class GroupsView:
    """What groups.html may see."""

    title: str
    groups: tuple[Listed, ...]


@record
class GroupView:
    """What group.html may see."""

    title: str
    kind: str
    role: str
    about: Markup
    body: Markup
    cards: tuple[Card, ...]
    pager: Pager
    judgements: tuple[JudgementPart, ...]
    events: tuple[EventPart, ...]
    timeline: str


def plans(corpus: Corpus) -> Iterator[Plan]:
    """`/topics/`, `/topics/<id>/` …, and the same for the other kinds of groups."""
    parts = parts_by_depth(corpus)
    for kind in GROUP:
        things = getattr(corpus, kind)
        if things:
            yield Plan(path=f"{kind}/", section="briefings", make=partial(_index, parts, kind))
        for id in things:
            yield from _plans_of(corpus, parts, kind, id)


def _plans_of(corpus: Corpus, parts: Callable[[int], Parts], kind: str, id: str) -> Iterator[Plan]:
    briefings = corpus.trail(kind, id).briefings
    for part in pages(f"{kind}/{id}/", briefings, corpus.settings.per_page):
        updated = part.items[0].published.date() if part.items else None
        yield Plan(path=part.path, section="briefings", make=partial(_page, parts, kind, id, part), updated=updated)


def _index(parts_at: Callable[[int], Parts], kind: str) -> Page:
    parts = parts_at(1)
    corpus = parts.corpus
    things = sorted(getattr(corpus, kind).values(), key=lambda thing: _name(thing).casefold())
    listed = tuple(
        Listed(link=parts.links.named(kind, thing.id), about=_about(parts, thing), count=len(corpus.trail(kind, thing.id).briefings))
        for thing in things
    )
    title = GROUP[kind]
    return Page(
        title=title,
        description=f"{title} of {corpus.settings.site_name}.",
        template="groups.html",
        view=GroupsView(title=title, groups=listed),
    )


def _page(parts_at: Callable[[int], Parts], kind: str, id: str, part: Slice[Briefing]) -> Page:
    parts = parts_at(part.depth)
    corpus = parts.corpus
    thing, trail, first = getattr(corpus, kind)[id], corpus.trail(kind, id), part.number == 1
    story = first and kind == "storylines"
    open_judgements = [expected for expected in trail.judgements if not expected.judgement.resolution]
    timelines = kind == "storylines" and trail.events and "timelines" in corpus.settings.sections
    title = part.titled(_name(thing))
    view = GroupView(
        title=title,
        kind=GROUP[kind],
        role=getattr(thing, "role", "") or "",
        about=_about(parts, thing),
        body=parts.writer.block(thing.body.text, thing.origin) if story and thing.body.text else Markup(""),
        cards=tuple(map(parts.card, part.items)),
        pager=part.pager(parts.links),
        judgements=tuple(parts.judgement(expected) for expected in open_judgements[:NEWEST]) if story else (),
        events=tuple(parts.event(event) for event in trail.events[: -NEWEST - 1 : -1]) if story else (),
        timeline=parts.links.to(f"timelines/{id}/") if timelines else "",
    )
    description = str(view.about.striptags()) or f"Briefings on {title}."
    return Page(title=title, description=description, template="group.html", view=view)


def _name(thing: Any) -> str:
    return str(getattr(thing, "name", None) or thing.title)


def _about(parts: Parts, thing: Any) -> Markup:
    text = next((text for name in ("description", "summary", "bio") if (text := getattr(thing, name, None))), None)
    return parts.writer.line(text, thing.origin)
