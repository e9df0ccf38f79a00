"""The site's scale of likelihood, explained wherever its terms are used."""

from spotbrief.model.record import record
from spotbrief.model.scale import Scale, Term
from spotbrief.words.words import Words


@record
class TermPart:
    """A term with its band, in words and as a stretch of a line from 0 to 100."""

    term: str
    band: str
    start: str
    width: str
    point: str = ""
    """No term stands at one place, as a number does."""


@record
class Legend:
    """A scale, lowest first."""

    name: str
    source: str
    terms: tuple[TermPart, ...]


def legend(scale: Scale, words: Words) -> Legend:
    """The legend of *scale*."""
    return Legend(name=scale.name, source=scale.source or "", terms=tuple(_part(term, words) for term in scale.terms))


def _part(term: Term, words: Words) -> TermPart:
    width = f"{(term.high - term.low) * 100:g}"
    return TermPart(term=words.sentence(words(term.term)), band=words.band(term.low, term.high), start=f"{term.low * 100:g}", width=width)
