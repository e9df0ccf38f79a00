"""Likelihoods in words that the scale lacks, turned into its terms."""

import re
from collections.abc import Sequence
from pathlib import Path

from spotbrief.model.problem import Hint
from spotbrief.model.scale import Scale, Term
from spotbrief.reading.fields import did_you_mean, meant, nearest
from spotbrief.words.english import english_around, english_of

_RANGE = re.compile(r"(\d+(?:[.,]\d+)?)\s*%?\s*(?:-|–|—|/|to|bis|до)\s*(\d+(?:[.,]\d+)?)\s*%?")
_NUMBER = re.compile(r"[~<>≈]?\s*(\d+(?:[.,]\d+)?)\s*(%|percent|per cent)?")
_OR = re.compile(r"\s*(?:[/,|–—-]|\b(?:or|to|and|або|чи|до|oder|bis)\b)\s*")
_CONFIDENCES = {"low": "low", "moderate": "moderate", "medium": "moderate", "high": "high"}

_WORDS = {
    0.02: "impossible, no chance, never, certainly not, remote chance, virtually impossible, almost impossible, almost certainly not",
    0.12: "highly unlikely, very improbable, extremely unlikely, very doubtful, remote possibility, little chance, small chance",
    0.3: "probably not, doubtful, not likely, improbable, unlikely, less likely than not, rather unlikely",
    0.4: "realistic possibility, realistic probability, possible, possibly, may happen, might happen, could happen, perhaps, maybe",
    0.5: "toss-up, toss up, even, even chance, even odds, about even, roughly even, fifty-fifty, chances about even, coin flip",
    0.68: "probably, probable, likely, more likely than not, expected, good chance, rather likely, better than even",
    0.88: "highly likely, very probable, highly probable, very probably, extremely likely, very high, most likely, quite likely",
    0.97: "certain, almost certainly, virtually certain, nearly certain, certainly, definitely, sure, inevitable, near certain",
}
"""Words used elsewhere, with the probability (0 to 1) that they roughly stand for."""

_MEANT = {word: value for value, words in _WORDS.items() for word in words.split(", ")}


def in_terms(typed: str, scale: Scale, catalogues: Sequence[Path], *, has_probability: bool = False, has_confidence: bool = False) -> str:
    """How to say *typed* in the terms of *scale*, which *catalogues* have in other languages."""
    word = " ".join(typed.casefold().replace("_", " ").split())
    if (number := _number(word)) is not None:
        return _of_number(typed, number, scale, has_probability)
    if english := english_of(word, scale.words(), catalogues):
        return Hint(f"did you mean '{english}'?", typed, english)
    several = list(filter(None, (_term(part, scale, catalogues) for part in _OR.split(word))))
    if len(several) > 1:
        return f"these are several terms: write the one that you mean, {' or '.join(map(_with_band, several))}"
    if not has_confidence and (sure := english_of(word, ("low", "moderate", "high"), catalogues)):
        word = sure
    if word in _CONFIDENCES and not has_confidence:
        return f"that is a word for 'confidence': write confidence: {_CONFIDENCES[word]}; and for how likely it is, {_all(scale)}"
    if nearest(word, scale.words(), 0.9):
        return did_you_mean(typed, scale.words())
    if word in _MEANT:
        return meant(typed, scale.term_for(_MEANT[word]).term)
    if near := nearest(word, scale.words(), 0.75):
        return meant(typed, near)
    near = english_around(word, scale.words(), catalogues)
    return f"is it '{near}'? {_all(scale)}" if near else _all(scale)


def _term(word: str, scale: Scale, catalogues: Sequence[Path]) -> Term | None:
    return scale.term(word) or scale.term(english_of(word, scale.words(), catalogues) or "")


def _number(word: str) -> float | None:
    """A percentage, a fraction, or the middle of two, as a number from 0 to 1; None for anything else."""
    if found := _RANGE.fullmatch(word):
        low, high = (float(part.replace(",", ".")) for part in found.groups())
        number = (low + high) / 2
    elif found := _NUMBER.fullmatch(word):
        number = float(found[1].replace(",", "."))
    else:
        return None
    number = number / 100 if "%" in word or "cent" in word or number > 1 else number
    return number if 0 <= number <= 1 else None


def _of_number(typed: str, number: float, scale: Scale, has_probability: bool) -> str:
    term = scale.term_for(number)
    line = f"{typed} is '{term.term}' ({term.band()}): write likelihood: {term.term}"
    if has_probability or _RANGE.fullmatch(typed.casefold()) or not term.holds(number):
        return Hint(line, typed, term.term)
    said = f"probability: {number * 100:g}%"
    return Hint(f"{line}, and on a line of its own {said}; or {said} alone", f"likelihood: {typed}", said)


def _all(scale: Scale) -> str:
    return f"write one of: {', '.join(map(_with_band, scale.terms))}"


def _with_band(term: Term) -> str:
    return f"{term.term} ({term.band()})"
