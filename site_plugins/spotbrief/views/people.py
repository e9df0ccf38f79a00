"""The actors that a briefing names, as they stood on its day: post, description, and what they had said last."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from datetime import date

from markupsafe import Markup

from spotbrief.corpus.corpus import Said
from spotbrief.model.actor import Membership
from spotbrief.model.record import record
from spotbrief.views.components import Parts, StatementPart

POSTS = 2
"""How many posts of an actor are named."""

SPEAKING = 4
"""How many actors of a briefing are shown with their latest statement: those that it is most about."""


@record
class ActorPart:
    """An actor that the briefing names."""

    anchor: str
    link: Markup
    role: str
    about: Markup
    said: StatementPart | None


class Cast:
    """Makes the actors of briefings; what one said is written once, for all briefings that show it."""

    def __init__(self, parts: Parts) -> None:
        self._parts, self._said = parts, dict[tuple[str, int], StatementPart]()

    def actors(self, ids: Sequence[str], day: date) -> Iterator[ActorPart]:
        """Actors on *day*; what they had said last only for the first of them."""
        return (self._actor(id, day, speaks=place < SPEAKING) for place, id in enumerate(ids))

    def _actor(self, id: str, day: date, *, speaks: bool) -> ActorPart:
        parts = self._parts
        actor = parts.corpus.actors[id]
        return ActorPart(
            anchor=f"actor:{id}",
            link=parts.links.named("actors", id),
            role="; ".join(self._post(held) for held in [m for m in actor.memberships if m.role and is_held(m, day)][:POSTS]),
            about=parts.writer.line(actor.description, actor.origin),
            said=self._latest(id, day) if speaks else None,
        )

    def _post(self, held: Membership) -> str:
        return f"{held.role}, {self._parts.links.name('actors', held.organization)}"

    def _latest(self, id: str, day: date) -> StatementPart | None:
        statements = self._parts.corpus.backlinks("actors", id).statements
        last = bisect_right(statements, day, key=_day) - 1
        if last < 0:
            return None
        if (id, last) not in self._said:
            self._said[id, last] = self._parts.statement(statements[last], told_in=False)
        return self._said[id, last]


def is_held(membership: Membership, day: date) -> bool:
    """Whether a post is held on a *day*, as far as is known."""
    since, until = membership.since, membership.until
    return (not since or since.earliest <= day) and (not until or until.latest >= day)


def _day(said: Said) -> date:
    return said.statement.when.earliest
