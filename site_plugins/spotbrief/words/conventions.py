"""How a language writes dates, numbers and lists, as the Unicode Consortium has collected it (CLDR)."""

import json
from collections.abc import Sequence
from datetime import date
from functools import cache

from spotbrief.model.record import record
from spotbrief.reading.languages import ENGLISH, LOCALE


@record
class Conventions:
    """The files that `make cldr` writes, `locale/<language>.json`; patterns have names in braces."""

    source: str
    language: str
    name: str
    own: str
    territory: str
    dir: str
    months: Sequence[str]
    """As they stand beside a day, which in many languages is a case of its own."""
    months_alone: Sequence[str]
    months_short: Sequence[str]
    months_short_alone: Sequence[str]
    weekdays: Sequence[str]
    """Monday first."""
    day: str
    long_day: str
    month: str
    day_and_month: str
    short_day: str
    short_month: str
    group: str
    decimal: str
    minimum_grouping: int
    """How many digits must stand before the first mark of thousands for that to be set."""
    percent: str
    list: dict[str, str]
    alphabet: Sequence[str]
    cities: dict[str, str]
    """What cities are called, by the names of their timezones, where that is not as in the name."""

    def dated(self, pattern: str, day: date, months: Sequence[str], **more: str) -> str:
        """*day* in a *pattern*."""
        month = day.month
        return pattern.format(day=day.day, month=months[month - 1], year=day.year, m=month, mm=f"{month:02}", **more)

    def number(self, count: int) -> str:
        """A whole number, with its thousands apart."""
        if abs(count) < 1000 * 10 ** (self.minimum_grouping - 1):
            return str(count)
        return f"{count:,}".replace(",", self.group)

    def share(self, number: float) -> str:
        """A number that may have a fraction."""
        return f"{number:g}".replace(".", self.decimal)

    def together(self, items: Sequence[str]) -> str:
        """Several names of those who did something together: `A, B and C`."""
        if len(items) < 2:
            return "".join(items)
        if len(items) == 2:
            return self.list["2"].format(*items)
        said = items[0]
        for item in items[1:-1]:
            said = self.list["middle"].format(said, item)
        return self.list["end"].format(said, items[-1])


@cache
def conventions(language: str) -> Conventions:
    """Those of a tag: of its language, whatever its region; English ones where nothing is known of it."""
    found = (LOCALE / f"{name}.json" for name in (language, language.partition("-")[0], ENGLISH))
    path = next(path for path in found if path.is_file())
    said = json.loads(path.read_text("utf-8"))
    return Conventions(**said | {"alphabet": tuple(said["alphabet"])})
