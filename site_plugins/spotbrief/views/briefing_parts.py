"""The parts that only a briefing has."""

from markupsafe import Markup

from spotbrief.model.record import record
from spotbrief.views.chapter import StoryPart
from spotbrief.views.components import Card, PicturePart
from spotbrief.views.judgements import NOTHING
from spotbrief.views.people import ActorPart
from spotbrief.views.public_events import PublicEventPart
from spotbrief.views.rows import BriefingRow


@record
class TakeawayPart:
    """One key takeaway."""

    anchor: str
    text: Markup
    nature: str
    notes: Markup


@record
class BodyPart:
    """A piece of the body, and the card that follows it."""

    text: Markup
    card: Card | None
    public_event: PublicEventPart | None


@record
class AudiencePart:
    """What it means for one audience."""

    id: str
    name: str
    within: str
    """Its name within a sentence."""
    texts: tuple[Markup, ...]


@record
class AuthorPart:
    """Who wrote it."""

    link: Markup
    role: str
    bio: Markup
    picture: PicturePart | None


@record
class CorrectionPart:
    """A correction, or a note on a change."""

    label: str
    when: Markup
    was: Markup
    now: Markup
    text: Markup


@record
class Around:
    """What the site has around a briefing, which its page alone shows."""

    actors: tuple[ActorPart, ...] = ()
    story: StoryPart | None = None
    related: tuple[BriefingRow, ...] = ()
    written_by: tuple[AuthorPart, ...] = ()
    newer: Markup = NOTHING
    older: Markup = NOTHING


ALONE = Around()
