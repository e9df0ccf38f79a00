"""What readers may know about the desk itself; the policies follow the Trust Project and schema.org's NewsMediaOrganization."""

from spotbrief.model.fields import Email, FileId, FromFile, Markdown, Private, Text, Url, When
from spotbrief.model.picture import Image
from spotbrief.model.record import record

POLICIES = ("how_we_work", "verification", "unnamed_sources", "corrections", "ethics", "ownership")
"""The fields that are texts of a section each."""


@record
class Trust:
    """Who stands behind the desk, and the rules it works by; all of it is optional."""

    id: FileId = ""
    name: Text | None = None
    """The publisher's full name, where it is not the name of the site."""
    founded: When | None = None
    """When the desk was founded."""
    email: Email | None = None
    """Where readers write to."""
    address: Text | None = None
    """The postal address."""
    licence: Url | None = None
    """The address of the licence of texts."""
    image: Image | None = None
    """The desk's mark."""
    same_as: tuple[Url, ...] = ()
    """The desk's pages elsewhere."""
    how_we_work: Markdown | None = None
    """How the desk works."""
    verification: Markdown | None = None
    """How it checks what it publishes."""
    unnamed_sources: Markdown | None = None
    """When it lets sources stay unnamed."""
    corrections: Markdown | None = None
    """How it corrects mistakes."""
    ethics: Markdown | None = None
    """How it stays independent."""
    ownership: Markdown | None = None
    """Who owns and pays for it."""
    notes: Private | None = None
    """For the desk's eyes only; never published."""
    origin: FromFile
