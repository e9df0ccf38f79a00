"""How a reader follows what a page is about: its feeds, and the calendar of what lies ahead."""

from spotbrief.model.record import record
from spotbrief.views.feed_links import feeds_of
from spotbrief.views.links import Links


@record
class FollowPart:
    """The ways to follow a subject."""

    atom: str
    json: str
    calendar: str
    """What lies ahead on the whole site."""


def follow(links: Links, folder: str) -> FollowPart | None:
    """The ways to follow what the page in a *folder* is about; None on a site without feeds."""
    found = tuple(feeds_of(links, folder))
    return FollowPart(atom=found[0], json=found[1], calendar=links.to("calendar.ics")) if found else None
