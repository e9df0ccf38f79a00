"""A desk -> the corpus: ids become things, in both directions."""

from collections import defaultdict
from collections.abc import Container, Iterable, Mapping
from typing import Any, TypeVar

from spotbrief.corpus.corpus import Backlinks, Corpus, Expected, Said, Taken, Written
from spotbrief.corpus.judgements import cited_for, expected
from spotbrief.corpus.ledger import by_due_date
from spotbrief.corpus.merged_events import merge, tellings
from spotbrief.corpus.references import own_source_ids, shared_sources
from spotbrief.corpus.text_fields import Known, written
from spotbrief.model.actor import Actor
from spotbrief.model.briefing import Briefing
from spotbrief.model.desk import Desk
from spotbrief.model.event import Event
from spotbrief.model.kinds import REFERENCE_KINDS
from spotbrief.model.settings import Settings
from spotbrief.reading.files import one_form
from spotbrief.words.words import Words

T = TypeVar("T")
Key = tuple[str, str]

GROUPS = ("authors", "topics", "regions")
"""The lists of a briefing that group it."""


def link(desk: Desk, settings: Settings, *, known: Known | None = None, ways: bool = True) -> Corpus:
    """The corpus of *desk*; ids that lead nowhere are left out, the checks report them.

    Texts that are *known* are not looked through again. Without *ways* the corpus lacks what leads to each thing: enough to compare things.
    """
    briefings = sorted(desk.briefings, key=lambda b: (b.published, b.id), reverse=True)
    shared = by_id(desk.sources)
    told = tellings(desk, reversed(briefings))
    merged = [event for id, pieces in told.items() if (event := merge(id, pieces, shared, desk.elsewhere))]
    events = by_id(sorted(merged, key=lambda e: (e.when.sort_key, e.id)))
    judgements = {one.id: one for one in expected(briefings, desk)}
    statements = tuple(sorted(_said(desk, briefings), key=lambda s: (s.statement.when.sort_key, s.key)))
    actors = by_id(desk.actors)
    fields = tuple(written(desk, settings.site_url, known))
    unlisted = desk.elsewhere if settings.untranslated == "left_out" else ()
    mentioned = _mentioned(fields)
    named = {briefing.id: _named(briefing, mentioned[briefing.id], actors) for briefing in briefings if ways}
    return Corpus(
        settings=settings,
        words=Words(settings.timezone, settings.language, settings.catalogues),
        desk=desk,
        briefings=by_id(briefings),
        actors=actors,
        authors=by_id(desk.authors),
        topics=by_id(desk.topics),
        regions=by_id(desk.regions),
        storylines=by_id(desk.storylines),
        publishers=by_id(desk.publishers),
        issues=by_id(desk.issues),
        sources=shared,
        events=events,
        judgements=judgements,
        statements=statements,
        named=named,
        written=fields,
        files=dict(files_of(desk)),
        all_backlinks=_Backlinks(briefings, events.values(), statements, judgements.values(), named, actors, unlisted).made()
        if ways
        else {},
    )


def by_id(things: Iterable[T]) -> dict[str, T]:
    """Things by their id; the first keeps an id that stands twice."""
    found: dict[str, T] = {}
    for thing in things:
        found.setdefault(thing.id, thing)  # type: ignore[attr-defined]  # all kinds have an id
    return found


def files_of(desk: Desk) -> Iterable[tuple[str, Key]]:
    """What each file of texts holds, by kind and id."""
    for page in desk.pages:
        yield one_form(page.origin.file), ("pages", page.path)
    for kind in REFERENCE_KINDS:
        for thing in getattr(desk, kind):
            if thing.origin and not thing.origin.pointer:
                yield one_form(thing.origin.file), (kind, thing.id)
    for briefing in desk.briefings:
        yield one_form(briefing.origin.file), ("briefings", briefing.id)
        yield one_form(briefing.origin.prose_file), ("briefings", briefing.id)
    for one in desk.translations:
        if one.head:
            yield one_form(one.head.origin.file), (one.kind, one.id)
            yield one_form(one.head.origin.prose_file), (one.kind, one.id)
        if one.original and one.original.prose_file:  # of a pair, whose text is another file in this language
            yield one_form(one.original.prose_file), (one.kind, one.id)


def _said(desk: Desk, briefings: Iterable[Briefing]) -> Iterable[Said]:
    for statement in desk.statements:
        yield Said(statement=statement, briefing=None, key=statement.id)
    for briefing in briefings:
        for i, statement in enumerate(briefing.statements, 1):
            yield Said(statement=statement, briefing=briefing, key=statement.id or str(i))


