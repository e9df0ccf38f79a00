"""Who stood where, and when: a row each, a mark for each statement, joined so that shifts show.

A mark says its stance three times: by its shape, by its colour and by its height in the row.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import pairwise
from typing import get_args

from markupsafe import Markup

from spotbrief.corpus.corpus import Said
from spotbrief.model.dates import EdtfDate
from spotbrief.model.record import record
from spotbrief.model.statement import Stance
from spotbrief.views.charts.axis import Axis, axis, number
from spotbrief.views.links import quoted, statement_anchor
from spotbrief.words.words import Words

ROWS = 12
"""Rows in one chart; the list below holds them all."""

FEWEST = 3
"""With fewer statements a list says all."""

HEIGHT: dict[Stance | None, int] = {"supports": 10, "conditional": 20, "ambiguous": 20, "opposes": 30, None: 20}
"""The height of a mark in its row of 40 pixels."""

ORDER: tuple[Stance | None, ...] = ("supports", "conditional", "ambiguous", None, "opposes")


@record
class Mark:
    """A statement; one that may lie on several days has a line over them."""

    href: str
    x: str
    y: str
    stance: str
    said: str
    start: str
    end: str


@record
class Move:
    """From one mark to the next."""

    x1: str
    y1: str
    x2: str
    y2: str


@record
class PositionRow:
    """An actor, or an issue, with its marks from left to right."""

    name: Markup
    said: str
    marks: tuple[Mark, ...]
    moves: tuple[Move, ...]


@record
class Positions:
    """What the chart shows."""

    axis: Axis
    rows: tuple[PositionRow, ...]
    key: tuple[tuple[str, str], ...]
    """The stances that occur, with their words."""
    all: bool
    """Whether everybody has a row."""


def positions(said: Mapping[Markup, Sequence[Said]], words: Words) -> Positions | None:
    """The chart of what each said, oldest first, in the order given; None for too few statements."""
    kept = dict(sorted(said.items(), key=lambda pair: -len(pair[1]))[:ROWS])
    days = [_day(one.statement.when) for all in kept.values() for one in all]
    if len(days) < FEWEST:
        return None
    line = axis(min(days), max(days), words)
    rows = tuple(_row(name, all, line, words) for name, all in said.items() if name in kept)
    found = {mark.stance for row in rows for mark in row.marks}
    key = tuple((stance, words.stance(stance) or words("No stance")) for stance in (*get_args(Stance), "none") if stance in found)
    return Positions(axis=line, rows=rows, key=key, all=len(kept) == len(said))


def by_stance(said: Sequence[Said]) -> int:
    """Sorts rows by where they stand now: who supports above, who opposes below."""
    stances = [one.statement.stance for one in said if one.statement.stance]
    return ORDER.index(stances[-1] if stances else None)


def _day(when: EdtfDate) -> date:
    """The day on which a statement is drawn: the middle of what is known, or its known end."""
    if when.earliest == date.min:
        return when.latest
    if when.latest == date.max:
        return when.earliest
    return when.earliest + (when.latest - when.earliest) / 2


def _row(name: Markup, said: Sequence[Said], line: Axis, words: Words) -> PositionRow:
    marks: dict[tuple[int, str], Mark] = {}
    for one in sorted(said, key=lambda one: _day(one.statement.when)):
        mark = _mark(one, line, words)
        marks.setdefault((round(float(mark.x)), mark.stance), mark)  # one mark where many would hide each other
    drawn = tuple(marks.values())
    moves = tuple(Move(x1=a.x, y1=a.y, x2=b.x, y2=b.y) for a, b in pairwise(drawn))
    return PositionRow(name=name, said=_said(name, drawn, len(said), words), marks=drawn, moves=moves)


def _mark(said: Said, line: Axis, words: Words) -> Mark:
    one = said.statement
    open = date.min == one.when.earliest or one.when.latest == date.max
    start, end = ("", "") if open or one.when.earliest == one.when.latest else map(line.at, (one.when.earliest, one.when.latest))
    return Mark(
        href=f"#{quoted(statement_anchor(said), ':')}",
        x=number(line.at(_day(one.when))),
        y=number(HEIGHT[one.stance]),
        stance=one.stance or "none",
        said=f"{words.date(one.when)}: {(words.stance(one.stance) or 'no stance').lower()}",
        start=number(start) if isinstance(start, float) else "",
        end=number(end) if isinstance(end, float) else "",
    )


def _said(name: Markup, marks: Sequence[Mark], count: int, words: Words) -> str:
    """What a row shows, where the stance changed."""
    turns = [mark for i, mark in enumerate(marks) if not i or mark.stance != marks[i - 1].stance]
    said = "; ".join(mark.said for mark in turns)
    return f"{name.striptags()}, {words.count(count, 'statement')}: {said}"
