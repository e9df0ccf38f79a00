"""Whether words of likelihood held: the band of each term, and the share that happened."""

from collections.abc import Iterable, Mapping

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


Counted = tuple[int, int]
"""How many happened, and of how many."""


def calibration(terms: Iterable[Term], came: Mapping[str, Counted], few: int, words: Words) -> Calibration | None:
    """The chart of *terms* and what came of them, by their words; pale below *few* judgements; None where nothing was scored."""
    if not came:
        return None
    ticks = tuple((number(_at(share / 100)), words.percent(share)) for share in (0, 25, 50, 75, 100))
    return Calibration(rows=tuple(_row(term, came.get(term.term), few, words) for term in terms), ticks=ticks)


def _at(share: float) -> float:
    return EDGE + share * (100 - 2 * EDGE)


def _row(term: Term, counted: Counted | None, few: int, words: Words) -> TermRow:
    start = _at(term.low)
    return TermRow(
        name=words.sentence(term.term),
        band=words.band(term.low, term.high),
        start=number(start),
        width=number(max(_at(term.high) - start, 0.5)),
        share=number(_at(counted[0] / counted[1])) if counted else "",
        said=_said(counted, words),
        pale=not counted or counted[1] < few,
    )


def _said(counted: Counted | None, words: Words) -> str:
    if not counted:
        return words("none resolved")
    return words("{share} of {count} happened", share=words.percent(round(counted[0] / counted[1] * 100)), count=counted[1])
