"""A public event as schema.org's Event."""

import re
from datetime import datetime
from zoneinfo import ZoneInfo

from spotbrief.corpus.names import speaker_names
from spotbrief.corpus.resolve import safe_url
from spotbrief.model.briefing import Briefing, PublicEvent
from spotbrief.model.instants import Day
from spotbrief.views.images import share_image
from spotbrief.views.links import Links
from spotbrief.views.marks import bare
from spotbrief.views.prose import Writer
from spotbrief.views.structured.node import Node, node

_ONLINE = re.compile(r"\b(?:online|virtual|webinar|zoom)\b", re.IGNORECASE)


def event(briefing: Briefing, links: Links, publisher: Node) -> Node | None:
    """The webinar or panel of *briefing*, if it has one; one without a place is held online."""
    if not (told := briefing.public_event):
        return None
    zone: ZoneInfo = links.corpus.settings.timezone
    page = links.thing("briefings", briefing.id, "section:public_event")
    url, image = safe_url(told.url) or page, share_image(briefing, links)
    made = node(
        "Event",
        name=told.title,
        url=url,
        startDate=_when(told.starts, zone),
        endDate=_when(told.ends, zone) if told.ends else "",
        eventStatus=f"https://schema.org/{_status(told)}",
        previousStartDate=_when(told.moved_from[-1], zone) if told.moved_from else "",
        **_location(told, url),
        description=bare(Writer(links).line(told.text, briefing.origin)),
        image=image.url if image else "",
        organizer=publisher,
        performer=[node("Person", name=name) for name in speaker_names(told, links.corpus)],
    )
    return {"@id": page, **made}


def _status(told: PublicEvent) -> str:
    if told.status == "cancelled":
        return "EventCancelled"
    return "EventRescheduled" if told.moved_from else "EventScheduled"


def _location(told: PublicEvent, url: str) -> Node:
    """Where it is held; of one that is cancelled, only a place that is known."""
    place = told.place or ""
    if not place and told.status == "cancelled":
        return {}
    online = not place or bool(_ONLINE.search(place))
    return {
        "eventAttendanceMode": f"https://schema.org/{'Online' if online else 'Offline'}EventAttendanceMode",
        "location": node("VirtualLocation", url=url) if online else node("Place", name=place, address=place),
    }


def _when(moment: datetime, zone: ZoneInfo) -> str:
    """A moment, or the day alone where no hour was typed: schema.org takes both."""
    return moment.date().isoformat() if isinstance(moment, Day) else moment.astimezone(zone).isoformat()
