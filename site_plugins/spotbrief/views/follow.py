"""How a reader follows what a page is about: its feeds, and the calendar of what lies ahead."""

from spotbrief.corpus.dated import calendars
from spotbrief.model.record import record
from spotbrief.views.feed_links import feeds_of
from spotbrief.views.links import Links

CALENDAR = "calendar.ics"
"""How the file is called in the folder of what it is about."""


@record
class FollowPart:
    """The ways to follow a subject."""

    atom: str
    json: str
    calendar: str
    """What lies ahead in it; empty where nothing does."""


def follow(links: Links, kind: str, id: str) -> FollowPart | None:
    """The ways to follow a thing of a *kind*; None on a site without feeds."""
    folder = f"{kind}/{id}/"
    found = tuple(feeds_of(links, folder))
    calendar = links.to(folder + CALENDAR) if (kind, id) in calendars(links.corpus) else ""
    return FollowPart(atom=found[0], json=found[1], calendar=calendar) if found else None