def _mentioned(fields: Iterable[Written]) -> Mapping[str, list[str]]:
    """The actors that the short texts of each briefing name, in their order."""
    found: dict[str, list[str]] = defaultdict(list)
    for field in fields:
        if field.of[0] == "briefings" and field.sentence:
            found[field.of[1]] += field.prose.mentions
    return found


def _named(briefing: Briefing, mentioned: Iterable[str], actors: Mapping[str, Actor]) -> tuple[str, ...]:
    named = [*briefing.actors, *briefing.body.mentions, *mentioned]
    named += [statement.actor for statement in briefing.statements]
    named += [actor for _, _, judgement in briefing.judgements() for actor in judgement.actors]
    return tuple(id for id in dict.fromkeys(named) if id in actors)


class _Backlinks:
    """Collects for each thing all that leads to it."""

    def __init__(
        self,
        briefings: list[Briefing],
        events: Iterable[Event],
        statements: tuple[Said, ...],
        judgements: Iterable[Expected],
        named: Mapping[str, tuple[str, ...]],
        actors: Mapping[str, Actor],
        unlisted: Container[str] = (),
    ) -> None:
        self._parts: dict[str, dict[Key, list[Any]]] = {name: defaultdict(list) for name in Backlinks.__dataclass_fields__}
        for briefing in briefings:
            if briefing.id not in unlisted:
                self._add_briefing(briefing, named[briefing.id])
        for event in events:
            self._add_event(event)
        for said in statements:
            self._parts["statements"]["actors", said.statement.actor].append(said)
            self._parts["statements"]["issues", said.statement.issue].append(said)
            self._add_source_of("statements", said, said.statement.sources, said.briefing)
        for judgement in sorted(judgements, key=by_due_date):
            self._add_judgement(judgement)
        for actor in actors.values():
            for membership in actor.memberships:
                self._parts["members"]["actors", membership.organization].append((actor, membership))

    def made(self) -> dict[Key, Backlinks]:
        """The finished all_backlinks."""
        keys = dict.fromkeys(key for lists in self._parts.values() for key in lists)
        return {key: Backlinks(**{name: tuple(lists[key]) for name, lists in self._parts.items() if key in lists}) for key in keys}

    def _add_briefing(self, briefing: Briefing, named: Iterable[str]) -> None:
        lists = self._parts["briefings"]
        for kind in GROUPS:
            for id in dict.fromkeys(getattr(briefing, kind)):
                lists[kind, id].append(briefing)
        if briefing.storyline:
            lists["storylines", briefing.storyline].append(briefing)
        for id in named:
            lists["actors", id].append(briefing)
        for id in shared_sources(briefing):
            lists["sources", id].append(briefing)
        for i, takeaway in enumerate(briefing.key_takeaways, 1):
            taken = Taken(briefing=briefing, takeaway=takeaway, key=takeaway.id or str(i))
            self._add_source_of("takeaways", taken, takeaway.sources, briefing)

    def _add_source_of(self, name: str, what: object, ids: Iterable[str], briefing: Briefing | None) -> None:
        """Adds *what* to the trail of each source in *ids*, except for sources that *briefing* defines itself."""
        own = own_source_ids(briefing) if briefing and ids else frozenset()
        for id in dict.fromkeys(ids):
            if id not in own:
                self._parts[name]["sources", id].append(what)

    def _add_event(self, event: Event) -> None:
        lists = self._parts["events"]
        for source in event.sources:
            if source.origin:
                lists["sources", source.id].append(event)
        for kind in ("actors", "topics", "regions", "storylines"):
            for id in getattr(event, kind):
                lists[kind, id].append(event)

    def _add_judgement(self, expected: Expected) -> None:
        lists = self._parts["judgements"]
        for id in dict.fromkeys(expected.judgement.actors):
            lists["actors", id].append(expected)
        for id in () if expected.taken_down else expected.topics:
            lists["topics", id].append(expected)
        for id in () if expected.taken_down else dict.fromkeys(expected.briefing.regions):
            lists["regions", id].append(expected)
        for id in dict.fromkeys(expected.authors):
            lists["authors", id].append(expected)
        if expected.briefing.storyline:
            lists["storylines", expected.briefing.storyline].append(expected)
        shown: set[str] = set()
        for briefing, cited in cited_for(expected):
            self._add_source_of("judgements", expected, [id for id in cited if id not in shown], briefing)
            shown.update(cited)
