"""Whether words of likelihood held: the band of each term, and the share that happened."""

from collections.abc import Iterable, Mapping

from spotbrief.corpus.score import Score
from spotbrief.model.record import record
from spotbrief.model.scale import Term
from spotbrief.views.charts.axis import EDGE, number
from spotbrief.words.words import Words


@record
class TermRow:
    """A term: its band as a stretch of the line from 0 to 100, the share that happened as a place on it."""

    name: str
    band: str
    start: str
    width: str
    share: str
    """Empty where nothing has been resolved."""
    said: str
    pale: bool


@record
class Calibration:
    """What the chart shows, the least likely first."""

    rows: tuple[TermRow, ...]
    ticks: tuple[tuple[str, str], ...]
    """Places on the line, with what they say."""


def calibration(terms: Iterable[Term], scores: Mapping[str, Score], few: int, words: Words) -> Calibration | None:
    """The chart of *terms* and how they scored, by their words; pale below *few* judgements; None where nothing was scored."""
    if not scores:
        return None
    ticks = tuple((number(_at(share / 100)), f"{share}%") for share in (0, 25, 50, 75, 100))
    return Calibration(rows=tuple(_row(term, scores.get(term.term), few, words) for term in terms), ticks=ticks)


def _at(share: float) -> float:
    return EDGE + share * (100 - 2 * EDGE)


def _row(term: Term, score: Score | None, few: int, words: Words) -> TermRow:
    start = _at(term.low)
    return TermRow(
        name=words.sentence(term.term),
        band=term.band(),
        start=number(start),
        width=number(max(_at(term.high) - start, 0.5)),
        share=number(_at(score.came)) if score else "",
        said=_said(score),
        pale=not score or score.count < few,
    )


def _said(score: Score | None) -> str:
    if not score:
        return "none resolved"
    return f"{score.came * 100:.0f}% of {score.count} happened"
