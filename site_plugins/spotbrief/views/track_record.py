"""The track record: how often the desk was right, and whether its words meant what they say."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import get_args

from markupsafe import Markup

from spotbrief.corpus.corpus import Corpus
from spotbrief.corpus.ledger import ledger
from spotbrief.corpus.score import COIN, score
from spotbrief.corpus.scored import Scored, all_scored
from spotbrief.model.judgement import Outcome
from spotbrief.model.record import record
from spotbrief.views.charts.calibration import Calibration, Counted, calibration
from spotbrief.views.components import PartsAt
from spotbrief.views.page import Page, Plan
from spotbrief.words.words import Words

FEW = 5
"""With fewer judgements than this, a row says little."""


@record
class ScorePart:
    """A row of scores."""

    name: Markup
    count: int
    said: str
    came: str
    brier: str
    few: bool


@record
class TrackRecordView:
    """What track-record.html may see."""

    title: str
    outcomes: tuple[tuple[str, int], ...]
    whole: ScorePart | None
    coin: str
    scored: str
    estimated: str
    """How many judgements published a term alone, so that its middle was scored; empty for none."""
    withdrawn: str
    """How many were taken down before they were resolved; empty for none."""
    calibration: Calibration | None
    by_term: tuple[ScorePart, ...]
    by_confidence: tuple[ScorePart, ...]
    by_topic: tuple[ScorePart, ...]
    resolved: str
    outlook: str
    """The address of those that were taken down."""


def plans(corpus: Corpus, at: PartsAt) -> Iterator[Plan]:
    """`/outlook/track-record/`."""
    yield Plan(path="outlook/track-record/", section="outlook", make=partial(_page, at))


def _page(at: PartsAt) -> Page:
    links = at(2).links
    corpus, scale, words = links.corpus, links.corpus.settings.scale, links.words
    book = ledger(corpus.judgements.values(), corpus.settings.today)
    counted = all_scored(corpus.judgements.values(), corpus.settings)
    outcomes = Counter(expected.resolution.outcome for expected in book.resolved if expected.resolution)
    terms, rows = [term.term for term in scale.terms], partial(_rows, words, counted)
    view = TrackRecordView(
        title=words("Track record"),
        outcomes=tuple((words.outcome(outcome), outcomes[outcome]) for outcome in get_args(Outcome) if outcomes[outcome]),
        whole=_row(Markup.escape(words("All")), counted, words),
        coin=f"{COIN:.2f}",
        scored=words.count(len(counted), "judgement"),
        estimated=words.count(alone, "judgement") if (alone := sum(one.longest.estimated for one in counted)) else "",
        withdrawn=words.count(len(book.withdrawn), "judgement") if book.withdrawn else "",
        calibration=calibration(scale.terms, _by_term(counted), FEW, words),
        by_term=rows(terms, lambda one: [one.longest.term.term], words.sentence),
        by_confidence=rows(["high", "moderate", "low"], lambda one: [one.longest.confidence or ""], words.confidence),
        by_topic=rows(corpus.topics, lambda one: one.expected.judgement.topics, partial(links.named, "topics")),
        resolved=links.to("outlook/resolved/"),
        outlook=links.to("outlook/#section:withdrawn"),
    )
    site = corpus.settings.site_name
    description = words("How the judgements of {site} ended, and how well its words of likelihood held.", site=site)
    return Page(title=view.title, description=description, template="track-record.html", view=view)


def _by_term(counted: list[Scored]) -> dict[str, Counted]:
    terms = Counter(one.longest.term.term for one in counted)
    hits = Counter(one.longest.term.term for one in counted if one.truth)
    return {term: (hits[term], count) for term, count in terms.items()}


def _rows(
    words: Words, counted: list[Scored], keys: Iterable[str], keys_of: Callable[[Scored], Iterable[str]], name: Callable[[str], str]
) -> tuple[ScorePart, ...]:
    rows = (_row(Markup.escape(name(key)), [one for one in counted if key in keys_of(one)], words) for key in keys)
    return tuple(row for row in rows if row)


def _row(name: Markup, counted: list[Scored], words: Words) -> ScorePart | None:
    if not (total := score(counted)):
        return None
    return ScorePart(
        name=name,
        count=total.count,
        said=words.percent(round(total.said * 100)),
        came=words.percent(round(total.came * 100)),
        brier=f"{total.held:.2f}",
        few=total.count < FEW,
    )
