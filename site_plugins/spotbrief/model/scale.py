"""Vocabularies of likelihood: terms with their ranges."""

from typing import Annotated

from pydantic import Field

from spotbrief.model.fields import Probability, Text
from spotbrief.model.record import record


@record
class Term:
    """A word for a likelihood and the band it stands for."""

    term: Text
    low: Probability
    high: Probability
    synonyms: tuple[Text, ...] = ()

    def holds(self, probability: float) -> bool:
        """Whether *probability* lies inside the band, ends included."""
        return self.low <= probability <= self.high

    def band(self) -> str:
        """The band in words, `55–80%`."""
        return f"{self.low * 100:g}–{self.high * 100:g}%"


@record
class Scale:
    """A published vocabulary of likelihood, lowest first."""

    name: Text
    source: Text | None = None
    terms: Annotated[tuple[Term, ...], Field(min_length=2)]

    def term(self, words: str) -> Term | None:
        """The term whose name or synonym *words* is; None if there is none."""
        wanted = words.casefold().strip()
        return next((t for t in self.terms if wanted in (t.term.casefold(), *map(str.casefold, t.synonyms))), None)

    def term_for(self, probability: float) -> Term:
        """The term whose band holds *probability* (0 to 1), or the nearest one. Where two bands meet, the higher one."""
        holding = [t for t in self.terms if t.holds(probability)]
        return holding[-1] if holding else min(self.terms, key=lambda t: min(abs(t.low - probability), abs(t.high - probability)))

    def words(self) -> list[str]:
        """All terms and synonyms."""
        return [word for t in self.terms for word in (t.term, *t.synonyms)]
