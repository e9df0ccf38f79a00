"""A judgement ends once, after it was published and by now; what came after its date did not come by it."""

from collections.abc import Iterator
from datetime import date

from spotbrief.checks.rule import Finding, rule
from spotbrief.corpus.corpus import Corpus, Expected
from spotbrief.model.briefing import Briefing
from spotbrief.model.judgement import Resolution
from spotbrief.model.origin import Pointer
from spotbrief.model.source import Source

Ended = tuple[Expected, Briefing, Pointer, Resolution]
"""A judgement, the briefing that says how it ended, the place of that, and that."""


@rule("resolution-out-of-time", "error")
def resolution_out_of_time(corpus: Corpus) -> Iterator[Finding]:
    """What was known already is no judgement, and what lies ahead is not known: it ends between publication and now."""
    zone, today = corpus.settings.timezone, corpus.settings.today
    for expected, briefing, pointer, ended in _ends(corpus):
        where = briefing.origin.at(*pointer, "when")
        if ended.when.latest < expected.briefing.opens().astimezone(zone).date():
            message = f"this ended ({ended.when.text}) before the briefing is published"
            yield where, message, "mend one of the two dates, or take the judgement out: what is known is a fact"
        elif ended.when.earliest > today:
            yield where, f"this ends ({ended.when.text}) in the future", "mend the date, or take the resolution out until it is known"


@rule("happened-too-late", "error")
def happened_too_late(corpus: Corpus) -> Iterator[Finding]:
    """What happened after the last day of `by` did not happen by it, and `when` is exact enough to tell."""
    for expected, briefing, pointer, ended in _ends(corpus):
        by = expected.judgement.by
        if ended.outcome != "happened" or not by or ended.when.latest <= by.latest:
            continue
        if ended.when.earliest > by.latest:
            message = f"this happened ({ended.when.text}) after its date ({by.text}), by which it had not"
            hint = "write outcome: did_not_happen, and say in note when it came; or mend one of the two dates"
        else:
            message = f"this happened ({ended.when.text}), which may be before or after its date ({by.text})"
            hint = f"write the day, or a span that ends before its date does, such as when: ../{by.latest.isoformat()}"
        yield briefing.origin.at(*pointer, "when"), message, hint


@rule("resolved-twice", "error")
def resolved_twice(corpus: Corpus) -> Iterator[Finding]:
    """A judgement ends once."""
    seen: dict[str, Briefing] = {}
    for expected, briefing, pointer, _ in _ends(corpus):
        first = seen.setdefault(expected.id, briefing)
        if first is not briefing:
            message = f"'{expected.id}' is resolved already, in {first.origin.file}"
            yield briefing.origin.at(*pointer), message, "take one of the two out"


@rule("void-without-note", "warning")
def void_without_note(corpus: Corpus) -> Iterator[Finding]:
    """A void judgement is not scored, so it says why it is void."""
    for _, briefing, pointer, ended in _ends(corpus):
        if ended.outcome == "void" and not ended.note:
            message = "this is void, and does not say why it is not scored"
            yield briefing.origin.at(*pointer, "outcome"), message, "add a line such as note: The talks were called off by both sides."


@rule("void-too-late", "warning")
def void_too_late(corpus: Corpus) -> Iterator[Finding]:
    """A question falls away before its date; once that has passed, it came or it did not, and without an answer it counts as wrong."""
    for expected, briefing, pointer, ended in _ends(corpus):
        by = expected.judgement.by
        if ended.outcome != "void" or not by or ended.when.latest <= by.latest:
            continue
        where = briefing.origin.at(*pointer, "when")
        if ended.when.earliest > by.latest:
            message = f"this is void since {ended.when.text}, when its date ({by.text}) had passed"
            yield where, message, "write outcome: happened or did_not_happen; or the day before its date on which the question fell away"
        else:
            message = f"this is void since {ended.when.text}, which may be before or after its date ({by.text})"
            yield where, message, "write the day on which the question fell away"


@rule("known-earlier", "advice")
def known_earlier(corpus: Corpus) -> Iterator[Finding]:
    """What came is dated by the day on which it was known: nobody revises a likelihood after the sources have told it."""
    zone = corpus.settings.timezone
    for expected, briefing, pointer, ended in _ends(corpus):
        told = [day for day in _told_on(briefing, ended, corpus) if day < ended.when.earliest] if ended.outcome == "happened" else []
        late = [call.when for call in expected.calls[1:] if told and call.when.astimezone(zone).date() > min(told)]
        if late:
            message = f"a source of this is of {min(told).isoformat()}, and the likelihood was revised after that"
            yield briefing.origin.at(*pointer, "when"), message, f"write the day on which it came, such as when: {min(told).isoformat()}"


def _told_on(briefing: Briefing, ended: Resolution, corpus: Corpus) -> Iterator[date]:
    """The days of its sources, as far as they say one."""
    known = {**corpus.sources, **{source.id: source for source in briefing.sources if isinstance(source, Source)}}
    sources = (known[id] for id in ended.sources if id in known)
    return (source.published.latest for source in sources if source.published)


def _ends(corpus: Corpus) -> Iterator[Ended]:
    """All resolutions: first those that stand at the judgement, then those in later briefings, the oldest first."""
    known = corpus.judgements
    briefings = sorted(corpus.desk.briefings, key=lambda briefing: (briefing.opens(), briefing.id))
    for briefing in briefings:
        for i, key, judgement in briefing.judgements():
            if judgement.resolution and (expected := known.get(f"{briefing.id}:{key}")):
                yield expected, briefing, ("what_to_expect", i, "resolution"), judgement.resolution
    for briefing in briefings:
        for i, followup in briefing.followups():
            if followup.resolution and (expected := known.get(followup.id)):
                yield expected, briefing, ("what_to_expect", i, "resolution"), followup.resolution
