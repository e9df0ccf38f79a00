"""Dates in words: EDTF dates, moments and spans, as readers of a language expect them."""

from datetime import date as calendar_day
from datetime import datetime
from typing import Protocol
from zoneinfo import ZoneInfo

from spotbrief.model.dates import EdtfDate, Point
from spotbrief.model.instants import Day
from spotbrief.reading.languages import ENGLISH
from spotbrief.words.conventions import Conventions, conventions
from spotbrief.words.marked import phrases

GOVERNED = "after from, until, since"
"""Many languages put a date into another case behind a word such as from."""

SEASONS = phrases({3: "spring {year}", 6: "summer {year}", 9: "autumn {year}", 12: "winter {year}"})
WIDE = phrases(
    {
        "decade": "the {year}s",
        "years": "some year from {year} to {last}",
        "day of month": "some day in {month}",
        "day of year": "some day in {year}",
        "month of year": "some month in {year}",
        "year": "{year}",
    }
)
_GOVERNED_TOO = (phrases(SEASONS, GOVERNED), phrases(WIDE, GOVERNED))


class Say(Protocol):
    """What phrases are asked of."""

    def __call__(self, text: str, /, **named: object) -> str:
        """A phrase."""

    def within(self, context: str, text: str, /, **named: object) -> str:
        """A phrase in a context."""


class DateWords:
    """Dates in one language; each is put into words once."""

    def __init__(self, say: Say, of: Conventions) -> None:
        self._say, self._of = say, of
        self._dates: dict[str, str] = {}
        self._days: dict[calendar_day, str] = {}

    def date(self, when: EdtfDate) -> str:
        """An EDTF date, such as `12 February 2025`, `about March 2025` or `10–12 February 2025`."""
        if when.text not in self._dates:
            self._dates[when.text] = self._made(when)
        return self._dates[when.text]

    def period(self, since: EdtfDate | None, until: EdtfDate | None) -> str:
        """A period; empty where nothing is known of it."""
        if since and until:
            return self._say("{first} – {last}", first=self.date(since), last=self.date(until))
        if since:
            return self._say("since {date}", date=self._governed(since))
        return self._say("until {date}", date=self._governed(until)) if until else ""

    def day(self, day: calendar_day) -> str:
        """A day, such as `3 March 2025`."""
        if day not in self._days:
            self._days[day] = self._of.dated(self._of.day, day, self._of.months)
        return self._days[day]

    def month(self, day: calendar_day, *, governed: bool = False) -> str:
        """The month of a day, such as `March 2025`."""
        return self._of.dated(self._of.month, day, self._of.months if governed else self._of.months_alone)

    def _made(self, when: EdtfDate) -> str:
        if not when.is_span:
            return self._point(when.start) if when.start else ""
        if not when.start or not when.end:
            return self._half_open(when)
        start, end = self._point(when.start), self._point(when.end)
        if start == end:
            return start
        if when.start.qualifier or when.end.qualifier:
            return self._say("{first} – {last}", first=start, last=end)
        return _without_repeats(start.split(" "), end.split(" "), self._say("{first} – {last}"))

    def _governed(self, when: EdtfDate) -> str:
        return self.date(when) if when.is_span or not when.start else self._point(when.start, governed=True)

    def _point(self, point: Point, *, governed: bool = False) -> str:
        said = self._known(point, governed)
        if point.qualifier in ("~", "%"):
            said = self._say("about {date}", date=said)
        return self._say("{date} (uncertain)", date=said) if point.qualifier in ("?", "%") else said

    def _known(self, point: Point, governed: bool) -> str:
        """What is known of a date, without how sure that is."""
        first, year = point.first, point.first.year
        if point.form == "day":
            return self.day(first)
        if point.form == "month":
            return self.month(first, governed=governed)
        named = {"year": year, "last": point.last.year, "month": self.month(first)}
        if point.form == "season":
            return self._in_case(SEASONS[first.month], governed, named)
        if point.form == "decade":
            named["year"] = f"{year // 10 * 10:04}"
        return self._in_case(WIDE[point.form], governed, named)

    def _in_case(self, text: str, governed: bool, named: dict[str, object]) -> str:
        return self._say.within(GOVERNED, text, **named) if governed else self._say(text, **named)

    def _half_open(self, when: EdtfDate) -> str:
        start, _, end = when.text.partition("/")
        if when.start:
            said = self._point(when.start, governed=True)
            return self._say("from {date}", date=said) if end else self._say("from {date} (end unknown)", date=said)
        if not when.end:
            return ""
        said = self._point(when.end, governed=True)
        return self._say("until {date}", date=said) if start else self._say("until {date} (start unknown)", date=said)


def _without_repeats(one: list[str], two: list[str], apart: str) -> str:
    """Two dates, the month and the year once where they are the same."""
    same = 0
    while len(one) == len(two) and same < len(one) - 1 and one[-1 - same] == two[-1 - same]:
        same += 1
    left = one[: len(one) - same]
    if len(left) == 1 and len(two) - same == 1:
        return f"{left[0]}–{' '.join(two)}"
    return apart.format(first=" ".join(left), last=" ".join(two))


def hour_words(moment: datetime, zone: ZoneInfo) -> str:
    """The time of day, such as `18:00`."""
    return f"{moment.astimezone(zone):%H:%M}"


def city_words(zone: ZoneInfo) -> str:
    """What readers call a timezone: the city in its name, such as `Kyiv`, or how far it is from Greenwich, such as `UTC+3`."""
    name = zone.key.rpartition("/")[2].replace("_", " ")
    if name[:3] == "GMT" and name[3:4] in ("+", "-"):
        return f"UTC{'-' if name[3] == '+' else '+'}{name[4:]}"  # POSIX counts these from the other side
    return name


def moment_words(moment: datetime, zone: ZoneInfo) -> str:
    """A moment in messages to editors, such as `3 March 2025, 18:00`; the day alone where no hour was typed."""
    said = day_words(moment, zone)
    return said if isinstance(moment, Day) else f"{said}, {hour_words(moment, zone)}"


def day_words(moment: datetime, zone: ZoneInfo) -> str:
    """The day of a moment in messages to editors, such as `3 March 2025`."""
    english, local = conventions(ENGLISH), moment.astimezone(zone)
    return english.dated(english.day, local.date(), english.months)
