"""Absolute addresses, for files that are read away from the site."""

from urllib.parse import quote, urlsplit

from spotbrief.corpus.corpus import Corpus
from spotbrief.model.briefing import Briefing
from spotbrief.model.settings import Settings
from spotbrief.views.links import Links


def base(settings: Settings) -> str:
    """The site's address, ending in a slash; `/` where it is not known."""
    return settings.site_url if settings.site_url.endswith("/") else f"{settings.site_url}/"


def absolute(corpus: Corpus) -> Links:
    """Links that hold wherever they are read."""
    return Links(corpus, root=base(corpus.settings))


def tag(settings: Settings, briefing: Briefing, part: str = "") -> str:
    """A tag URI (RFC 4151): the same when the site moves to another path or the briefing to another address."""
    host = urlsplit(settings.site_url).hostname or "localhost"
    return f"tag:{host},{briefing.published:%Y}:briefings/{quote(first_id(briefing))}{part}"


def first_id(briefing: Briefing) -> str:
    """The id under which a briefing was first known; editors add former ones at the end."""
    return briefing.former_slugs[0] if briefing.former_slugs else briefing.id
