"""What a desk says in another language: texts, and nothing else."""

from collections.abc import Mapping
from typing import Any, Literal

from spotbrief.model.fields import AuthorOrName, FileId, FromFile, Instant, Private, Text
from spotbrief.model.origin import Origin, Pointer, Where
from spotbrief.model.record import record


@record
class TranslationHead:
    """What the file of a translation says of itself, beside the texts."""

    id: FileId = ""
    status: Literal["draft", "review", "published"] = "published"
    """Only what is published is in the site; a translation may wait while the original is out."""
    embargo: Instant | None = None
    """Held back until then, and never out before the original."""
    slug: Text | None = None
    """The last step of its address, where that is not the original's."""
    translators: tuple[AuthorOrName, ...] = ()
    """Who translated it: names, or ids of authors."""
    translated_from: dict[str, str] | None = None
    """Fingerprints of the texts it was made from, by their names; `spotbrief translate` writes them."""
    notes: Private | None = None
    """For the desk's eyes only; never published."""
    origin: FromFile


@record
class Translation:
    """One thing in one other language."""

    kind: str
    language: str
    thing: Any
    """The thing with its texts in that language; those that are not translated are the original's."""
    places: Mapping[Pointer, Where]
    """Where each text that is translated stands, by its place in the thing."""
    original: Origin | None = None
    """The files of the original."""
    head: TranslationHead | None = None
    """None where the texts stand in the file of the original."""
    is_behind: bool = False
    """Whether a text of the original was changed since it was translated."""

    @property
    def id(self) -> str:
        """That of the thing."""
        return str(self.thing.id)
