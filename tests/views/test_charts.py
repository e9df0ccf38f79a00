"""Charts: whatever goes in, everything stays inside the box, no text meets another, and the same input gives the same chart."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from itertools import combinations, pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from spotbrief.corpus.corpus import Said
from spotbrief.corpus.score import Came
from spotbrief.model.dates import EdtfDate
from spotbrief.model.scale import Term
from spotbrief.model.statement import Statement
from spotbrief.views.charts import network as net
from spotbrief.views.charts.axis import DESK, LINE, PHONE, SIZE, Label, axis
from spotbrief.views.charts.calibration import calibration, verdict
from spotbrief.views.charts.density import BASE, MOST, TOP, Density, density
from spotbrief.views.charts.lettering import width, wrapped
from spotbrief.views.charts.positions import ROWS, positions
from spotbrief.words.words import Words

Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""

WORDS = Words(ZoneInfo("Europe/Kyiv"))
TODAY = date(2025, 6, 30)

FIXED = [
    "0001-01-01",
    "9999-12-31",
    "../2025-06-30",
    "2025-03-01/..",
    "2025",
    "19XX",
    "2025-21",
    "2025-03~",
    "2025-02-10/2025-04-12",
    "0001",
]
days = st.one_of(st.dates(), st.dates(date(2020, 1, 1), date(2026, 12, 31))).map(date.isoformat)
dates = st.one_of(days, st.sampled_from(FIXED)).map(EdtfDate.parse)
names = st.text(min_size=1, max_size=40) | st.sampled_from(
    ["Recep Tayyip Erdoğan", "W" * 60, "Верховна Рада України", "欧洲联盟理事会", "X"]
)


def meet(a: Box, b: Box) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


def apart(boxes: Sequence[Box]) -> bool:
    return not any(meet(a, b) for a, b in combinations(boxes, 2))


def inside(boxes: Iterable[Box], right: float, bottom: float) -> bool:
    return all(left >= 0 and top >= 0 and r <= right + 0.05 and b <= bottom for left, top, r, b in boxes)


def boxes_of(labels: Iterable[Label], room: float) -> list[Box]:
    return [
        (x := float(label.x) * room / 100, float(label.y) - SIZE + 1, x + width(label.text, SIZE), float(label.y) + 2) for label in labels
    ]


def legible(labels: Sequence[Label], bottom: float) -> bool:
    """Whether labels stay inside and apart, on a phone without the minor ones and on a desk with them."""
    phone, desk = boxes_of((label for label in labels if not label.minor), PHONE), boxes_of(labels, DESK)
    return apart(phone) and inside(phone, PHONE, bottom) and apart(desk) and inside(desk, DESK, bottom)


def listed(dates: Iterable[EdtfDate]) -> list[tuple[EdtfDate, str]]:
    return [(when, f"#event:{i}") for i, when in enumerate(sorted(dates, key=lambda when: when.sort_key, reverse=True))]


def sound(chart: Density) -> bool:
    spans = sorted((float(bar.x), float(bar.x) + float(bar.width)) for bar in chart.bars)
    return (
        all(a[1] <= b[0] for a, b in pairwise(spans))
        and spans[0][0] >= 0
        and spans[-1][1] <= 100.01
        and all(TOP - 0.02 <= float(bar.pale_y) <= float(bar.y) <= BASE for bar in chart.bars)
        and all(abs(float(bar.y) + float(bar.height) - BASE) < 0.02 for bar in chart.bars)
        and len(chart.bars) <= MOST * 2
    )


@given(st.lists(dates, max_size=60))
def test_density_of_any_dates(some: list[EdtfDate]) -> None:
    chart = density(listed(some), WORDS)
    assert chart == density(listed(some), WORDS)
    assert chart is None or (sound(chart) and legible(chart.labels, 184))


def test_density_of_nothing_and_of_one() -> None:
    assert density([], WORDS) is None
    assert density(listed([EdtfDate.parse("2025-03-01")]), WORDS) is None


def test_density_of_five_thousand() -> None:
    many = [EdtfDate.parse((date(2000, 1, 1) + timedelta(days=i * 5)).isoformat()) for i in range(5000)]
    chart = density(listed(many), WORDS)
    assert chart is not None
    assert sound(chart)
    assert chart.unit == "year"
    assert chart.said.startswith("5,000 events from 2000 to 2068")


def test_density_counts_each_event_once() -> None:
    """The height of bars and of their pale parts together is the number of events; what is too vague is said."""
    when = ["2025-01-05", "2025-01", "2025-03-30/2025-04-02", "2025-21", "19XX", "2025-06-30/.."]
    chart = density(listed(map(EdtfDate.parse, when)), WORDS)
    assert chart is not None
    total = sum(float(bar.height) + float(bar.pale_height) for bar in chart.bars) / (BASE - TOP) * int(chart.top)
    assert total == pytest.approx(4, abs=0.01)
    assert chart.undrawn == "2 events"
    assert [bar.href != "" for bar in chart.bars] == [True, False, False, False]


def test_density_bars_lead_to_the_first_event_of_their_month_in_the_list() -> None:
    chart = density(listed(map(EdtfDate.parse, ["2025-02-01", "2025-01-20", "2025-01-10"])), WORDS)
    assert chart is not None
    assert [(bar.name, bar.said, bar.href) for bar in chart.bars] == [
        ("January 2025", "2 events", "#event:1"),
        ("February 2025", "1 event", "#event:0"),
    ]


def test_density_leaves_long_emptiness_out() -> None:
    chart = density(listed(map(EdtfDate.parse, ["2014-03-01", "2025-01-20", "2025-03-10"])), WORDS)
    assert chart is not None
    assert len(chart.gaps) == 1
    assert len(chart.bars) == 3


@given(st.dates(), st.dates())
def test_axes_of_any_days(one: date, other: date) -> None:
    first, last = sorted((one, other))
    line = axis(first, last, WORDS)
    assert legible(line.labels, LINE * 2 + 4)
    assert line.labels
    assert 0 < line.at(first) <= line.at(last) < 100
    assert line.at(date.min) > 0
    assert line.at(date.max) < 100


def companion(name: str, briefings: Iterable[int]) -> net.Neighbour:
    return net.Neighbour(name=name, href=f"../{len(name)}/", briefings=frozenset(map(str, briefings)))


companions = st.builds(companion, names, st.sets(st.integers(0, 20), min_size=1))


@given(companions, st.lists(companions, max_size=20))
def test_networks_of_any_companions(actor: net.Neighbour, others: list[net.Neighbour]) -> None:
    others = [net.Neighbour(name=one.name, href=one.href, briefings=one.briefings | {min(actor.briefings)}) for one in others]
    chart = net.network(actor, others, WORDS)
    assert chart == net.network(actor, others, WORDS)
    assert (chart is None) == (len(others) < net.FEWEST)
    if not chart:
        return
    w, h = map(float, chart.box.split()[2:])
    names, dots = [], []
    for node in chart.nodes:
        wide = max((width(line, net.SIZE) for _, line in node.lines), default=0)
        x, y, r = float(node.text_x), float(node.y), float(node.radius)
        top = min((float(place) for place, _ in node.lines), default=y) - net.SIZE + 2
        bottom = max((float(place) for place, _ in node.lines), default=y) + 4
        names.append((x - wide if node.left else x, top, x if node.left else x + wide, bottom))
        dots.append((float(node.x) - r, y - r, float(node.x) + r, y + r))
    assert inside([*names, *dots], w, h)
    assert apart([*names, *dots])
    assert len(chart.nodes) == min(len(others), net.MOST)


def test_a_network_of_sixty_shows_the_closest() -> None:
    chart = net.network(companion("Me", range(60)), [companion(f"Actor {i}", range(i, 60)) for i in range(60)], WORDS)
    assert chart is not None
    assert {node.lines[0][1] for node in chart.nodes} == {f"Actor {i}" for i in range(net.MOST)}
    assert len(chart.spokes) == net.MOST
    assert 0 < len(chart.between) <= net.MOST * net.CLOSEST


def said(when: EdtfDate, stance: str | None) -> Said:
    statement = Statement(actor="a", issue="i", when=when, text="Said.", stance=stance)  # type: ignore[arg-type]  # drawn from the stances
    return Said(statement=statement, briefing=None, key="1")


stances = st.sampled_from(["supports", "conditional", "opposes", "ambiguous", None])
statements = st.builds(said, dates, stances)


@given(st.lists(st.lists(statements, min_size=1, max_size=8), max_size=20))
def test_positions_of_any_statements(groups: list[list[Said]]) -> None:
    rows = {Markup(f"<a>{i}</a>"): group for i, group in enumerate(groups)}
    chart = positions(rows, WORDS, TODAY)
    assert chart == positions(rows, WORDS, TODAY)
    if not chart:
        assert len(groups) < 3
        return
    assert legible(chart.axis.labels, 34)
    assert len(chart.rows) == min(len(groups), ROWS)
    for row in chart.rows:
        places = [float(mark.x) for mark in row.marks]
        assert places == sorted(places)
        assert all(2 <= x <= 98 for x in places)
        assert all(6 <= float(mark.y) <= (float(row.tall) if row.tall else 40) - 6 for mark in row.marks)
        assert len(row.moves) == sum(a.has_height and b.has_height for a, b in pairwise(row.marks))


def test_positions_of_five_thousand_statements_stay_small() -> None:
    many = [said(EdtfDate.parse((date(2015, 1, 1) + timedelta(days=i)).isoformat()), "supports") for i in range(5000)]
    chart = positions({Markup("One"): many}, WORDS, TODAY)
    assert chart is not None
    assert len(chart.rows[0].marks) <= 101
    assert chart.rows[0].said == "One, 5,000 statements, all with one stance since 1 January 2015: supports"


def test_positions_say_every_shift() -> None:
    when = ["2025-01-05", "2025-02-05", "2025-03-05"]
    group = [said(EdtfDate.parse(day), stance) for day, stance in zip(when, ["opposes", "opposes", "supports"], strict=True)]
    chart = positions({Markup("Norway"): group}, WORDS, TODAY)
    assert chart is not None
    said_of_it = "Norway, 3 statements; the stance was taken or changed on 5 January 2025: opposes; 5 March 2025: supports"
    assert chart.rows[0].said == said_of_it
    assert chart.finding == "Last known: 1 for; 1 has moved"
    assert chart.about == "Stance in each statement, 5 Jan 2025 to 30 Jun 2025"
    assert chart.rows[0].stance_words == "Supports"
    assert chart.key == (("supports", "Supports"), ("opposes", "Opposes"))


def test_what_is_neither_for_nor_against_stands_apart() -> None:
    """On a lane of its own, and no line leads to it or from it."""
    group = [said(EdtfDate.parse(f"2025-0{i}-05"), stance) for i, stance in enumerate(["supports", "ambiguous", "opposes", None], 1)]
    chart = positions({Markup("Norway"): group}, WORDS, TODAY)
    assert chart is not None
    (row,) = chart.rows
    assert row.moves == ()
    assert row.tall
    assert row.since is None
    assert [float(mark.y) > 40 for mark in row.marks] == [False, True, False, True]
    assert chart.finding == "Last known: 1 without a stance; 1 has moved"
    assert chart.apart


def came(hits: int, count: int) -> Came:
    return Came(hits=hits, count=count, questions=count, by_question=hits)


def test_scenarios_of_a_question_make_no_interval_shorter() -> None:
    """Of ten words on five questions, five count."""
    terms = [Term(term="never", low=0, high=0.1)]
    chart = calibration(terms, {"never": Came(hits=1, count=10, questions=5, by_question=0.5)}, 5, WORDS)
    assert chart
    assert [(row.came, row.interval) for row in chart.rows] == [("1 of 10 came, on 5 questions", "1–54%")]
    assert calibration(terms, {"never": Came(hits=1, count=10, questions=5, by_question=0.5)}, 6, WORDS) is None


def test_calibration_stays_inside_and_pales_where_judgements_are_few() -> None:
    terms = [Term(term="never", low=0, high=0.1), Term(term="maybe", low=0.1, high=0.9), Term(term="always", low=1, high=1)]
    chart = calibration(terms, {"never": came(0, 9), "always": came(1, 1)}, 5, WORDS)
    assert chart is not None
    assert [(row.came, row.interval, row.said, row.pale) for row in chart.rows] == [
        ("0 of 9 came", "0–30%", "Nothing speaks against it.", False),
        ("never used", "", "", True),
        ("1 of 1 came", "", "Too few to tell.", True),
    ]
    assert all(float(row.start) > 0 and float(row.start) + float(row.width) < 100 for row in chart.rows)
    assert all(0 < float(row.low) < float(row.high) < 100 for row in chart.rows if not row.pale)
    assert calibration(terms, {}, 5, WORDS) is None
    assert calibration(terms, {"never": came(0, 4)}, 5, WORDS) is None


def test_a_word_means_what_it_says_only_where_the_interval_lies_inside_its_band() -> None:
    """For 70 of 100 it is 60 to 78 %, for 7 of 10 it is 40 to 89 %."""
    likely = Term(term="likely", low=0.55, high=0.8)
    said = [(70, 100, "holds"), (7, 10, "may_hold"), (40, 100, "too_bold"), (95, 100, "too_timid"), (4, 4, "few")]
    assert [verdict(likely, hits, count, 5) for hits, count, _ in said] == [found for _, _, found in said]


@given(names, st.floats(10, 200))
def test_wrapped_text_fits(text: str, room: float) -> None:
    lines = wrapped(text, room, SIZE)
    assert len(lines) <= 2
    assert all(width(line, SIZE) <= max(room, width("…", SIZE)) for line in lines)


def test_a_name_is_cut_between_its_words() -> None:
    """Who hears its whole name is to know it by the part that is shown."""
    assert wrapped("Council of the European Union", width("European Uni…", SIZE), SIZE) == ("Council of the", "European…")
    assert wrapped("Bundesverfassungsgericht", width("Bundesver…", SIZE), SIZE) == ("Bundesver…",)
