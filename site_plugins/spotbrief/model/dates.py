"""Dates that may be imprecise: EDTF levels 0 and 1 (Library of Congress, 2019; ISO 8601-2:2019, Annex A).

At level 1 a year with open digits stands alone: `201X`, but not `201X-XX`, which is level 2. Of level 2, spans with open digits are read.
"""

import re
from calendar import monthrange
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from typing import Literal

from spotbrief.model.date_hints import in_edtf, likeliest

LONGEST = 64
"""Characters in a date; the longest sensible interval has thirty."""

MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")
SEASONS = {21: 3, 22: 6, 23: 9, 24: 12}
"""The first month of each season, by its number in EDTF: spring, summer, autumn, winter."""

_POINT = re.compile(r"([0-9X]{4})(?:-([0-9X]{2})(?:-([0-9X]{2}))?)?([?~%])?")
_MOMENT = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})T([0-9]{2}):([0-9]{2})(?::([0-9]{2}))?(Z|[+-][0-9]{2}(?::?[0-9]{2})?)?")
_SLASHES = re.compile(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4})", re.ASCII)

WAYS = "2025-03-01 (a day), 2025-03 (a month), 2025-03~ (about then) or 2025-03-01/2025-03-10 (a span)"
"""How a date is written, for whom nothing better can be said."""


Form = Literal["day", "month", "year", "season", "decade", "years", "day of month", "day of year", "month of year"]
"""How much of a date is known; the last three leave open which day or month is meant."""


@dataclass(frozen=True, slots=True)
class Point:
    """One side of a date: its first and last day, and what is known of it."""

    form: Form
    first: date
    last: date
    qualifier: str = ""
    """`~` about, `?` uncertain, `%` both."""


@dataclass(frozen=True, slots=True)
class EdtfDate:
    """A date as it was typed, with the days it spans."""

    text: str
    earliest: date = field(compare=False)
    """The first day it may mean; the first of all days for an open or unknown start."""
    latest: date = field(compare=False)
    """The last day it may mean; the last of all days for an open or unknown end."""
    start: Point | None = field(compare=False)
    """The date, or where a span starts; None for an open or unknown start."""
    end: Point | None = field(compare=False)
    """Where a span ends; None for an open or unknown end, and for what is no span."""
    machine: str = field(compare=False)
    """For the `datetime` attribute of HTML's `time`; empty unless it is one day, month or year."""

    @property
    def is_span(self) -> bool:
        """Whether it has a start and an end."""
        return "/" in self.text

    @classmethod
    def parse(cls, text: str) -> "EdtfDate":
        """The date that *text* means. Raises ValueError, in the editor's words, for what is not EDTF level 0 or 1."""
        return _parse(text.strip())

    @property
    def sort_key(self) -> tuple[date, date, str]:
        """Sorts by the earliest day, then by the latest, then by the text."""
        return self.earliest, self.latest, self.text

    def overlaps(self, other: "EdtfDate") -> bool:
        """Whether the two dates have a day in common."""
        return self.earliest <= other.latest and other.earliest <= self.latest


@lru_cache(maxsize=32768)
def _parse(text: str) -> EdtfDate:
    if len(text) > LONGEST:
        raise ValueError(f"a date of {len(text)} characters is too long: write 2025-03-01, or 2025-03-01/2025-03-10 for a span")
    start, slash, end = text.partition("/")
    if slash and "/" not in end and not _SLASHES.fullmatch(text):
        return _interval(text, start, end)
    point = _point(text)
    return EdtfDate(text, point.first, point.last, point, None, _machine(point))


def _machine(point: Point) -> str:
    """A whole day, month or year as ISO 8601 writes it; empty for anything else."""
    length = {"day": 10, "month": 7, "year": 4}.get(point.form, 0)
    return "" if point.qualifier else point.first.isoformat()[:length]


def _interval(text: str, start: str, end: str) -> EdtfDate:
    first = _point(start, whole=text) if start not in ("", "..") else None
    last = _point(end, whole=text) if end not in ("", "..") else None
    if not first and not last:
        raise ValueError("a span needs a start or an end: write ../2025-06-30 or 2025-03-01/..")
    earliest, latest = first.first if first else date.min, last.last if last else date.max
    if latest < earliest:
        raise ValueError(f"the span '{text}' ends before it starts: write {end}/{start}")
    return EdtfDate(text, earliest, latest, first, last, "")


def check_time(text: str, hour: int, minute: int, second: int, offset: str | None) -> None:
    """Raise ValueError, in the editor's words, unless the parts of *text* are a time of day and an offset (ISO 8601)."""
    if hour > 23 or minute > 59 or second > 59:
        raise ValueError(f"'{text}' is no time of day: hours run from 00 to 23, minutes from 00 to 59")
    digits = (offset or "Z").lstrip("Z+-").replace(":", "").ljust(4, "0")
    if int(digits[:2]) > 14 or int(digits[2:]) > 59:
        raise ValueError(f"'{offset}' is no offset: they run from -12:00 to +14:00")


