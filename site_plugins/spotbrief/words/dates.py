"""Dates in words: EDTF dates, moments and spans, as readers of English expect them."""

from datetime import datetime
from functools import lru_cache
from zoneinfo import ZoneInfo

from spotbrief.model.dates import EdtfDate, Point
from spotbrief.model.instants import Day

MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_SEASONS = {3: "spring", 6: "summer", 9: "autumn", 12: "winter"}


@lru_cache(maxsize=32768)
def date_words(when: EdtfDate) -> str:
    """An EDTF date, such as `12 February 2025`, `about March 2025` or `10–12 February 2025`."""
    if not when.is_span:
        return _point(when.start) if when.start else ""
    if not when.start or not when.end:
        return _half_open(when)
    start, end = _point(when.start), _point(when.end)
    if start == end:
        return start
    if when.start.qualifier or when.end.qualifier:
        return f"{start} – {end}"
    return _without_repeats(start.split(), end.split())


def period_words(since: EdtfDate | None, until: EdtfDate | None) -> str:
    """A period; empty where nothing is known of it."""
    if since and until:
        return f"{date_words(since)} – {date_words(until)}"
    return f"since {date_words(since)}" if since else f"until {date_words(until)}" if until else ""


def moment_words(moment: datetime, zone: ZoneInfo) -> str:
    """A moment, such as `3 March 2025, 18:00`; the day alone where no hour was typed."""
    said = day_words(moment, zone)
    return said if isinstance(moment, Day) else f"{said}, {hour_words(moment, zone)}"


def hour_words(moment: datetime, zone: ZoneInfo) -> str:
    """The time of day, such as `18:00`."""
    return f"{moment.astimezone(zone):%H:%M}"


def city_words(zone: ZoneInfo) -> str:
    """What readers call a timezone: the city in its name, such as `Kyiv`, or how far it is from Greenwich, such as `UTC+3`."""
    name = zone.key.rpartition("/")[2].replace("_", " ")
    if name[:3] == "GMT" and name[3:4] in ("+", "-"):
        return f"UTC{'-' if name[3] == '+' else '+'}{name[4:]}"  # POSIX counts these from the other side
    return name


def day_words(moment: datetime, zone: ZoneInfo) -> str:
    """The day of a moment, such as `3 March 2025`."""
    local = moment.astimezone(zone)
    return f"{local.day} {MONTHS[local.month - 1]} {local.year}"


def month_words(year: int, month: int) -> str:
    """A month of a year, such as `March 2025`."""
    return f"{MONTHS[month - 1]} {year}"


def _point(point: Point) -> str:
    said = _known(point)
    about = f"about {said}" if point.qualifier in ("~", "%") else said
    return f"{about} (uncertain)" if point.qualifier in ("?", "%") else about


def _known(point: Point) -> str:
    """What is known of a date, without how sure that is."""
    first, year = point.first, point.first.year
    match point.form:
        case "day":
            return f"{first.day} {month_words(year, first.month)}"
        case "month":
            return month_words(year, first.month)
        case "season":
            return f"{_SEASONS[first.month]} {year}"
        case "decade":
            return f"the {year // 10 * 10:04}s"
        case "years":
            return f"some year from {year} to {point.last.year}"
        case "day of month":
            return f"some day in {month_words(year, first.month)}"
        case "day of year":
            return f"some day in {year}"
        case "month of year":
            return f"some month in {year}"
        case "year":
            return str(year)


def _half_open(when: EdtfDate) -> str:
    start, _, end = when.text.partition("/")
    if when.start:
        return f"from {_point(when.start)}{'' if end else ' (end unknown)'}"
    return f"until {_point(when.end)}{'' if start else ' (start unknown)'}" if when.end else ""


def _without_repeats(one: list[str], two: list[str]) -> str:
    """Two dates, the month and the year once where they are the same."""
    same = 0
    while len(one) == len(two) and same < len(one) - 1 and one[-1 - same] == two[-1 - same]:
        same += 1
    left = one[: len(one) - same]
    dash = "–" if len(left) == 1 and len(two) - same == 1 else " – "
    return f"{' '.join(left)}{dash}{' '.join(two)}"
