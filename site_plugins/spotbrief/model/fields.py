"""Field types that parse the text an editor typed; every scalar reaches them as text."""

import math
from datetime import datetime
from typing import Annotated, Any
from zoneinfo import ZoneInfo

from pydantic import AfterValidator, AliasChoices, Field, PlainValidator, ValidationInfo, WithJsonSchema

from spotbrief.model.dates import EdtfDate
from spotbrief.model.instants import parse_instant
from spotbrief.model.origin import Origin


def _text(value: Any) -> str:
    if isinstance(value, str):
        return value
    raise ValueError(f"a text is wanted here, not a {_shape(value)}")


def _shape(value: Any) -> str:
    return {list: "list", dict: "mapping", type(None): "blank"}.get(type(value), "value")


def _when(value: Any) -> EdtfDate:
    return value if isinstance(value, EdtfDate) else EdtfDate.parse(_text(value))


def _instant(value: Any, info: ValidationInfo) -> datetime:
    zone: ZoneInfo = (info.context or {}).get("timezone", ZoneInfo("UTC"))
    return value if isinstance(value, datetime) else parse_instant(_text(value), zone)


def _probability(value: Any) -> float:
    text = _text(value).strip()
    try:
        number = float(text.removesuffix("%")) / (100 if text.endswith("%") else 1)
    except ValueError:
        number = math.nan
    if text.isascii() and "_" not in text and 0 <= number <= 1:
        return number
    raise ValueError(f"'{text}' is not a probability: write {_likely(text)}")


def _likely(text: str) -> str:
    """How to write the probability that was meant by *text*: `70` or `0,7`."""
    try:
        number = float(text.replace(",", ".").removesuffix("%").removesuffix("percent").strip())
    except ValueError:
        number = math.nan
    if 0 < number <= 1 and "%" not in text:
        return f"{number:g}"
    return f"{number:g}%" if 1 < number <= 100 else "a number from 0 to 1, such as 0.7, or a percentage, such as 70%"


def _truth(value: Any) -> bool:
    if isinstance(value, bool):
        return value
    text = _text(value).strip()
    if text.lower() in ("true", "false"):
        return text.lower() == "true"
    raise ValueError(f"'{text[:40]}' is neither: write true or false")


def _said(value: str) -> str:
    if value.strip():
        return value
    raise ValueError("is empty: write something, or take the line out")


PLAIN, MARKDOWN = "plain", "markdown"
"""How the words of a field are read."""

Text = Annotated[str, AfterValidator(_said), PLAIN]
"""Plain text that readers see, never interpreted."""

Markdown = Annotated[str, AfterValidator(_said), MARKDOWN]
"""GitHub-flavoured Markdown; inline only where the page shows one sentence."""

Address = Annotated[str, AfterValidator(_said)]
"""A web address, a path, or the like: no words, so that signs in it mean what they are."""

Private = Annotated[str, AfterValidator(_said)]
"""For the desk alone, never published."""


OFFERS = "x-offers"
"""The key by which a schema says which words of the desk fit: ids of a kind, or terms; `reading.schema` puts the words in."""


def _offered(kind: str) -> WithJsonSchema:
    return WithJsonSchema({"type": ["string", "number"], OFFERS: kind})


ActorId = Annotated[str, _offered("actors")]
AuthorId = Annotated[str, _offered("authors")]
TopicId = Annotated[str, _offered("topics")]
RegionId = Annotated[str, _offered("regions")]
StorylineId = Annotated[str, _offered("storylines")]
IssueId = Annotated[str, _offered("issues")]
EventId = Annotated[str, _offered("events")]
SourceId = Annotated[str, _offered("sources")]
BriefingId = Annotated[str, _offered("briefings")]
ActorOrName = Annotated[Text, _offered("actors")]
"""The id of an actor, or a plain name."""
PublisherOrName = Annotated[Text, _offered("publishers")]
"""The id of a publisher, or a plain name."""
Likelihood = Annotated[Text, _offered("terms")]
"""A term of the site's scale."""
EventKind = Annotated[Text, _offered("event_kinds")]
"""One of the usual kinds of events, or another."""


def _typed(**said: Any) -> WithJsonSchema:
    """What editors' tools are told of a field that parses its text itself; YAML takes some such texts for numbers."""
    return WithJsonSchema({"type": ["string", "number"], **said})


When = Annotated[
    EdtfDate,
    PlainValidator(_when),
    _typed(
        description="A date as vague as what is known: 2025-02-12, 2025-02, 2025-03~ (about), 2025-03? (uncertain), 2025-02-10/2025-02-12.",
        pattern=r"^\s*[0-9XYTZE.:/?~%+-]+\s*$",
    ),
]
"""An EDTF date, kept verbatim."""

Instant = Annotated[
    datetime,
    PlainValidator(_instant),
    _typed(
        description="A day, 2025-03-03, or a moment, 2025-03-03T18:00, in the site's timezone unless it carries an offset.",
        pattern=r"^\s*[0-9]{4}-[0-9]{2}-[0-9]{2}([T ].+)?\s*$",
    ),
]
"""A moment with an offset; text without one is read in the site's timezone."""

Probability = Annotated[
    float,
    PlainValidator(_probability),
    _typed(description="From 0 to 1, such as 0.7, or a percentage, such as 70%.", minimum=0, maximum=1, pattern=r"^\s*[0-9.eE+-]+%?\s*$"),
]
"""From 0 to 1; `70%` is read as 0.7."""

Truth = Annotated[bool, PlainValidator(_truth), WithJsonSchema({"enum": [True, False]})]
"""`true` or `false`."""

ID_KEY, ORIGIN_KEY = "\0id", "\0origin"
"""Keys under which the reader hands in what editors must not type; no file can hold them."""

FileId = Annotated[str, Field(validation_alias=ID_KEY)]
"""The id of a thing that has it from its file's name, or from its key in a plural file."""

FromFile = Annotated[Origin, Field(validation_alias=ORIGIN_KEY)]
"""Where the thing was read from."""

MaybeFromFile = Annotated[Origin | None, Field(validation_alias=ORIGIN_KEY)]
"""Likewise, for kinds that may also stand inside a briefing."""


def _fits(value: str) -> str:
    if len(value) <= LONGEST_TITLE:
        return value
    raise ValueError(f"a title of {len(value):,} characters is too long: write at most {LONGEST_TITLE}")


LONGEST_TITLE = 300
"""Characters of a title; longer ones fit no list, no card and no tab."""

Headline = Annotated[Text, AfterValidator(_fits)]
"""A title of a few words or lines."""

Title = Annotated[Headline, Field(validation_alias=AliasChoices("title", "name"))]
"""What a thing is called, for kinds that may call it title or name."""
