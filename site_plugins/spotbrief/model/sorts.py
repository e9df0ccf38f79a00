"""The sorts of fields. The annotation of a field names its sort; code that treats a sort alike asks for the sort."""

from dataclasses import dataclass
from enum import Enum
from typing import Any

OFFERS = "x-offers"
"""The key by which a schema says which words of the desk fit: ids of a kind, or terms; `reading.schema` puts the words in."""


class Sort(Enum):
    """The sorts of fields."""

    PLAIN = "plain text"
    """Words that readers see, never interpreted."""
    SENTENCE = "sentence"
    """Markdown of a sentence or two, which stands inside a paragraph."""
    MARKDOWN = "Markdown"
    """Markdown of paragraphs."""
    BODY = "body"
    """Markdown that was read once already: a `Prose`."""
    REFERENCE = "reference"
    """The id of a thing."""
    CITATION = "source"
    """The id of a source on which something rests, or which a briefing lists."""
    TERM = "term"
    """One of a list of terms, which readers see in their language."""
    AS_IT_STANDS = "as it stands elsewhere"
    """Words that stay as they are in every language: names of documents, spellings, credits."""
    NAME = "reference or name"
    """The id of a thing, or a plain name."""
    OWN_ID = "own id"
    """The id of what holds the field, inside the thing that holds it."""
    FORMER_ID = "former id"
    """An id that the thing had before."""
    FILE_ID = "id"
    """The id of a thing, which its file or its key gives it."""
    LANGUAGE = "language"
    """The tag of a language (BCP 47)."""
    URL = "web address"
    EMAIL = "address for mail"
    IDENTIFIER = "identifier"
    """An id in a public register; of the register `website`, a web address."""
    PATH = "path"
    """The way from the file that holds it to another."""
    PICTURE = "picture"
    """A `Picture`."""
    DATE = "date"
    PRIVATE = "private"
    """For the desk alone, never published."""


@dataclass(frozen=True, slots=True)
class Mark:
    """The sort of a field, as it stands in the field's annotation; of a reference, the kinds of things that it may name."""

    sort: Sort
    kinds: tuple[str, ...] = ()
    """Without any, the kind of the thing that holds the field."""

    def __get_pydantic_json_schema__(self, schema: Any, handler: Any) -> dict[str, Any]:
        """Adds to the schema that editors' tools offer the ids of the first kind."""
        made: dict[str, Any] = handler(schema)
        return {"type": ["string", "number"], OFFERS: self.kinds[0]} if self.kinds else made


TEXTS = frozenset({Sort.PLAIN, Sort.SENTENCE, Sort.MARKDOWN})
"""Words that readers see, bodies apart."""

FACTS = frozenset({Sort.TERM, Sort.NAME})
"""Marks on a text that say it is the same in every language."""

PROSE = frozenset({Sort.SENTENCE, Sort.MARKDOWN})
"""Texts in which links, mentions and emphasis work, bodies apart."""

NAMES = frozenset({Sort.NAME})

PICTURES = frozenset({Sort.PICTURE})

CITATIONS = frozenset({Sort.CITATION})

REFERENCES = frozenset({Sort.REFERENCE, Sort.CITATION, Sort.NAME})
