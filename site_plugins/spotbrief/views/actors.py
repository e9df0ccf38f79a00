"""Actor pages: who somebody is, what they said, what they did, and where they appear."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import cache, partial
from itertools import groupby
from typing import TypeVar

from markupsafe import Markup

from spotbrief.corpus.corpus import Corpus, Said
from spotbrief.corpus.ledger import ledger
from spotbrief.corpus.resolve import safe_url
from spotbrief.model.actor import Actor, Membership, Relation, Sanction
from spotbrief.model.record import record
from spotbrief.views.actor_index import index
from spotbrief.views.charts import network
from spotbrief.views.charts.positions import Positions, positions
from spotbrief.views.components import EventPart, Parts, PartsAt, PicturePart, StatementPart
from spotbrief.views.indexes import kind_label
from spotbrief.views.judgements import JudgementPart
from spotbrief.views.marks import anchor
from spotbrief.views.notes import Notes, SourcePart
from spotbrief.views.page import Heading, Page, Plan
from spotbrief.views.registers import REGISTERS, address

T = TypeVar("T", Membership, Relation, Sanction)

Near = Callable[[str], network.Companion]
"""Gives an actor as another one's companion, by its id; made once for all pages."""

NEWEST = 10
"""Briefings and events that stand open; the older ones are folded up."""

HEADINGS = {
    "memberships": "Memberships",
    "briefings": "Briefings",
    "judgements": "What to expect",
    "statements": "Statements",
    "events": "Timeline",
    "members": "Members",
    "relations": "Relations",
    "sanctions": "Sanctions",
    "companions": "Appears most with",
    "sources": "Sources",
}


@record
class Tie:
    """A membership, a member, a relation or a sanction."""

    what: str
    who: Markup
    period: str
    notes: Markup


@record
class Position:
    """What the actor said on one issue, oldest first."""

    issue: Markup
    latest: str
    latest_words: str
    statements: tuple[StatementPart, ...]


@record
class Dated:
    """A briefing with its date."""

    link: Markup
    published: Markup
    changed: str


@record
class Companion:
    """An actor that appears in the same briefings, and in how many."""

    link: Markup
    count: int


@record
class ActorView:
    """What actor.html may see."""

    name: str
    type: Markup
    other_names: tuple[str, ...]
    description: Markup
    picture: PicturePart | None
    identifiers: tuple[Markup, ...]
    body: Markup
    memberships: tuple[Tie, ...]
    members: tuple[Tie, ...]
    relations: tuple[Tie, ...]
    sanctions: tuple[Tie, ...]
    positions: Positions | None
    statements: tuple[Position, ...]
    events: tuple[EventPart, ...]
    older_events: tuple[EventPart, ...]
    judgements: tuple[JudgementPart, ...]
    """Those without an answer yet."""
    resolved: tuple[JudgementPart, ...]
    briefings: tuple[Dated, ...]
    older_briefings: tuple[Dated, ...]
    network: network.Network | None
    companions: tuple[Companion, ...]
    sources: tuple[SourcePart, ...]
    headings: dict[str, str]


def plans(corpus: Corpus, at: PartsAt) -> Iterator[Plan]:
    """`/actors/` and `/actors/<id>/`."""
    parts = at(2)
    near: Near = cache(partial(_near, parts))
    yield Plan(path="actors/", section="actors", make=partial(index, at))
    for actor in corpus.actors.values():
        briefings = corpus.backlinks("actors", actor.id).briefings
        updated = max((briefing.changed().date() for briefing in briefings), default=None)
        yield Plan(
            path=f"actors/{actor.id}/", section="actors", make=partial(_page, parts, near, actor), updated=updated, has_contents=True
        )


def _near(parts: Parts, id: str) -> network.Companion:
    briefings = frozenset(briefing.id for briefing in parts.corpus.backlinks("actors", id).briefings)
    return network.Companion(name=parts.links.name("actors", id), href=parts.links.thing("actors", id), briefings=briefings)


def _page(parts: Parts, near: Near, actor: Actor) -> Page:
    view = _View(parts, near, actor).made()
    shown = ((name, title) for name, title in view.headings.items() if getattr(view, name) or (name == "judgements" and view.resolved))
    contents = tuple(Heading(anchor=f"section:{name}", title=title) for name, title in shown)
    description = str(view.description.striptags()) or parts.words(
        "{actor} in the briefings of {site}.", actor=actor.name, site=parts.corpus.settings.site_name
    )
    return Page(title=actor.name, description=description, template="actor.html", view=view, contents=contents)


def _headings(actor: Actor) -> dict[str, str]:
    return HEADINGS | {"members": "Office-holders and bodies"} if actor.type == "state" else HEADINGS


