"""The files of the API that list things, and the index of these files."""

from datetime import datetime

from spotbrief.exports.api.actor_records import ListedActor
from spotbrief.exports.api.judgement_records import ListedJudgement
from spotbrief.exports.api.records import Event, ListedBriefing, Named, Publisher, Source, Statement
from spotbrief.exports.api.values import Url
from spotbrief.model.record import record


@record
class Collection:
    """One kind of thing in the index: where all of them stand, and what the file looks like."""

    name: str
    url: Url
    schema: Url
    count: int


@record
class Index:
    """What there is."""

    site: str
    url: Url
    language: str
    scale: str
    """The vocabulary of likelihood."""
    collections: tuple[Collection, ...]
    audiences: dict[str, str]
    """Those for whom briefings say what it means, by what they are called."""
    description: str | None = None
    updated: datetime | None = None
    """When anything on the site last changed."""
    track_record: Url | None = None
    """How good the judgements were; its schema is `schema/track-record.json`."""


@record
class Briefings:
    """All briefings, newest first."""

    briefings: tuple[ListedBriefing, ...]


@record
class Actors:
    """All actors."""

    actors: tuple[ListedActor, ...]


@record
class Events:
    """All events, oldest first."""

    events: tuple[Event, ...]


@record
class Judgements:
    """All judgements, those of the newest briefings first."""

    judgements: tuple[ListedJudgement, ...]


@record
class Statements:
    """All statements, oldest first."""

    statements: tuple[Statement, ...]


@record
class Sources:
    """All sources: the shared ones, then those of each briefing."""

    sources: tuple[Source, ...]


@record
class Authors:
    """All authors."""

    authors: tuple[Named, ...]


@record
class Topics:
    """All topics."""

    topics: tuple[Named, ...]


@record
class Regions:
    """All regions."""

    regions: tuple[Named, ...]


@record
class Storylines:
    """All storylines."""

    storylines: tuple[Named, ...]


@record
class Issues:
    """All issues on which actors take positions."""

    issues: tuple[Named, ...]


@record
class Publishers:
    """All publishers that the desk tells of."""

    publishers: tuple[Publisher, ...]
