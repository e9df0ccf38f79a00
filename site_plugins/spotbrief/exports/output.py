"""What an export gives: files, not pages."""

from datetime import date
from pathlib import Path

from spotbrief.model.record import record


@record
class Output:
    """A file of the site: its path below the site's root, and its bytes or the file to copy."""

    path: str
    data: bytes = b""
    copy_of: Path | None = None

    def content(self) -> bytes:
        """The bytes to write."""
        return self.copy_of.read_bytes() if self.copy_of else self.data


@record
class Listed:
    """A page that the sitemap lists: its path below the site's root and the day it last changed, if known."""

    path: str
    updated: date | None = None
