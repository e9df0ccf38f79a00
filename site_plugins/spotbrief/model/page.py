"""Ordinary pages, which the engine renders."""

from spotbrief.model.origin import Origin
from spotbrief.model.prose import Prose
from spotbrief.model.record import record


@record
class OrdinaryPage:
    """A Markdown page under `content/`; the engine renders it, we read what it refers to."""

    path: str
    """Relative to the folder of ordinary pages."""
    body: Prose
    template: str | None = None
    """The one it names in place of the usual; empty for what is no name."""
    origin: Origin
