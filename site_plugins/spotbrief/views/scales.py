"""The site's scale of likelihood, explained wherever its terms are used."""

from spotbrief.model.record import record
from spotbrief.model.scale import Scale
from spotbrief.views.words import sentence


@record
class TermPart:
    """A term with its band, in words and as a stretch of a line from 0 to 100."""

    term: str
    band: str
    start: str
    width: str


@record
class Legend:
    """A scale, lowest first."""

    name: str
    source: str
    terms: tuple[TermPart, ...]


def legend(scale: Scale) -> Legend:
    """The legend of *scale*."""
    terms = tuple(TermPart(term=sentence(t.term), band=t.band(), start=f"{t.low * 100:g}", width=f"{(t.high - t.low) * 100:g}") for t in scale.terms)
    return Legend(name=scale.name, source=scale.source or "", terms=terms)
