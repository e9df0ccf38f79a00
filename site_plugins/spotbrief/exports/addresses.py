"""Absolute addresses, for files that are read away from the site."""

from urllib.parse import quote, urlsplit

from spotbrief.corpus.corpus import Corpus
from spotbrief.model.briefing import Briefing
from spotbrief.model.settings import Settings
from spotbrief.views.links import Links


def absolute(corpus: Corpus) -> Links:
    """Links that hold wherever they are read."""
    return Links(corpus, root=corpus.settings.base)


def tag(settings: Settings, briefing: Briefing, part: str = "") -> str:
    """A tag URI (RFC 4151): the same when the site moves to another path or the briefing to another address."""
    host = urlsplit(settings.site_url).hostname or "localhost"
    return f"tag:{host},{briefing.published:%Y}:briefings/{quote(first_id(briefing))}{part}"


def first_id(briefing: Briefing) -> str:
    """The id under which a briefing was first known; editors add former ones at the end."""
    return briefing.former_slugs[0] if briefing.former_slugs else briefing.id
