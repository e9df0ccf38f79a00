"""The news feed, over as many pages as it takes."""

from collections.abc import Iterator
from functools import partial

from spotbrief.corpus.corpus import Corpus
from spotbrief.model.briefing import Briefing
from spotbrief.model.record import record
from spotbrief.views.components import PartsAt
from spotbrief.views.facets import Choice
from spotbrief.views.feed_rows import FeedMonth, Month, feed_months, feed_offer
from spotbrief.views.months import YearPart, archive, by_month
from spotbrief.views.page import Page, Plan
from spotbrief.views.paging import Pager, Slice, shortened


@record
class FeedView:
    """What feed.html may see."""

    title: str
    months: tuple[FeedMonth, ...]
    choices: tuple[Choice, ...]
    """What the rows can be narrowed down by."""
    first: str
    """The address of the first page, on which the list is narrowed down; empty where it cannot be."""
    pager: Pager
    archive: tuple[YearPart, ...]


def plans(corpus: Corpus, at: PartsAt) -> Iterator[Plan]:
    """`/briefings/`, `/briefings/page/2/` …"""
    counts = {month: len(briefings) for month, briefings in by_month(corpus).items()}
    for part in shortened("briefings/", tuple(corpus.listed.values()), corpus.settings):
        updated = max((b.changed().date() for b in part.items), default=None)
        yield Plan(path=part.path, section="briefings", make=partial(_page, at, part, counts), updated=updated)


def _page(at: PartsAt, part: Slice[Briefing], counts: dict[Month, int]) -> Page:
    parts = at(part.depth)
    offer = feed_offer(parts.corpus, parts.corpus.listed.values())
    title = part.titled(parts.words("Briefings"), parts.words)
    view = FeedView(
        title=title,
        months=tuple(feed_months(parts, part.items, counts)),
        choices=offer.choices(parts.links, part),
        first=offer.address(parts.links, part),
        pager=part.pager(parts.links),
        archive=archive(parts.links, counts) if part.number == 1 else (),
    )
    description = parts.words("All briefings of {site}, newest first.", site=parts.corpus.settings.site_name)
    lists = tuple(("briefings", briefing.id) for briefing in part.items) if part.number == 1 else ()
    return Page(title=title, description=description, template="feed.html", view=view, lists=lists)
