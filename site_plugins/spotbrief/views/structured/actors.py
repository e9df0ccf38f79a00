"""Actors as schema.org's Person, Organization and Country."""

from collections.abc import Iterator

from spotbrief.cache import Cache
from spotbrief.model.actor import Actor, Membership
from spotbrief.views.attachments import attachment_address
from spotbrief.views.links import Links
from spotbrief.views.marks import bare
from spotbrief.views.prose import Writer
from spotbrief.views.registers import same_as
from spotbrief.views.structured.node import Node, node

TYPES = {"person": "Person", "organization": "Organization", "state": "Country", "outlet": "NewsMediaOrganization"}


class Actors:
    """Makes the nodes of actors."""

    def __init__(self, links: Links) -> None:
        self._links, self._writer = links, Writer(links)
        self._made = Cache[str, Node]()

    def short(self, id: str) -> Node:
        """An actor as a page that is about something else names it."""
        return self._made.of(id, self._short, id)

    def _short(self, id: str) -> Node:
        actor = self._links.corpus.actors[id]
        return node(_type(actor), name=actor.name, url=self._links.thing("actors", id), sameAs=same_as(actor.identifiers))

    def whole(self, actor: Actor) -> Node:
        """All that is known of an actor."""
        identifiers = actor.identifiers or {}
        image = attachment_address(actor.image.src, actor.origin.file, self._links) if actor.image else ""
        said = node(
            _type(actor),
            alternateName=list(actor.other_names),
            description=bare(self._writer.line(actor.description, actor.origin)),
            image=image,
            identifier=identifiers.get("iso3166") if actor.type == "state" else "",
            leiCode=identifiers.get("lei") if actor.type == "organization" else "",
            jobTitle=list(_posts(actor)) if actor.type == "person" else [],
            memberOf=[] if actor.type == "state" else [self._membership(m) for m in actor.memberships],
        )
        return {"@id": f"{self._links.thing('actors', actor.id)}#actor", **self.short(actor.id), **said}

    def _membership(self, membership: Membership) -> Node:
        """A membership; with a role or a date, schema.org's Role stands between the two."""
        organization = self._organization(membership.organization)
        dates = {name: when.machine for name, when in (("startDate", membership.since), ("endDate", membership.until)) if when}
        role = node("OrganizationRole", roleName=membership.role, memberOf=organization, **dates)
        return role if len(role) > 2 else organization

    def _organization(self, id: str) -> Node:
        actor = self._links.corpus.actors.get(id)
        if not actor:
            return node("Organization", name=id)
        # A country is a place; what somebody holds a post in is its government.
        return self.short(id) if actor.type == "organization" else {**self.short(id), "@type": "GovernmentOrganization"}


def _type(actor: Actor) -> str:
    return TYPES[(actor.type == "organization" and actor.classification) or actor.type]


def _posts(actor: Actor) -> Iterator[str]:
    return (membership.role for membership in actor.memberships if membership.role and not membership.until)
