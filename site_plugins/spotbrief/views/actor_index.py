"""The index of all actors, by type."""

from collections.abc import Iterator

from markupsafe import Markup

from spotbrief.model.record import record
from spotbrief.views.components import Parts, PartsAt
from spotbrief.views.marks import anchor
from spotbrief.views.page import Page


@record
class ListedActor:
    """An actor in the index."""

    link: Markup
    about: Markup
    extent: str
    """In how many briefings it appears; empty for none."""


@record
class ActorsOfType:
    """The actors of one type."""

    anchor: str
    title: str
    actors: tuple[ListedActor, ...]


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
    types = tuple(
        ActorsOfType(anchor=f"section:{type}", title=title, actors=listed)
        for type, title in parts.words.actors()
        if (listed := tuple(_listed(parts, type)))
    )
    jumps = Markup(" · ").join(anchor(f"#{type.anchor}", type.title) for type in types) if len(types) > 1 else Markup("")
    title = parts.words("Actors")
    description = parts.words("People, organisations and states in the briefings of {site}.", site=parts.corpus.settings.site_name)
    return Page(title=title, description=description, template="actors.html", view=ActorsView(title=title, jumps=jumps, types=types))


def _listed(parts: Parts, type: str) -> Iterator[ListedActor]:
    actors = (actor for actor in parts.corpus.actors.values() if actor.type == type)
    for actor in sorted(actors, key=lambda actor: actor.name.casefold()):
        about = parts.writer.line(actor.description, actor.origin)
        extent = parts.words.count_of(parts.corpus.backlinks("actors", actor.id).briefings, "briefing")
        yield ListedActor(link=parts.links.named("actors", actor.id), about=about, extent=extent)
