"""How many events each month held: bars, with long stretches of nothing left out and imprecise dates pale on top."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from math import ceil

from spotbrief.model.dates import EdtfDate
from spotbrief.model.record import record
from spotbrief.views.charts.axis import Label, labels, month_name, month_of, number
from spotbrief.words.words import Words

TOP, BASE = 20, 150
"""Where the highest bar ends and where all stand, in pixels from above; 200 is the end of the box."""

STEPS = (1, 12, 120, 1200)
"""Months in a column: a month, a year, ten or a hundred of them."""
ABOUT = {
    1: "Events a month, {first} to {last}; {events} in all",
    12: "Events a year, {first} to {last}; {events} in all",
    120: "Events a decade, {first} to {last}; {events} in all",
    1200: "Events a century, {first} to {last}; {events} in all",
}
UNITS = {1: "month", 12: "year", 120: "decade", 1200: "century"}

MOST, FEWEST = 96, 12
"""Columns side by side: more would be thinner than a line, fewer would be blocks."""

LONG, GAP = 3, 1.5
"""So many empty columns in a row shrink to the width of so many."""

VAGUE = 24
"""A date that may mean more months than this says nothing of a month."""

When = tuple[EdtfDate, str]
"""A date, and the address of what happened then."""


@record
class Bar:
    """A month: what surely happened in it stands below, its share of imprecise dates above."""

    x: str
    width: str
    y: str
    height: str
    pale_y: str
    pale_height: str
    name: str
    said: str
    href: str
    """The address of its first event in the list; empty where only imprecise dates touch it."""


@record
class Density:
    """What the chart shows, oldest first."""

    finding: str
    about: str
    unit: str
    bars: tuple[Bar, ...]
    gaps: tuple[str, ...]
    """The middles of stretches that are left out."""
    labels: tuple[Label, ...]
    top: str
    """The number of events at the upper line."""
    pale: bool
    undrawn: str
    """How many dates are too vague to be drawn, in words; empty for none."""
    said: str


@record
class _Column:
    """A column before it has a place."""

    number: int
    sure: int = 0
    pale: float = 0
    href: str = ""


def density(dates: Sequence[When], words: Words) -> Density | None:
    """The chart of *dates*, in the order of their list; None for fewer than two that can be drawn."""
    drawn = [(when, href) for when, href in dates if month_of(when.latest) - month_of(when.earliest) < VAGUE]
    if len(drawn) < 2:
        return None
    step, columns = next(found for step in STEPS if len((found := (step, _columns(drawn, step)))[1]) <= MOST or step == STEPS[-1])
    pitch = 100 / max(FEWEST, sum(GAP if column is None else 1 for column in columns))
    top = ceil(max(column.sure + column.pale for column in columns if column))
    places = list(_places(columns, pitch))
    bars = tuple(_bar(column, x, pitch, top, step, words) for x, column in places if column and (column.sure or column.pale))
    named = [(x, column.number * step) for x, column in places if column]
    finding, about = _finding(len(drawn), [column for column in columns if column], step, words)
    return Density(
        finding=finding,
        about=about,
        unit=UNITS[step],
        bars=bars,
        gaps=tuple(number(x + pitch * GAP / 2) for x, column in places if column is None),
        labels=labels(named, step, BASE + 17, words),
        top=str(top),
        pale=any(column.pale for column in columns if column),
        undrawn=words.count(len(dates) - len(drawn), "event", "events") if len(dates) > len(drawn) else "",
        said=_said(len(drawn), columns, step, words),
    )


def _columns(dates: Iterable[When], step: int) -> list[_Column | None]:
    """Columns from the first to the last that holds anything; None for a long stretch that holds nothing."""
    found = _counted(dates, step)
    columns: list[_Column | None] = []
    last = min(found)
    for this in sorted(found):
        empty = this - last - 1
        columns += [None] if empty > LONG else [_Column(number=last + 1 + i) for i in range(empty)]
        columns.append(found[this])
        last = this
    return columns


def _counted(dates: Iterable[When], step: int) -> dict[int, _Column]:
    sure: Counter[int] = Counter()
    pale: Counter[int] = Counter()
    firsts: dict[int, str] = {}
    for when, href in dates:
        first, last = month_of(when.earliest) // step, month_of(when.latest) // step
        if first == last:
            sure[first] += 1
            firsts.setdefault(first, href)
        for touched in range(first, last + 1) if first != last else ():
            pale[touched] += 12 * VAGUE // (last - first + 1)  # whole numbers: sums must not depend on their order
    keys = sorted(sure.keys() | pale.keys())
    return {key: _Column(number=key, sure=sure[key], pale=pale[key] / (12 * VAGUE), href=firsts.get(key, "")) for key in keys}


def _places(columns: Iterable[_Column | None], pitch: float) -> Iterator[tuple[float, _Column | None]]:
    x = 0.0
    for column in columns:
        yield x, column
        x += pitch * (1 if column else GAP)


def _bar(column: _Column, x: float, pitch: float, top: int, step: int, words: Words) -> Bar:
    name = _name(column.number, step, words)
    height, pale = ((BASE - TOP) * part / top for part in (column.sure, column.pale))
    events = words.count(column.sure, "event", "events")
    return Bar(
        x=number(x + pitch * 0.1),
        width=number(pitch * 0.8),
        y=number(BASE - height),
        height=number(height),
        pale_y=number(BASE - height - pale),
        pale_height=number(pale),
        name=name,
        said=words("{events}, imprecise dates beside", events=events) if column.pale else events,
        href=column.href,
    )


def _name(column: int, step: int, words: Words) -> str:
    if step == 1:
        return month_name(column, words)
    first = column * step // 12
    return str(first) if step == 12 else f"{max(first, 1)}–{first + step // 12 - 1}"


def _said(count: int, columns: Iterable[_Column | None], step: int, words: Words) -> str:
    known = [column for column in columns if column]
    most = max(known, key=lambda column: column.sure)
    first, last = _name(known[0].number, step, words), _name(known[-1].number, step, words)
    named: dict[str, object] = {"events": words.count(count, "event", "events"), "first": first, "last": last}
    if len(known) == 1:
        return words("{events} in {first}", **named)
    if not most.sure:
        return words("{events} from {first} to {last}", **named)
    month = _name(most.number, step, words)
    return words("{events} from {first} to {last}, most in {month}: {most}", **named, month=month, most=most.sure)


def _finding(count: int, known: Sequence[_Column], step: int, words: Words) -> tuple[str, str]:
    """When most happened, and what is counted."""
    most = max(known, key=lambda column: column.sure)
    first, last = _name(known[0].number, step, words), _name(known[-1].number, step, words)
    about = words(ABOUT[step], first=first, last=last, events=words.number(count))
    if len(known) == 1:
        return words("All in {month}", month=first), about
    if not most.sure:
        return words("No date is known well"), about
    return words(
        "Most in {month}: {events}", month=_name(most.number, step, words), events=words.count(most.sure, "event", "events")
    ), about
