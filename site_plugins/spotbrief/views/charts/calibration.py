"""Whether words of likelihood held: the band of each term, the share that came, and how sure one can be of it (Wilson 1927)."""

from collections.abc import Iterable, Mapping
from typing import Literal

from markupsafe import Markup

from spotbrief.corpus.intervals import wilson
from spotbrief.corpus.score import Came
from spotbrief.model.record import record
from spotbrief.model.scale import Term
from spotbrief.views.charts.axis import EDGE, number
from spotbrief.views.marks import anchor
from spotbrief.words.words import Words

Verdict = Literal["holds", "may_hold", "too_bold", "too_timid", "few"]
"""The interval lies inside the band; it overlaps it; less came than the band says; more came; there are too few."""


@record
class TermRow:
    """A term: its band as a stretch of the line from 0 to 100, the share that came and its interval as places on it."""

    name: str
    link: Markup
    """The term, with a link to the judgements that used it."""
    band: str
    start: str
    width: str
    share: str
    """Empty where there are too few."""
    low: str
    high: str
    came: str
    interval: str
    verdict: Verdict
    said: str
    """The verdict in words."""
    pale: bool


@record
class Calibration:
    """What the chart shows, the least likely first."""

    finding: str
    about: str
    rows: tuple[TermRow, ...]
    ticks: tuple[tuple[str, str], ...]
    """Places on the line, with what they say."""


def calibration(
    terms: Iterable[Term], came: Mapping[str, Came], few: int, words: Words, links: Mapping[str, str] | None = None
) -> Calibration | None:
    """The chart of *terms* and what came of them, by their words, with *links* to the judgements; None where none has *few* questions."""
    if not any(one.questions >= few for one in came.values()):
        return None
    ticks = tuple((number(_at(share / 100)), words.percent(share)) for share in (0, 25, 50, 75, 100))
    rows = tuple(_row(term, came.get(term.term, Came()), few, words, (links or {}).get(term.term, "")) for term in terms)
    about = words("Share of judgements that came, by the word we used")
    return Calibration(finding=_finding(rows, words), about=about, rows=rows, ticks=ticks)


FOUND: Mapping[Verdict, str] = {
    "too_bold": "“{term}” came less often than it says: {came}",
    "too_timid": "“{term}” came more often than it says: {came}",
}


def _finding(rows: Iterable[TermRow], words: Words) -> str:
    """What the chart says of the first word that does not hold, or of all of which there are enough to tell."""
    told = [row for row in rows if row.verdict != "few"]
    for row in told:
        if row.verdict in FOUND:
            return words(FOUND[row.verdict], term=row.name, came=row.came)
    if all(row.verdict == "holds" for row in told):
        return words("Where there are enough to tell, words came as often as they say")
    return words("Where there are enough to tell, nothing speaks against our words")


def verdict(term: Term, hits: float, count: int, few: int) -> Verdict:
    """Whether a word meant what it says, as far as *count* questions tell, of which *hits* came."""
    if count < few:
        return "few"
    low, high = wilson(hits, count)
    if high < term.low:
        return "too_bold"
    if low > term.high:
        return "too_timid"
    return "holds" if term.low <= low and high <= term.high else "may_hold"


SAID: Mapping[Verdict, str] = {
    "holds": "It means what it says.",
    "may_hold": "Nothing speaks against it.",
    "too_bold": "It came less often than the word says.",
    "too_timid": "It came more often than the word says.",
    "few": "Too few to tell.",
}


def _at(share: float) -> float:
    return EDGE + share * (100 - 2 * EDGE)


def _row(term: Term, of: Came, few: int, words: Words, href: str) -> TermRow:
    hits, count, enough = of.by_question, of.questions, of.questions >= few
    start, found, name = _at(term.low), verdict(term, hits, count, few), words.sentence(words(term.term))
    low, high = wilson(hits, count) if enough else (0, 0)
    return TermRow(
        name=name,
        link=anchor(href, name),
        band=words.band(term.low, term.high),
        start=number(start),
        width=number(max(_at(term.high) - start, 0.5)),
        share=number(_at(hits / count)) if enough else "",
        low=number(_at(low)) if enough else "",
        high=number(_at(high)) if enough else "",
        came=_came(of, words),
        interval=words.band(round(low, 2), round(high, 2)) if enough else "",
        verdict=found,
        said=words(SAID[found]) if count else "",
        pale=not enough,
    )


def _came(of: Came, words: Words) -> str:
    if not of.count:
        return words("never used")
    hits, count = words.number(of.hits), words.number(of.count)
    if of.questions == of.count:
        return words("{hits} of {count} came", hits=hits, count=count)
    return words("{hits} of {count} came, on {questions} questions", hits=hits, count=count, questions=words.number(of.questions))
