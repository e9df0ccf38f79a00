"""What a list is narrowed down by: the topics, kinds and words of each row, and what a reader may choose from."""

from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any
from urllib.parse import urlencode

from spotbrief.corpus.broader import with_broader
from spotbrief.corpus.corpus import Corpus, Expected
from spotbrief.corpus.scored import probability_of
from spotbrief.model.record import record
from spotbrief.model.scale import Scale
from spotbrief.reading.ids import slug
from spotbrief.views.links import Links
from spotbrief.views.paging import Slice
from spotbrief.views.verdicts import verdict
from spotbrief.words.labels import VERDICT
from spotbrief.words.words import Words

Facets = str
"""The values of a row by which it is found, field by field in the order of `LABELS`, with a semicolon between two fields and a space
between two values: lists are long, and names in every row would make a tenth of them."""

LABELS: Mapping[str, tuple[str, str]] = {
    "kind": ("Kind", "All kinds"),
    "topic": ("Topic", "All topics"),
    "actor": ("Actor", "All actors"),
    "likelihood": ("Likelihood", "Any likelihood"),
    "confidence": ("Confidence", "Any confidence"),
    "verdict": ("How it ended", "However it ended"),
    "author": ("Author", "All authors"),
    "storyline": ("Storyline", "All storylines"),
    "year": ("Year of the date", "Any year"),
    "horizon": ("How far ahead", "However far ahead"),
    "which": ("Which", "All of them"),
}
"""What a field is called, and what it says while nothing is chosen, in the order of the fields."""

HORIZONS = {"month": "Up to a month", "quarter": "Up to a quarter", "year": "Up to a year", "longer": "Longer than a year"}
APART = {
    "unanswered": "Overdue without an answer",
    "early": "Known early: the date has not passed yet",
    "void": "Void: the question fell away",
    "no_date": "Without a date",
    "no_likelihood": "Without a likelihood",
    "told_twice": "Said before, by the same date",
    "told_late": "Published when the date had passed or the end was known",
    "withdrawn": "Of withdrawn briefings",
}
"""Judgements that do not count, or not as others do."""

WHICH = {
    "counted": "Those that count",
    "likelier": "Called likelier than not",
    "less_likely": "Called less likely than not",
    "rated": "With a base rate",
    **APART,
}
THINGS = {"topic": "topics", "actor": "actors", "author": "authors", "storyline": "storylines"}
"""The fields whose values are the ids of things."""

ORDERED: Mapping[str, Sequence[str]] = {
    "confidence": ("high", "moderate", "low"),
    "verdict": ("as_expected", "against_our_odds", "toss_up"),
    "horizon": tuple(HORIZONS),
    "which": tuple(WHICH),
}
"""The values of fields that have an order of their own."""


@record
class Option:
    """A value that some row has."""

    value: str
    words: str


@record
class Choice:
    """A field of a filter: its name, what it is called, and what can be chosen."""

    name: str
    at: int
    """The place of its values among those of a row."""
    label: str
    anything: str
    """What it says while nothing is chosen."""
    options: tuple[Option, ...]


def facets_of(expected: Expected, corpus: Corpus) -> Facets:
    """What a judgement is found by; nothing of what was taken down. Who asks for a topic asks for its parts as well."""
    return "" if expected.taken_down else written(values_of(expected, corpus))


def values_of(expected: Expected, corpus: Corpus) -> dict[str, Iterable[str | None]]:
    """The same before it is written, even of what was taken down: what counts is found by all that it is counted by."""
    now, settings = expected.now, corpus.settings
    said = probability_of(now, settings.scale)
    return {
        "topic": with_broader(expected.topics, corpus.topics),
        "actor": expected.judgement.actors,
        "likelihood": (slugs(settings.scale)[said[0].term],) if said else (),
        "confidence": (now.confidence,),
        "verdict": (verdict(expected, settings),),
    }


