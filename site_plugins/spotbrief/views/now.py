"""Where a subject stands now: what the latest briefing on it that came to a conclusion came to."""

from collections.abc import Sequence

from markupsafe import Markup

from spotbrief.model.briefing import Briefing
from spotbrief.model.record import record
from spotbrief.views.components import Parts
from spotbrief.views.since_then import SinceThen, since_then
from spotbrief.views.time_elements import of_day

NEAR = 5
"""The newest briefings of which one may say where a subject stands; what an older one said may be over."""


@record
class NowPart:
    """Where a subject stands, who said so, and when."""

    text: Markup
    told_in: Markup
    when: Markup
    since: SinceThen | None
    """What became since of what it expected; None while all of that is open."""


def said_last(briefings: Sequence[Briefing]) -> Briefing | None:
    """The latest of *briefings*, newest first, with a bottom line that still holds."""
    return next((one for one in briefings[:NEAR] if one.bottom_line and not one.is_withdrawn()), None)


def now(parts: Parts, briefing: Briefing) -> NowPart:
    """The bottom line of a briefing, and what became of it."""
    return NowPart(
        text=parts.writer.line(briefing.bottom_line, briefing.origin),
        told_in=parts.links.named("briefings", briefing.id),
        when=of_day(briefing.published, parts.words),
        since=since_then(parts, briefing),
    )