class _View:
    """Makes the view of one actor, part by part."""

    def __init__(self, parts: Parts, near: Near, actor: Actor) -> None:
        self._parts, self._corpus, self._actor, self._near = parts, parts.corpus, actor, near
        self._notes, self._trail = Notes(parts.links), parts.corpus.backlinks("actors", actor.id)

    def made(self) -> ActorView:
        """The whole view; sources come last, when all that cites them is numbered."""
        actor, parts, companions = self._actor, self._parts, self._companions()
        events, briefings = tuple(map(parts.event, reversed(self._trail.events))), tuple(self._briefings())
        judgements = self._trail.judgements
        return ActorView(
            name=actor.name,
            type=kind_label(parts.links, "actors", parts.words.actor(actor.type)),
            other_names=actor.other_names,
            description=parts.writer.line(actor.description, actor.origin),
            picture=parts.picture(actor),
            identifiers=tuple(self._identifiers()),
            body=parts.writer.block(actor.body.text, actor.origin),
            memberships=tuple(map(self._membership, _by_start(actor.memberships))),
            members=tuple(self._member(*pair) for pair in self._trail.members),
            relations=tuple(map(self._relation, _by_start(actor.relations))),
            sanctions=tuple(map(self._sanction, _by_start(actor.sanctions))),
            positions=self._chart(),
            statements=tuple(self._positions()),
            events=events[:NEWEST],
            older_events=events[NEWEST:],
            judgements=parts.judgements(one for one in judgements if not one.resolution),
            resolved=parts.judgements(ledger(judgements, parts.corpus.settings.today).resolved),
            briefings=briefings[:NEWEST],
            older_briefings=briefings[NEWEST:],
            network=network.network(self._near(actor.id), tuple(map(self._near, companions)), self._parts.words),
            companions=tuple(Companion(link=parts.links.named("actors", id), count=count) for id, count in companions.items()),
            sources=self._sources(),
            headings=parts.words.each(_headings(actor)),
        )

    def _identifiers(self) -> Iterator[Markup]:
        for name, id in (self._actor.identifiers or {}).items():
            if name == "website":
                yield anchor(safe_url(id) or "", self._parts.words("Website"))
            else:
                register, _ = REGISTERS.get(name, (self._parts.words.sentence(name), ""))
                yield anchor(address(name, id), f"{register} {id}")

    def _membership(self, membership: Membership) -> Tie:
        who = self._parts.links.named("actors", membership.organization)
        return Tie(what=membership.role or "", who=who, period=self._period(membership), notes=self._notes.of(membership.sources))

    def _member(self, member: Actor, membership: Membership) -> Tie:
        who = self._parts.links.named("actors", member.id)
        return Tie(what=membership.role or "", who=who, period=self._period(membership), notes=self._notes.of(membership.sources))

    def _relation(self, relation: Relation) -> Tie:
        what = relation.role or self._parts.words.sentence(relation.kind)
        return Tie(
            what=what,
            who=self._parts.links.named("actors", relation.to),
            period=self._period(relation),
            notes=self._notes.of(relation.sources),
        )

    def _sanction(self, sanction: Sanction) -> Tie:
        what = ": ".join(text for text in (sanction.programme, sanction.reason) if text)
        who = anchor(safe_url(sanction.url) or "", sanction.authority)
        return Tie(what=what, who=who, period=self._period(sanction), notes=self._notes.of(sanction.sources))

    def _period(self, tie: Membership | Relation | Sanction) -> str:
        return self._parts.words.period(tie.since, tie.until)

    def _chart(self) -> Positions | None:
        """What the actor said, a row for each issue, those it spoke of last above."""
        rows: dict[Markup, list[Said]] = {}
        for said in self._trail.statements:
            rows.setdefault(self._parts.links.named("issues", said.statement.issue), []).append(said)
        return positions(dict(sorted(rows.items(), key=lambda row: row[1][-1].statement.when.sort_key, reverse=True)), self._parts.words)

    def _positions(self) -> Iterator[Position]:
        links = self._parts.links
        by_issue = sorted(self._trail.statements, key=lambda said: links.name("issues", said.statement.issue))
        for issue, group in groupby(by_issue, key=lambda said: said.statement.issue):
            statements = tuple(self._parts.statement(said) for said in group)
            latest = statements[-1]
            yield Position(
                issue=links.named("issues", issue), latest=latest.stance, latest_words=latest.stance_words, statements=statements
            )

    def _briefings(self) -> Iterator[Dated]:
        for briefing in self._trail.briefings:
            link = self._parts.links.named("briefings", briefing.id)
            yield Dated(link=link, published=self._parts.published(briefing), changed=self._parts.changed(briefing))

    def _companions(self) -> dict[str, int]:
        """Who appears most in the same briefings, and in how many."""
        met = Counter(id for briefing in self._trail.briefings for id in self._corpus.named[briefing.id])
        del met[self._actor.id]
        return dict(sorted(met.items(), key=lambda pair: (-pair[1], pair[0]))[: network.MOST])

    def _sources(self) -> tuple[SourcePart, ...]:
        self._notes.of(self._actor.sources)
        return self._notes.all()


def _by_start(ties: Iterable[T]) -> list[T]:
    return sorted(ties, key=lambda tie: known.earliest if (known := tie.since or tie.until) else date.min)
