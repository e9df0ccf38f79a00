"""The outlook ledger: what the desk expects, what is due, what is overdue, and how the rest ended."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from spotbrief.corpus.corpus import Corpus, Expected
from spotbrief.corpus.ledger import Ledger, whole_ledger
from spotbrief.model.record import record
from spotbrief.views.changed import ChangedPart, changed
from spotbrief.views.components import Parts, PartsAt
from spotbrief.views.facets import Choice, Facets, Offer, facets_of
from spotbrief.views.feed_links import OUTLOOK, feeds_of
from spotbrief.views.judgement_rows import A_PAGE, JudgementRow, RowGroup, by_month, judgement_row, row_group
from spotbrief.views.news import NewsPart, news
from spotbrief.views.page import Page, Plan
from spotbrief.views.paging import Pager, Slice, pages
from spotbrief.views.scales import Legend
from spotbrief.views.track_record_parts import RESOLVED

NEWEST = 3
"""Resolved judgements that the first page shows."""

NARROWED = ("topic", "actor", "likelihood", "confidence")
"""What the lists are narrowed down by."""


@record
class OutlookView:
    """What outlook.html may see; what is overdue, due, resolved or withdrawn is on the first page only."""

    title: str
    counts: tuple[tuple[str, int, str], ...]
    """How many are open, overdue and resolved, each with the address of where they stand."""
    news: NewsPart | None
    """What changed in the last days on the whole site, in a line; on the first page only."""
    changed: ChangedPart | None
    """What changed in the last days; on the first page only."""
    choices: tuple[Choice, ...]
    """What the rows can be narrowed down by."""
    first: str
    """The address of the first page, on which the list is narrowed down; empty where it cannot be."""
    overdue: RowGroup | None
    due: RowGroup | None
    open: tuple[RowGroup, ...]
    """By the month in which they fall due."""
    resolved: tuple[JudgementRow, ...]
    withdrawn: tuple[JudgementRow, ...]
    pager: Pager
    legend: Legend
    record: str
    week_ahead: str
    file: str
    """All judgements as a table for other programs."""
    all_overdue: str
    """Empty where this page shows all of them."""
    all_resolved: str
    feed: str
    """Where what changes can be followed; empty for a site without feeds."""


@record
class JudgementsView:
    """What judgements.html may see."""

    title: str
    choices: tuple[Choice, ...]
    first: str
    judgements: tuple[JudgementRow, ...]
    pager: Pager
    record: str
    outlook: str
    file: str


Offered = Callable[[], tuple[Choice, ...]]
"""What all rows of a list can be narrowed down by; it is worked out once for all pages of the list."""


def plans(corpus: Corpus, at: PartsAt) -> Iterator[Plan]:
    """`/outlook/`, `/outlook/page/2/` … and, where the first page cannot hold all, `/outlook/overdue/` …"""
    book = whole_ledger(corpus)
    offered = Offer(rows=partial(_rows, (*book.overdue, *book.due, *book.open), corpus), names=NARROWED, led_to=True)
    for part in pages("outlook/", book.open, A_PAGE):
        yield Plan(path=part.path, section="outlook", make=partial(_open, at, book, offered, part))
    if len(book.overdue) > A_PAGE:
        offered = Offer(rows=partial(_rows, book.overdue, corpus), names=NARROWED, led_to=True)
        for part in pages("outlook/overdue/", book.overdue, A_PAGE):
            yield Plan(path=part.path, section="outlook", make=partial(_overdue, at, offered, part))


def _rows(found: Sequence[Expected], corpus: Corpus) -> Iterator[Facets]:
    return (facets_of(one, corpus) for one in found)


def _open(at: PartsAt, book: Ledger, offered: Offer, part: Slice[Expected]) -> Page:
    parts, first = at(part.depth), part.number == 1
    words, links, row_of = parts.words, parts.links, partial(_row, parts)
    title = part.titled(words("Outlook"), words)
    view = OutlookView(
        title=title,
        counts=tuple(_counts(book, parts)),
        news=news(parts) if first else None,
        changed=changed(parts, book.overdue) if first else None,
        choices=offered.choices(links, part),
        first=offered.address(links, part),
        overdue=_group(parts, "overdue", words("Overdue: the date has passed, the answer is still missing"), book.overdue)
        if first
        else None,
        due=_group(parts, "due", words("Due in the next 7 days"), book.due) if first else None,
        open=tuple(by_month(parts, part.items, row_of)),
        resolved=tuple(map(row_of, book.resolved[:NEWEST])) if first else (),
        withdrawn=tuple(map(row_of, book.withdrawn)) if first else (),
        pager=part.pager(links),
        legend=parts.legend,
        record=links.to("outlook/track-record/"),
        week_ahead=links.to("outlook/week-ahead/"),
        file=links.to("outlook/track-record.csv"),
        all_overdue=links.to("outlook/overdue/") if len(book.overdue) > A_PAGE else "",
        all_resolved=links.to(RESOLVED),
        feed=next(feeds_of(links, OUTLOOK), ""),
    )
    site = parts.corpus.settings.site_name
    description = words("Every judgement of {site}: how likely, how sure, by when, and how it ended.", site=site)
    return Page(title=title, description=description, template="outlook.html", view=view)


def _counts(book: Ledger, parts: Parts) -> Iterator[tuple[str, int, str]]:
    here, to = parts.links.to("outlook/"), parts.links.to
    yield "open", len(book.ahead), f"{here}#section:{'due' if book.due else 'open'}"
    yield "overdue", len(book.overdue), f"{here}#section:overdue" if book.overdue else ""
    yield "resolved", len(book.resolved), to(RESOLVED)


def _group(parts: Parts, name: str, title: str, found: Sequence[Expected]) -> RowGroup | None:
    return row_group(parts, f"section:{name}", title, tuple(_row(parts, one) for one in found[:A_PAGE])) if found else None


def _row(parts: Parts, expected: Expected) -> JudgementRow:
    return judgement_row(parts, expected, facets=facets_of(expected, parts.corpus))


def _overdue(at: PartsAt, offered: Offer, part: Slice[Expected]) -> Page:
    parts = at(part.depth)
    links, words = parts.links, parts.words
    title = part.titled(words("Overdue judgements"), words)
    view = JudgementsView(
        title=title,
        choices=offered.choices(links, part),
        first=offered.address(links, part),
        judgements=tuple(_row(parts, one) for one in part.items),
        pager=part.pager(links),
        record=links.to("outlook/track-record/"),
        outlook=links.to("outlook/"),
        file=links.to("outlook/track-record.csv"),
    )
    description = words("Judgements whose date has passed without an answer, the oldest first.")
    return Page(title=title, description=description, template="judgements.html", view=view)
