"""How a judgement moved: the probability in steps over the days, its word's band behind it, what was told in between, and the end.

The first number stands before the steps and the last behind them, in room that is kept beside the plot; dates stand below.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from itertools import pairwise

from spotbrief.corpus.scored import Probability
from spotbrief.model.judgement import Outcome
from spotbrief.model.record import record
from spotbrief.views.charts.axis import AIR, LINE, SIZE, number
from spotbrief.views.charts.lettering import width
from spotbrief.views.likelihoods import share
from spotbrief.words.words import Words

TOP, BASE = 24, 104
"""Where 100 and 0 per cent lie, in pixels from above."""

BEFORE, BEHIND = 62, 62
"""Room for numbers beside the plot, in pixels."""

NARROW, BROAD = 126, 308
"""The least width of the plot, in pixels, on a phone and where minor labels show."""

ROWS = 3
"""Rows of dates below."""

APART = 8
"""Pixels between a number and the line that it belongs to."""

AHEAD = timedelta(days=60)
"""At least so much of what lies ahead is drawn; more where there is a long past."""


@record
class Text:
    """A label that begins, ends or has its middle at a place."""

    x: str
    y: str
    dx: str
    anchor: str
    text: str
    minor: bool = False
    is_number: bool = False
    """The first or the last one that was said."""


@record
class Step:
    """The days on which one view was held, drawn from side to side, and the move that led to it."""

    x1: str
    x2: str
    width: str
    y: str
    before: str
    """The height of the step before; empty for the first."""
    top: str
    height: str
    estimated: bool
    """A word alone was said: the line lies in the middle of its band."""
    said: str


@record
class Truth:
    """The end: a mark at 100 for what happened, at 0 for what did not, and a line to it from the last step."""

    x: str
    y: str
    last: str
    outcome: Outcome


@record
class Course:
    """What the chart shows."""

    steps: tuple[Step, ...]
    now: str
    """The last day of which something is known: today, or that of the end."""
    ahead: tuple[str, str, str] | None
    """What is thought now holds until it is due: from where to where, and how high."""
    due: str
    """Empty where none is drawn."""
    events: tuple[tuple[str, str], ...]
    """What was told in between: places, and what they say."""
    truth: Truth | None
    texts: tuple[Text, ...]
    height: str
    said: str
    more: str


Held = tuple[date, Probability]
"""Since when it was thought so."""

Told = tuple[date, str]
"""A day, and what was told of it."""


@record
class Ending:
    """How and when it ended."""

    day: date
    outcome: Outcome
    words: str


def course(held: Sequence[Held], due: date | None, end: Ending | None, today: date, told: Sequence[Told], words: Words) -> Course | None:
    """The chart of what was *held*, the first word first; None for what was never revised."""
    if len(held) < 2:
        return None
    first, last = held[0][0], max(held[-1][0], end.day if end else today)
    line = _Line(first, _horizon(first, last, due))
    steps = tuple(_steps(held, last, line, words))
    ahead = (steps[-1].x2, number(line.at(due)), steps[-1].y) if due and not end and due > last else None
    texts = (*_numbers(held, ahead[1] if ahead else steps[-1].x2, words), *_texts(held, last, due, end, line, words))
    rows = 1 + max((round((float(text.y) - BASE - 17) / LINE) for text in texts), default=0)
    return Course(
        steps=steps,
        now=steps[-1].x2,
        ahead=ahead,
        due=number(line.at(due)) if due and line.holds(due) else "",
        events=tuple((number(line.at(day)), said) for day, said in told if line.holds(day)),
        truth=Truth(x=steps[-1].x2, y=number(_truth(end, held[-1][1])), last=steps[-1].y, outcome=end.outcome) if end else None,
        texts=texts,
        height=number(BASE + 7 + LINE * rows),
        said=_said(held, words),
        more=_more(held, due, end, told, words),
    )


class _Line:
    """Days as places along the plot, in per cent."""

    def __init__(self, first: date, last: date) -> None:
        self._first, self._last = first, last
        self._days = max((last - first).days, 1)

    def at(self, day: date) -> float:
        return min(max((day - self._first).days / self._days, 0), 1) * 100

    def holds(self, day: date) -> bool:
        return self._first <= day <= self._last


def _horizon(first: date, last: date, due: date | None) -> date:
    """The last day that is drawn: what lies ahead takes three quarters at most."""
    if not due or due <= last:
        return last
    most = max((last - first) * 3, AHEAD)
    return due if due - last <= most else last + most


def _height(share: float) -> float:
    return BASE - (BASE - TOP) * share


def _truth(end: Ending, said: Probability) -> float:
    return TOP if end.outcome == "happened" else BASE if end.outcome == "did_not_happen" else _height(said[1])


def _steps(held: Sequence[Held], last: date, line: _Line, words: Words) -> Iterator[Step]:
    before = ""
    for (since, said), (until, _) in pairwise((*held, (last, held[-1][1]))):
        term, probability, estimated = said
        top = _height(term.high)
        yield Step(
            x1=number(line.at(since)),
            x2=number(line.at(until)),
            width=number(max(line.at(until) - line.at(since), 0)),
            y=(y := number(_height(probability))),
            before=before,
            top=number(top),
            height=number(_height(term.low) - top),
            estimated=estimated,
            said=f"{words.short_day(since)}: {share(said, words)}",
        )
        before = y


def _numbers(held: Sequence[Held], end: str, words: Words) -> Iterator[Text]:
    """The first number and the last one, and what the lines above and below mean where there is room."""
    first, last = held[0][1], held[-1][1]
    middle = _height(first[1])
    yield Text(x="0", y=number(middle + 4), dx=f"-{APART}", anchor="end", text=share(first, words), is_number=True)
    yield Text(x=end, y=number(_height(last[1]) + 4), dx=str(APART), anchor="start", text=share(last, words), is_number=True)
    for level in (0, 1):
        if abs(_height(level) - middle) > LINE:
            yield Text(x="0", y=number(_height(level) + 4), dx=f"-{APART}", anchor="end", text=words.percent(level * 100))


def _texts(held: Sequence[Held], last: date, due: date | None, end: Ending | None, line: _Line, words: Words) -> Iterator[Text]:
    """What the end was, above, and the dates below: those of the first word, of the end and of the due date always have room."""
    yield _placed(line.at(last), end.words if end else words("today"), 11, NARROW)
    first = held[0][0]
    taken: list[list[tuple[float, str]]] = [[] for _ in range(ROWS)]
    always = [(line.at(first), words.short_day(first))]
    if due:
        day = words.short_day(due)
        always.append((line.at(due), words("due {day}", day=day) if line.holds(due) else words("due {day} →", day=day)))
    if end:
        always.append((line.at(last), words.short_day(last)))
    yield from _rows(dict.fromkeys(always), taken, NARROW)
    moves = list(dict.fromkeys((line.at(day), words.short_day(day)) for day, _ in held[1:]))
    narrow = [found for move in moves for found in _rows([move], taken, NARROW)]
    yield from narrow
    places = {(text.x, text.text) for text in narrow}
    for x, said in moves:
        if (number(x), said) not in places:
            yield from _rows([(x, said)], taken, BROAD)


def _rows(texts: Iterable[tuple[float, str]], taken: list[list[tuple[float, str]]], room: int) -> Iterator[Text]:
    """Each text in the first row in which it meets no other."""
    for x, said in texts:
        for row, others in enumerate(taken):
            start, end = _span(x, said, room)
            if all(end + AIR <= (other := _span(*one, room))[0] or start >= other[1] + AIR for one in others):
                others.append((x, said))
                yield _placed(x, said, BASE + 17 + LINE * row, room, minor=room != NARROW)
                break


def _anchor(x: float, said: str, room: int) -> str:
    """The middle, unless the text would leave the picture."""
    place, half = x * room / 100, width(said, SIZE) / 2
    return "start" if place - half < -BEFORE else "end" if place + half > room + BEHIND else "middle"


def _span(x: float, said: str, room: int) -> tuple[float, float]:
    place, wide = x * room / 100, width(said, SIZE)
    start = {"start": place, "middle": place - wide / 2, "end": place - wide}[_anchor(x, said, NARROW)]
    return start, start + wide


def _placed(x: float, said: str, y: int, room: int, *, minor: bool = False) -> Text:
    return Text(x=number(x), y=str(y), dx="0", anchor=_anchor(x, said, NARROW), text=said, minor=minor)


def _said(held: Sequence[Held], words: Words) -> str:
    (since, first), (until, last) = held[0], held[-1]
    return words(
        "From {first} on {since} to {last} on {until}",
        first=f"{words(first[0].term)}, {share(first, words)}",
        since=words.short_day(since),
        last=f"{words(last[0].term)}, {share(last, words)}",
        until=words.short_day(until),
    )


def _more(held: Sequence[Held], due: date | None, end: Ending | None, told: Sequence[Told], words: Words) -> str:
    """The same for those who cannot see it: each revision, what was told in between, and the end."""
    steps = "; ".join(f"{words.short_day(day)}: {words(said[0].term)}, {share(said, words)}" for day, said in held)
    parts = [words("Steps: {steps}.", steps=steps)]
    if told:
        parts.append(words("Told in between: {events}.", events="; ".join(said for _, said in told)))
    if due:
        parts.append(words("Due by {day}.", day=words.short_day(due)))
    if end:
        parts.append(words("{outcome}, {day}.", outcome=end.words, day=words.short_day(end.day)))
    return " ".join(parts)
