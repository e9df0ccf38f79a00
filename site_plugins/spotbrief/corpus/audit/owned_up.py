"""Whether a correction owns up to a change."""

import re

from spotbrief.corpus.audit.finding import Finding
from spotbrief.model.briefing import Correction

_WORD = re.compile(r"\w+")

_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)")

_NUMBER = re.compile(r"\d+(\.\d+)?")

_QUOTES = "[`\"'“”„«»‘’]"

_PERCENT = r"\s*(?:%|per ?cent|prozent|відсот\w*)"

_AROUND = 3
"""How many words may stand round one that is quoted: words of likelihood stand in many a sentence."""

_LONG = 4
"""Words of a text that nobody writes by chance."""

_CALLED: dict[str, tuple[str, ...]] = {
    "by": ("by", "date"),
    "resolved": ("resolved", "resolution", "outcome"),
    "outcome": ("outcome", "resolution"),
    "answer": ("answer", "outcome", "resolution", "judgement"),
    "revision": ("revision", "revisions"),
    "followup": ("followup", "revision", "revisions"),
    "briefing": ("briefing", "published"),
    "authors": ("authors", "author"),
    "topics": ("topics", "topic"),
}
"""What else than by its name a field is called by."""

Words = frozenset[str]


def owns_up(correction: Correction, finding: Finding) -> bool:
    """Whether it quotes what was and what is, or says two of these: the id of the judgement, the field, what was or is.

    An id is named as no word of a sentence is: `talks:round`, "round", “round”. A probability is quoted also in percent, a date also by its
    day and year. Of what was added or taken away, a whole sentence will do.
    """
    said = " ".join(filter(None, (correction.was, correction.now, correction.text)))
    sides = ((correction.was, finding.was, finding.now), (correction.now, finding.now, finding.was))
    values = [value for _, value, _ in sides if value]
    quoted = [bool(quote) and _quotes(quote or "", value, other) for quote, value, other in sides if value]
    exact = [_says(said, value) for value in values if finding.field != "id"]
    if len(values) > 1 and (all(quoted) or (exact and all(exact) and all(map(_is_exact, values)))):
        return True
    if len(values) == 1 and quoted[0] and len(_words(said) & _words(values[0])) >= _LONG:
        return True
    return [_names_id(said, finding), _names_field(said, finding.field), any(quoted) or any(exact)].count(True) > 1


def _names_id(said: str, finding: Finding) -> bool:
    keys = {finding.judgement.partition(":")[2], *((finding.was, finding.now) if finding.field == "id" else ())}
    return any(_names(said, f"{finding.briefing}:{key}", r"(?<![\w:-])", r"(?![\w-])") or _names(said, key, _QUOTES) for key in keys if key)


def _names(said: str, id: str, before: str, after: str = "") -> bool:
    return bool(re.search(before + re.escape(id) + (after or before), said, re.IGNORECASE))


def _names_field(said: str, field: str) -> bool:
    return any(_words(name) <= _words(said) for name in _CALLED.get(field, (field,)))


def _quotes(quote: str, value: str, other: str | None) -> bool:
    """Whether a *quote* is of *value*: all of it, or a part that says what the *other* value does not, perhaps with a word around it."""
    if _is_exact(value):
        return _says(quote, value)
    quoted, whole = _words(quote), _words(value)
    own = whole - _words(other or "")
    return (whole <= quoted and len(quoted) <= _AROUND * len(whole)) or (len(quoted & whole) * 2 > len(quoted) and bool(quoted & own))


def _is_exact(value: str) -> bool:
    """Whether it is a number or a date, of which no part stands for the whole."""
    return bool(_NUMBER.fullmatch(value) or _DAY.fullmatch(value))


def _says(text: str, value: str) -> bool:
    """Whether it says *value* in one piece: a date or a number as people write it."""
    ways: tuple[str, ...] = (r"[\W_]+".join(map(re.escape, _WORD.findall(value))),)
    if day := _DAY.fullmatch(value):
        number, month = int(day[3]), rf"(?:0?{int(day[2])}|[^\W\d]+)"
        ways = (re.escape(value), rf"0?{number}\W+{month}\W+{day[1]}", rf"{month}\W+0?{number}\W+{day[1]}")
    elif _NUMBER.fullmatch(value):
        percent = re.escape(f"{float(value) * 100:g}")
        ways = (re.escape(value).replace(r"\.", "[.,]"), percent + _PERCENT, rf"\A\W*{percent}\W*\Z")
    return any(re.search(rf"(?<![\w.]){way}(?!\w)", text, re.IGNORECASE) for way in ways if way)


def _words(text: str) -> Words:
    return frozenset(_WORD.findall(text.casefold().replace("_", " ")))
