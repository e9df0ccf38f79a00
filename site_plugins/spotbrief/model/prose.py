"""Markdown that has been read once: its text and what it refers to."""

from spotbrief.model.record import record
from spotbrief.model.tag import Tag


@record
class Remark:
    """What becomes of words or signs of a text that their author cannot have meant."""

    rule: str
    line: int
    column: int
    """Both from 1, in the text."""
    message: str
    hint: str


@record
class Prose:
    """A Markdown text with its references in reading order, each as it was typed."""

    text: str = ""
    words: int = 0
    """The number of words, signs of Markdown included."""
    mentions: tuple[str, ...] = ()
    """Actors named as `[[id]]` or `[[id|text]]`."""
    cards: tuple[str, ...] = ()
    """Briefings and public events named as `[[briefing:id]]` and `[[public_event:id]]`, as typed inside the brackets."""
    links: tuple[str, ...] = ()
    images: tuple[tuple[str, str], ...] = ()
    """Pairs of address and alternative text."""
    tags: tuple[Tag, ...] = ()
    """HTML tags, none of which works."""
    titles: tuple[str, ...] = ()
    """Headings of the first level, which the page's own title is, as `# words`."""
    hidden: tuple[str, ...] = ()
    """Character references, as typed, that stand for what no file may hold."""
    twice: tuple[str, ...] = ()
    """Labels of footnotes that are written more than once, as `[^1]:`."""
    loose: tuple[str, ...] = ()
    """Double brackets that name nothing, because Markdown takes them apart: with the words that follow them."""
    remarks: tuple[Remark, ...] = ()
    """Where what readers see differs from what was typed."""