def _point(text: str, whole: str = "") -> Point:
    if moment := _MOMENT.fullmatch(text):
        check_time(text, int(moment[2]), int(moment[3]), int(moment[4] or 0), moment[5])
        text = moment[1]
    found = _POINT.fullmatch(text)
    if not found:
        raise ValueError(_advice(text, whole or text))
    year, month, day, qualifier = found.groups()
    if "X" in text:
        return _unspecified(text, year, month, day, qualifier or "")
    number = _year(year)
    if month is None:
        return Point("year", date(number, 1, 1), date(number, 12, 31), qualifier or "")
    if int(month) in SEASONS and day is None:
        return _season(number, int(month), qualifier or "")
    return _month_or_day(number, month, day, qualifier or "")


def _year(text: str) -> int:
    if text == "0000":
        raise ValueError("there is no year 0000 here: years run from 0001 to 9999")
    return int(text)


def _month_or_day(year: int, month: str, day: str | None, qualifier: str) -> Point:
    number = int(month)
    if not 1 <= number <= 12:
        raise ValueError(f"there is no month {month}: months run from 01 to 12, seasons from 21 (spring) to 24 (winter)")
    length = monthrange(year, number)[1]
    if day is None:
        return Point("month", date(year, number, 1), date(year, number, length), qualifier)
    if not 1 <= int(day) <= length:
        raise ValueError(f"{MONTHS[number - 1]} {year} has {length} days: there is no day {day}")
    one = date(year, number, int(day))
    return Point("day", one, one, qualifier)


def _season(year: int, number: int, qualifier: str) -> Point:
    """Meteorological seasons of the northern half; winter runs into the next year."""
    month = SEASONS[number]
    last_year, last_month = (year, month + 2) if month < 12 else (min(year + 1, 9999), 2 if year < 9999 else 12)
    last = date(last_year, last_month, monthrange(last_year, last_month)[1])
    return Point("season", date(year, month, 1), last, qualifier)


def _unspecified(text: str, year: str, month: str | None, day: str | None, qualifier: str) -> Point:
    known = year.rstrip("X")
    if known != year and len(known) > 1 and {month, day} <= {None, "XX"} and month:
        raise ValueError(f"'{text}' leaves month and year open: write {year}{qualifier}, which holds all its months and days")
    if "X" in known or len(known) < 2 or (known != year and month) or "X" in f"{month}{day}".replace("XX", ""):
        raise ValueError(f"'{text}' leaves the wrong digits open: write 201X, 20XX, 2025-XX, 2025-03-XX or 2025-XX-XX")
    if known != year:
        first, last = max(int(known.ljust(4, "0")), 1), int(known.ljust(4, "9"))
        return Point("decade" if len(known) == 3 else "years", date(first, 1, 1), date(last, 12, 31), qualifier)
    number = _year(year)
    if month == "XX":
        if day not in (None, "XX"):
            raise ValueError(f"'{text}' knows the day but not the month: write 2025-XX-XX")
        return Point("day of year" if day else "month of year", date(number, 1, 1), date(number, 12, 31), qualifier)
    within = _month_or_day(number, month or "01", None, qualifier)
    return Point("day of month", within.first, within.last, qualifier)


def _advice(text: str, whole: str) -> str:
    if not text:
        return "a date is missing here: write 2025-03-01"
    if "T" in text and _POINT.fullmatch(text.partition("T")[0]):
        return f"'{_cut(text)}' is not a date here: a time of day follows a whole day, such as 2025-03-03T18:00"
    if ways := in_edtf(whole, _is_date):
        why = "can be read in two ways" if len(ways) > 1 else "is not in the form used here"
        return f"'{_cut(whole)}' {why}: write {' or '.join(ways[:2])}"
    if (near := likeliest(whole)) and near != whole:
        return _why_not(near)
    if re.fullmatch(r"Y-?\d+|-\d+", text):
        return f"'{text}' is out of reach: years run from 0001 to 9999"
    return f"'{_cut(text)}' is not a date here: write {WAYS}"


def _is_date(text: str) -> bool:
    ends = text.split("/")
    formed = len(ends) <= 2 and all(_POINT.fullmatch(end) or (end in ("", "..") and len(ends) == 2) for end in ends)
    return formed and not _why_not(text)  # what is not formed so would ask for advice again


def _why_not(text: str) -> str:
    """Why *text* is no date; empty where it is one."""
    try:
        _parse(text)
    except ValueError as error:
        return str(error)
    return ""


def _cut(text: str) -> str:
    return text if len(text) < 40 else text[:39] + "…"
