"""What a published value said, so that two ways to write the same do not differ."""

import re
from datetime import date

from spotbrief.model.dates import EdtfDate

_LINKED = re.compile(r"\[\[[^\[\]|]+\|([^\[\]]+)\]\]|\[([^\[\]]+)\]\([^()\s]*\)")
"""A mention or a link with words of its own."""

_SIGNS = str.maketrans({**dict.fromkeys("’‘ʼ", "'"), **dict.fromkeys("“”„«»", '"'), **dict.fromkeys("–—", "-"), "…": "..."})
"""How the same sign is set in type, and typed."""


def words_of(text: str | None) -> str | None:
    """A text without its line breaks."""
    return " ".join(text.split()) if text else None


def as_read(text: str | None) -> str | None:
    """The words that readers have: where they link to, and how quotation marks and dashes are set, says nothing else."""
    return words_of(_LINKED.sub(lambda found: found[1] or found[2], text).translate(_SIGNS)) if text else None


def last_day(by: EdtfDate) -> str:
    """The day that counts, however it is written; a date without an end stays as it is."""
    return by.latest.isoformat() if by.latest < date.max else by.text


def term(likelihood: str | None) -> str | None:
    """A word of the scale, which means the same in capitals."""
    return words_of(likelihood.casefold()) if likelihood else None


def number_of(value: float | None) -> str | None:
    """A number as people write it."""
    return None if value is None else f"{value:g}"
