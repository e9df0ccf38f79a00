"""Documents that claims rest on, and who publishes them."""

from typing import Literal

from spotbrief.model.fields import FileId, FromFile, MaybeFromFile, Text, When
from spotbrief.model.record import record

Attribution = Literal["named", "anonymous", "official", "document"]
SourceKind = Literal["news", "official", "reference", "transcript", "data", "interview"]


@record
class Source:
    """A document a claim rests on."""

    title: Text
    id: str = ""
    publisher: Text | None = None
    """The id of a publisher, or a plain name."""
    url: Text | None = None
    archive_url: Text | None = None
    published: When | None = None
    accessed: When | None = None
    attribution: Attribution | None = None
    kind: SourceKind | None = None
    note: Text | None = None
    notes: Text | None = None
    """For the desk's eyes only; never published."""
    origin: MaybeFromFile = None


@record
class SourceRef:
    """A source named by its id alone: it stands in `content/sources.yml`."""

    id: str


@record
class Publisher:
    """Who puts sources out."""

    name: Text
    id: FileId = ""
    url: Text | None = None
    country: Text | None = None
    kind: Text | None = None
    description: Text | None = None
    notes: Text | None = None
    origin: FromFile
