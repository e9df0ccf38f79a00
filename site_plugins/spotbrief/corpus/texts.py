"""Every Markdown text of a thing, with the pointer to where it stands."""

from collections.abc import Iterator

from spotbrief.model.actor import Actor
from spotbrief.model.briefing import Briefing
from spotbrief.model.desk import Desk
from spotbrief.model.event import Entry
from spotbrief.model.groups import Author, Group, Storyline
from spotbrief.model.origin import Pointer
from spotbrief.model.prose import Prose
from spotbrief.model.statement import Issue, Statement
from spotbrief.model.trust import POLICIES, Trust
from spotbrief.reading.markdown import read_prose

Text = tuple[Pointer, str]


def naming(texts: Iterator[Text]) -> Iterator[tuple[Pointer, Prose]]:
    """The short texts that name something in double brackets, read."""
    return ((pointer, read_prose(text)) for pointer, text in texts if "[[" in text)


def texts_of_briefing(briefing: Briefing) -> Iterator[Text]:
    """All short texts of a briefing; its body is prose of its own."""
    for name in ("summary", "bottom_line", "withdrawn"):
        if text := getattr(briefing, name):
            yield (name,), text
    for i, takeaway in enumerate(briefing.key_takeaways):
        yield ("key_takeaways", i, "text"), takeaway.text
    yield from _of_judgements(briefing)
    for audience, texts in (briefing.implications or {}).items():
        for i, text in enumerate(texts):
            yield ("implications", audience, i), text
    for i, entry in enumerate(briefing.timeline):
        if entry.text:
            yield ("timeline", i, "text"), entry.text
    for i, statement in enumerate(briefing.statements):
        yield ("statements", i, "text"), statement.text
    yield from _of_record(briefing)


def _of_judgements(briefing: Briefing) -> Iterator[Text]:
    for i, judgement in enumerate(briefing.what_to_expect):
        at: Pointer = ("what_to_expect", i)
        yield (*at, "text"), judgement.text
        if judgement.criteria:
            yield (*at, "criteria"), judgement.criteria
        for k, indicator in enumerate(judgement.indicators):
            yield (*at, "indicators", k), indicator
        for k, revision in enumerate(judgement.history):
            if revision.why:
                yield (*at, "history", k, "why"), revision.why
        if judgement.resolution and judgement.resolution.note:
            yield (*at, "resolution", "note"), judgement.resolution.note


def _of_record(briefing: Briefing) -> Iterator[Text]:
    if briefing.public_event and briefing.public_event.text:
        yield ("public_event", "text"), briefing.public_event.text
    for i, correction in enumerate(briefing.corrections):
        for name in ("was", "now", "text"):
            if text := getattr(correction, name):
                yield ("corrections", i, name), text
    for i, change in enumerate(briefing.changes):
        yield ("changes", i, "note"), change.note


def texts_of_thing(thing: Actor | Author | Group | Storyline | Issue | Entry | Statement | Trust) -> Iterator[Text]:
    """The texts of a thing of the reference data, its body apart."""
    for name in POLICIES if isinstance(thing, Trust) else ("description", "summary", "bio", "text"):
        if text := getattr(thing, name, None):
            yield (name,), text


def with_image(desk: Desk) -> Iterator[Actor | Author | Trust]:
    """Everything of the reference data that may have a picture."""
    yield from desk.actors
    yield from desk.authors
    yield from desk.trust
