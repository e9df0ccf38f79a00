"""An HTML tag that was typed into a text, where none works."""

from spotbrief.model.record import record


@record
class Tag:
    """A tag or a comment, with its closing tag where it has one."""

    typed: str
    """The first characters of it."""
    line: int
    column: int
    """Both from 1, in the text."""
    mend: str
    """What to write instead."""
