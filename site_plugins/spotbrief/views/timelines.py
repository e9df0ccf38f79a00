"""Timelines: all events, and those of each storyline, newest first; with a heading for each month, and one for all that is long past."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from functools import cached_property, partial
from itertools import groupby

from markupsafe import Markup

from spotbrief.corpus.corpus import Corpus
from spotbrief.model.event import Event
from spotbrief.model.record import record
from spotbrief.model.settings import Settings
from spotbrief.views.charts.axis import month_of
from spotbrief.views.charts.density import Density, density
from spotbrief.views.components import EventPart, Parts, PartsAt
from spotbrief.views.links import Links
from spotbrief.views.marks import anchor
from spotbrief.views.page import Page, Plan
from spotbrief.views.paging import Pager, Slice, pages
from spotbrief.words.words import Words

TOLD = 80
"""The events of a storyline that its timeline tells in full; a longer one is there to find one's way."""

LATER = 3
"""How many times as long as the first page of a timeline the others are: they are looked through, and most are folded."""

FILTERED = 10_000
"""The first events of a timeline, which its filter knows."""

IN_SIGHT = 12
"""Months stay in sight from the newest event of a page on, until they hold so many; earlier ones open at a press."""

LEFT_OUT = "The filter knows the first {known} of {all} events."


class Timeline:
    """One timeline of the site: where it lies, and its events, newest first."""

    def __init__(self, base: str, title: str, events: Sequence[Event], *, is_story: bool) -> None:
        self.base, self.title, self.events, self.is_story = base, title, events, is_story

    @cached_property
    def months(self) -> Counter[int]:
        """How many events each month holds."""
        return Counter(map(_month, self.events))

    @cached_property
    def offers(self) -> "Offers":
        """What its events can be filtered by."""
        events = self.events
        return Offers(actors=any(e.actors for e in events), topics=any(e.topics for e in events), kinds=any(e.kind for e in events))


@record
class Offers:
    """What a filter can ask for beside the period."""

    actors: bool
    topics: bool
    kinds: bool


@record
class MonthPart:
    """The events of a month on a page; the heading counts those of other pages too."""

    anchor: str
    title: str
    is_folded: bool
    """Whether the month is not near, so that its events open at a press."""
    events: tuple[EventPart, ...]


@record
class PastPart:
    """The months of a page that are of earlier years than the last two, folded up into one."""

    title: str
    """Before which year, and how many events of this page."""
    months: tuple[MonthPart, ...]


@record
class TimelineView:
    """What timeline.html may see."""

    title: str
    storylines: Markup
    density: Density | None
    """On the first page only, of all pages together."""
    data: str
    """The address of the file that the filter reads; empty where there is nothing to filter."""
    offers: Offers
    left_out: str
    """Said where the filter does not know all events."""
    order: str
    """In which order of time the events stand."""
    months: tuple[MonthPart, ...]
    past: PastPart | None
    """None for a page that has nothing of earlier years."""
    pager: Pager


def timelines(corpus: Corpus) -> Iterator[Timeline]:
    """The timeline of everything, and one of each storyline that has events."""
    yield Timeline("timelines/", corpus.words("Timelines"), tuple(corpus.events.values())[::-1], is_story=False)
    for id, storyline in corpus.storylines.items():
        if events := corpus.backlinks("storylines", id).events:
            title = corpus.words("Timeline: {storyline}", storyline=storyline.title)
            yield Timeline(f"timelines/{id}/", title, events[::-1], is_story=True)


def events_path(base: str) -> str:
    """Where the file lies that the filter of a timeline reads."""
    return f"{base}events.json"


def lengths(settings: Settings) -> tuple[int, int]:
    """How many events the first page of a timeline holds, and how many each other one."""
    return settings.events_per_page, LATER * settings.events_per_page


def plans(corpus: Corpus, at: PartsAt) -> Iterator[Plan]:
    """`/timelines/` and `/timelines/<storyline>/`, with as many pages as they take."""
    for timeline in timelines(corpus):
        parts = tuple(pages(timeline.base, timeline.events, *lengths(corpus.settings)))
        for part in parts:
            yield Plan(path=part.path, section="timelines", make=partial(_page, at, timeline, part, parts))


def _page(at: PartsAt, timeline: Timeline, part: Slice[Event], all: Sequence[Slice[Event]]) -> Page:
    parts = at(part.depth)
    corpus, words = parts.corpus, parts.words
    title, links, count = part.titled(timeline.title, parts.words), parts.links, len(timeline.events)
    in_full = timeline.is_story and count <= TOLD
    months = partial(_months, parts, timeline, parts.event if in_full else parts.dated)
    first_year = _first_year(part.items, corpus.settings.today)
    past = [event for event in part.items if event.when.earliest.year < first_year]
    storylines = [] if timeline.is_story else [s for s in corpus.storylines.values() if corpus.backlinks("storylines", s.id).events]
    view = TimelineView(
        title=title,
        storylines=Markup(", ").join(anchor(links.to(f"timelines/{s.id}/"), links.written("storylines", s.id)) for s in storylines),
        density=_density(links, all) if part.number == 1 else None,
        data=links.to(events_path(part.base)) if count else "",
        offers=timeline.offers,
        left_out=words(LEFT_OUT, known=words.number(FILTERED), all=words.number(count)) if count > FILTERED else "",
        order=words.order("newest"),
        months=tuple(months(part.items[: len(part.items) - len(past)])),
        past=PastPart(title=_before(first_year, len(past), words), months=tuple(months(past))) if past else None,
        pager=part.pager(links),
    )
    about = words("{timeline}: what happened and what is scheduled, newest first.", timeline=timeline.title)
    return Page(title=title, description=about, template="timeline.html", view=view)


def _before(year: int, count: int, words: Words) -> str:
    return words("Before {year} · {count}", year=str(year), count=words.number(count))


def _months(parts: Parts, timeline: Timeline, told: Callable[[Event], EventPart], events: Sequence[Event]) -> Iterator[MonthPart]:
    in_sight = frozenset(map(_month, events[:IN_SIGHT]))
    for month, held in groupby(events, key=_month):
        name = parts.words.sentence(parts.words.month(month // 12, month % 12 + 1))
        title = parts.words("{month} · {count}", month=name, count=parts.words.number(timeline.months[month]))
        yield MonthPart(anchor=_anchor(month), title=title, is_folded=month not in in_sight, events=tuple(map(told, held)))


def _first_year(events: Sequence[Event], today: date) -> int:
    """The first year whose months have bars of their own: that before this one, or an earlier one that is in sight."""
    return min([today.year - 1, *(event.when.earliest.year for event in events[:IN_SIGHT])])


def _month(event: Event) -> int:
    """The month in which an event begins, or may begin: lists are sorted by that day."""
    return month_of(event.when.earliest)


def _anchor(month: int) -> str:
    return f"month:{month // 12:04}-{month % 12 + 1:02}"


def _density(links: Links, all: Sequence[Slice[Event]]) -> Density | None:
    """The chart of *all* pages; a bar leads to its month, on whichever page that begins."""
    pages = [("" if part.number == 1 else links.to(part.path), part.items) for part in all]
    return density([(event.when, f"{page}#{_anchor(_month(event))}") for page, events in pages for event in events], links.words)
