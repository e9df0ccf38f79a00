"""What ties an actor to others: posts, members, relations, and the sanctions on it."""

from collections.abc import Iterable
from datetime import date
from typing import TypeVar

from markupsafe import Markup

from spotbrief.corpus.corpus import Backlinks
from spotbrief.corpus.resolve import safe_url
from spotbrief.model.actor import Actor, Membership, Relation, Sanction
from spotbrief.model.record import record
from spotbrief.views.components import Parts
from spotbrief.views.marks import anchor
from spotbrief.views.notes import Notes
from spotbrief.views.people import POSTS, is_held

T = TypeVar("T", Membership, Relation, Sanction)


@record
class Tie:
    """A membership, a member, a relation or a sanction."""

    what: str
    who: Markup
    period: str
    notes: Markup


class Ties:
    """Makes the ties of one actor, whose sources *notes* number."""

    def __init__(self, parts: Parts, notes: Notes) -> None:
        self._parts, self._notes = parts, notes

    def held(self, actor: Actor) -> Markup:
        """The posts that are held on the day of the build, and since when."""
        today = self._parts.corpus.settings.today
        posts = [one for one in actor.memberships if one.role and is_held(one, today)][:POSTS]
        return Markup("; ").join(self._post(one) for one in posts)

    def _post(self, held: Membership) -> Markup:
        who, since = self._parts.links.named("actors", held.organization), self._parts.words.period(held.since, None)
        phrase = self._parts.marks.phrase
        if since:
            return phrase("{role}, {organization}, {since}", role=held.role, organization=who, since=since)
        return phrase("{role}, {organization}", role=held.role, organization=who)

    def memberships(self, actor: Actor) -> tuple[Tie, ...]:
        """The posts of an actor, the first one first; none where the head of the page has said all of them."""
        if len(actor.memberships) == 1 and not actor.memberships[0].sources and self.held(actor):
            return ()
        return tuple(self._member(one.organization, one) for one in _by_start(actor.memberships))

    def members(self, trail: Backlinks) -> tuple[Tie, ...]:
        """Who holds posts in an organization."""
        return tuple(self._member(member.id, membership) for member, membership in trail.members)

    def _member(self, who: str, membership: Membership) -> Tie:
        return self._tie(membership, membership.role or "", self._parts.links.named("actors", who))

    def relations(self, actor: Actor) -> tuple[Tie, ...]:
        """Other ties of an actor."""
        return tuple(
            self._tie(one, one.role or self._parts.words.sentence(one.kind), self._parts.links.named("actors", one.to))
            for one in _by_start(actor.relations)
        )

    def sanctions(self, actor: Actor) -> tuple[Tie, ...]:
        """Listings of an actor."""
        return tuple(
            self._tie(
                one,
                ": ".join(text for text in (one.programme, one.reason) if text),
                anchor(safe_url(one.url) or "", one.authority),
            )
            for one in _by_start(actor.sanctions)
        )

    def _tie(self, of: Membership | Relation | Sanction, what: str, who: Markup) -> Tie:
        return Tie(what=what, who=who, period=self._parts.words.period(of.since, of.until), notes=self._notes.of(of.sources))


def _by_start(ties: Iterable[T]) -> list[T]:
    return sorted(ties, key=lambda tie: known.earliest if (known := tie.since or tie.until) else date.min)
