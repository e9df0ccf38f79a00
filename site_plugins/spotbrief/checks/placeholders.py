"""Forms that were never filled in."""

from collections.abc import Iterator

from spotbrief.checks.rule import Finding, rule
from spotbrief.corpus.corpus import Corpus
from spotbrief.corpus.texts import texts_of_thing
from spotbrief.model.origin import Where

OF_DESK = "Say here "
"""How everything starts that `spotbrief new desk` leaves to its editors."""

OF_BRIEFING = "Write here."
"""The body of a new briefing."""


@rule("placeholder", "advice")
def placeholder(corpus: Corpus) -> Iterator[Finding]:
    """No published text is left as `spotbrief new` wrote it."""
    for where in _left(corpus):
        yield where, "this is still what the form said", "write what it asks for, or take it out"


def _left(corpus: Corpus) -> Iterator[Where]:
    for page in corpus.desk.pages:
        lines = page.body.text.split("\n") if OF_DESK in page.body.text else ()
        yield from (page.origin.prose(line) for line in lines if line.startswith(OF_DESK))
    for trust in corpus.desk.trust:
        yield from (trust.origin.at(*pointer) for pointer, text in texts_of_thing(trust) if text.startswith(OF_DESK))
    for briefing in corpus.desk.briefings:
        if briefing.body.words == len(OF_BRIEFING.split()) and briefing.body.text.strip() == OF_BRIEFING and briefing.status != "draft":
            yield briefing.origin.prose(OF_BRIEFING)
