"""Actors as records."""

from spotbrief.corpus.corpus import Said
from spotbrief.corpus.resolve import safe_url
from spotbrief.exports.api import actor_records as a
from spotbrief.exports.api.context import ApiContext, text
from spotbrief.model.actor import Actor, Membership, Relation, Sanction


def listed(actor: Actor, desk: ApiContext) -> a.ListedActor:
    """An actor in the list of all."""
    return a.ListedActor(
        id=actor.id,
        url=desk.links.thing("actors", actor.id) or None,
        data=desk.data(f"actors/{actor.id}"),
        name=actor.name,
        type=actor.type,
        description=text(actor.description),
    )


def whole(actor: Actor, desk: ApiContext) -> a.Actor:
    """An actor with what leads to it, by ids; `notes` stay at the desk."""
    trail = desk.corpus.backlinks("actors", actor.id)
    return a.Actor(
        id=actor.id,
        name=actor.name,
        type=actor.type,
        url=desk.links.thing("actors", actor.id) or None,
        sort_name=actor.sort_name,
        classification=actor.classification,
        other_names=actor.other_names,
        description=text(actor.description),
        body=desk.prose(actor.body, actor.origin) if actor.body.text else None,
        image=desk.picture(actor.image, actor.origin),
        identifiers=actor.identifiers,
        memberships=tuple(_membership(one, desk) for one in actor.memberships),
        relations=tuple(_relation(one, desk) for one in actor.relations),
        sanctions=tuple(_sanction(one, desk) for one in actor.sanctions),
        sources=desk.cited(actor.sources),
        briefings=tuple(briefing.id for briefing in trail.briefings),
        events=tuple(event.id for event in trail.events),
        statements=tuple(map(_statement_id, trail.statements)),
        judgements=tuple(one.id for one in trail.judgements),
    )


def _membership(of: Membership, desk: ApiContext) -> a.Tie:
    return a.Tie(
        actor=desk.ref("actors", of.organization),
        role=of.role,
        since=desk.day(of.since),
        until=desk.day(of.until),
        sources=desk.cited(of.sources),
    )


def _relation(of: Relation, desk: ApiContext) -> a.Tie:
    return a.Tie(
        actor=desk.ref("actors", of.to),
        kind=of.kind,
        role=of.role,
        since=desk.day(of.since),
        until=desk.day(of.until),
        sources=desk.cited(of.sources),
    )


def _sanction(of: Sanction, desk: ApiContext) -> a.Sanction:
    return a.Sanction(
        authority=of.authority,
        programme=of.programme,
        since=desk.day(of.since),
        until=desk.day(of.until),
        reason=of.reason,
        url=safe_url(of.url),
        sources=desk.cited(of.sources),
    )


def _statement_id(said: Said) -> str:
    return f"{said.briefing.id}:{said.key}" if said.briefing else said.key
