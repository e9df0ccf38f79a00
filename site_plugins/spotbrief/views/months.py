"""The feed by month."""

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import groupby

from markupsafe import Markup

from spotbrief.corpus.corpus import Corpus
from spotbrief.model.briefing import Briefing
from spotbrief.model.record import record
from spotbrief.views.components import PartsAt
from spotbrief.views.facets import Choice
from spotbrief.views.feed_rows import FeedRow, Month, feed_offer, feed_rows, month_of, month_path
from spotbrief.views.links import Links
from spotbrief.views.marks import anchor
from spotbrief.views.page import Page, Plan
from spotbrief.views.paging import Pager, Slice, shortened


@record
class MonthView:
    """What month.html may see."""

    title: str
    rows: tuple[FeedRow, ...]
    choices: tuple[Choice, ...]
    """What they can be narrowed down by."""
    first: str
    """The address of the first page, on which the list is narrowed down; empty where it cannot be."""
    pager: Pager
    earlier: Markup
    later: Markup


@record
class MonthLink:
    """A month in the archive."""

    link: Markup
    count: int


@record
class YearPart:
    """The months of one year, the latest first."""

    year: str
    months: tuple[MonthLink, ...]


def by_month(corpus: Corpus) -> dict[Month, tuple[Briefing, ...]]:
    """Briefings by year and month in the site's timezone, newest first."""
    return {month: tuple(group) for month, group in groupby(corpus.listed.values(), key=partial(month_of, corpus))}


def archive(links: Links, counts: dict[Month, int]) -> tuple[YearPart, ...]:
    """The way to every month, the latest first."""
    years = groupby(counts, key=lambda month: month[0])
    return tuple(YearPart(year=str(year), months=tuple(_link(links, month, counts[month]) for month in months)) for year, months in years)


def plans(corpus: Corpus, at: PartsAt) -> Iterator[Plan]:
    """`/briefings/2025/03/` …"""
    months = by_month(corpus)
    for earlier, month, later in zip([*list(months)[1:], None], months, [None, *months], strict=False):
        for part in shortened(month_path(month), months[month], corpus.settings):
            updated = max(briefing.changed().date() for briefing in part.items)
            yield Plan(
                path=part.path, section="briefings", make=partial(_page, at, month, months[month], part, earlier, later), updated=updated
            )


def _page(at: PartsAt, month: Month, whole: Sequence[Briefing], part: Slice[Briefing], earlier: Month | None, later: Month | None) -> Page:
    parts = at(part.depth)
    offer = feed_offer(parts.corpus, whole)
    title = part.titled(parts.words("Briefings of {month}", month=parts.words.month(*month)), parts.words)
    view = MonthView(
        title=title,
        rows=feed_rows(parts, part.items),
        choices=offer.choices(parts.links, part),
        first=offer.address(parts.links, part),
        pager=part.pager(parts.links),
        earlier=_named(parts.links, earlier),
        later=_named(parts.links, later),
    )
    description = parts.words("What {site} published in {month}.", site=parts.corpus.settings.site_name, month=parts.words.month(*month))
    lists = tuple(("briefings", briefing.id) for briefing in part.items) if part.number == 1 else ()
    return Page(title=title, description=description, template="month.html", view=view, lists=lists)


def _link(links: Links, month: Month, count: int) -> MonthLink:
    return MonthLink(link=anchor(links.to(month_path(month)), links.words.sentence(links.words.month_alone(month[1]))), count=count)


def _named(links: Links, month: Month | None) -> Markup:
    return anchor(links.to(month_path(month)), links.words.sentence(links.words.month(*month))) if month else Markup("")
