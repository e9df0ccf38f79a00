"""Markdown that has been read once: its text and what it refers to."""

from spotbrief.model.record import record


@record
class Prose:
    """A Markdown text with its references in reading order, each as it was typed."""

    text: str = ""
    words: int = 0
    mentions: tuple[str, ...] = ()
    """Actors named as `[[id]]` or `[[id|text]]`."""
    cards: tuple[str, ...] = ()
    """Briefings and public events named as `[[briefing:id]]` and `[[public_event:id]]`, as typed inside the brackets."""
    links: tuple[str, ...] = ()
    images: tuple[tuple[str, str], ...] = ()
    """Pairs of address and alternative text."""
    raw_html: bool = False
    loose: tuple[str, ...] = ()
    """Double brackets that name nothing, because Markdown takes them apart: with the words that follow them."""
