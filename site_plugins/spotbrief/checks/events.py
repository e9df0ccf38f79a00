"""An event that several files tell of is one event."""

from collections.abc import Iterator

from spotbrief.checks.rule import Finding, rule
from spotbrief.corpus.corpus import Corpus
from spotbrief.corpus.merged_events import Told, event_id, tellings
from spotbrief.corpus.withdrawn import without_text
from spotbrief.model.briefing import Briefing
from spotbrief.model.event import EVENT_KINDS, Entry
from spotbrief.model.origin import Where
from spotbrief.reading.fields import meant, nearest
from spotbrief.reading.wrong_types import short
from spotbrief.words.english import catalogues_of, english_of


@rule("incomplete-event", "error")
def incomplete_event(corpus: Corpus) -> Iterator[Finding]:
    """An event has a date and a title, here or where its id is told in full."""
    for id, told in tellings(corpus.desk, corpus.desk.briefings).items():
        for name in ("when", "title"):
            if not any(getattr(entry, name) for entry, _ in told) and not _points_nowhere(told):
                yield (
                    _where(id, *told[0]),
                    f"this event has no {'date' if name == 'when' else 'title'}",
                    f"add a line such as {_EXAMPLES[name]}",
                )


@rule("untold-event", "error")
def untold_event(corpus: Corpus) -> Iterator[Finding]:
    """An event of a public briefing is told in full where readers may see it."""
    hidden = {b.id for b in corpus.desk.briefings if not b.is_public(corpus.settings.now)}
    hidden |= {briefing.id for briefing in without_text(corpus.desk)}
    for id, told in tellings(corpus.desk, corpus.desk.briefings).items() if hidden else ():
        seen = [(entry, briefing) for entry, briefing in told if not briefing or briefing.id not in hidden]
        for name, example in _EXAMPLES.items() if seen and len(seen) < len(told) else ():
            known = next((briefing for entry, briefing in told if getattr(entry, name)), None)
            if known and not any(getattr(entry, name) for entry, _ in seen):
                message = f"the {_WORDS[name]} of the event '{id}' is told only in '{known.id}', which is not public or is withdrawn"
                yield _where(id, *seen[0]), message, f"add it here, such as {example}, or take the event out"


_WORDS = {"when": "date", "title": "title"}
_EXAMPLES = {"when": "when: 2025-02-12", "title": "title: Delegations meet in Riyadh"}


@rule("contradictory-event", "error")
def contradictory_event(corpus: Corpus) -> Iterator[Finding]:
    """Files that tell of the same event agree on its date."""
    for id, told in tellings(corpus.desk, corpus.desk.briefings).items():
        dated = [(entry, briefing) for entry, briefing in told if entry.when]
        for entry, briefing in dated[1:]:
            first = dated[0][0].when
            if first and entry.when and not entry.when.overlaps(first):
                message = f"the event '{id}' is dated {entry.when.text} here, but {first.text} in {_where(id, *dated[0]).file}"
                yield _where(id, entry, briefing, "when"), message, "mend one of the two, or give this event an id of its own"


@rule("differing-event", "warning")
def differing_event(corpus: Corpus) -> Iterator[Finding]:
    """Files that tell of the same event agree on its title, text, kind and place: readers see one of each."""
    for id, told in tellings(corpus.desk, corpus.desk.briefings).items():
        for name in ("title", "text", "kind", "place") if len(told) > 1 else ():
            said = [(entry, briefing) for entry, briefing in told if getattr(entry, name)]
            for entry, briefing in said[1:]:
                here, there = getattr(entry, name), getattr(said[0][0], name)
                if here.split() != there.split():
                    file = _where(id, *said[0]).file
                    message = f"the {name} of the event '{id}' is '{short(here)}' here, but '{short(there)}' in {file}"
                    hint = "readers see the other one: take this line out, mend it, or give this event an id of its own"
                    yield _where(id, entry, briefing, name), message, hint


@rule("unusual-kind", "advice")
def unusual_kind(corpus: Corpus) -> Iterator[Finding]:
    """The kind of an event is one of the usual ones."""
    for id, told in tellings(corpus.desk, corpus.desk.briefings).items():
        for entry, briefing in told:
            if entry.kind and entry.kind not in EVENT_KINDS:
                near = english_of(entry.kind, EVENT_KINDS, catalogues_of(corpus.settings)) or nearest(entry.kind, EVENT_KINDS, 0.75)
                hint = meant(entry.kind, near) if near else f"the usual ones are {', '.join(EVENT_KINDS)}; a kind of your own may stay"
                yield _where(id, entry, briefing, "kind"), f"'{entry.kind}' is not one of the usual kinds of events", hint


def _points_nowhere(told: list[Told]) -> bool:
    """Whether every entry in *told* is only an id; `unknown-reference` reports those."""
    return all(briefing and entry.id and not (entry.when or entry.title) for entry, briefing in told)


def _where(id: str, entry: Entry, briefing: Briefing | None, *name: str) -> Where:
    if briefing is None:
        return entry.origin.at(*name) if entry.origin else Where(file="")
    position = next(i for i, other in enumerate(briefing.timeline) if other is entry and event_id(briefing, i) == id)
    return briefing.origin.at("timeline", position, *name)
