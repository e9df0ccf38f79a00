"""Timelines: all events, and those of each storyline, newest first."""

from collections.abc import Iterator, Sequence
from functools import partial
from urllib.parse import quote

from markupsafe import Markup

from spotbrief.corpus.corpus import Corpus
from spotbrief.model.event import Event
from spotbrief.model.record import record
from spotbrief.views.charts.density import Density, density
from spotbrief.views.components import EventPart, PartsAt
from spotbrief.views.links import Links
from spotbrief.views.marks import anchor
from spotbrief.views.page import Page, Plan
from spotbrief.views.paging import Pager, Slice, page_path, pages

FILTERED = 10_000
"""The newest events, which the filter of a timeline knows."""

LEFT_OUT = "The filter knows the newest {known} of {all} events."


@record
class Timeline:
    """One timeline of the site: where it lies, and its events, newest first."""

    base: str
    title: str
    events: Sequence[Event]


@record
class TimelineView:
    """What timeline.html may see."""

    title: str
    storylines: Markup
    density: Density | None
    """On the first page only, of all pages together."""
    data: str
    """The address of the file that the filter reads; empty where there is nothing to filter."""
    left_out: str
    """Said where the filter does not know all events."""
    events: tuple[EventPart, ...]
    pager: Pager


def timelines(corpus: Corpus) -> Iterator[Timeline]:
    """The timeline of everything, and one of each storyline that has events."""
    yield Timeline(base="timelines/", title=corpus.words("Timelines"), events=tuple(corpus.events.values())[::-1])
    for id, storyline in corpus.storylines.items():
        if events := corpus.backlinks("storylines", id).events:
            title = corpus.words("Timeline: {storyline}", storyline=storyline.title)
            yield Timeline(base=f"timelines/{id}/", title=title, events=events[::-1])


def events_path(base: str) -> str:
    """Where the file lies that the filter of a timeline reads."""
    return f"{base}events.json"


def plans(corpus: Corpus, at: PartsAt) -> Iterator[Plan]:
    """`/timelines/` and `/timelines/<storyline>/`, with as many pages as they take."""
    for timeline in timelines(corpus):
        for part in pages(timeline.base, timeline.events, corpus.settings.events_per_page):
            yield Plan(path=part.path, section="timelines", make=partial(_page, at, timeline, part))


def _page(at: PartsAt, timeline: Timeline, part: Slice[Event]) -> Page:
    parts = at(part.depth)
    corpus, words = parts.corpus, parts.words
    title, links, count = part.titled(timeline.title, parts.words), parts.links, len(timeline.events)
    storylines = [s for s in corpus.storylines.values() if corpus.backlinks("storylines", s.id).events] if part.base == "timelines/" else []
    view = TimelineView(
        title=title,
        storylines=Markup(", ").join(anchor(links.to(f"timelines/{s.id}/"), s.title) for s in storylines),
        density=_density(links, part, timeline.events) if part.number == 1 else None,
        data=links.to(events_path(part.base)) if count else "",
        left_out=words(LEFT_OUT, known=words.number(FILTERED), all=words.number(count)) if count > FILTERED else "",
        events=tuple(map(parts.event, part.items)),
        pager=part.pager(links),
    )
    description = words("{timeline}: what happened and what is scheduled, newest first.", timeline=timeline.title)
    return Page(title=title, description=description, template="timeline.html", view=view)


def _density(links: Links, first: Slice[Event], all: Sequence[Event]) -> Density | None:
    """The chart of *all* events, each with its address on whichever page it stands."""
    size = links.corpus.settings.events_per_page
    pages = ["", *(links.to(page_path(first.base, number)) for number in range(2, first.count + 1))]
    return density([(event.when, f"{pages[i // size]}#event:{quote(event.id, safe=':')}") for i, event in enumerate(all)], links.words)
