"""Corpus -> findings, in four groups: things with names, briefings, judgements, events; in each the newest first."""

from collections.abc import Callable, Iterator
from functools import cached_property, partial

from spotbrief.corpus.corpus import Corpus, Expected
from spotbrief.corpus.ledger import standing
from spotbrief.corpus.scored import Probability, probability_of
from spotbrief.exports.search.plain import plain
from spotbrief.exports.search.record import FACETS, SEARCHED, Finding
from spotbrief.model.actor import Actor
from spotbrief.model.briefing import Briefing
from spotbrief.model.event import Event
from spotbrief.model.sorts import TEXTS
from spotbrief.model.walk import walk
from spotbrief.views.judgement_rows import STEPS, way
from spotbrief.views.likelihoods import share
from spotbrief.views.links import Links, event_anchor
from spotbrief.views.paging import page_of, page_path
from spotbrief.views.timelines import lengths

Make = Callable[[], Finding | None]
"""Makes a finding when it is wanted; None for what has no page."""

LEAD = 40
"""Words of a lead that a result shows."""


class Findings:
    """Makes the findings of one corpus."""

    def __init__(self, corpus: Corpus) -> None:
        self._corpus, self._links = corpus, Links(corpus)
        self._name_of = partial(self._links.name, "actors")

    def groups(self) -> Iterator[tuple[str, list[Make]]]:
        """Everything that can be found, by group."""
        corpus = self._corpus
        things = [partial(self._actor, actor) for actor in corpus.actors.values()]
        named = [partial(self._thing, name, id) for name in SEARCHED for id in getattr(corpus, name)]
        yield "things", [*things, *named]
        yield "briefings", [partial(self._briefing, briefing) for briefing in corpus.listed.values()]
        if "outlook" in corpus.settings.sections:
            yield "judgements", [partial(self._judgement, expected) for expected in corpus.judgements.values() if not expected.taken_down]
        if "timelines" in corpus.settings.sections:
            yield "events", [partial(self._event, event) for event in reversed(corpus.events.values())]  # type: ignore[call-overload]

    def _actor(self, actor: Actor) -> Finding | None:
        return self._made(
            actor.type,
            self._links.thing("actors", actor.id),
            actor.name,
            names=actor.other_names,
            lead=self._plain(actor.description),
            text=self._plain(actor.body.text),
            actor=(actor.id,),
        )

    def _thing(self, name: str, id: str) -> Finding | None:
        thing, kind = getattr(self._corpus, name)[id], SEARCHED[name]
        about = (text for (field, *inside), text, _ in walk(thing, TEXTS) if not inside and field not in ("name", "title"))
        body = getattr(thing, "body", None)
        return self._made(
            kind,
            self._links.thing(name, id),
            self._links.name(name, id),
            lead=self._plain(" ".join(about)),
            text=self._plain(body.text) if body else "",
            **({kind: (id,)} if kind in FACETS else {}),
        )

    def _briefing(self, briefing: Briefing) -> Finding | None:
        takeaways = " ".join(takeaway.text for takeaway in briefing.key_takeaways)
        lead = [briefing.question, briefing.summary, briefing.bottom_line, takeaways]
        return self._made(
            briefing.kind,
            self._links.thing("briefings", briefing.id),
            briefing.title,
            when=self._links.words.day(briefing.published),
            note=self._links.words("Withdrawn") if briefing.status == "withdrawn" else "",
            lead=self._plain("\n\n".join(filter(None, lead))),
            text=self._plain(self._rest(briefing)),
            actor=self._corpus.named[briefing.id],
            **self._of_briefing(briefing),
        )

    def _rest(self, briefing: Briefing) -> str:
        judgements = [judgement.text for _, _, judgement in briefing.judgements()]
        implications = [text for texts in (briefing.implications or {}).values() for text in texts]
        events = [entry.title for entry in briefing.timeline if entry.title]
        return "\n\n".join([briefing.withdrawn or "", briefing.body.text, *judgements, *implications, *events])

    def _of_briefing(self, briefing: Briefing) -> dict[str, tuple[str, ...]]:
        year = briefing.published.astimezone(self._corpus.settings.timezone).year
        return {"topic": briefing.topics, "region": briefing.regions, "author": briefing.authors, "year": (str(year),)}

    def _judgement(self, expected: Expected) -> Finding | None:
        judgement, briefing = expected.judgement, expected.briefing
        said, words = probability_of(expected.now, self._corpus.settings.scale), self._links.words
        of_briefing = self._of_briefing(briefing)
        return self._made(
            "judgement",
            self._links.thing("briefings", briefing.id, f"judgement:{expected.key}"),
            self._plain(judgement.text),
            when=self._links.words("by {date}", date=self._links.words.date(judgement.by)) if judgement.by else "",
            note=words.all_of(filter(None, self._facts(expected, said))),
            lead=briefing.title,
            text=self._plain("\n\n".join(filter(None, self._told_since(expected)))),
            actor=judgement.actors,
            likelihood=(said[0].term,) if said else (),
            **of_briefing | {"topic": (*of_briefing["topic"], *judgement.topics)},
        )

    def _facts(self, expected: Expected, said: Probability | None) -> Iterator[str]:
        """How likely, how sure, which way that moved, and how it stands or ended: what a row of any list says."""
        words, ended = self._links.words, expected.resolution
        if said:
            yield words("{term} ({number})", term=words.sentence(words(said[0].term)), number=share(said, words))
        yield words.sureness(expected.now.confidence)
        yield way(self._corpus, expected, STEPS)[0]
        yield words.outcome(ended.outcome) if ended else words.standing(standing(expected, self._corpus.settings.today))

    def _told_since(self, expected: Expected) -> Iterator[str | None]:
        """How it was to be known, why it was revised, and how it ended."""
        yield expected.judgement.criteria
        yield from (call.why for call in expected.calls if not call.taken_down)
        if ended := expected.resolution:
            yield from (ended.note, ended.learned)

    def _event(self, event: Event) -> Finding | None:
        return self._made(
            "event",
            self._place_of(event),
            event.title,
            when=self._links.words.date(event.when),
            note=event.place,
            lead=self._plain(event.text),
            text=event.place,
            actor=event.actors,
            topic=event.topics,
            region=event.regions,
            year=(str(event.when.earliest.year),) if event.when.earliest.year > 1 else (),
        )

    def _place_of(self, event: Event) -> str:
        if event.briefings:
            return self._links.thing("briefings", event.briefings[-1], event_anchor(event))
        page = page_path("timelines/", page_of(self._position[event.id], *lengths(self._corpus.settings)))
        return self._links.to(f"{page}#event:{event.id}")

    @cached_property
    def _position(self) -> dict[str, int]:
        """Where events stand in the timeline of all, the newest first."""
        return {id: i for i, id in enumerate(reversed(list(self._corpus.events)))}

    def _plain(self, text: str | None) -> str:
        return plain(text, self._name_of)

    def _made(self, kind: str, path: str, title: str, **more: object) -> Finding | None:
        if not path:
            return None
        own = {name: more.pop(name) for name in ("when", "note", "lead", "names", "text") if name in more}
        facets = {name: tuple(dict.fromkeys(values)) for name, values in {"kind": (kind,), **more}.items() if values}  # type: ignore[call-overload]
        return Finding(kind=kind, path=path.removeprefix("./"), title=title, facets=facets, **own)  # type: ignore[arg-type]
