"""Who stood where, and when: a row each, a mark for each statement, joined so that shifts show.

A mark says its stance three times: by its shape, by its colour and by its height in the row. What says neither for nor against has no
height: it stands on a lane of its own below, which is named, and no line joins it.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
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

HEIGHT: dict[Stance | None, int] = {"supports": 10, "conditional": 20, "opposes": 30, "ambiguous": 48, None: 48}
"""The height of a mark in its row of 40 pixels, or on the lane below."""

TALL = "58"
"""The height of a row with that lane."""

NOW: dict[Stance | None, str] = {
    "supports": "{count} for",
    "conditional": "{count} with conditions",
    "opposes": "{count} against",
    "ambiguous": "{count} ambiguous",
    None: "{count} without a stance",
}
"""How many stand where at the end."""

NO_STANCE = "none"
"""What styles call a mark without a stance."""

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

    @property
    def has_height(self) -> bool:
        """Whether it says for or against."""
        return self.stance not in ("ambiguous", NO_STANCE)


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
    stance: str
    """Where it stands at the end, for styles and in words."""
    stance_words: str
    since: tuple[str, str, str] | None
    """The last stance holds until today: from where to where, and how high; None for one without a height."""
    tall: str
    """The height of the row where it has a lane below; empty for all others."""
    marks: tuple[Mark, ...]
    moves: tuple[Move, ...]


@record
class Positions:
    """What the chart shows."""

    finding: str
    about: str
    axis: Axis
    today: str
    rows: tuple[PositionRow, ...]
    key: tuple[tuple[str, str], ...]
    """The stances that occur, with their words."""
    all: bool
    """Whether everybody has a row."""
    apart: bool
    """Whether any row has a lane for what says neither for nor against."""


def positions(said: Mapping[Markup, Sequence[Said]], words: Words, today: date) -> Positions | None:
    """The chart of what each said, oldest first, in the order given; None for too few statements."""
    kept = dict(sorted(said.items(), key=lambda pair: -len(pair[1]))[:ROWS])
    days = [_day(one.statement.when) for all in kept.values() for one in all]
    if len(days) < FEWEST:
        return None
    last = max(*days, today)
    line = axis(min(days), last, words)
    rows = tuple(_row(name, all, line, last, words) for name, all in said.items() if name in kept)
    found = {mark.stance for row in rows for mark in row.marks}
    stances = [stance for stance in (*get_args(Stance), None) if (stance or NO_STANCE) in found]
    key = tuple((stance or NO_STANCE, words.stance(stance) or words("No stance")) for stance in stances)
    about = words("Stance in each statement, {first} to {last}", first=words.short_day(min(days)), last=words.short_day(last))
    return Positions(
        finding=_finding(kept.values(), words),
        about=about,
        axis=line,
        today=number(line.at(last)),
        rows=rows,
        key=key,
        all=len(kept) == len(said),
        apart=any(row.tall for row in rows),
    )


def _finding(said: Iterable[Sequence[Said]], words: Words) -> str:
    """Where they stood when they last spoke, and how many had stood elsewhere before."""
    turns = [_turns(one) for one in said]
    now = Counter(of[-1].statement.stance for of in turns)
    stand = words.all_of(words(NOW[stance], count=words.number(now[stance])) for stance in ORDER if now[stance])
    moved = sum(len(of) > 1 for of in turns)
    if not moved:
        return words("Last known: {stances}; none has moved", stances=stand)
    return words("Last known: {stances}; {moved}", stances=stand, moved=words.count(moved, "has moved", "have moved"))


def _turns(said: Sequence[Said]) -> list[Said]:
    """The statements in which a stance was first taken or changed."""
    sorted_said = sorted(said, key=lambda one: _day(one.statement.when))
    return [one for i, one in enumerate(sorted_said) if not i or one.statement.stance != sorted_said[i - 1].statement.stance]


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


def _row(name: Markup, said: Sequence[Said], line: Axis, today: date, words: Words) -> PositionRow:
    marks: dict[tuple[int, str], Mark] = {}
    for one in sorted(said, key=lambda one: _day(one.statement.when)):
        mark = _mark(one, line, words)
        marks.setdefault((round(float(mark.x)), mark.stance), mark)  # one mark where many would hide each other
    drawn = tuple(marks.values())
    moves = tuple(Move(x1=a.x, y1=a.y, x2=b.x, y2=b.y) for a, b in pairwise(drawn) if a.has_height and b.has_height)
    last = _turns(said)[-1].statement.stance
    return PositionRow(
        name=name,
        said=_said(name, said, words),
        stance=last or NO_STANCE,
        stance_words=words.stance(last) or words("No stance"),
        since=(drawn[-1].x, number(line.at(today)), drawn[-1].y) if drawn[-1].has_height else None,
        tall="" if all(mark.has_height for mark in drawn) else TALL,
        marks=drawn,
        moves=moves,
    )


def _mark(said: Said, line: Axis, words: Words) -> Mark:
    one = said.statement
    open = date.min == one.when.earliest or one.when.latest == date.max
    start, end = ("", "") if open or one.when.earliest == one.when.latest else map(line.at, (one.when.earliest, one.when.latest))
    return Mark(
        href=f"#{quoted(statement_anchor(said), ':')}",
        x=number(line.at(_day(one.when))),
        y=number(HEIGHT[one.stance]),
        stance=one.stance or NO_STANCE,
        said=f"{words.date(one.when)}: {words.stood(one.stance)}",
        start=number(start) if isinstance(start, float) else "",
        end=number(end) if isinstance(end, float) else "",
    )


def _said(name: Markup, said: Sequence[Said], words: Words) -> str:
    """How many statements a row holds, and each change of stance."""
    turns = "; ".join(
        words("{day}: {stance}", day=words.date(one.statement.when), stance=words.stood(one.statement.stance)) for one in _turns(said)
    )
    named: dict[str, object] = {"name": name.striptags(), "statements": words.count(len(said), "statement", "statements"), "turns": turns}
    if "; " not in turns:
        return words("{name}, {statements}, all with one stance since {turns}", **named)
    return words("{name}, {statements}; the stance was taken or changed on {turns}", **named)
