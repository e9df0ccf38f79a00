"""What a briefing says of itself fits together in time."""

from collections.abc import Iterator
from datetime import datetime, time, timedelta

from spotbrief.checks.rule import Finding, rule
from spotbrief.corpus.corpus import Corpus
from spotbrief.model.briefing import Briefing
from spotbrief.model.dates import EdtfDate
from spotbrief.model.origin import Pointer
from spotbrief.model.source import Source
from spotbrief.words.dates import moment_words

_PATIENCE = timedelta(days=7)
"""How long after its day a draft is left in peace."""


@rule("correction-before-publication", "error")
def correction_before_publication(corpus: Corpus) -> Iterator[Finding]:
    """Corrections, changes and updates come after publication."""
    for briefing in corpus.desk.briefings:
        for pointer, when, name in _dated(briefing):
            if when.date() < briefing.published.date():
                yield briefing.origin.at(*pointer), f"this {name} is dated before the briefing is published", "mend one of the two dates"


@rule("dated-ahead", "advice")
def dated_ahead(corpus: Corpus) -> Iterator[Finding]:
    """What has happened is not dated ahead: it is shown as soon as it is written."""
    tomorrow = corpus.settings.now + timedelta(days=1)
    for briefing in corpus.desk.briefings:
        for pointer, when, name in (*_dated(briefing), *_passed(briefing)) if briefing.opens() <= corpus.settings.now else ():
            if when > tomorrow:
                yield briefing.origin.at(*pointer), f"this {name} is dated ahead, but is shown at once", "mend the date"


def _dated(briefing: Briefing) -> Iterator[tuple[Pointer, datetime, str]]:
    yield from ((("corrections", i, "when"), c.when, "correction") for i, c in enumerate(briefing.corrections))
    yield from ((("changes", i, "when"), c.when, "change") for i, c in enumerate(briefing.changes))
    if briefing.updated:
        yield ("updated",), briefing.updated, "update"


def _passed(briefing: Briefing) -> Iterator[tuple[Pointer, datetime, str]]:
    """The earliest moments of what a briefing tells as past: what was known, said, published, read or resolved."""
    if briefing.as_of:
        yield ("as_of",), briefing.as_of, "state of information"
    dates: list[tuple[Pointer, EdtfDate | None, str]] = []
    dates += [(("statements", i, "when"), said.when, "statement") for i, said in enumerate(briefing.statements)]
    for i, source in enumerate(briefing.sources):
        if isinstance(source, Source):
            dates += [(("sources", i, name), getattr(source, name), "source") for name in ("published", "accessed")]
    first = briefing.published.date()
    late = ((at, day.earliest, name) for at, day, name in dates if day and day.earliest > first)
    yield from ((at, datetime.combine(day, time(), briefing.published.tzinfo), name) for at, day, name in late)


@rule("reversed-event", "error")
def reversed_event(corpus: Corpus) -> Iterator[Finding]:
    """A public event ends after it starts."""
    for briefing in corpus.desk.briefings:
        if (event := briefing.public_event) and event.ends and event.end() < event.starts:
            yield briefing.origin.at("public_event", "ends"), "this event ends before it starts", "swap the two moments, or mend one"


@rule("withdrawn-without-status", "warning")
def withdrawn_without_status(corpus: Corpus) -> Iterator[Finding]:
    """A briefing that says why it is withdrawn, or that its text stays, is withdrawn."""
    for briefing in corpus.desk.briefings:
        if briefing.withdrawn and briefing.status == "published":
            message = "this says why the briefing is withdrawn, so it is taken down as withdrawn"
            yield briefing.origin.at("withdrawn"), message, "add status: withdrawn, or take this line out"
        if briefing.keep_text and briefing.status == "published" and not briefing.withdrawn:
            message = "this keeps the text of a withdrawn briefing, but this one is not withdrawn"
            yield briefing.origin.at("keep_text"), message, "add status: withdrawn, or take this line out"


@rule("named-twice", "warning")
def named_twice(corpus: Corpus) -> Iterator[Finding]:
    """A list of ids names nothing twice, and related briefings are others."""
    for briefing in corpus.desk.briefings:
        for name in ("authors", "topics", "regions", "actors", "related"):
            seen: set[str] = set()
            for i, id in enumerate(getattr(briefing, name)):
                if id in seen:
                    yield briefing.origin.at(name, i), f"'{id}' is named twice under {name}", "take one of the two out"
                elif name == "related" and id == briefing.id:
                    yield briefing.origin.at(name, i), "this is the briefing itself", "name another, or take it out"
                seen.add(id)


_WAITED_FOR = "nothing to do: a workflow of this desk waits for that moment, and publishes within minutes of it"
_UNATTENDED = "nothing to do: the first build after that publishes it; none of this desk's workflows waits for the moment"


@rule("held-back", "advice")
def held_back(corpus: Corpus) -> Iterator[Finding]:
    """A briefing that is to open later is held back until then."""
    now, zone = corpus.settings.as_of or corpus.settings.now, corpus.settings.timezone
    for briefing in corpus.desk.briefings:
        if briefing.status in ("published", "withdrawn") and briefing.opens() > now:
            name = "embargo" if briefing.embargo and briefing.embargo >= briefing.published else "published"
            message = f"held back until {moment_words(briefing.opens(), zone)} ({zone.key})"
            yield briefing.origin.at(name), message, _WAITED_FOR if corpus.settings.is_opened else _UNATTENDED


@rule("stale-draft", "advice")
def stale_draft(corpus: Corpus) -> Iterator[Finding]:
    """A draft names a day of publication that is not long past: a week at most."""
    last = corpus.settings.now - _PATIENCE
    for briefing in corpus.desk.briefings:
        if briefing.status in ("draft", "review") and briefing.opens() < last:
            name = "embargo" if briefing.opens() > briefing.published else "published"
            opens = moment_words(briefing.opens(), corpus.settings.timezone)
            message = f"this is still status: {briefing.status}, but was to open on {opens}"
            yield briefing.origin.at(name), message, f"take out 'status: {briefing.status}' to publish it, or write a day that is to come"


@rule("membership-reversed", "error")
def membership_reversed(corpus: Corpus) -> Iterator[Finding]:
    """Memberships, relations and sanctions end after they start."""
    for actor in corpus.desk.actors:
        for name in ("memberships", "relations", "sanctions"):
            for i, tie in enumerate(getattr(actor, name)):
                if tie.since and tie.until and tie.until.latest < tie.since.earliest:
                    yield (
                        actor.origin.at(name, i, "until"),
                        f"this ends ({tie.until.text}) before it starts ({tie.since.text})",
                        "swap the two dates",
                    )


@rule("membership-of-itself", "error")
def membership_of_itself(corpus: Corpus) -> Iterator[Finding]:
    """Nobody is a member of itself, or related to itself."""
    for actor in corpus.desk.actors:
        for i, membership in enumerate(actor.memberships):
            if membership.organization == actor.id:
                yield (
                    actor.origin.at("memberships", i, "organization"),
                    f"'{actor.id}' is a member of itself here",
                    "name the other organization",
                )
        for i, relation in enumerate(actor.relations):
            if relation.to == actor.id:
                yield actor.origin.at("relations", i, "to"), f"'{actor.id}' is related to itself here", "name the other actor"
