"""Where a reader of a briefing hears of the next one: the feed of its storyline, of its first topic, or of the site."""

from spotbrief.model.briefing import Briefing
from spotbrief.model.record import record
from spotbrief.views.feed_links import feeds_of
from spotbrief.views.links import Links


@record
class NearestFeed:
    """A feed."""

    href: str
    name: str
    """What it follows."""


def nearest_feed(links: Links, briefing: Briefing) -> NearestFeed | None:
    """The nearest feed; None on a site without any."""
    groups = [("storylines", briefing.storyline), *(("topics", id) for id in briefing.topics[:1])]
    kind, id = next(((kind, id) for kind, id in groups if id and links.thing(kind, id)), ("", ""))
    address = next(feeds_of(links, f"{kind}/{id}/" if kind else ""), "")
    name = links.name(kind, id) if kind else links.corpus.settings.site_name
    return NearestFeed(href=address, name=name) if address else None
