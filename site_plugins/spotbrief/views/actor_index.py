"""The index of all actors: people, organisations, states and outlets, each by letter."""

from collections.abc import Iterator
from datetime import date, timedelta
from functools import partial

from markupsafe import Markup

from spotbrief.corpus.corpus import Corpus
from spotbrief.model.actor import Actor
from spotbrief.model.record import record
from spotbrief.views.components import Parts, PartsAt
from spotbrief.views.letters import MANY, Letter, by_letter, jumps
from spotbrief.views.names import sort_name
from spotbrief.views.page import Page


@record
class ListedActor:
    """An actor in the index."""

    link: Markup
    sorts_as: str
    """The name by which it stands where it does, where that is another; the filter finds it too."""
    other_names: str
    about: Markup
    last: str
    """The last day on which it was in the news; empty for none."""
    extent: str
    """In how many briefings it appears; empty for none."""


@record
class ActorsOfType:
    """The actors of one type."""

    anchor: str
    title: str
    letters: tuple[Letter[ListedActor], ...]
    jumps: Markup
    """The way to each letter, where there are many."""


@record
class ActorsView:
    """What actors.html may see."""

    title: str
    jumps: Markup
    """The way to each type, where there are several."""
    types: tuple[ActorsOfType, ...]


def index(at: PartsAt) -> Page:
    """`/actors/`."""
    parts = at(1)
    types = tuple(made for type, title in parts.words.actors() if (made := _of_type(parts, type, title)).letters)
    title = parts.words("Actors")
    view = ActorsView(title=title, jumps=jumps((type.anchor, type.title) for type in types), types=types)
    description = parts.words("People, organisations and states in the briefings of {site}.", site=parts.corpus.settings.site_name)
    return Page(title=title, description=description, template="actors.html", view=view)


def _of_type(parts: Parts, type: str, title: str) -> ActorsOfType:
    actors = (actor for actor in parts.corpus.actors.values() if group_of(actor) == type)
    found = by_letter(actors, partial(sort_name, words=parts.words), parts.words, f"letter:{type}")
    letters = tuple(
        Letter(anchor=one.anchor, letter=one.letter, items=tuple(_listed(parts, actor) for actor in one.items)) for one in found
    )
    many = sum(len(letter.items) for letter in letters) > MANY
    return ActorsOfType(
        anchor=f"section:{type}",
        title=title,
        letters=letters,
        jumps=jumps((one.anchor, one.letter) for one in letters) if many else Markup(""),
    )


def group_of(actor: Actor) -> str:
    """Where an actor stands in the index: by its type, outlets apart."""
    return "outlet" if actor.type == "organization" and actor.classification == "outlet" else actor.type


def _listed(parts: Parts, actor: Actor) -> ListedActor:
    last = last_in_the_news(parts.corpus, actor.id)
    return ListedActor(
        link=parts.links.named("actors", actor.id),
        sorts_as=sort_name(actor, parts.words),
        other_names=parts.words.all_of(actor.other_names),
        about=parts.writer.line(actor.description, actor.origin),
        last=parts.words.short_day(last) if last else "",
        extent=parts.words.count_of(parts.corpus.backlinks("actors", actor.id).briefings, "briefing", "briefings"),
    )


def last_in_the_news(corpus: Corpus, id: str) -> date | None:
    """The last day, up to that of the build, of a briefing, an event or a statement of an actor."""
    return max(_days(corpus, id), default=None)


def _days(corpus: Corpus, id: str) -> Iterator[date]:
    trail, end = corpus.backlinks("actors", id), corpus.settings.today + timedelta(days=1)
    if trail.briefings:
        yield trail.briefings[0].published.astimezone(corpus.settings.timezone).date()
    for when in (*(event.when for event in trail.events), *(said.statement.when for said in trail.statements)):
        if when.earliest < end and when.earliest > date.min:
            yield min(when.latest, end - timedelta(days=1)) if when.latest - when.earliest < timedelta(days=7) else when.earliest
