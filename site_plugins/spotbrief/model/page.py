"""Ordinary pages, which the engine renders."""

from spotbrief.model.origin import Origin
from spotbrief.model.prose import Prose
from spotbrief.model.record import record


@record
class Embed:
    """A thing that a page embeds."""

    purpose: str
    """A purpose of the policy; or `objects`, which no page may have, `inline script`, `handler` or `inline style`; or what no policy
    stops: `departures` to another page, `calls` ahead of a visit."""
    url: str
    typed: str
    """As it stands in the text, to find its place."""
    line: int = 0
    column: int = 0


@record
class OrdinaryPage:
    """A Markdown page under `content/`; the engine renders it, we read what it refers to."""

    path: str
    """Relative to the folder of ordinary pages, in the one Unicode form that paths are looked up by."""
    of: str = ""
    """The page that it is in another language; itself for an original."""
    language: str = ""
    """The language that its name says; empty for the first of the desk."""
    body: Prose
    template: str | None = None
    """The one it names in place of the usual; empty for what is no name."""
    embeds: tuple[Embed, ...] = ()
    """What its HTML asks a browser to load, to send or to run."""
    origin: Origin
