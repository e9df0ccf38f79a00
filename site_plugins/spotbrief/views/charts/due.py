"""When open judgements fall due: one stroke each, over the band of its likelihood."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import groupby

from spotbrief.corpus.corpus import Expected
from spotbrief.corpus.scored import probability_of
from spotbrief.model.record import record
from spotbrief.model.scale import Scale
from spotbrief.views.charts.axis import DESK, PHONE, Label, month_of, number, room_of_name, starts
from spotbrief.views.components import Parts

TOP, BASE = 12, 142
"""Where 100 and 0 per cent lie, in pixels from above; 190 is the end of the box."""

MOST, FEWEST = 40, 3
"""Strokes in the chart; with fewer than three a list says all."""

SAID = (
    "{judgements} by the month in which they fall due, each over the band of its likelihood; "
    "months without any are left out, so that the line is not to the scale of time"
)
"""What the chart shows, for those who cannot see it."""

NARROWEST, BETWEEN = 12, 1.0
"""Strokes that would fit at least, and the room between two months in strokes."""


@record
class Stroke:
    """A judgement over the band of its term."""

    x: str
    width: str
    y: str
    height: str
    said: str
    href: str


@record
class Due:
    """What the chart shows, the first due first."""

    strokes: tuple[Stroke, ...]
    starts: tuple[str, ...]
    """Where each month begins."""
    labels: tuple[Label, ...]
    levels: tuple[tuple[str, str], ...]
    """Heights, with what they say."""
    later: int
    """How many more fall due after the last one shown."""
    said: str


def due(parts: Parts, open: Sequence[Expected]) -> Due | None:
    """The chart of *open* judgements, by due date; None where fewer than three have a date and a likelihood."""
    scale = parts.corpus.settings.scale
    dated = [one for one in open if one.judgement.by and one.judgement.by.latest < date.max and probability_of(one.now, scale)]
    shown = dated[:MOST]
    if len(shown) < FEWEST:
        return None
    pitch, least = _pitch([len(list(group)) for _, group in groupby(shown, key=_month)])
    places = list(_places(shown, pitch, least))
    begins = [(x, month) for i, (x, month, _) in enumerate(places) if not i or places[i - 1][1] != month]
    return Due(
        strokes=tuple(_stroke(parts, one, x, pitch, scale) for x, _, one in places),
        starts=tuple(number(x) for x, _ in begins),
        labels=starts(begins, BASE + 17, parts.words),
        levels=tuple((number(_height(share / 100)), parts.words.percent(share)) for share in (100, 50, 0)),
        later=len(dated) - len(shown),
        said=parts.words(SAID, judgements=parts.words.count(len(shown), "open judgement")),
    )


def _month(one: Expected) -> int:
    assert one.judgement.by is not None
    return month_of(one.judgement.by.latest)


def _pitch(counts: Sequence[int]) -> tuple[float, float]:
    """The room of a stroke and the least room of a month: enough to name each on a phone, or else on a desk, if all that fits."""
    least = next((room for room in map(room_of_name, (PHONE, DESK)) if room * len(counts) <= 100), 0.0)
    pitch = 100 / max(NARROWEST, sum(counts) + BETWEEN * len(counts))
    while least:
        wide = [count + BETWEEN for count in counts if (count + BETWEEN) * pitch > least]
        fitting = (100 - least * (len(counts) - len(wide))) / max(sum(wide), NARROWEST)
        if fitting >= pitch:
            break
        pitch = fitting
    return pitch, least


def _places(shown: Iterable[Expected], pitch: float, least: float) -> Iterator[tuple[float, int, Expected]]:
    """Where each stands, with its month; months stand apart, and have *least* room to be named."""
    x = 0.0
    for month, group in groupby(shown, key=_month):
        start = x
        for one in group:
            yield x, month, one
            x += pitch
        x = max(x + pitch * BETWEEN, start + least)


def _height(share: float) -> float:
    return BASE - (BASE - TOP) * share


def _stroke(parts: Parts, one: Expected, x: float, pitch: float, scale: Scale) -> Stroke:
    found = probability_of(one.now, scale)
    assert found is not None
    assert one.judgement.by is not None
    term, top = found[0], _height(found[0].high)
    text = parts.writer.line(one.judgement.text, one.briefing.origin).striptags()
    likely, date = parts.words.sentence(term.term), parts.words.date(one.judgement.by)
    return Stroke(
        x=number(x + pitch * 0.15),
        width=number(pitch * 0.7),
        y=number(top),
        height=number(max(_height(term.low) - top, 2)),
        said=parts.words("{likely}, by {date}: {text}", likely=likely, date=date, text=text),
        href=parts.links.thing("briefings", one.briefing.id, f"judgement:{one.key}"),
    )
