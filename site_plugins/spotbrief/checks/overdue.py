"""Judgements whose date has passed await an answer."""

from collections.abc import Iterator

from spotbrief.checks.rule import Finding, rule
from spotbrief.corpus.awaiting import overdue as all_overdue
from spotbrief.corpus.corpus import Corpus


@rule("overdue", "advice")
def overdue(corpus: Corpus) -> Iterator[Finding]:
    """A judgement is resolved when its date has passed: until then it counts as wrong."""
    for expected in all_overdue(corpus):
        by = expected.judgement.by
        message = f"this was due ({by.text if by else ''}), and nobody has said how it ended"
        yield expected.at(), message, f"run: spotbrief resolve {expected.id}"
