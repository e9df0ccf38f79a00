"""Claims rest on sources."""

from collections.abc import Iterator

from spotbrief.checks.rule import Finding, rule
from spotbrief.corpus.corpus import Corpus
from spotbrief.model.briefing import Briefing
from spotbrief.model.judgement import Judgement


@rule("fact-without-source", "warning")
def fact_without_source(corpus: Corpus) -> Iterator[Finding]:
    """A takeaway whose nature is fact names its sources."""
    for briefing in corpus.desk.briefings:
        for i, takeaway in enumerate(briefing.key_takeaways):
            if takeaway.nature == "fact" and not takeaway.sources:
                yield (
                    briefing.origin.at("key_takeaways", i),
                    "this is called a fact, but names no source",
                    "add sources: [id], or call it a judgement",
                )


@rule("uncited-source", "advice")
def uncited_source(corpus: Corpus) -> Iterator[Finding]:
    """Sources of a briefing that cites any are cited by something."""
    for briefing in corpus.desk.briefings:
        cited = {*_cited(briefing), *_of_shared_events(briefing, corpus)}
        for i, source in enumerate(briefing.sources):
            if source.id and cited and source.id not in cited:
                yield (
                    briefing.origin.at("sources", i),
                    f"nothing in this briefing cites the source '{source.id}'",
                    "name it where it is used, under sources: [id]",
                )


def _of_shared_events(briefing: Briefing, corpus: Corpus) -> Iterator[str]:
    """The sources of the events that the briefing only names."""
    for entry in briefing.timeline:
        if event := corpus.events.get(entry.id) if not entry.sources else None:
            yield from (source.id for source in event.sources)


def _cited(briefing: Briefing) -> Iterator[str]:
    for part in (briefing.key_takeaways, briefing.what_to_expect, briefing.timeline, briefing.statements):
        for entry in part:
            yield from entry.sources
    for entry in briefing.what_to_expect:
        yield from entry.resolution.sources if entry.resolution else ()
        if isinstance(entry, Judgement):
            yield from entry.base_rate.sources if entry.base_rate else ()
            yield from (id for revision in entry.revisions for id in revision.sources)