def written(values: Mapping[str, Iterable[str | None]]) -> Facets:
    """Values as a row has them."""
    said = {name: " ".join(dict.fromkeys(filter(None, ones))) for name, ones in values.items()}
    return ";".join([said.get(name, "") for name in LABELS]).rstrip(";")


@record
class Offer:
    """By what a list over several pages is narrowed down, which is done on its first page."""

    rows: Callable[[], Iterable[Facets]]
    names: Sequence[str]
    """The fields; one with nothing to choose is left out."""
    led_to: bool = False
    """Whether links lead to the rows of a single value: without its field all others would stand beside them."""
    most: int | None = None
    """A list of more pages is not narrowed down: a reader's machine would have to read all of them."""

    def choices(self, links: Links, part: Slice[Any]) -> tuple[Choice, ...]:
        """What can be chosen on a page, with the values that some row has."""
        if part.number > 1 or self._is_too_long(part):
            return ()
        *_, (found, lacking) = self._seen()
        return tuple(_choice(name, found[name], links) for name in self.names if self._is_choice(name, found, lacking))

    def address(self, links: Links, part: Slice[Any]) -> str:
        """Where it can be chosen; empty where nothing can, which the first rows of nearly every list tell."""
        can = not self._is_too_long(part) and any(self._is_choice(name, *seen) for seen in self._seen() for name in self.names)
        return links.to(part.base) if can else ""

    def _is_too_long(self, part: Slice[Any]) -> bool:
        return self.most is not None and part.count > self.most

    def _is_choice(self, name: str, found: Mapping[str, set[str]], lacking: Container[str]) -> bool:
        return len(found[name]) > 1 or (self.led_to and bool(found[name]) and name in lacking)

    def _seen(self) -> Iterator[tuple[Mapping[str, set[str]], Container[str]]]:
        """The values of each field, and the fields that some row lacks, as far as they are known after each row."""
        found: dict[str, set[str]] = {name: set() for name in self.names}
        lacking = set[str]()
        yield found, lacking
        for row in self.rows():
            values = dict(zip(LABELS, row.split(";"), strict=False))
            for name in self.names:
                if said := values.get(name):
                    found[name].update(said.split())
                else:
                    lacking.add(name)
            yield found, lacking


def _choice(name: str, values: set[str], links: Links) -> Choice:
    label, anything = map(links.words, LABELS[name])
    options = tuple(Option(value=value, words=said) for value, said in _options(name, values, links) if value in values)
    return Choice(name=name, at=list(LABELS).index(name), label=label, anything=anything, options=options)


def _options(name: str, values: set[str], links: Links) -> Iterable[tuple[str, str]]:
    """All values that there may be, with their words, in the order in which they are offered."""
    words, scale = links.words, links.corpus.settings.scale
    if name in THINGS:
        return sorted(((id, links.name(THINGS[name], id)) for id in values), key=lambda pair: (words.sort_key(pair[1]), pair[0]))
    if name == "likelihood":
        return ((slugs(scale)[term.term], words.sentence(words(term.term))) for term in reversed(scale.terms))
    return ((value, _words_of(name, value, words)) for value in ORDERED.get(name, sorted(values)))


def _words_of(name: str, value: str, words: Words) -> str:
    if name == "confidence":
        return words.confidence(value)
    if name == "kind":
        return words.kind(value)
    told = {"verdict": VERDICT, "horizon": HORIZONS, "which": WHICH}.get(name)
    return words(told[value]) if told else value


@cache
def slugs(scale: Scale) -> Mapping[str, str]:
    """Each term as a step of an address; its number where two would be the same."""
    names = [slug(term.term) for term in scale.terms]
    pairs = zip(scale.terms, names, strict=True)
    return {term.term: name if name and names.count(name) == 1 else str(number) for number, (term, name) in enumerate(pairs, 1)}


def narrowed(href: str, **values: str) -> str:
    """The address of a list that is narrowed down to those *values*."""
    return f"{href}?{urlencode(values)}"
