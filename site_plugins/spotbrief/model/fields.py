"""Field types that parse the text an editor typed; every scalar reaches them as text."""

import math
import re
from datetime import datetime
from typing import Annotated, Any
from zoneinfo import ZoneInfo

from pydantic import AfterValidator, AliasChoices, Field, PlainValidator, ValidationInfo, WithJsonSchema

from spotbrief.model.dates import EdtfDate
from spotbrief.model.instants import parse_instant
from spotbrief.model.origin import Origin
from spotbrief.model.sorts import OFFERS, Mark, Sort


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


_PERCENT = re.compile(r"\s*(?:[%％]|per ?cent|prozent|відсотк\w*|процент\w*)", re.IGNORECASE)


def _likely(text: str) -> str:
    """What to write in place of `70` or `0,7`; for any other *text*, what is allowed."""
    try:
        number = float(_PERCENT.sub("", text.strip("“”„«»‘’\"' ")).replace(",", ".").strip())
    except ValueError:
        number = math.nan
    if 0 < number <= 1 and not _PERCENT.search(text):
        return f"{number:g}"
    return f"{number:g}%" if 1 < number <= 100 else "a number from 0 to 1, such as 0.7, or a percentage, such as 70%"


def _truth(value: Any) -> bool:
    if isinstance(value, bool):
        return value
    text = _text(value).strip()
    if text.lower() in ("true", "false"):
        return text.lower() == "true"
    raise ValueError(f"'{text[:40]}' is neither true nor false: write true or false")


def _said(value: str) -> str:
    if value and not value.isspace():
        return value
    raise ValueError("is empty: write something, or take the line out")


_Words = Annotated[str, AfterValidator(_said)]

Text = Annotated[_Words, Mark(Sort.PLAIN)]
"""Plain text that readers see, never interpreted."""

Sentence = Annotated[_Words, Mark(Sort.SENTENCE)]
"""A sentence or two in GitHub-flavoured Markdown, which stand inside a paragraph."""


def _no_switch(value: str) -> str:
    if value.strip().casefold() not in ("true", "yes", "on", "1"):
        return value
    raise ValueError(f"'{value.strip()}' does not say why: write a sentence, such as The call was a hoax.")


Reason = Annotated[Sentence, AfterValidator(_no_switch)]
"""A sentence that says why."""

Markdown = Annotated[_Words, Mark(Sort.MARKDOWN)]
"""Paragraphs in GitHub-flavoured Markdown."""

Url = Annotated[_Words, Mark(Sort.URL)]
"""A web address."""

Email = Annotated[_Words, Mark(Sort.EMAIL)]
"""An address for mail."""

Identifiers = dict[str, Annotated[_Words, Mark(Sort.IDENTIFIER)]]
"""Ids in public registers, by register."""

Path = Annotated[_Words, Mark(Sort.PATH)]
"""The way from the file that holds it to another."""

Private = Annotated[_Words, Mark(Sort.PRIVATE)]
"""For the desk alone, never published."""

OwnId = Annotated[str, Mark(Sort.OWN_ID)]
"""The id of a part of a thing, by which the desk names it; empty where it goes by its number."""

FormerIds = tuple[Annotated[str, Mark(Sort.FORMER_ID)], ...]
"""Earlier ids, whose addresses still lead here."""


def _offered(words: str) -> WithJsonSchema:
    return WithJsonSchema({"type": ["string", "number"], OFFERS: words})


ActorId = Annotated[str, Mark(Sort.REFERENCE, ("actors",))]
AuthorId = Annotated[str, Mark(Sort.REFERENCE, ("authors",))]
TopicId = Annotated[str, Mark(Sort.REFERENCE, ("topics",))]
RegionId = Annotated[str, Mark(Sort.REFERENCE, ("regions",))]
StorylineId = Annotated[str, Mark(Sort.REFERENCE, ("storylines",))]
IssueId = Annotated[str, Mark(Sort.REFERENCE, ("issues",))]
EventId = Annotated[str, Mark(Sort.REFERENCE, ("events",))]
"""The id of an event; what stands beside it may tell the event."""
SourceId = Annotated[str, Mark(Sort.CITATION, ("sources",))]
"""The id of a shared source, or of one that the same briefing tells."""
BriefingId = Annotated[str, Mark(Sort.REFERENCE, ("briefings",))]
JudgementId = Annotated[str, Mark(Sort.REFERENCE, ("judgements",))]
"""The full id of a judgement: that of its briefing, a colon, and its own."""
OfItsKind = Annotated[str, Mark(Sort.REFERENCE)]
"""The id of another thing of the same kind."""
AuthorOrName = Annotated[Text, Mark(Sort.NAME, ("authors",))]
"""The id of an author, or a plain name."""
ActorOrName = Annotated[Text, Mark(Sort.NAME, ("actors",))]
"""The id of an actor, or a plain name."""
SpeakerOrName = Annotated[Text, Mark(Sort.NAME, ("actors", "authors"))]
"""The id of an actor or an author, or a plain name."""
PublisherOrName = Annotated[Text, Mark(Sort.NAME, ("publishers",))]
"""The id of a publisher, or a plain name."""
Likelihood = Annotated[Text, Mark(Sort.TERM), _offered("terms")]
"""A term of the site's scale."""
EventKind = Annotated[Text, Mark(Sort.TERM), _offered("event_kinds")]
"""One of the usual kinds of events, or another."""
AsItStands = Annotated[Text, Mark(Sort.AS_IT_STANDS)]
"""Plain text that a translation may leave as it is."""


def _typed(**said: Any) -> WithJsonSchema:
    """The schema of a field that parses its own text. It allows numbers too, because YAML reads some such texts as numbers."""
    return WithJsonSchema({"type": ["string", "number"], **said})


When = Annotated[
    EdtfDate,
    PlainValidator(_when),
    Mark(Sort.DATE),
    _typed(
        description="A date as vague as what is known: 2025-02-12, 2025-02, 2025-03~ (about), 2025-03? (uncertain), 2025-02-10/2025-02-12.",
        pattern=r"^\s*[0-9XYTZE.:/?~%+-]+\s*$",
    ),
]
"""An EDTF date, kept verbatim."""

Instant = Annotated[
    datetime,
    PlainValidator(_instant),
    Mark(Sort.DATE),
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

FileId = Annotated[str, Field(validation_alias=ID_KEY), Mark(Sort.FILE_ID)]
"""The id of a thing that has it from its file's name, or from its key in a plural file."""

FromFile = Annotated[Origin, Field(validation_alias=ORIGIN_KEY)]
"""Where the thing was read from."""

MaybeFromFile = Annotated[Origin | None, Field(validation_alias=ORIGIN_KEY)]
"""The place of a thing; None for one that stands inside a briefing."""


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
