"""Topics, regions and authors, each with its latest briefing and what it waits for."""

from collections.abc import Callable, Iterator
from operator import attrgetter
from typing import Any

from markupsafe import Markup

from spotbrief.corpus.broader import all_below, gathered, parts_of
from spotbrief.corpus.corpus import Corpus
from spotbrief.corpus.ledger import Ledger, ledger
from spotbrief.model.kinds import KINDS
from spotbrief.model.record import record
from spotbrief.views.components import Parts, PartsAt
from spotbrief.views.judgements import NOTHING
from spotbrief.views.letters import MANY, by_letter, jumps, sorted_by
from spotbrief.views.page import Page
from spotbrief.views.time_elements import of_day
from spotbrief.words.words import Words


@record
class Listed:
    """A group in its index."""

    link: Markup
    name: str
    anchor: str
    """Where its letter begins; empty for all others."""
    role: str
    about: Markup
    extent: str
    """How many briefings it has, those of its parts too; empty for none."""
    open: str
    """How many judgements are open and overdue; empty for none."""
    latest: Markup
    """Its latest briefing."""
    when: Markup
    is_part: bool
    """Whether it stands below the broader one that it is part of."""


@record
class GroupsView:
    """What groups.html may see."""

    title: str
    groups: tuple[Listed, ...]
    are_many: bool
    """Whether there are enough to narrow them down."""
    jumps: Markup
    """The way to each letter, where there are many."""


def index(at: PartsAt, kind: str) -> Page:
    """`/topics/`, `/regions/` or `/authors/`."""
    parts = at(1)
    title = parts.words(KINDS[kind].title)
    things = list(in_order(parts.corpus, kind, parts.words))
    are_many = len(things) > MANY
    known, name = getattr(parts.corpus, kind), _named(kind, parts.words)
    letters = tuple(by_letter((known[id] for id, depth in things if not depth), name, parts.words)) if are_many else ()
    begins = {one.items[0].id: one.anchor for one in letters}
    listed = tuple(_listed(parts, kind, id, begins.get(id, ""), is_part=depth > 0) for id, depth in things)
    description = parts.words("{things} of {site}.", things=title, site=parts.corpus.settings.site_name)
    places = jumps((one.anchor, one.letter) for one in letters)
    view = GroupsView(title=title, groups=listed, are_many=are_many, jumps=places)
    return Page(title=title, description=description, template="groups.html", view=view)


def in_order(corpus: Corpus, kind: str, words: Words) -> Iterator[tuple[str, int]]:
    """The things of a kind by name, authors by the family name, each before its parts, with how deep it lies."""
    things, parts = getattr(corpus, kind), parts_of(corpus, kind)
    inner = {id for below in parts.values() for id in below}
    whole = [thing for thing in things.values() if thing.id not in inner or thing.id in all_below(corpus, kind, thing.id)]
    name = _named(kind, words)
    waiting = [(thing.id, 0) for thing in reversed(sorted_by(whole, name, words))]
    seen = set[str]()
    while waiting:
        id, depth = waiting.pop()
        if id not in seen:
            seen.add(id)
            yield id, depth
            waiting += [(one.id, depth + 1) for one in reversed(sorted_by([things[part] for part in parts.get(id, ())], name, words))]
    yield from ((id, 0) for id in things if id not in seen)


def _named(kind: str, words: Words) -> Callable[[Any], str]:
    """The name under which readers look for a thing of a kind."""
    return attrgetter("name") if kind != "authors" else lambda author: words.family_first(author.name)


def _listed(parts: Parts, kind: str, id: str, anchor: str, *, is_part: bool) -> Listed:
    thing = getattr(parts.corpus, kind)[id]
    trail = gathered(parts.corpus, kind, id)
    latest = next(iter(trail.briefings), None)
    return Listed(
        link=parts.links.named(kind, id),
        name=thing.name,
        anchor=anchor,
        role=getattr(thing, "role", "") or "",
        about=about(parts, thing),
        extent=parts.words.count_of(trail.briefings, "briefing", "briefings"),
        open=open_words(parts.words, ledger(trail.judgements, parts.corpus.settings.today)),
        latest=parts.links.named("briefings", latest.id) if latest else NOTHING,
        when=of_day(latest.published, parts.words) if latest else NOTHING,
        is_part=is_part,
    )


def about(parts: Parts, thing: Any) -> Markup:
    """What a group is, or who an author is."""
    text = getattr(thing, "bio", None) or getattr(thing, "description", None)
    return parts.writer.line(text, thing.origin)


def open_words(words: Words, book: Ledger) -> str:
    """How many judgements are open, and how many are overdue: `17 judgements open, 3 overdue`; empty for none."""
    ahead, overdue = (words.count_of(found, "judgement", "judgements") for found in (book.ahead, book.overdue))
    if not ahead:
        return words("{judgements} overdue", judgements=overdue) if overdue else ""
    late = words("{count} overdue", count=words.number(len(book.overdue))) if overdue else ""
    return words.all_of(filter(None, (words("{judgements} open", judgements=ahead), late)))
