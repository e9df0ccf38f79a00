"""The track record: how often the desk was right, and whether its words meant what they say."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import get_args

from markupsafe import Markup

from spotbrief.corpus.corpus import Corpus, Expected
from spotbrief.corpus.ledger import ledger
from spotbrief.corpus.score import COIN, Score, Scored, score, scored
from spotbrief.model.judgement import Outcome
from spotbrief.model.record import record
from spotbrief.views.charts.calibration import Calibration, calibration
from spotbrief.views.components import PartsAt
from spotbrief.views.page import Page, Plan
from spotbrief.words.words import Words

FEW = 5
"""With fewer judgements than this, a row says little."""

Pair = tuple[Expected, Scored]


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
    book = ledger(corpus.judgements, corpus.settings.today)
    resolved = book.resolved
    pairs = [(expected, found) for expected in resolved if (found := scored(expected.judgement, scale))]
    outcomes = Counter(expected.judgement.resolution.outcome for expected in resolved if expected.judgement.resolution)
    terms = [term.term for term in scale.terms]
    view = TrackRecordView(
        title="Track record",
        outcomes=tuple((words.outcome(outcome), outcomes[outcome]) for outcome in get_args(Outcome) if outcomes[outcome]),
        whole=_row(Markup("All"), pairs),
        coin=f"{COIN:.2f}",
        scored=words.count(len(pairs), "judgement"),
        estimated=words.count(alone, "judgement") if (alone := sum(one.estimated for _, one in pairs)) else "",
        withdrawn=words.count(len(book.withdrawn), "judgement") if book.withdrawn else "",
        calibration=calibration(scale.terms, _by_term(pairs), FEW, words),
        by_term=_rows(pairs, terms, lambda pair: [pair[1].term.term], partial(_said, words)),
        by_confidence=_rows(pairs, ["high", "moderate", "low"], lambda pair: [pair[0].judgement.confidence or ""], partial(_said, words)),
        by_topic=_rows(pairs, corpus.topics, lambda pair: pair[0].judgement.topics, partial(links.named, "topics")),
        resolved=links.to("outlook/resolved/"),
        outlook=links.to("outlook/#section:withdrawn"),
    )
    description = f"How the judgements of {corpus.settings.site_name} ended, and how well its words of likelihood held."
    return Page(title=view.title, description=description, template="track-record.html", view=view)


def _by_term(pairs: list[Pair]) -> dict[str, Score]:
    terms = {one.term.term for _, one in pairs}
    return {term: total for term in terms if (total := score(one for _, one in pairs if one.term.term == term))}


def _said(words: Words, word: str) -> Markup:
    return Markup.escape(words.sentence(word))


def _rows(
    pairs: list[Pair], keys: Iterable[str], keys_of: Callable[[Pair], Iterable[str]], name: Callable[[str], Markup]
) -> tuple[ScorePart, ...]:
    rows = (_row(name(key), [pair for pair in pairs if key in keys_of(pair)]) for key in keys)
    return tuple(row for row in rows if row)


def _row(name: Markup, pairs: list[Pair]) -> ScorePart | None:
    if not (total := score(one for _, one in pairs)):
        return None
    return ScorePart(
        name=name,
        count=total.count,
        said=f"{total.said * 100:.0f}%",
        came=f"{total.came * 100:.0f}%",
        brier=f"{total.brier:.2f}",
        few=total.count < FEW,
    )
