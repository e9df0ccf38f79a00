"""Judgements say how likely, in the words of the scale, and by when."""

from collections.abc import Iterator
from datetime import date

from spotbrief.checks.likelihood import in_terms
from spotbrief.checks.rule import Finding, rule
from spotbrief.corpus.corpus import Corpus
from spotbrief.model.briefing import Briefing
from spotbrief.model.judgement import Followup, Judgement, Revision
from spotbrief.model.origin import Pointer
from spotbrief.words.english import catalogues_of

Rated = tuple[Briefing, Pointer, Judgement | Revision | Followup]


@rule("unknown-term", "error")
def unknown_term(corpus: Corpus) -> Iterator[Finding]:
    """A likelihood is a term of the site's scale."""
    scale, catalogues = corpus.settings.scale, catalogues_of(corpus.settings)
    for briefing, pointer, rated in _rated(corpus):
        if rated.likelihood and not scale.term(rated.likelihood):
            message = f"'{rated.likelihood}' is no term of the scale {scale.name}"
            sure = rated.confidence is not None
            hint = in_terms(rated.likelihood, scale, catalogues, has_probability=rated.probability is not None, has_confidence=sure)
            yield briefing.origin.at(*pointer, "likelihood"), message, hint


@rule("probability-outside-term", "error")
def probability_outside_term(corpus: Corpus) -> Iterator[Finding]:
    """A probability lies inside the band of its term."""
    scale = corpus.settings.scale
    for briefing, pointer, rated in _rated(corpus):
        term = scale.term(rated.likelihood or "")
        if term and rated.probability is not None and not term.holds(rated.probability):
            message = f"{rated.probability:g} is not '{term.term}', which stands for {term.band()}"
            hint = f"write the term '{scale.term_for(rated.probability).term}', or another probability"
            yield briefing.origin.at(*pointer, "probability"), message, hint


@rule("judgement-without-by", "warning")
def judgement_without_by(corpus: Corpus) -> Iterator[Finding]:
    """A judgement says by when, or it can never be scored."""
    for briefing, pointer, judgement in _judgements(corpus):
        if judgement.by and judgement.by.latest == date.max:
            message = f"'{judgement.by.text}' has no end, so this judgement is never due"
            yield briefing.origin.at(*pointer, "by"), message, "write the day by which it is to happen"
        if not judgement.by:
            yield briefing.origin.at(*pointer), "this judgement does not say by when", "add a line such as by: 2025-06-30"


@rule("by-before-published", "error")
def by_before_published(corpus: Corpus) -> Iterator[Finding]:
    """A judgement is due after it is published."""
    zone = corpus.settings.timezone
    for briefing, pointer, judgement in _judgements(corpus):
        if judgement.by and judgement.by.latest < briefing.opens().astimezone(zone).date():
            message = f"this was due ({judgement.by.text}) before the briefing is published"
            yield briefing.origin.at(*pointer, "by"), message, "judge what is still to come, or mend one of the two dates"


def _judgements(corpus: Corpus) -> Iterator[tuple[Briefing, Pointer, Judgement]]:
    for briefing in corpus.desk.briefings:
        yield from ((briefing, ("what_to_expect", i), judgement) for i, _, judgement in briefing.judgements())


def _rated(corpus: Corpus) -> Iterator[Rated]:
    """Everything that says how likely something is."""
    for briefing in corpus.desk.briefings:
        for i, entry in enumerate(briefing.what_to_expect):
            at = ("what_to_expect", i)
            yield briefing, at, entry
            revisions = entry.revisions if isinstance(entry, Judgement) else ()
            yield from ((briefing, (*at, "revisions", n), revision) for n, revision in enumerate(revisions))
