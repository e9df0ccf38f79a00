"""What the figures of the track record come to, in a sentence above each picture and table, as far as their intervals allow."""

from collections.abc import Mapping, Sequence
from itertools import product

from markupsafe import Markup

from spotbrief.corpus.intervals import around
from spotbrief.corpus.score import Came, Score
from spotbrief.corpus.track_record import FEW, By
from spotbrief.model.scale import Term
from spotbrief.views.charts.calibration import Verdict, verdict
from spotbrief.views.marks import Marks
from spotbrief.views.track_record_figures import whole
from spotbrief.words.words import Words

TELLING: Mapping[Verdict, str] = {
    "too_bold": "When we said ‘{term}’, it came less often than the word says: {hits} of {count}",
    "too_timid": "When we said ‘{term}’, it came more often than the word says: {hits} of {count}",
    "holds": "When we said ‘{term}’, it came as often as the word says: {hits} of {count}",
    "may_hold": "When we said ‘{term}’, it came {hits} of {count} times; nothing speaks against our words so far",
}
"""What is worth a title, the most telling first."""

SAME: Mapping[By, str] = {
    "term": "No word did better than another by more than chance allows.",
    "confidence": "How sure we were tells no difference by more than chance allows.",
    "horizon": "How far ahead we looked tells no difference by more than chance allows.",
    "year": "No year was better than another by more than chance allows.",
    "topic": "On no topic did we do better than on another by more than chance allows.",
    "storyline": "On no storyline did we do better than on another by more than chance allows.",
    "author": "No author did better than another by more than chance allows.",
}


def of_words(terms: Sequence[Term], came: Mapping[str, Came], marks: Marks) -> Markup:
    """The title of the picture of our words: of the most telling verdict that a word has, the one with most questions."""
    found = [(verdict(term, one.by_question, one.questions, FEW), one, term.term) for term in terms if (one := came.get(term.term))]
    for name, told in TELLING.items():
        if those := [(one, term) for said, one, term in found if said == name]:
            one, term = max(those, key=lambda pair: pair[0].questions)
            return marks.phrase(told, term=marks.words(term), hits=whole(one.hits, marks.words), count=whole(one.count, marks.words))
    return marks.phrase("Too few judgements to tell whether our words mean what they say")


def of_parts(by: By, rows: Sequence[tuple[str, Score]], words: Words) -> str:
    """What a table comes to: of all pairs of rows whose intervals do not meet, the one farthest apart; empty where there is no choice."""
    sure = [(name, total) for name, total in rows if total.count >= FEW and total.error is not None]
    if len(sure) < 2:
        return ""
    apart = [(one, other) for one, other in product(sure, sure) if _interval(one)[1] < _interval(other)[0]]
    if not apart:
        return words(SAME[by])
    (best, _), (worst, _) = max(apart, key=lambda pair: pair[1][1].held - pair[0][1].held)
    return words("Better than chance explains: {best} against {worst}.", best=best, worst=worst)


def _interval(row: tuple[str, Score]) -> tuple[float, float]:
    return around(row[1].held, row[1].error or 0)
