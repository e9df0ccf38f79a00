"""Whether a correction owns up to a change."""

import re

from spotbrief.corpus.audit.finding import Finding
from spotbrief.model.briefing import Correction

_WORD = re.compile(r"\w+")

_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)")

_NUMBER = re.compile(r"\d+(\.\d+)?")

_TELLING = frozenset(
    {"likelihood", "probability", "confidence", "criteria", "base_rate", "outcome", "revision", "published", "embargo", "withdrawn"}
)
"""Fields whose names stand in no sentence about something else."""

_TERMS = ("likelihood", "confidence")
"""Fields whose values are words that stand in many a sentence: both sides of what is quoted must be theirs."""

Words = frozenset[str]


def owns_up(correction: Correction, finding: Finding) -> bool:
    """Whether it names what was changed: the judgement's id, the field, what it said or says, or a part of that.

    An id of one word is named as no word of a sentence is: `talks:round`, "round", “round”. A text, a criterion or a word of likelihood is
    named by what `was` and `now` quote of it, a probability also in percent, a date also by its day and year. Of what is about a whole
    briefing, it names the date that it bore or on which it came, or what became of it.
    """
    said = " ".join(filter(None, (correction.was, correction.now, correction.text)))
    if _names_id(said, finding) or (finding.field in _TELLING and _words(finding.field) <= _words(said)):
        return True
    sides = ((correction.was, finding.was, finding.now), (correction.now, finding.now, finding.was))
    quoted = [_quotes(quote, value, other) for quote, value, other in sides if quote and value]
    if finding.field in _TERMS or not quoted:
        return bool(quoted) and all(quoted)
    return all(quoted) or any(way <= _words(said) for value in (finding.was, finding.now) for way in _exactly(value))


def _names_id(said: str, finding: Finding) -> bool:
    keys = {finding.judgement.partition(":")[2], *((finding.was, finding.now) if finding.field == "id" else ())}
    return any(_names(said, f"{finding.briefing}:{key}") or _names(said, key) for key in keys if key and not key.isdigit())


def _names(said: str, id: str) -> bool:
    """Whether an *id* stands there, in one piece; one of a single word in quotation marks, as code is, or with that of its briefing."""
    words = _WORD.findall(id.replace("_", " "))
    end = r"\b" if len(words) > 1 else "[`\"'“”„«»‘’]"
    return bool(re.search(end + r"[\W_]+".join(map(re.escape, words)) + end, said, re.IGNORECASE))


def _quotes(quote: str, value: str, other: str | None) -> bool:
    """Whether a *quote* is of *value*: all of it, or a part that says what the *other* value does not, perhaps with a word around it."""
    quoted, whole = _words(quote), _words(value)
    if any(way <= quoted for way in _ways(value)):
        return True
    own = whole - _words(other or "")
    return len(quoted & whole) * 2 > len(quoted) and bool(quoted & own)


def _ways(value: str) -> list[Words]:
    """The words of a value, and other ways to write it."""
    return [_words(value), *_exactly(value)]


def _exactly(value: str | None) -> list[Words]:
    """A date or a number as people write it, which stands in no sentence about something else."""
    if value and (day := _DAY.fullmatch(value)):
        return [_words(value), frozenset({str(int(day[3])), day[1]})]
    if value and _NUMBER.fullmatch(value):
        return [frozenset({f"{float(value) * 100:g}"})]
    return []


def _words(text: str) -> Words:
    return frozenset(_WORD.findall(text.casefold().replace("_", " ")))
