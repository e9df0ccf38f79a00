"""Forms that were never filled in."""

from collections.abc import Iterator
from typing import Any

from spotbrief.checks.rule import Finding, rule
from spotbrief.corpus.corpus import Corpus
from spotbrief.model.origin import Origin, Where
from spotbrief.model.prose import Prose
from spotbrief.model.sorts import TEXTS
from spotbrief.model.walk import walk

OF_BRIEFING = "Write here."
"""The body of a new briefing."""

OF_FIELDS = frozenset(
    {
        "1 Street, City",
        "Another name",
        "Say here in a few sentences who writes, what for, and who reads a text before it is published.",
        "How facts are checked.",
        "How mistakes are mended, and where to report them.",
        "How we shall know.",
        "One or two sentences for lists, feeds and search engines.",
        "One or two sentences for readers who stop here.",
        "One or two sentences.",
        "One sentence that readers leave with.",
        "One sentence that will turn out right or wrong.",
        "One sentence.",
        "The one question that this answers.",
        "The question in full?",
        "The words themselves.",
        "What happened, in a few words",
        "What happened, in one or two sentences.",
        "What the document is called",
        "What was said, in a sentence.",
        "What it means for them.",
        "What readers should know, in Markdown.",
        "What runs through it, in one or two sentences.",
        "What the desk does not do.",
        "When a source goes without a name, and who knows it.",
        "Who owns the desk, and who pays for it.",
        "What it shows",
        "Where it was said",
        "Who made it",
        "Who published it",
        "desk@example.org",
        "https://example.org/the-desk-elsewhere",
        "name@example.org",
    }
)
"""What the forms of `spotbrief new` say where something is to be filled in."""


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
        yield from (origin.at(*pointer) for pointer, text, _ in walk(thing, TEXTS) if text in OF_FIELDS)
        yield from _in_prose(getattr(thing, "body", Prose()), origin)


def _in_prose(prose: Prose, origin: Origin) -> Iterator[Where]:
    if OF_BRIEFING in prose.text or prose.text.strip() in OF_FIELDS:
        yield from (origin.prose(line) for line in prose.text.split("\n") if _is_form(line.strip()))


def _is_form(text: str) -> bool:
    return text in OF_FIELDS or text == OF_BRIEFING
