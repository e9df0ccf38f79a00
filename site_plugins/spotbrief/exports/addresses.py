"""Absolute addresses, for files that are read away from the site."""

from typing import Any
from urllib.parse import quote, urlsplit

from spotbrief.corpus.corpus import Corpus
from spotbrief.model.briefing import Briefing
from spotbrief.model.settings import Settings
from spotbrief.views.links import Links

MINTED = "2025"
"""The year in all tags: RFC 4151 asks for a date, and one that never changes."""


def absolute(corpus: Corpus) -> Links:
    """Links that hold wherever they are read."""
    return Links(corpus, root=corpus.settings.base)


def tag(settings: Settings, part: str) -> str:
    """A tag URI (RFC 4151). Nothing that an editor may mend stands in it: no date, no timezone, no path of the site.

    What is said in another language than the first is another thing.
    """
    return f"tag:{authority(settings)},{MINTED}:{settings.prefix}{quote(part, safe='/:')}"


def authority(settings: Settings) -> str:
    """Whose ids these are: what the desk set, so that they survive a move to another domain, or else its present host."""
    return settings.id_authority or urlsplit(settings.site_url).hostname or "localhost"


def tag_of(settings: Settings, briefing: Briefing, part: str = "") -> str:
    """The tag URI of a briefing, or of a *part* of it; it keeps it when it is renamed."""
    return tag(settings, f"briefings/{first_id(briefing)}{part}")


def first_id(thing: Any) -> str:
    """The id under which a briefing, or a thing that has feeds, was first known; editors add former ones at the end."""
    return str(thing.former_slugs[0] if thing.former_slugs else thing.id)
