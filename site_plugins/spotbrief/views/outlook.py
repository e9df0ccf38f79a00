"""The outlook ledger: what the desk expects, what is due, what is overdue, and how the rest ended."""

from collections.abc import Iterator
from functools import partial

from spotbrief.corpus.corpus import Corpus, Expected
from spotbrief.corpus.ledger import Ledger, ledger
from spotbrief.model.record import record
from spotbrief.views.charts.due import Due, due
from spotbrief.views.judgements import JudgementPart
from spotbrief.views.links import Links
from spotbrief.views.page import Page, Plan
from spotbrief.views.paging import Pager, Slice, pages
from spotbrief.views.parts import Parts
from spotbrief.views.scales import Legend, legend

NEWEST = 5
"""Resolved judgements that the first page shows."""


@record
class OutlookView:
    """What outlook.html may see; the groups of judgements that have their own headings are on the first page only."""

    title: str
    counts: tuple[tuple[str, int], ...]
    strip: Due | None
    overdue: tuple[JudgementPart, ...]
    due: tuple[JudgementPart, ...]
    open: tuple[JudgementPart, ...]
    resolved: tuple[JudgementPart, ...]
    pager: Pager
    legend: Legend
    record: str
    week_ahead: str
    all_resolved: str


@record
class ResolvedView:
    """What resolved.html may see."""

    title: str
    judgements: tuple[JudgementPart, ...]
    pager: Pager
    record: str


def plans(corpus: Corpus) -> Iterator[Plan]:
    """`/outlook/`, `/outlook/page/2/` … and `/outlook/resolved/` …"""
    book = ledger(corpus.judgements, corpus.settings.today)
    for part in pages("outlook/", book.open, corpus.settings.per_page):
        yield Plan(path=part.path, section="outlook", make=partial(_open, corpus, book, part))
    for part in pages("outlook/resolved/", book.resolved, corpus.settings.per_page):
        yield Plan(path=part.path, section="outlook", make=partial(_resolved, corpus, part))


def _open(corpus: Corpus, book: Ledger, part: Slice[Expected]) -> Page:
    parts, first = Parts(Links(corpus, part.depth)), part.number == 1
    title, links = part.titled("What to expect"), parts.links
    view = OutlookView(
        title=title,
        counts=(("open", len(book.open) + len(book.due)), ("overdue", len(book.overdue)), ("resolved", len(book.resolved))),
        strip=due(parts, (*book.due, *book.open)) if first else None,
        overdue=tuple(map(parts.judgement, book.overdue)) if first else (),
        due=tuple(map(parts.judgement, book.due)) if first else (),
        open=tuple(map(parts.judgement, part.items)),
        resolved=tuple(map(parts.judgement, book.resolved[:NEWEST])) if first else (),
        pager=part.pager(links),
        legend=legend(corpus.settings.scale),
        record=links.to("outlook/track-record/"),
        week_ahead=links.to("outlook/week-ahead/"),
        all_resolved=links.to("outlook/resolved/"),
    )
    description = f"Every judgement of {corpus.settings.site_name}: how likely, how sure, by when, and how it ended."
    return Page(title=title, description=description, template="outlook.html", view=view)


def _resolved(corpus: Corpus, part: Slice[Expected]) -> Page:
    parts = Parts(Links(corpus, part.depth))
    title = part.titled("Resolved judgements")
    view = ResolvedView(
        title=title,
        judgements=tuple(map(parts.judgement, part.items)),
        pager=part.pager(parts.links),
        record=parts.links.to("outlook/track-record/"),
    )
    return Page(title=title, description="How judgements ended, the latest first.", template="resolved.html", view=view)
