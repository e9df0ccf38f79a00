"""Revisions are added in order, between publication and the end; a later briefing takes an earlier judgement up again."""

from collections.abc import Iterator
from datetime import date, datetime

from spotbrief.checks.rule import Finding, rule
from spotbrief.corpus.corpus import Corpus, Expected
from spotbrief.model.briefing import Briefing
from spotbrief.model.judgement import Followup, Revision
from spotbrief.model.origin import Pointer

Revised = tuple[Expected, Pointer, Revision, Revision | None]
"""A judgement, the place of a revision in its briefing, the revision, and the one before it."""

Taken = tuple[Briefing, Pointer, Followup, Expected]
"""A later briefing, the place of what it says there, that, and the judgement."""


@rule("revision-out-of-time", "error")
def revision_out_of_time(corpus: Corpus) -> Iterator[Finding]:
    """A revision comes after publication and after the one before it, and neither in the future nor after the end."""
    now = corpus.settings.now
    for expected, pointer, revision, before in _revisions(corpus):
        origin, ended = expected.briefing.origin, expected.resolution
        last = ended.when.latest if ended else date.max
        if revision.when > now:
            message = "this revision lies in the future"
        elif revision.when < expected.briefing.opens():
            message = "this revision is dated before the briefing is published; likelihood says what was thought then"
        elif before and revision.when < before.when:
            message = "this revision is dated before the one above it: the newest comes last"
        elif _day(revision.when, corpus) > last:
            message = f"this revision comes after the end ({ended.when.text if ended else ''}), when there was nothing left to judge"
        else:
            continue
        yield origin.at(*pointer, "when"), message, "mend the date, or take the revision out"


@rule("empty-revision", "error")
def empty_revision(corpus: Corpus) -> Iterator[Finding]:
    """A revision says how likely, or how sure; what takes an earlier judgement up again revises or resolves it."""
    for expected, pointer, revision, _ in _revisions(corpus):
        if not _says(revision):
            where = expected.briefing.origin.at(*pointer)
            yield where, "this revision changes nothing", "add a line such as likelihood: likely, or confidence: low"
    for expected in corpus.judgements.values():
        id = expected.judgement.text.strip()
        if ":" in id and not any(map(str.isspace, id)):
            message = f"'{id}' is the id of a judgement, which readers would see as it is typed"
            yield expected.at(), message, f"write - id: {id}, and below it what is new, such as likelihood: likely"
    for briefing, pointer, followup, expected in _followups(corpus):
        if not _says(followup) and not followup.resolution:
            hint = "add a line such as likelihood: likely, or a resolution; or link to it in the text"
            yield briefing.origin.at(*pointer), f"this takes '{expected.id}' up again, and says nothing new of it", hint


@rule("likelihood-afterwards", "warning")
def likelihood_afterwards(corpus: Corpus) -> Iterator[Finding]:
    """Who revises a likelihood gave one before: without a first word, a judgement is never scored."""
    for expected in corpus.judgements.values():
        first = expected.calls[0]
        later = [call for call in expected.calls[1:] if call.likelihood or call.probability is not None]
        if later and not first.likelihood and first.probability is None:
            message = "this says how likely only in a revision, so it is never scored"
            yield expected.at(), message, "add likelihood: what you thought first, if that was published"


@rule("followup-out-of-time", "error")
def followup_out_of_time(corpus: Corpus) -> Iterator[Finding]:
    """A judgement is taken up again by a later briefing, and not after its end."""
    for briefing, pointer, followup, expected in _followups(corpus):
        where, ended = briefing.origin.at(*pointer, "id"), expected.resolution
        if briefing.id == expected.briefing.id:
            yield where, "this judgement is this briefing's own", "write it as an entry of its revisions, or as its resolution"
        elif briefing.opens() < expected.briefing.opens():
            message = f"'{expected.briefing.id}' is published after this briefing, which cannot take its judgement up again"
            yield where, message, "name a judgement of an earlier briefing, or mend one of the two dates"
        elif _says(followup) and ended and _day(briefing.opens(), corpus) > ended.when.latest:
            message = f"'{expected.id}' had ended ({ended.when.text}) when this briefing was published: nothing was left to judge"
            yield where, message, "take likelihood, probability and confidence out"


@rule("followup-of-hidden", "error")
def followup_of_hidden(corpus: Corpus) -> Iterator[Finding]:
    """What a public briefing takes up again is public too."""
    now = corpus.settings.now
    for briefing, pointer, _, expected in _followups(corpus):
        if briefing.is_public(now) and not expected.briefing.is_public(now):
            message = f"'{expected.briefing.id}' is not public, so readers would see nothing of this entry"
            yield briefing.origin.at(*pointer, "id"), message, "publish that briefing first, or make this one a draft"


@rule("followup-by-number", "error")
def followup_by_number(corpus: Corpus) -> Iterator[Finding]:
    """A judgement that a later briefing takes up again has an id of its own: numbers move when an entry is added above."""
    for briefing, pointer, followup, expected in _followups(corpus):
        if not expected.judgement.id:
            message = f"'{followup.id}' goes by its number, which moves when another is added above it"
            hint = f"give that judgement an id in {expected.briefing.origin.file}, and write it here"
            yield briefing.origin.at(*pointer, "id"), message, hint


def _revisions(corpus: Corpus) -> Iterator[Revised]:
    for expected in corpus.judgements.values():
        revisions = expected.judgement.revisions
        for n, revision in enumerate(revisions):
            yield expected, (*expected.pointer, "revisions", n), revision, revisions[n - 1] if n else None


def _followups(corpus: Corpus) -> Iterator[Taken]:
    for briefing in corpus.desk.briefings:
        for i, followup in briefing.followups():
            if expected := corpus.judgements.get(followup.id):
                yield briefing, ("what_to_expect", i), followup, expected


def _says(rated: Revision | Followup) -> bool:
    return bool(rated.likelihood or rated.probability is not None or rated.confidence)


def _day(moment: datetime, corpus: Corpus) -> date:
    return moment.astimezone(corpus.settings.timezone).date()
