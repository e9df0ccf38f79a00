"""Documents that claims rest on, and who publishes them."""

from spotbrief.model.fields import Address, FileId, FromFile, MaybeFromFile, Private, Text, When
from spotbrief.model.record import record


@record
class Source:
    """A document a claim rests on."""

    id: str = ""
    title: Text | None = None
    publisher: Text | None = None
    """The id of a publisher, or a plain name."""
    url: Address | None = None
    archive_url: Address | None = None
    published: When | None = None
    accessed: When | None = None
    attribution: Text | None = None
    kind: Text | None = None
    note: Text | None = None
    notes: Private | None = None
    """For the desk's eyes only; never published."""
    origin: MaybeFromFile = None

    @property
    def name(self) -> str:
        """What it is called: its title, or else the best that is known."""
        return self.title or self.url or self.publisher or self.id


@record
class SourceRef:
    """A source named by its id alone: it stands in `content/sources.yml`."""

    id: str


@record
class Publisher:
    """Who puts sources out."""

    name: Text
    id: FileId = ""
    url: Address | None = None
    country: Text | None = None
    kind: Text | None = None
    description: Text | None = None
    notes: Private | None = None
    origin: FromFile
