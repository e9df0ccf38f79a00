"""Topics, regions and authors: an index each, and a page each with its briefings."""

from collections.abc import Callable, Iterator
from functools import cache, partial
from typing import Any

from markupsafe import Markup

from spotbrief.corpus.corpus import Corpus
from spotbrief.corpus.resolve import safe_url
from spotbrief.corpus.track_record import TrackRecord, track_record
from spotbrief.model.briefing import Briefing
from spotbrief.model.groups import Author
from spotbrief.model.kinds import KINDS
from spotbrief.model.record import record
from spotbrief.views.components import Card, EventPart, Parts, PartsAt, PicturePart
from spotbrief.views.indexes import kind_label
from spotbrief.views.judgements import JudgementPart
from spotbrief.views.links import mail
from spotbrief.views.page import Page, Plan
from spotbrief.views.paging import Pager, Slice, pages
from spotbrief.views.track_record_authors import AuthorRecord, author_record

NEWEST = 10
"""Events and open judgements that a group's page shows."""


@record
class Listed:
    """A group in its index."""

    link: Markup
    role: str
    about: Markup
    extent: str
    """How many briefings it has; empty for none."""


@record
class GroupsView:
    """What groups.html may see."""

    title: str
    groups: tuple[Listed, ...]


@record
class GroupView:
    """What group.html may see."""

    title: str
    kind: Markup
    broader: Markup
    role: str
    place: str
    about: Markup
    picture: PicturePart | None
    mail: Markup
    """By which readers write to an author."""
    elsewhere: tuple[str, ...]
    cards: tuple[Card, ...]
    pager: Pager
    judgements: tuple[JudgementPart, ...]
    events: tuple[EventPart, ...]
    record: AuthorRecord | None
    """How good the judgements of an author were, where the desk says so."""


RecordOf = Callable[[], TrackRecord]

GROUPS = ("topics", "regions", "authors")
"""The kinds of things that are told by what belongs to them."""


def plans(corpus: Corpus, at: PartsAt) -> Iterator[Plan]:
    """`/topics/`, `/topics/<id>/` …, and the same for the other kinds of groups."""
    record = cache(partial(track_record, corpus))
    for kind in GROUPS:
        things = getattr(corpus, kind)
        if things:
            yield Plan(path=f"{kind}/", section=kind, make=partial(_index, at, kind))
        for id in things:
            yield from _plans_of(corpus, at, kind, id, record)


def _plans_of(corpus: Corpus, at: PartsAt, kind: str, id: str, record: RecordOf) -> Iterator[Plan]:
    briefings = corpus.backlinks(kind, id).briefings
    for part in pages(f"{kind}/{id}/", briefings, corpus.settings.per_page):
        updated = max((b.changed().date() for b in part.items), default=None)
        yield Plan(path=part.path, section=kind, make=partial(_page, at, kind, id, part, record), updated=updated)


def _index(at: PartsAt, kind: str) -> Page:
    parts = at(1)
    corpus, title = parts.corpus, parts.words(KINDS[kind].title)
    things = sorted(getattr(corpus, kind).values(), key=lambda thing: thing.name.casefold())
    listed = tuple(
        Listed(
            link=parts.links.named(kind, thing.id),
            role=getattr(thing, "role", "") or "",
            about=_about(parts, thing),
            extent=parts.words.count_of(corpus.backlinks(kind, thing.id).briefings, "briefing"),
        )
        for thing in things
    )
    view = GroupsView(title=title, groups=listed)
    description = parts.words("{things} of {site}.", things=title, site=corpus.settings.site_name)
    return Page(title=title, description=description, template="groups.html", view=view)


def _page(at: PartsAt, kind: str, id: str, part: Slice[Briefing], record: RecordOf) -> Page:
    parts = at(part.depth)
    thing, trail, first = getattr(parts.corpus, kind)[id], parts.corpus.backlinks(kind, id), part.number == 1
    open_judgements = [expected for expected in trail.judgements if not expected.resolution]
    broader = getattr(thing, "broader", None)
    title = part.titled(thing.name, parts.words)
    view = GroupView(
        title=title,
        kind=kind_label(parts.links, kind),
        broader=parts.links.named(kind, broader) if broader else Markup(""),
        role=getattr(thing, "role", "") or "",
        place=getattr(thing, "location", "") or "",
        about=_about(parts, thing),
        picture=parts.picture(thing) if isinstance(thing, Author) and first else None,
        mail=mail(thing.email) if isinstance(thing, Author) and first else Markup(""),
        elsewhere=_elsewhere(thing) if isinstance(thing, Author) and first else (),
        cards=tuple(map(parts.card, part.items)),
        pager=part.pager(parts.links),
        judgements=parts.judgements(open_judgements[:NEWEST]) if first else (),
        events=tuple(parts.event(event) for event in trail.events[: -NEWEST - 1 : -1]) if first else (),
        record=author_record(record(), id, parts) if kind == "authors" and first and _tells_records(parts.corpus) else None,
    )
    description = str(view.about.striptags()) or parts.words("Briefings on {thing}.", thing=title)
    lists = tuple(("briefings", briefing.id) for briefing in part.items)
    return Page(title=title, description=description, template="group.html", view=view, lists=lists)


def _tells_records(corpus: Corpus) -> bool:
    return corpus.settings.author_records and "outlook" in corpus.settings.sections


def _elsewhere(author: Author) -> tuple[str, ...]:
    """Their own page first."""
    return tuple(dict.fromkeys(url for url in (author.url, *author.same_as) if safe_url(url) and url))


def _about(parts: Parts, thing: Any) -> Markup:
    text = thing.bio if isinstance(thing, Author) else thing.description
    return parts.writer.line(text, thing.origin)
