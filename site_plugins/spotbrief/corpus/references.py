"""Every id that a thing names, with the kind of thing it must be and the pointer to where it stands."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from spotbrief.corpus.texts import naming, texts_of_briefing, texts_of_thing
from spotbrief.model.actor import Actor
from spotbrief.model.briefing import Briefing
from spotbrief.model.event import Entry
from spotbrief.model.groups import Author, Group, Storyline
from spotbrief.model.origin import Pointer
from spotbrief.model.prose import Prose
from spotbrief.model.source import Source, SourceRef
from spotbrief.model.statement import Issue, Statement
from spotbrief.model.trust import Trust


class Reference(NamedTuple):
    """A thing named by its id."""

    kind: str
    id: str
    pointer: Pointer
    optional: bool = False
    """A plain name may stand here instead of an id."""
    typed: str | None = None
    """In a body: the words in the brackets, by which its place is found."""


def references_of_briefing(briefing: Briefing) -> Iterator[Reference]:
    """Everything a briefing names; sources of its own are not references."""
    for kind in ("authors", "topics", "regions", "actors"):
        yield from _listed(kind, getattr(briefing, kind), (kind,))
    if briefing.storyline:
        yield Reference("storylines", briefing.storyline, ("storyline",))
    yield from _listed("briefings", briefing.related, ("related",))
    own = own_sources(briefing)
    for i, source in enumerate(briefing.sources):
        if isinstance(source, SourceRef):
            yield Reference("sources", source.id, ("sources", i))
        elif source.publisher:
            yield Reference("publishers", source.publisher, ("sources", i, "publisher"), True)
    for i, takeaway in enumerate(briefing.key_takeaways):
        yield from _sources(takeaway.sources, own, ("key_takeaways", i))
    yield from _of_judgements(briefing, own)
    for i, entry in enumerate(briefing.timeline):
        yield from _of_entry(entry, own, ("timeline", i))
    for i, statement in enumerate(briefing.statements):
        yield from _of_statement(statement, own, ("statements", i))
    yield from _speakers(briefing)
    yield from references_of_prose(briefing.body)
    for pointer, prose in naming(texts_of_briefing(briefing)):
        yield from references_of_prose(prose, pointer)


def names_of(thing: object) -> Iterator[Reference]:
    """What stands in the fields of *thing* that take an id or a name; one that may be of two kinds comes twice."""
    match thing:
        case Briefing():
            yield from _speakers(thing)
            for i, source in enumerate(thing.sources):
                if isinstance(source, Source) and source.publisher:
                    yield Reference("publishers", source.publisher, ("sources", i, "publisher"), True)
        case Actor():
            for i, membership in enumerate(thing.memberships):
                yield Reference("actors", membership.organization, ("memberships", i, "organization"), True)
        case Source() if thing.publisher:
            yield Reference("publishers", thing.publisher, ("publisher",), True)


def _speakers(briefing: Briefing) -> Iterator[Reference]:
    for i, speaker in enumerate(briefing.public_event.speakers if briefing.public_event else ()):
        yield from (Reference(kind, speaker, ("public_event", "speakers", i), True) for kind in ("actors", "authors"))


def own_sources(briefing: Briefing) -> frozenset[str]:
    """The ids of the sources that a briefing tells itself; inside it they come before shared ones."""
    return frozenset(source.id for source in briefing.sources if isinstance(source, Source))


def shared_sources(briefing: Briefing) -> tuple[str, ...]:
    """The ids of all sources that a briefing lists or cites and does not tell itself."""
    cited = [source.id for source in briefing.sources]
    for citing in (briefing.key_takeaways, briefing.what_to_expect, briefing.timeline, briefing.statements):
        cited += [id for claim in citing for id in claim.sources]
    cited += [id for judgement in briefing.what_to_expect if judgement.resolution for id in judgement.resolution.sources]
    own = own_sources(briefing)
    return tuple(id for id in dict.fromkeys(cited) if id not in own)


def references_of_thing(kind: str, thing: object) -> Iterator[Reference]:
    """Everything that a thing of the reference data, which is of *kind*, names."""
    match thing:
        case Group() if thing.broader:
            yield Reference(kind, thing.broader, ("broader",))
        case Actor():
            yield from _of_actor(thing)
        case Storyline():
            yield from _listed("topics", thing.topics, ("topics",))
            yield from _listed("regions", thing.regions, ("regions",))
        case Entry():
            yield from _of_entry(thing, frozenset(), ())
        case Statement():
            yield from _of_statement(thing, frozenset(), ())
        case Source() if thing.publisher:
            yield Reference("publishers", thing.publisher, ("publisher",), True)
    if isinstance(thing, Actor | Storyline):
        yield from references_of_prose(thing.body)
    if isinstance(thing, Actor | Author | Group | Storyline | Issue | Entry | Statement | Trust):
        for pointer, prose in naming(texts_of_thing(thing)):
            yield from references_of_prose(prose, pointer)


def references_of_prose(prose: Prose, pointer: Pointer = ()) -> Iterator[Reference]:
    """Everything that a text names in double brackets; *pointer* is the way to a short text, a body has none."""
    for actor in prose.mentions:
        yield Reference("actors", actor, pointer, typed=None if pointer else actor)
    for card in prose.cards:
        kind, _, id = card.partition(":")
        yield Reference(f"{kind}s", id, pointer, typed=None if pointer else card)


def _listed(kind: str, ids: Iterable[str], pointer: Pointer) -> Iterator[Reference]:
    for i, id in enumerate(ids):
        yield Reference(kind, id, (*pointer, i))


def _sources(ids: Iterable[str], own: frozenset[str], pointer: Pointer) -> Iterator[Reference]:
    for i, id in enumerate(ids):
        if id not in own:
            yield Reference("sources", id, (*pointer, "sources", i))


def _of_judgements(briefing: Briefing, own: frozenset[str]) -> Iterator[Reference]:
    for i, judgement in enumerate(briefing.what_to_expect):
        at: Pointer = ("what_to_expect", i)
        yield from _listed("actors", judgement.actors, (*at, "actors"))
        yield from _listed("topics", judgement.topics, (*at, "topics"))
        yield from _sources(judgement.sources, own, at)
        if judgement.resolution:
            yield from _sources(judgement.resolution.sources, own, (*at, "resolution"))


def _of_entry(entry: Entry, own: frozenset[str], at: Pointer) -> Iterator[Reference]:
    if entry.id and at and not (entry.when and entry.title):
        yield Reference("events", entry.id, (*at, "id"))
    for kind in ("actors", "topics", "regions"):
        yield from _listed(kind, getattr(entry, kind), (*at, kind))
    if entry.storyline:
        yield Reference("storylines", entry.storyline, (*at, "storyline"))
    yield from _sources(entry.sources, own, at)


def _of_statement(statement: Statement, own: frozenset[str], at: Pointer) -> Iterator[Reference]:
    yield Reference("actors", statement.actor, (*at, "actor"))
    yield Reference("issues", statement.issue, (*at, "issue"))
    yield from _sources(statement.sources, own, at)


def _of_actor(actor: Actor) -> Iterator[Reference]:
    for i, membership in enumerate(actor.memberships):
        yield Reference("actors", membership.organization, ("memberships", i, "organization"), True)
        yield from _sources(membership.sources, frozenset(), ("memberships", i))
    for i, relation in enumerate(actor.relations):
        yield Reference("actors", relation.to, ("relations", i, "to"))
        yield from _sources(relation.sources, frozenset(), ("relations", i))
    for i, sanction in enumerate(actor.sanctions):
        yield from _sources(sanction.sources, frozenset(), ("sanctions", i))
    yield from _sources(actor.sources, frozenset(), ())
