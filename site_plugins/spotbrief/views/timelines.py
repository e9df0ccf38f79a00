"""Timelines: all events, and those of each storyline, newest first."""

from collections.abc import Iterator
from functools import partial
from urllib.parse import quote

from markupsafe import Markup

from spotbrief.corpus.corpus import Corpus
from spotbrief.model.event import Event
from spotbrief.model.record import record
from spotbrief.views.charts.density import Density, density
from spotbrief.views.links import Links, anchor
from spotbrief.views.page import Page, Plan
from spotbrief.views.paging import Pager, Slice, page_path, pages
from spotbrief.views.parts import EventPart, Parts


@record
class TimelineView:
    """What timeline.html may see."""

    title: str
    storylines: Markup
    density: Density | None
    """On the first page only, of all pages together."""
    events: tuple[EventPart, ...]
    pager: Pager


def plans(corpus: Corpus) -> Iterator[Plan]:
    """`/timelines/` and `/timelines/<storyline>/`, with as many pages as they take."""
    yield from _plans_of(corpus, "timelines/", "Timeline", tuple(corpus.events.values()))
    for id, storyline in corpus.storylines.items():
        if events := corpus.trail("storylines", id).events:
            yield from _plans_of(corpus, f"timelines/{id}/", f"Timeline: {storyline.title}", events)


def _plans_of(corpus: Corpus, base: str, title: str, events: tuple[Event, ...]) -> Iterator[Plan]:
    newest = events[::-1]
    for part in pages(base, newest, corpus.settings.events_per_page):
        yield Plan(path=part.path, section="timelines", make=partial(_page, corpus, title, part, newest))


def _page(corpus: Corpus, name: str, part: Slice[Event], all: tuple[Event, ...]) -> Page:
    parts = Parts(Links(corpus, part.depth))
    title, links = part.titled(name), parts.links
    storylines = [s for s in corpus.storylines.values() if corpus.trail("storylines", s.id).events] if part.base == "timelines/" else []
    view = TimelineView(
        title=title,
        storylines=Markup(", ").join(anchor(links.to(f"timelines/{s.id}/"), s.title) for s in storylines),
        density=_density(links, part, all) if part.number == 1 else None,
        events=tuple(map(parts.event, part.items)),
        pager=part.pager(links),
    )
    return Page(title=title, description=f"{name}: what happened and what is scheduled, newest first.", template="timeline.html", view=view)


def _density(links: Links, first: Slice[Event], all: tuple[Event, ...]) -> Density | None:
    """The chart of *all* events, each with its address on whichever page it stands."""
    size = links.corpus.settings.events_per_page
    pages = ["", *(links.to(page_path(first.base, number)) for number in range(2, first.count + 1))]
    return density([(event.when, f"{pages[i // size]}#event:{quote(event.id, safe=':')}") for i, event in enumerate(all)])
