"""Briefings as the rows of the feed: by month, and what a reader may narrow them down by."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import groupby

from markupsafe import Markup

from spotbrief.corpus.broader import with_broader
from spotbrief.corpus.corpus import Corpus
from spotbrief.model.briefing import Briefing
from spotbrief.model.record import record
from spotbrief.views.components import Card, Parts
from spotbrief.views.facets import Facets, Offer, written
from spotbrief.views.marks import anchor

Month = tuple[int, int]

NARROWED = ("kind", "topic")

MOST_PAGES = 3
"""A longer list is not narrowed down: a reader's machine would have to read all of its pages."""


@record
class FeedRow:
    """A briefing in the feed."""

    card: Card
    facets: Facets


@record
class FeedMonth:
    """The briefings of a month, the latest first."""

    anchor: str
    title: Markup
    """The month, linked to its own page unless the page is that."""
    count: int
    """Those of the whole month: some of them may stand on another page."""
    rows: tuple[FeedRow, ...]


def month_of(corpus: Corpus, briefing: Briefing) -> Month:
    """The month of its publication, in the site's timezone."""
    local = briefing.published.astimezone(corpus.settings.timezone)
    return local.year, local.month


def month_path(month: Month) -> str:
    """The address of a month's page."""
    return f"briefings/{month[0]:04}/{month[1]:02}/"


def feed_months(parts: Parts, briefings: Sequence[Briefing], counts: Mapping[Month, int]) -> Iterator[FeedMonth]:
    """Briefings below the months of their publication; *counts* says how many each month has in all."""
    for month, found in groupby(briefings, key=partial(month_of, parts.corpus)):
        title = anchor(parts.links.to(month_path(month)), parts.words.sentence(parts.words.month(*month)))
        at = f"month:{month[0]:04}-{month[1]:02}"
        yield FeedMonth(anchor=at, title=title, count=counts[month], rows=feed_rows(parts, found))


def feed_rows(parts: Parts, briefings: Iterable[Briefing]) -> tuple[FeedRow, ...]:
    """Briefings as rows."""
    return tuple(FeedRow(card=parts.card(briefing), facets=_facets(parts.corpus, briefing)) for briefing in briefings)


def feed_offer(corpus: Corpus, whole: Iterable[Briefing]) -> Offer:
    """By what the *whole* of a list of briefings is narrowed down."""
    return Offer(rows=lambda: map(partial(_facets, corpus), whole), names=NARROWED, most=MOST_PAGES)


def _facets(corpus: Corpus, briefing: Briefing) -> Facets:
    """Who asks for a topic asks for its parts as well."""
    return written({"kind": (briefing.kind,), "topic": with_broader(briefing.topics, corpus.topics)})
