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

Words = frozenset[str]


def owns_up(correction: Correction, finding: Finding) -> bool:
    """Whether it names what was changed: the judgement's id, the field, what it said or says, or a part of that.

    A text, a criterion or a word of likelihood is named by what `was` or `now` quotes of it, a probability also in percent, a date also by
    its day and year. Of what is about a whole briefing, it names the date that it bore or on which it came, or what became of it.
    """
    said = _words(" ".join(filter(None, (correction.was, correction.now, correction.text))))
    key = finding.judgement.partition(":")[2]
    named = [_words(key)] if key and not key.isdigit() else []
    named += [_words(finding.field)] if finding.field in _TELLING else []
    ways = (*named, *(way for value in (finding.was, finding.now) for way in _ways(value)))
    if any(way and way <= said for way in ways):
        return True
    pairs = ((correction.was, finding.was), (correction.now, finding.now))
    return any(_is_part(_words(quoted or ""), _words(value or "")) for quoted, value in pairs)


def _ways(value: str | None) -> list[Words]:
    """The words of a value, and other ways to write it."""
    if not value:
        return []
    found = [_words(value)]
    if day := _DAY.fullmatch(value):
        found.append(frozenset({str(int(day[3])), day[1]}))
    if _NUMBER.fullmatch(value):
        found.append(frozenset({f"{float(value) * 100:g}"}))
    return found


def _is_part(quoted: Words, whole: Words) -> bool:
    """Whether more than half of what is quoted stands there: a correction quotes the part that was wrong, and perhaps a word around it."""
    return bool(quoted) and len(quoted & whole) * 2 > len(quoted)


def _words(text: str) -> Words:
    return frozenset(_WORD.findall(text.casefold().replace("_", " ")))
