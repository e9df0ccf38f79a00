"""Actor pages: who somebody is, what they said, what they did, and where they appear."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import cache, partial

from markupsafe import Markup

from spotbrief.corpus.corpus import Corpus
from spotbrief.corpus.ledger import ledger
from spotbrief.corpus.resolve import safe_url
from spotbrief.model.actor import Actor
from spotbrief.model.briefing import Briefing
from spotbrief.model.record import record
from spotbrief.views.actor_index import group_of, index
from spotbrief.views.actor_lists import plans_of, ways_to_all
from spotbrief.views.actor_ties import Tie, Ties
from spotbrief.views.charts import network
from spotbrief.views.charts.positions import Positions, positions
from spotbrief.views.components import Card, EventPart, Parts, PartsAt, PicturePart, StatementPart
from spotbrief.views.follow import FollowPart, follow
from spotbrief.views.indexes import kind_label
from spotbrief.views.judgement_rows import JudgementRow, judgement_row, waiting
from spotbrief.views.marks import anchor
from spotbrief.views.names import initials
from spotbrief.views.notes import Notes, SourcePart
from spotbrief.views.page import Heading, Page, Plan
from spotbrief.views.registers import REGISTERS, address
from spotbrief.views.rows import BriefingRow, briefing_row, event_row
from spotbrief.views.stances import StandPart, by_issue, stands, turned
from spotbrief.words.marked import phrases

Near = Callable[[str], network.Neighbour]
"""Gives an actor as another one's companion, by its id; made once for all pages."""

NEWEST = 5
"""Events that stand open; the older ones are folded up."""

ROWS = 2
"""Briefings that stand open below the card of the latest one."""

LATEST = 2
"""Statements on an issue that stand open."""

HEADINGS = {
    "stands": "Where they stand",
    "judgements": "What to expect",
    "briefings": "Briefings",
    "memberships": "Memberships",
    "members": "Members",
    "relations": "Relations",
    "sanctions": "Sanctions",
    "statements": "Statements",
    "events": "Timeline",
    "companions": "Appears most with",
    "sources": "Sources",
}


@record
class Position:
    """What the actor said on one issue, the latest first."""

    issue: Markup
    latest: str
    latest_words: str
    statements: tuple[StatementPart, ...]
    """The latest of them."""
    earlier: tuple[StatementPart, ...]


@record
class Companion:
    """An actor that appears in the same briefings, and in how many; 0 where that is not told."""

    link: Markup
    count: int


@record
class ActorView:
    """What actor.html may see."""

    name: str
    type: Markup
    role: Markup
    """The posts held today, and since when."""
    initials: str
    """What stands where a picture is missing."""
    other_names: tuple[str, ...]
    description: Markup
    picture: PicturePart | None
    identifiers: tuple[Markup, ...]
    body: Markup
    storylines: Markup
    """The storylines of the briefings that name the actor."""
    follow: FollowPart | None
    stands: tuple[StandPart, ...]
    """Where the actor stands on each issue; the one it spoke of last comes first."""
    memberships: tuple[Tie, ...]
    members: tuple[Tie, ...]
    relations: tuple[Tie, ...]
    sanctions: tuple[Tie, ...]
    positions: Positions | None
    statements: tuple[Position, ...]
    events: tuple[EventPart, ...]
    older_events: tuple[EventPart, ...]
    ways: dict[str, Markup]
    """The links to all judgements, briefings and events, where there are too many for this page."""
    judgements: tuple[JudgementRow, ...]
    """Those without an answer: the next that are still ahead, the first due first, and the first that are overdue."""
    due_later: tuple[JudgementRow, ...]
    """The rest of them, which the page folds up; none where another page has them all."""
    resolved: tuple[JudgementRow, ...]
    latest: Card | None
    """The latest briefing; None where there is little to read on the actor, and each briefing is a row."""
    briefings: tuple[BriefingRow, ...]
    """Those that follow it, or all."""
    older_briefings: tuple[BriefingRow, ...]
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
        yield from plans_of(actor, corpus, at)


def _near(parts: Parts, id: str) -> network.Neighbour:
    briefings = frozenset(briefing.id for briefing in parts.corpus.backlinks("actors", id).briefings)
    return network.Neighbour(name=parts.links.name("actors", id), href=parts.links.thing("actors", id), briefings=briefings)


def _page(parts: Parts, near: Near, actor: Actor) -> Page:
    view = _View(parts, near, actor).made()
    shown = ((name, title) for name, title in view.headings.items() if getattr(view, name) or _is_filled(view, name))
    contents = tuple(Heading(anchor=f"section:{name}", title=title) for name, title in shown)
    description = str(view.description.striptags()) or parts.words(
        "{actor} in the briefings of {site}.", actor=actor.name, site=parts.corpus.settings.site_name
    )
    return Page(title=actor.name, description=description, template="actor.html", view=view, contents=contents)


def _is_filled(view: ActorView, name: str) -> bool:
    """Whether a section is there for another part than the one that it is named after."""
    return bool((name == "judgements" and view.resolved) or (name == "briefings" and view.latest))


OF_GROUPS, OF_STATES = phrases({"stands": "Where it stands"}), phrases({"members": "Office-holders and bodies"})
"""Headings that other actors than persons have otherwise."""


def _headings(actor: Actor) -> dict[str, str]:
    if actor.type == "person":
        return HEADINGS
    return HEADINGS | OF_GROUPS | (OF_STATES if actor.type == "state" else {})


