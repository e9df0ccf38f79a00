"""Vocabularies of likelihood: terms with their ranges."""

from functools import lru_cache
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

    def __hash__(self) -> int:
        """By its name alone: a build asks tens of thousands of times for what is known of its scale."""
        return hash(self.name)

    def term(self, words: str) -> Term | None:
        """The term whose name or synonym *words* is; None if there is none."""
        return _by_word(self).get(words.casefold().strip())

    def term_for(self, probability: float) -> Term:
        """The term whose band holds *probability* (0 to 1), or the nearest one. Where two bands meet, the higher one."""
        holding = [t for t in self.terms if t.holds(probability)]
        return holding[-1] if holding else min(self.terms, key=lambda t: min(abs(t.low - probability), abs(t.high - probability)))

    def words(self) -> list[str]:
        """All terms and synonyms."""
        return [word for t in self.terms for word in (t.term, *t.synonyms)]


@lru_cache(maxsize=16)
def _by_word(scale: Scale) -> dict[str, Term]:
    """The terms by their names and synonyms; a word of two terms is the lower one's."""
    return {word.casefold(): t for t in reversed(scale.terms) for word in (*t.synonyms, t.term)}
