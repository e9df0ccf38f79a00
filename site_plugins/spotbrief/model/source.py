"""Documents that claims rest on, and who publishes them."""

from spotbrief.model.fields import AsItStands, FileId, FromFile, MaybeFromFile, OwnId, Private, PublisherOrName, SourceId, Text, Url, When
from spotbrief.model.languages import LanguageTag
from spotbrief.model.record import record


@record
class Source:
    """A document a claim rests on."""

    id: OwnId = ""
    """By which claims of this briefing name it."""
    title: AsItStands | None = None
    """What the document is called; in square brackets, the desk's own words for it."""
    publisher: PublisherOrName | None = None
    """The id of a publisher, or a plain name."""
    url: Url | None = None
    """Where it is."""
    archive_url: Url | None = None
    """Where a copy is kept."""
    published: When | None = None
    """When it came out."""
    accessed: When | None = None
    """When it was read."""
    language: LanguageTag | None = None
    """The code of the language of its title, such as `de`, where its letters do not tell."""
    attribution: Text | None = None
    """How it is named to readers, such as anonymous."""
    kind: Text | None = None
    """What sort of document it is."""
    note: Text | None = None
    """A word on it for readers."""
    notes: Private | None = None
    """For the desk's eyes only; never published."""
    origin: MaybeFromFile = None

    @property
    def name(self) -> str:
        """What it is called: its title without brackets, or else the best that is known."""
        title = (self.title or "").strip()
        return (title[1:-1].strip() if self.is_titled_by_us else title) or self.url or self.publisher or self.id

    @property
    def is_titled_by_us(self) -> bool:
        """Whether the title is the desk's own, as square brackets round all of it say: a translation, or a description."""
        title = (self.title or "").strip()
        return title[:1] == "[" and title.find("]") == len(title) - 1 and bool(title[1:-1].strip())


@record
class SourceRef:
    """A source named by its id alone: it stands in `content/sources.yml`."""

    id: SourceId
    """The id of a shared source."""


@record
class Publisher:
    """Who puts sources out."""

    name: AsItStands
    """What it is called."""
    id: FileId = ""
    url: Url | None = None
    """Its site."""
    country: Text | None = None
    """Where it is based."""
    kind: Text | None = None
    """What sort of publisher it is."""
    description: Text | None = None
    """A sentence on it."""
    notes: Private | None = None
    """For the desk's eyes only; never published."""
    origin: FromFile
