"""Moments of publication: ISO 8601 dates and times, in the site's timezone unless they carry an offset."""

import re
from datetime import UTC, datetime, timedelta, timezone
from functools import lru_cache
from zoneinfo import ZoneInfo

from spotbrief.model.date_hints import in_edtf
from spotbrief.model.dates import WAYS, EdtfDate, check_time

_FORM = re.compile(
    r"([0-9]{4}-[0-9]{2}-[0-9]{2})(?:[T ]([0-9]{2}):([0-9]{2})(?::([0-9]{2})(?:[.,][0-9]{1,9})?)?\s?(Z|[+-][0-9]{2}(?::?[0-9]{2})?)?)?"
)

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", re.ASCII)
_HOUR = re.compile(
    r"(?:(.{6,30}?)(?:T|,? +(?:at |um |о |об )?))?(\d{1,2})(?:[:.h](\d{2}))?\s*"
    r"(?:([ap]\.?\s?m\.?)|h|uhr|год\.?)?\s*(Z|[+-]\d{2}:?\d{2})?(?:,? +(.{6,30}))?",
    re.IGNORECASE,
)
"""A day, and an hour in one of the ways in which people write it; either may come first."""

EARLIEST = 1970
"""The first year of a moment; before it, offsets from Greenwich had seconds, which feeds cannot say (RFC 3339)."""


class Day(datetime):
    """A day typed without an hour, held as the moment at which it starts."""


@lru_cache(maxsize=32768)  # sources of many briefings were read on one day
def parse_instant(text: str, zone: ZoneInfo) -> datetime:
    """The moment that *text* means; a date alone is the start of that day, as a `Day`.

    An hour that the clocks skip is read as the hour after; one that they repeat is the first. Raises ValueError in the
    editor's words.
    """
    text = text.strip()
    found = _FORM.fullmatch(text)
    if not found:
        raise ValueError(_advice(text))
    day = EdtfDate.parse(found[1]).earliest
    if day.year < EARLIEST:
        raise ValueError(f"'{text}' lies before {EARLIEST}: mend the year")
    hour, minute, second = (int(part or 0) for part in found.group(2, 3, 4))
    check_time(text, hour, minute, second, found[5])
    moment = datetime(day.year, day.month, day.day, hour, minute, second, tzinfo=_offset(found[5]) if found[5] else zone)
    try:
        moment = moment.astimezone(UTC).astimezone(zone)
        return moment if found[2] else Day.combine(moment.date(), moment.timetz())
    except OverflowError:
        raise ValueError(f"'{text}' is out of reach: years run from 0001 to 9999") from None


def _offset(text: str) -> timezone:
    if text == "Z":
        return UTC
    digits = text[1:].replace(":", "").ljust(4, "0")
    return timezone((1 if text[0] == "+" else -1) * timedelta(hours=int(digits[:2]), minutes=int(digits[2:])))


def _advice(text: str) -> str:
    if not text:
        return "a date is missing here: write 2025-03-03T18:00"
    if made := _with_hour(text):
        return f"'{text[:40]}' is not in the form used here: write {made}"
    try:
        day = EdtfDate.parse(text.split("T")[0])
    except ValueError as error:
        if not (vague := _vague(str(error))):
            return str(error).replace(WAYS, "2025-03-03T18:00 or 2025-03-03")
        day = vague
    example = day.earliest if day.earliest.year > 1 else day.latest
    return f"'{text[:40]}' is not a moment: write a day and a time, such as {example.isoformat()}T18:00"


def _vague(advice: str) -> EdtfDate | None:
    """The date that *advice* says to write, if it is no day: then it would be refused in its turn."""
    wanted = advice.partition(": write ")[2].partition(" or ")[0]
    try:
        return None if _DAY.fullmatch(wanted) else EdtfDate.parse(wanted)
    except ValueError:
        return None


def _is_day(text: str) -> bool:
    """Whether *text* is a day that the calendar has."""
    try:
        return bool(_DAY.fullmatch(text) and EdtfDate.parse(text))
    except ValueError:
        return False


def _with_hour(text: str) -> str:
    """A day with an hour that is written in another way, such as `2025-03-03 8:00`; empty where it is neither."""
    found = _HOUR.fullmatch(text)
    if not found or not (found[1] or found[6]):
        return ""
    hour, minute = int(found[2]), found[3] or "00"
    half = (found[4] or "").casefold().replace(".", "").replace(" ", "")
    hour = hour % 12 + 12 * (half == "pm") if half in ("am", "pm") else hour
    day = (found[1] or found[6]).strip(" ,T")
    days = [day] if _DAY.fullmatch(day) else in_edtf(day, _is_day)
    try:
        dates = [f"{EdtfDate.parse(day).text}T{hour:02}:{minute}{found[5] or ''}" for day in days]
    except ValueError:
        return ""
    return " or ".join(dates) if hour < 24 and int(minute) < 60 else ""
