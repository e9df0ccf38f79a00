"""Titles tell briefings apart."""

from collections.abc import Iterator

from spotbrief.checks.rule import Finding, Reach, rule
from spotbrief.corpus.corpus import Corpus


@rule("same-title", "advice", Reach.ALL)
def same_title(corpus: Corpus) -> Iterator[Finding]:
    """No two briefings have one title: lists, feeds and search show nothing else to tell them by."""
    first: dict[str, str] = {}
    for briefing in reversed(list(corpus.briefings.values())):
        title = " ".join(briefing.title.split()).casefold()
        if (other := first.setdefault(title, briefing.id)) != briefing.id:
            message = f"'{other}' has the same title"
            yield briefing.origin.at("title"), message, "say in the title what is new, or add the day or the place"
