"""Who an actor appears with: the actor in the middle, its companions on a ring around it.

Places are slots on an ellipse and not found by forces: labels stand outside the ring, one slot each, so that none can meet
another or a line. With networkx (`spring_layout`, numpy) an actor takes three times as long, half a second goes into the import,
and labels still collide.
"""

from collections import Counter
from collections.abc import Sequence
from itertools import combinations
from math import sqrt

from spotbrief.model.record import record
from spotbrief.views.charts.axis import number
from spotbrief.views.charts.lettering import wrapped
from spotbrief.words.words import Words

WIDTH, SLOT, EDGE = 360, 38, 10
RING = 58
"""Half the width of the ring; what is left beside it is for names."""
SIZE, LINE = 14, 15
AIR = 6

FINDING = "Most often with {first}: {briefings}"
SAID = "{actor} and the {actors} named in most of the same briefings, {first} first of all"
"""What the chart shows, for those who cannot see it."""

MOST, FEWEST = 12, 3
"""Companions around an actor; with fewer than three a list says all."""

CLOSEST, SHARED = 2, 2
"""Lines from each companion: to so many others that it is seldom named without, and that share at least so many briefings."""


@record
class Neighbour:
    """An actor and the briefings that name it."""

    name: str
    href: str
    briefings: frozenset[str]


@record
class Line:
    """A tie: the more briefings, the broader."""

    x1: str
    y1: str
    x2: str
    y2: str
    width: str


@record
class Node:
    """A companion; its name in one or two lines, each with its own height."""

    href: str
    said: str
    x: str
    y: str
    radius: str
    text_x: str
    left: bool
    lines: tuple[tuple[str, str], ...]


@record
class Network:
    """What the chart shows; lines in the order in which they are drawn."""

    box: str
    x: str
    y: str
    name: tuple[tuple[str, str], ...]
    """The lines of the name in the middle, each with its height."""
    between: tuple[Line, ...]
    spokes: tuple[Line, ...]
    nodes: tuple[Node, ...]
    finding: str
    about: str
    said: str


Place = tuple[float, float]


@record
class _Tie:
    """How many briefings name two companions, and what share that is of the briefings that name either (Jaccard 1901)."""

    shared: int
    closeness: float


Ties = dict[tuple[int, int], _Tie]
"""By the numbers of two companions, the lower one first."""


def network(actor: Neighbour, companions: Sequence[Neighbour], words: Words) -> Network | None:
    """The chart of *actor* and those that it appears with most, the closest first; None for too few."""
    if len(companions) < FEWEST:
        return None
    shared = {id: len(actor.briefings & one.briefings) for id, one in enumerate(companions[:MOST])}
    ties = {pair: _tie(*(companions[id].briefings for id in pair)) for pair in combinations(shared, 2)}
    ring = _ring(len(shared), ties)
    height = EDGE * 2 + SLOT * -(-len(ring) // 2)
    places = dict(zip(ring, _places(len(ring), height), strict=True))
    middle, most = (WIDTH / 2, height / 2), max(shared.values())
    heaviest = max(tie.shared for tie in ties.values())
    return Network(
        box=f"0 0 {WIDTH} {height}",
        x=number(middle[0]),
        y=number(middle[1]),
        name=_lines(wrapped(actor.name, RING * 1.5, SIZE, lines=3), middle[1] + 12 + LINE),
        between=tuple(_line(places[a], places[b], ties[a, b].shared / heaviest) for a, b in _closest(ties)),
        spokes=tuple(_line(middle, places[id], count / most) for id, count in shared.items()),
        nodes=tuple(_node(companions[id], places[id], shared[id], most, words) for id in ring),
        finding=words(FINDING, first=companions[0].name, briefings=words.count(shared[0], "shared briefing", "shared briefings")),
        about=words("{actors} named in the same briefings", actors=words.count(len(ring), "actor", "actors")),
        said=words(SAID, actor=actor.name, actors=words.count(len(ring), "actor", "actors"), first=companions[0].name),
    )


def _tie(a: frozenset[str], b: frozenset[str]) -> _Tie:
    shared = len(a & b)
    return _Tie(shared=shared, closeness=shared / max(len(a) + len(b) - shared, 1))


def _ring(count: int, ties: Ties) -> list[int]:
    """The order around the ring: the closest first, then always whoever is closest to the one before."""
    ring, left = [0], list(range(1, count))
    while left:
        following = max(left, key=lambda id: (ties[min(ring[-1], id), max(ring[-1], id)].closeness, -id))
        ring.append(following)
        left.remove(following)
    return ring


def _places(count: int, height: float) -> list[Place]:
    """Slots down the right side and up the left."""
    right, left = -(-count // 2), count // 2
    down = [_slot(i, right, height, 1) for i in range(right)]
    return down + [_slot(i, left, height, -1) for i in reversed(range(left))]


def _slot(i: int, count: int, height: float, side: int) -> Place:
    share = (i + 0.5) / count * 2 - 1
    return WIDTH / 2 + side * RING * sqrt(1 - share * share), EDGE + (height - 2 * EDGE) * (i + 0.5) / count


def _closest(ties: Ties) -> list[tuple[int, int]]:
    kept: set[tuple[int, int]] = set()
    met: Counter[int] = Counter()
    for pair in sorted(ties, key=lambda pair: (-ties[pair].closeness, pair)):
        if ties[pair].shared >= SHARED and min(met[id] for id in pair) < CLOSEST:
            kept.add(pair)
            met.update(pair)
    return sorted(kept)


def _line(a: Place, b: Place, weight: float) -> Line:
    x1, y1, x2, y2 = map(number, (*a, *b))
    return Line(x1=x1, y1=y1, x2=x2, y2=y2, width=number(1 + 3 * weight))


def _node(companion: Neighbour, place: Place, count: int, most: int, words: Words) -> Node:
    (x, y), left = place, place[0] < WIDTH / 2
    radius = 3.5 + 3.5 * sqrt(count / most)
    start = x - 7 - AIR if left else x + 7 + AIR
    lines = wrapped(companion.name, (start if left else WIDTH - start) - 2, SIZE)
    return Node(
        href=companion.href,
        said=f"{companion.name}: {words.count(count, 'shared briefing', 'shared briefings')}",
        x=number(x),
        y=number(y),
        radius=number(radius),
        text_x=number(start),
        left=left,
        lines=_lines(lines, y + 4.5 - LINE / 2 * (len(lines) - 1)),
    )


def _lines(lines: Sequence[str], y: float) -> tuple[tuple[str, str], ...]:
    return tuple((number(y + LINE * i), line) for i, line in enumerate(lines))
