"""A line of time below a chart: months and years, as many as find room on a phone, and more where there is more room.

Months are counted from the year 0, so that they can be divided: January 2025 is 24300.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import pairwise

from spotbrief.model.record import record
from spotbrief.views.charts.lettering import width
from spotbrief.words.words import Words

PHONE, DESK = 280, 400
"""The least width of a chart, in pixels, on a phone and where minor labels show."""

SIZE, LINE, AIR = 12, 15, 5

STEPS = (1, 3, 6, 12, 24, 120, 240, 1200, 2400, 12000)
"""Months from tick to tick; each divides the next."""

EDGE = 2.5
"""Per cent kept free on both sides, so that marks stay inside."""


@record
class Label:
    """A text that starts at a place; a minor one hides on a phone."""

    x: str
    y: str
    text: str
    minor: bool


@record
class Tick:
    """A line across the chart."""

    x: str
    strong: bool


@record
class Axis:
    """Stretches of time as places along the width of a chart."""

    start: int
    """The first day, as an ordinal."""
    days: int
    ticks: tuple[Tick, ...]
    labels: tuple[Label, ...]

    def at(self, day: date) -> float:
        """Where *day* lies, in per cent; days before or after lie on the edge."""
        share = (day.toordinal() - self.start) / self.days
        return EDGE + min(max(share, 0), 1) * (100 - 2 * EDGE)


def number(value: float) -> str:
    """A coordinate as short as can be."""
    return f"{round(value, 1):g}"


def month_of(day: date) -> int:
    """The month of *day*, counted."""
    return day.year * 12 + day.month - 1


def month_name(month: int, words: Words) -> str:
    """`March 2025`."""
    return words.month(month // 12, month % 12 + 1)


def axis(first: date, last: date, words: Words) -> Axis:
    """Whole months from *first* to *last*, with as many ticks as find room."""
    begin, end = month_of(first), month_of(last) + 1
    step = next((step for step in STEPS if (end - begin) / step * 34 <= DESK), STEPS[-1])
    start = _first_day(begin)
    made = Axis(start=start, days=_first_day(end) - start, ticks=(), labels=())
    months = [month for month in range(-(-begin // step) * step, end, step) if month >= 12] or [begin]
    places = [(made.at(date(month // 12, month % 12 + 1, 1)), month) for month in months]
    ticks = tuple(Tick(x=number(x), strong=month % 12 == 0) for x, month in places)
    return Axis(start=start, days=made.days, ticks=ticks, labels=labels(places, step, LINE, words))


def _first_day(month: int) -> int:
    return date(month // 12, month % 12 + 1, 1).toordinal() if month < 120000 else date.max.toordinal() + 1


def labels(places: Sequence[tuple[float, int]], step: int, y: float, words: Words) -> tuple[Label, ...]:
    """The names of months at their places, with the years on a second line; years alone where a step is a year or more."""
    if step >= 12:
        return placed(_years(places), y)
    return (*_months(places, y, words), *placed(_years(places), y + LINE))


def _years(places: Sequence[tuple[float, int]]) -> list[tuple[float, str]]:
    """Each year where it begins."""
    return [(x, str(month // 12)) for i, (x, month) in enumerate(places) if not i or month // 12 != places[i - 1][1] // 12]


def _months(places: Sequence[tuple[float, int]], y: float, words: Words) -> Iterable[Label]:
    phone, desk = (_every(places, room) for room in (PHONE, DESK))
    for x, month in places:
        text = words.short_month(month % 12 + 1)
        if desk and month % desk == 0 and _ends(x, text, DESK) <= DESK:
            minor = not phone or month % phone != 0 or _ends(x, text, PHONE) > PHONE
            yield Label(x=number(x), y=number(y), text=text, minor=minor)


def _every(places: Sequence[tuple[float, int]], room: float) -> int:
    """Each how manieth month can be named without a clash; 0 if not even halves of years can."""
    needed = room_of_name(room)
    for every in (1, 3, 6):
        named = [x for x, month in places if month % every == 0]
        if all(b - a >= needed for a, b in pairwise(named)):
            return every
    return 0


def room_of_name(room: float) -> float:
    """The per cent of a chart as wide as *room* that the name of a month or a year takes."""
    return (max(width("Mmm", SIZE), width("0000", SIZE)) + AIR) / room * 100


def placed(wanted: Iterable[tuple[float, str]], y: float) -> tuple[Label, ...]:
    """Texts on one line, those first named first: what finds no room on a phone is minor, what finds none at all is left out."""
    texts = list(wanted)
    major = _fitting(texts, [], PHONE)
    minor = _fitting([text for text in texts if text not in major], major, DESK)
    return tuple(Label(x=number(x), y=number(y), text=text, minor=(x, text) in minor) for x, text in sorted([*major, *minor]))


def _fitting(texts: Iterable[tuple[float, str]], taken: Iterable[tuple[float, str]], room: float) -> list[tuple[float, str]]:
    spans = [(x * room / 100, _ends(x, text, room)) for x, text in taken]
    found = []
    for x, text in texts:
        start, end = x * room / 100, _ends(x, text, room)
        if end <= room and all(end + AIR <= a or start >= b + AIR for a, b in spans):
            spans.append((start, end))
            found.append((x, text))
    return found


def _ends(x: float, text: str, room: float) -> float:
    return x * room / 100 + width(text, SIZE)
