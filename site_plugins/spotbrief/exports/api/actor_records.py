"""Actors as things of the API, each a dataclass; the others are in `records`."""

from spotbrief.exports.api.records import Picture, Prose
from spotbrief.exports.api.values import Date, Markdown, Ref, Url
from spotbrief.model.actor import ActorType
from spotbrief.model.record import record


@record
class Tie:
    """A membership or a relation; *kind* is said of relations alone."""

    actor: Ref
    kind: str | None = None
    role: str | None = None
    since: Date | None = None
    until: Date | None = None
    sources: tuple[str, ...] = ()


@record
class Sanction:
    """A listing of the actor by an authority."""

    authority: str
    programme: str | None = None
    since: Date | None = None
    until: Date | None = None
    reason: str | None = None
    url: Url | None = None
    sources: tuple[str, ...] = ()


@record
class ListedActor:
    """An actor in the list of all."""

    id: str
    data: Url
    """Where the whole actor stands."""
    name: str
    type: ActorType
    url: Url | None = None
    description: Markdown | None = None


@record
class Actor:
    """A person, an organization or a state; names follow Popolo."""

    id: str
    name: str
    type: ActorType
    url: Url | None = None
    sort_name: str | None = None
    classification: str | None = None
    other_names: tuple[str, ...] = ()
    description: Markdown | None = None
    body: Prose | None = None
    image: Picture | None = None
    identifiers: dict[str, str] | None = None
    memberships: tuple[Tie, ...] = ()
    relations: tuple[Tie, ...] = ()
    sanctions: tuple[Sanction, ...] = ()
    sources: tuple[str, ...] = ()
    briefings: tuple[str, ...] = ()
    events: tuple[str, ...] = ()
    statements: tuple[str, ...] = ()
    judgements: tuple[str, ...] = ()
