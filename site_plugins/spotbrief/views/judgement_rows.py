"""Judgements as the rows of a table: the claim, how likely, by when, how sure, which way it moved, and how it ended."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import partial
from itertools import groupby, pairwise

from markupsafe import Markup

from spotbrief.corpus.corpus import Call, Corpus, Expected
from spotbrief.corpus.ledger import Ledger, Standing, standing
from spotbrief.corpus.scored import Probability, probability_of
from spotbrief.corpus.withdrawn import JUDGEMENT
from spotbrief.model.briefing import Briefing
from spotbrief.model.record import record
from spotbrief.views.components import Parts
from spotbrief.views.facets import Facets
from spotbrief.views.judgements import NOTHING, anchor_of
from spotbrief.views.likelihoods import Meter, meter, share
from spotbrief.views.verdicts import verdict

STEPS = 3
"""The last views that the way of a judgement shows."""

MOST = 50
"""Judgements without an answer on the page of one thing; the outlook has them all."""

A_PAGE = 100
"""Rows of a long list on a page."""


@record
class JudgementRow:
    """One judgement in a table."""

    link: Markup
    """The claim, which leads to its card; empty on the page of its briefing, which tells the claim by itself."""
    group: str
    """What it is a scenario of; empty for most."""
    term: str
    share: str
    """The number, or the band of the word where that alone was said."""
    meter: Meter | None
    confidence: str
    """How sure, within a sentence: `high confidence`."""
    by: Markup
    """Its date; of what is overdue, that it is."""
    way: str
    """From view to view: `45% → 35% → 22%`; empty for what never moved."""
    trend: str
    """Where it went last: up or down; empty for neither."""
    standing: str
    outcome: str
    outcome_words: str
    """How it ended; empty for what has not."""
    when: Markup
    """When that was clear."""
    verdict: str
    verdict_words: str
    """Whether that is what the desk leaned to; empty where it cannot be said."""
    facets: Facets
    """What a filter finds it by; empty for a list that has none."""


def judgement_row(parts: Parts, expected: Expected, facets: Facets = "", *, is_here: bool = False) -> JudgementRow:
    """The row of a judgement, which leads to its card on the page of the briefing that made it, unless it *is here*."""
    settings, words, judgement, now, ended = parts.corpus.settings, parts.words, expected.judgement, expected.now, expected.resolution
    said, found = probability_of(now, settings.scale), verdict(expected, settings)
    moved, trend = way(parts.corpus, expected, STEPS)
    stands = standing(expected, settings.today)
    return JudgementRow(
        link=NOTHING if is_here else claim(parts, expected, expected.briefing),
        group="" if expected.taken_down else judgement.group or "",
        term=words.sentence(words(said[0].term)) if said else "",
        share=share(said, words) if said else "",
        meter=meter(said, settings.scale),
        confidence=words.sureness(now.confidence),
        by=_by(parts, expected, stands),
        way=moved,
        trend=trend,
        standing=stands,
        outcome=ended.outcome if ended else "",
        outcome_words=words.outcome(ended.outcome) if ended else "",
        when=parts.marks.date(ended.when) if ended else NOTHING,
        verdict=found or "",
        verdict_words=words.verdict(found) if found else "",
        facets=facets,
    )


def _by(parts: Parts, expected: Expected, stands: Standing) -> Markup:
    day = parts.marks.date(expected.judgement.by) if expected.judgement.by else NOTHING
    return parts.marks.phrase("Overdue · {date}", date=day) if stands == "overdue" else day


def claim(parts: Parts, expected: Expected, page: Briefing) -> Markup:
    """What is expected, linked to its card on the *page* of a briefing; of what was taken down, only that it was."""
    if expected.taken_down:
        return parts.marks.link(parts.links.thing("briefings", page.id), parts.words(JUDGEMENT))
    return parts.marks.link(parts.links.thing("briefings", page.id, anchor_of(expected, page)), _plain_claim(parts, expected))


def _plain_claim(parts: Parts, expected: Expected) -> Markup:
    """Its words, without links, as they may stand inside a link."""
    return parts.writer.unlinked(expected.judgement.text, expected.briefing.origin)


def way(corpus: Corpus, expected: Expected, most: int, last: Call | None = None) -> tuple[str, str]:
    """The *most* views that came last, until the *last* call if that is given, and where it went then; both empty for what never moved."""
    views = list(_views(expected, corpus, last))
    if len(views) < 2:
        return "", ""
    (_, before, _), (_, now, _) = views[-2:]
    trend = "up" if now > before else "down" if now < before else ""
    return " → ".join(share(one, corpus.words) for one in views[-most:]), trend


def _views(expected: Expected, corpus: Corpus, last: Call | None) -> Iterator[Probability]:
    """The likelihoods that readers may see, each once while it stays the same."""
    calls = expected.calls[: expected.calls.index(last) + 1] if last else expected.calls
    said = [probability_of(call, corpus.settings.scale) for call in calls if not call.taken_down]
    yield from (one for one in said[:1] if one)
    yield from (one for before, one in pairwise(said) if one and (not before or before[:2] != one[:2]))


@record
class WaitingPart:
    """Judgements without an answer on the page of one thing: those still ahead, the first due first, and then the overdue ones."""

    rows: tuple[JudgementRow, ...]
    """Those in sight."""
    more: tuple[JudgementRow, ...]
    """The rest, which the page folds up."""


NONE_WAITING = WaitingPart(rows=(), more=())


def waiting(parts: Parts, book: Ledger, in_sight: int) -> WaitingPart:
    """What of a *book* has no answer yet; so many of what is ahead and of what is overdue are *in sight*."""
    rows = (*book.ahead[:in_sight], *book.overdue[:in_sight])
    more = (*book.ahead[in_sight:], *book.overdue[in_sight:])[: MOST - len(rows)]
    row = partial(judgement_row, parts)
    return WaitingPart(rows=tuple(map(row, rows)), more=tuple(map(row, more)))


@record
class RowGroup:
    """The rows below one heading."""

    anchor: str
    title: str
    count: str
    rows: tuple[JudgementRow, ...]


def by_month(parts: Parts, found: Iterable[Expected], row_of: Callable[[Expected], JudgementRow]) -> Iterator[RowGroup]:
    """Judgements by the month in which they fall due, as they come; those without a date below a heading of their own."""
    for (year, month), members in groupby(found, key=_month):
        title = parts.words.sentence(parts.words.month(year, month)) if year else parts.words("Without a date")
        anchor = f"section:{year}-{month:02}" if year else "section:undated"
        yield row_group(parts, anchor, title, tuple(map(row_of, members)))


def row_group(parts: Parts, anchor: str, title: str, rows: tuple[JudgementRow, ...]) -> RowGroup:
    """Rows below a heading that says how many they are."""
    return RowGroup(anchor=anchor, title=title, count=parts.words.number(len(rows)), rows=rows)


def _month(expected: Expected) -> tuple[int, int]:
    by = expected.judgement.by
    return (by.latest.year, by.latest.month) if by and by.latest < date.max else (0, 0)