class _View:
    """Makes the view of one actor, part by part."""

    def __init__(self, parts: Parts, near: Near, actor: Actor) -> None:
        self._parts, self._corpus, self._actor, self._near = parts, parts.corpus, actor, near
        self._notes, self._trail = Notes(parts.links), parts.corpus.backlinks("actors", actor.id)
        self._ties = Ties(parts, self._notes)
        self._is_thin = not (self._trail.statements or self._trail.judgements)

    def made(self) -> ActorView:
        """The whole view; sources come last, when all that cites them is numbered."""
        actor, parts, companions, trail = self._actor, self._parts, self._companions(), self._trail
        first, ways, told_in = NEWEST if self._is_thin else ROWS, ways_to_all(actor, parts), self._told_in()[not self._is_thin :]
        rows = tuple(briefing_row(parts, one) for one in (told_in[:first] if ways["briefings"] else told_in))
        events = tuple(event_row(parts, one) for one in trail.events[: -NEWEST - 1 if ways["events"] else None : -1])
        book = ledger(trail.judgements, self._corpus.settings.today)
        unanswered = waiting(parts, book, NEWEST)
        return ActorView(
            name=parts.links.written("actors", actor.id),
            type=kind_label(parts.links, "actors", parts.words.actor(group_of(actor))),
            role=self._ties.held(actor),
            initials=initials(actor),
            other_names=actor.other_names,
            description=parts.writer.line(actor.description, actor.origin),
            picture=parts.picture(actor),
            identifiers=tuple(self._identifiers()),
            body=parts.writer.block(actor.body.text, actor.origin),
            storylines=self._storylines(),
            follow=follow(parts.links, "actors", actor.id),
            stands=tuple(stands(parts, trail.statements)),
            memberships=self._ties.memberships(actor),
            members=self._ties.members(trail),
            relations=self._ties.relations(actor),
            sanctions=self._ties.sanctions(actor),
            positions=self._chart(),
            statements=tuple(self._positions()),
            events=events[:NEWEST],
            older_events=events[NEWEST:],
            ways=ways,
            judgements=unanswered.rows,
            due_later=() if ways["judgements"] else unanswered.more,
            resolved=() if ways["judgements"] else tuple(judgement_row(parts, one) for one in book.resolved),
            latest=parts.card(trail.briefings[0]) if trail.briefings and not self._is_thin else None,
            briefings=rows[:first],
            older_briefings=rows[first:],
            network=self._network(companions),
            companions=tuple(
                Companion(link=parts.links.named("actors", id), count=0 if self._is_thin else count) for id, count in companions.items()
            ),
            sources=self._sources(),
            headings=parts.words.each(_headings(actor)) | self._thin_headings(len(told_in)),
        )

    def _thin_headings(self, count: int) -> dict[str, str]:
        if not self._is_thin:
            return {}
        words = self._parts.words
        return {
            "briefings": words("Named in {briefings}", briefings=words.count(count, "briefing", "briefings")),
            "companions": words("Named beside"),
        }

    def _told_in(self) -> Sequence[Briefing]:
        """The briefings that name the actor, newest first; where there is little to read, also those whose events do."""
        if not self._is_thin:
            return self._trail.briefings
        ids = {id for event in self._trail.events for id in event.briefings} | {briefing.id for briefing in self._trail.briefings}
        found = (self._corpus.briefings[id] for id in ids)
        return sorted(found, key=lambda briefing: (briefing.published, briefing.id), reverse=True)

    def _storylines(self) -> Markup:
        ids = dict.fromkeys(briefing.storyline for briefing in self._told_in() if briefing.storyline)
        return self._parts.links.all_named("storylines", ids)

    def _identifiers(self) -> Iterator[Markup]:
        for name, id in (self._actor.identifiers or {}).items():
            if name == "website":
                yield anchor(safe_url(id) or "", self._parts.words("Website"))
            else:
                register, _ = REGISTERS.get(name, (self._parts.words.sentence(name), ""))
                yield anchor(address(name, id), f"{register} {id}")

    def _chart(self) -> Positions | None:
        """What the actor said, a row for each issue, those it spoke of last above."""
        found = by_issue(self._trail.statements)
        rows = {self._parts.links.named("issues", issue): said for issue, said in found.items()}
        return positions(rows, self._parts.words, self._corpus.settings.today)

    def _positions(self) -> Iterator[Position]:
        for issue, said in by_issue(self._trail.statements).items():
            now, statements = turned(said), tuple(self._parts.statement(one) for one in reversed(said))
            yield Position(
                issue=self._parts.links.named("issues", issue),
                latest=now.stance if now else "",
                latest_words=self._parts.words.stance(now.stance) if now else "",
                statements=statements[:LATEST],
                earlier=statements[LATEST:],
            )

    def _companions(self) -> dict[str, int]:
        """Who appears most in the same briefings, and in how many; where there is little to read, in the same events too."""
        met = Counter(id for briefing in self._trail.briefings for id in self._corpus.named[briefing.id])
        if self._is_thin:
            met.update(id for event in self._trail.events for id in event.actors if id in self._corpus.actors)
        del met[self._actor.id]
        return dict(sorted(met.items(), key=lambda pair: (-pair[1], pair[0]))[: network.MOST])

    def _network(self, companions: dict[str, int]) -> network.Network | None:
        """None where nobody appears in more than one briefing with the actor: then all would be as near as any."""
        if self._is_thin or max(companions.values(), default=0) < 2:
            return None
        return network.network(self._near(self._actor.id), tuple(map(self._near, companions)), self._parts.words)

    def _sources(self) -> tuple[SourcePart, ...]:
        self._notes.of(self._actor.sources)
        return self._notes.all()
