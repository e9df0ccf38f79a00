"""Topics, regions and authors: an index each, and a page each with its briefings."""

from collections.abc import Callable, Iterator
from functools import cache, partial

from markupsafe import Markup

from spotbrief.corpus.broader import all_below, gathered, parts_of
from spotbrief.corpus.corpus import Backlinks, Corpus
from spotbrief.corpus.ledger import Ledger, ledger
from spotbrief.corpus.resolve import safe_url
from spotbrief.corpus.track_record import track_record
from spotbrief.model.briefing import Briefing
from spotbrief.model.groups import Author
from spotbrief.model.record import record
from spotbrief.views.components import Card, EventPart, Parts, PartsAt, PicturePart
from spotbrief.views.follow import FollowPart, follow
from spotbrief.views.group_index import about, index, open_words
from spotbrief.views.group_ledger import ledger_links
from spotbrief.views.indexes import kind_label
from spotbrief.views.judgement_rows import NONE_WAITING, WaitingPart, waiting
from spotbrief.views.links import mail
from spotbrief.views.now import NowPart, now, said_last
from spotbrief.views.page import Page, Plan
from spotbrief.views.paging import Pager, Slice, shortened
from spotbrief.views.rows import BriefingRow, briefing_row, event_row
from spotbrief.views.track_record_authors import AuthorRecord, author_record

NEWEST = 5
"""Events and open judgements in sight on a group's page."""


@record
class PartOf:
    """A part of a broader topic or region."""

    link: Markup
    extent: str


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
    parts: tuple[PartOf, ...]
    """What it is made of; what those hold stands on its page, too."""
    counts: str
    """How many briefings, and how many judgements are open and overdue."""
    follow: FollowPart | None
    ledger: tuple[Markup, ...]
    """Links to what the outlook and the track record say of a topic."""
    now: NowPart | None
    """Where it stands."""
    latest: Card | None
    """The latest briefing, unless where it stands is said by that one."""
    briefings: tuple[BriefingRow, ...]
    pager: Pager
    waiting: WaitingPart
    events: tuple[EventPart, ...]
    record: AuthorRecord | None
    """How good the judgements of an author were, where the desk says so."""


GROUPS = ("topics", "regions", "authors")
"""The kinds of things that are told by what belongs to them."""


def plans(corpus: Corpus, at: PartsAt) -> Iterator[Plan]:
    """`/topics/`, `/topics/<id>/` …, and the same for the other kinds of groups."""
    for kind in GROUPS:
        things, parts = getattr(corpus, kind), parts_of(corpus, kind)
        if things:
            yield Plan(path=f"{kind}/", section="briefings", make=partial(index, at, kind))
        for id in things:
            trail, below = gathered(corpus, kind, id), frozenset(all_below(corpus, kind, id))
            book = cache(partial(ledger, trail.judgements, corpus.settings.today))
            group = _Group(corpus=corpus, kind=kind, id=id, parts=tuple(parts.get(id, ())), below=below, trail=trail, book=book)
            yield from _plans_of(at, group)


@record
class _Group:
    """A group with all that its pages are made of."""

    corpus: Corpus
    kind: str
    id: str
    parts: tuple[str, ...]
    below: frozenset[str]
    """Its parts and theirs."""
    trail: Backlinks
    book: Callable[[], Ledger]
    """Its judgements, put in their places once for all pages."""


def _plans_of(at: PartsAt, group: _Group) -> Iterator[Plan]:
    for part in shortened(f"{group.kind}/{group.id}/", group.trail.briefings, group.corpus.settings):
        updated = max((b.changed().date() for b in part.items), default=None)
        yield Plan(path=part.path, section="briefings", make=partial(_page, at, group, part), updated=updated)


def _page(at: PartsAt, group: _Group, part: Slice[Briefing]) -> Page:
    parts, kind, id, trail, first = at(part.depth), group.kind, group.id, group.trail, part.number == 1
    thing, words, book = getattr(parts.corpus, kind)[id], parts.words, group.book()
    broader = getattr(thing, "broader", None)
    title, said = part.titled(thing.name, words), said_last(trail.briefings) if kind != "authors" else None
    latest = trail.briefings[0] if first and trail.briefings and said is not trail.briefings[0] else None
    view = GroupView(
        title=title if title != thing.name else parts.links.written(kind, id),
        kind=kind_label(parts.links, kind),
        broader=parts.links.named(kind, broader) if broader else Markup(""),
        role=getattr(thing, "role", "") or "",
        place=getattr(thing, "location", "") or "",
        about=about(parts, thing),
        picture=parts.picture(thing) if isinstance(thing, Author) and first else None,
        mail=mail(thing.email) if isinstance(thing, Author) and first else Markup(""),
        elsewhere=_elsewhere(thing) if isinstance(thing, Author) and first else (),
        parts=tuple(_part(parts, group, id) for id in group.parts),
        counts=" · ".join(filter(None, (words.count_of(trail.briefings, "briefing", "briefings"), open_words(words, book)))),
        follow=follow(parts.links, kind, id),
        ledger=tuple(ledger_links(parts, id, trail)) if kind == "topics" and first else (),
        now=now(parts, said) if first and said else None,
        latest=parts.card(latest) if latest else None,
        briefings=tuple(briefing_row(parts, one, _within(parts, group, one)) for one in part.items if one is not latest),
        pager=part.pager(parts.links),
        waiting=waiting(parts, book, NEWEST) if first else NONE_WAITING,
        events=tuple(event_row(parts, event) for event in trail.events[: -NEWEST - 1 : -1]) if first else (),
        record=_record(parts, id) if kind == "authors" and first else None,
    )
    description = str(view.about.striptags()) or words("Briefings on {thing}.", thing=title)
    lists = tuple(("briefings", briefing.id) for briefing in part.items) if part.number == 1 else ()
    return Page(title=title, description=description, template="group.html", view=view, lists=lists)


def _part(parts: Parts, group: _Group, id: str) -> PartOf:
    trail = gathered(group.corpus, group.kind, id)
    return PartOf(link=parts.links.named(group.kind, id), extent=parts.words.number(len(trail.briefings)))


def _within(parts: Parts, group: _Group, briefing: Briefing) -> Markup:
    """The parts by which a briefing belongs to a group; empty where it names the group itself."""
    named = getattr(briefing, group.kind)
    if not group.parts or group.id in named:
        return Markup("")
    return parts.links.all_named(group.kind, (id for id in named if id in group.below))


def _record(parts: Parts, id: str) -> AuthorRecord | None:
    settings = parts.corpus.settings
    told = settings.author_records and "outlook" in settings.sections
    return author_record(track_record(parts.corpus), id, parts) if told else None


def _elsewhere(author: Author) -> tuple[str, ...]:
    """Their own page first."""
    return tuple(dict.fromkeys(url for url in (author.url, *author.same_as) if safe_url(url) and url))
