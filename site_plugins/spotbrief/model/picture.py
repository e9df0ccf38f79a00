"""A picture that stands beside the file which names it."""

from spotbrief.model.fields import Text
from spotbrief.model.record import record


@record
class Picture:
    """A picture; *src* is a path relative to the file that names it."""

    src: Text
    """The file, by its way from this one."""
    alt: Text | None = None
    """What it shows, for readers who do not see it."""
    caption: Text | None = None
    """What stands below it."""
    credit: Text | None = None
    """Who made it."""
