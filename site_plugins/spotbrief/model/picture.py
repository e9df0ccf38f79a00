"""A picture that stands beside the file which names it."""

from typing import Annotated

from spotbrief.model.fields import AsItStands, Path, Text
from spotbrief.model.record import record
from spotbrief.model.sorts import Mark, Sort

HEAVY = 1_000_000
"""Bytes of a picture that are too many on a phone."""

LIGHT = 60_000
"""Bytes of a picture that needs no smaller copies."""

WIDTHS = (480, 960, 1600)
"""Pixels across of the copies; the widest is sharp enough for the column of a page on a fine screen."""

PHONE = 324
"""How wide a picture is on a phone of 360 pixels, between the margins of the page."""

LEGIBLE = 11
"""Pixels of letters in a picture that can still be read on a phone."""


@record
class Picture:
    """A picture; *src* is a path relative to the file that names it."""

    src: Path
    """The file, by its way from this one."""
    alt: Text | None = None
    """What it shows, for readers who do not see it."""
    caption: Text | None = None
    """What stands below it."""
    credit: AsItStands | None = None
    """Who made it."""


Image = Annotated[Picture, Mark(Sort.PICTURE)]
"""A field that holds a picture."""


@record
class Letters:
    """The smallest letters of a drawing."""

    size: float
    """As it is on a phone, in pixels."""
    width: int
    """Of the drawing, in its own measure."""
    text: str
    line: int


@record
class PictureFile:
    """What is known of a picture's file: its size as it is shown, 0 where it says none, and what is wrong with it."""

    width: int = 0
    height: int = 0
    bytes: int = 0
    is_photo: bool = False
    """Whether it is made of pixels and does not move, so that smaller copies can be made."""
    has_dark: bool = False
    """Whether it is a drawing with colours of its own for dark pages."""
    letters: Letters | None = None
    """The smallest of a drawing, where they are known."""
    fault: str = ""
    mend: str = ""

    @property
    def copies(self) -> tuple[int, ...]:
        """How wide its smaller copies are; none for a picture that is light already, or narrow."""
        if not self.is_photo or self.bytes <= LIGHT or self.width <= WIDTHS[0]:
            return ()
        widest = min(self.width, WIDTHS[-1])
        return (*(width for width in WIDTHS if width < widest), widest)
