"""The outlook ledger: what the desk expects, what is due, what is overdue, and how the rest ended."""

from collections.abc import Iterator
from functools import partial

from spotbrief.corpus.corpus import Corpus, Expected
from spotbrief.corpus.ledger import Ledger, ledger
from spotbrief.model.record import record
from spotbrief.views.changed import ChangedPart, changed
from spotbrief.views.charts.due import Due, due
from spotbrief.views.components import PartsAt
from spotbrief.views.feed_links import OUTLOOK, feeds_of
from spotbrief.views.judgements import JudgementPart
from spotbrief.views.page import Page, Plan
from spotbrief.views.paging import Pager, Slice, pages
from spotbrief.views.scales import Legend

NEWEST = 5
"""Resolved judgements that the first page shows."""


Said = tuple[str, str, str]
"""What a list of judgements is called, what it is, and what stands there when it is empty."""

RESOLVED: Said = ("Resolved judgements", "How judgements ended, the latest first.", "Nothing is resolved yet.")
OVERDUE: Said = ("Overdue judgements", "Judgements whose date has passed without an answer, the oldest first.", "Nothing is overdue.")


@record
class OutlookView:
    """What outlook.html may see; the groups of judgements that have their own headings are on the first page only."""

    title: str
    counts: tuple[tuple[str, int], ...]
    changed: ChangedPart | None
    """What changed in the last days; on the first page only."""
    strip: Due | None
    overdue: tuple[JudgementPart, ...]
    due: tuple[JudgementPart, ...]
    open: tuple[JudgementPart, ...]
    resolved: tuple[JudgementPart, ...]
    withdrawn: tuple[JudgementPart, ...]
    pager: Pager
    legend: Legend
    record: str
    week_ahead: str
    all_overdue: str
    """Empty where this page shows all of them."""
    all_resolved: str
    feed: str
    """Where what changes can be followed; empty for a site without feeds."""


@record
class JudgementsView:
    """What judgements.html may see."""

    title: str
    nothing: str
    """What stands in place of the judgements where there are none."""
    judgements: tuple[JudgementPart, ...]
    pager: Pager
    record: str


def plans(corpus: Corpus, at: PartsAt) -> Iterator[Plan]:
    """`/outlook/`, `/outlook/page/2/` …, `/outlook/resolved/` … and, where the first page cannot hold all, `/outlook/overdue/` …"""
    book = ledger(corpus.judgements.values(), corpus.settings.today)
    for part in pages("outlook/", book.open, corpus.settings.per_page):
        yield Plan(path=part.path, section="outlook", make=partial(_open, at, book, part))
    for part in pages("outlook/resolved/", book.resolved, corpus.settings.per_page):
        yield Plan(path=part.path, section="outlook", make=partial(_list, at, part, RESOLVED))
    if len(book.overdue) > corpus.settings.per_page:
        for part in pages("outlook/overdue/", book.overdue, corpus.settings.per_page):
            yield Plan(path=part.path, section="outlook", make=partial(_list, at, part, OVERDUE))


def _open(at: PartsAt, book: Ledger, part: Slice[Expected]) -> Page:
    parts, first = at(part.depth), part.number == 1
    title, links, per_page = part.titled(parts.words("Outlook"), parts.words), parts.links, parts.corpus.settings.per_page
    view = OutlookView(
        title=title,
        counts=(("open", len(book.open) + len(book.due)), ("overdue", len(book.overdue)), ("resolved", len(book.resolved))),
        changed=changed(parts, book.overdue) if first else None,
        strip=due(parts, (*book.due, *book.open)) if first else None,
        overdue=parts.judgements(book.overdue[:per_page]) if first else (),
        due=parts.judgements(book.due) if first else (),
        open=parts.judgements(part.items),
        resolved=parts.judgements(book.resolved[:NEWEST]) if first else (),
        withdrawn=parts.judgements(book.withdrawn) if first else (),
        pager=part.pager(links),
        legend=parts.legend,
        record=links.to("outlook/track-record/"),
        week_ahead=links.to("outlook/week-ahead/"),
        all_overdue=links.to("outlook/overdue/") if len(book.overdue) > per_page else "",
        all_resolved=links.to("outlook/resolved/"),
        feed=next(feeds_of(links, OUTLOOK), ""),
    )
    site = parts.corpus.settings.site_name
    description = parts.words("Every judgement of {site}: how likely, how sure, by when, and how it ended.", site=site)
    return Page(title=title, description=description, template="outlook.html", view=view)


def _list(at: PartsAt, part: Slice[Expected], said: Said) -> Page:
    parts = at(part.depth)
    title, description, nothing = map(parts.words, said)
    title = part.titled(title, parts.words)
    view = JudgementsView(
        title=title,
        nothing=nothing,
        judgements=parts.judgements(part.items),
        pager=part.pager(parts.links),
        record=parts.links.to("outlook/track-record/"),
    )
    return Page(title=title, description=description, template="judgements.html", view=view)
