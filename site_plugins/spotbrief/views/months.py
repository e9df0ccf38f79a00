"""The feed by month."""

from collections.abc import Iterator
from functools import partial
from itertools import groupby

from markupsafe import Markup

from spotbrief.corpus.corpus import Corpus
from spotbrief.model.briefing import Briefing
from spotbrief.model.dates import MONTHS
from spotbrief.model.record import record
from spotbrief.views.components import Card, PartsAt
from spotbrief.views.links import Links
from spotbrief.views.marks import anchor
from spotbrief.views.page import Page, Plan
from spotbrief.views.paging import Pager, Slice, pages

Month = tuple[int, int]


@record
class MonthView:
    """What month.html may see."""

    title: str
    cards: tuple[Card, ...]
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
    return {month: tuple(group) for month, group in groupby(corpus.briefings.values(), key=partial(_month, corpus))}


def archive(links: Links, counts: dict[Month, int]) -> tuple[YearPart, ...]:
    """The way to every month, the latest first."""
    years = groupby(counts, key=lambda month: month[0])
    return tuple(YearPart(year=str(year), months=tuple(_link(links, month, counts[month]) for month in months)) for year, months in years)


def plans(corpus: Corpus, at: PartsAt) -> Iterator[Plan]:
    """`/briefings/2025/03/` …"""
    months = by_month(corpus)
    for earlier, month, later in zip([*list(months)[1:], None], months, [None, *months], strict=False):
        for part in pages(_path(month), months[month], corpus.settings.per_page):
            updated = max(briefing.changed().date() for briefing in part.items)
            yield Plan(path=part.path, section="briefings", make=partial(_page, at, month, part, earlier, later), updated=updated)


def _page(at: PartsAt, month: Month, part: Slice[Briefing], earlier: Month | None, later: Month | None) -> Page:
    parts = at(part.depth)
    title = part.titled(f"Briefings of {_words(month)}")
    view = MonthView(
        title=title,
        cards=tuple(map(parts.card, part.items)),
        pager=part.pager(parts.links),
        earlier=_named(parts.links, earlier),
        later=_named(parts.links, later),
    )
    description = f"What {parts.corpus.settings.site_name} published in {_words(month)}."
    lists = tuple(("briefings", briefing.id) for briefing in part.items)
    return Page(title=title, description=description, template="month.html", view=view, lists=lists)


def _month(corpus: Corpus, briefing: Briefing) -> Month:
    local = briefing.published.astimezone(corpus.settings.timezone)
    return local.year, local.month


def _path(month: Month) -> str:
    return f"briefings/{month[0]:04}/{month[1]:02}/"


def _words(month: Month) -> str:
    return f"{MONTHS[month[1] - 1]} {month[0]}"


def _link(links: Links, month: Month, count: int) -> MonthLink:
    return MonthLink(link=anchor(links.to(_path(month)), MONTHS[month[1] - 1]), count=count)


def _named(links: Links, month: Month | None) -> Markup:
    return anchor(links.to(_path(month)), _words(month)) if month else Markup("")
