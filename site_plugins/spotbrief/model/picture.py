"""A picture that stands beside the file which names it."""

from spotbrief.model.fields import Address, Text
from spotbrief.model.record import record


@record
class Picture:
    """A picture; *src* is a path relative to the file that names it."""

    src: Address
    alt: Text | None = None
    caption: Text | None = None
    credit: Text | None = None
