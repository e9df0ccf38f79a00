"""Forms that were never filled in."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from spotbrief.checks.rule import Finding, rule
from spotbrief.corpus.corpus import Corpus
from spotbrief.model.origin import Origin, Where
from spotbrief.model.prose import Prose
from spotbrief.model.sorts import TEXTS
from spotbrief.model.walk import walk
from spotbrief.reading.forms import lines_to_replace, words_to_replace


@rule("placeholder", "warning")
def placeholder(corpus: Corpus) -> Iterator[Finding]:
    """No published text is left as `spotbrief new` wrote it."""
    for where in _left(corpus):
        yield where, "this is still what the form said", "write what it asks for, or take it out"


def _left(corpus: Corpus) -> Iterator[Where]:
    for page in corpus.desk.pages:
        yield from _in_prose(page.body, page.origin)
    for kind, thing in corpus.desk.things():
        if kind != "briefings" or thing.status in ("published", "withdrawn"):
            yield from _in_thing(thing)


def _in_thing(thing: Any) -> Iterator[Where]:
    if origin := thing.origin:
        words = words_to_replace()
        yield from (origin.at(*pointer) for pointer, text, _ in walk(thing, TEXTS) if text in words)
        yield from _in_prose(getattr(thing, "body", Prose()), origin)


def _in_prose(prose: Prose, origin: Origin) -> Iterator[Where]:
    lines, whole = lines_to_replace(), prose.text.strip() in words_to_replace()
    if whole or any(line in prose.text for line in lines):
        typed = [(number, line.strip()) for number, line in enumerate(prose.text.split("\n"), 1)]
        yield from (replace(origin.prose(), place=(number, 1)) for number, line in typed if line in lines or (whole and line))
