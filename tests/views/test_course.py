"""How a judgement moved: whatever went on, the drawing stays inside its box and no label meets another."""

from datetime import date, timedelta
from itertools import combinations, pairwise
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from spotbrief.corpus.scored import Probability
from spotbrief.model.judgement import Outcome
from spotbrief.model.scale import Term
from spotbrief.views.charts.axis import SIZE
from spotbrief.views.charts.course import BASE, BEFORE, BEHIND, BROAD, NARROW, TOP, Course, Ending, Text, course
from spotbrief.views.charts.lettering import width
from spotbrief.words.words import Words

Box = tuple[float, float, float, float]
WORDS = Words(ZoneInfo("Europe/Kyiv"))
TERMS = [Term(term=f"term {i}", low=low / 100, high=high / 100) for i, (low, high) in enumerate(pairwise((0, 5, 20, 45, 55, 80, 95, 100)))]
START = date(2025, 3, 3)


def held(term: Term, share: float, number: bool) -> Probability:
    return (term, round(term.low + (term.high - term.low) * share, 3), False) if number else (term, (term.low + term.high) / 2, True)


days = st.integers(0, 900).map(lambda n: START + timedelta(days=n)) | st.just(START)
views = st.builds(held, st.sampled_from(TERMS), st.floats(0, 1), st.booleans())
steps = st.lists(st.tuples(days, views), min_size=2, max_size=12).map(lambda found: sorted(found, key=lambda step: step[0]))
outcomes = st.sampled_from(["happened", "did_not_happen", "void"])
ends = st.none() | st.builds(lambda day, kind: Ending(day=day, outcome=kind, words=WORDS.outcome(kind)), days, outcomes)


def box_of(text: Text, room: int) -> Box:
    place, wide = float(text.x) * room / 100 + float(text.dx), width(text.text, SIZE)
    left = {"start": place, "middle": place - wide / 2, "end": place - wide}[text.anchor]
    return left, float(text.y) - SIZE + 1, left + wide, float(text.y) + 2


def meet(a: Box, b: Box) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


def legible(chart: Course, room: int, *, minor: bool) -> bool:
    boxes = [box_of(text, room) for text in chart.texts if minor or not text.minor]
    inside = all(l >= -BEFORE and t >= 0 and r <= room + BEHIND and b <= float(chart.height) for l, t, r, b in boxes)  # noqa: E741
    return inside and not any(meet(a, b) for a, b in combinations(boxes, 2))


@given(steps, st.none() | days | st.just(date(2099, 12, 31)), ends, days, st.lists(st.tuples(days, st.text(max_size=5)), max_size=4))
def test_a_course_stays_inside_and_its_labels_apart(
    found: list[tuple[date, Probability]], due: date | None, end: Ending | None, today: date, told: list[tuple[date, str]]
) -> None:
    chart = course(found, due, end, today, told, WORDS)
    assert chart is not None
    assert chart == course(found, due, end, today, told, WORDS)
    assert legible(chart, NARROW, minor=False)
    assert legible(chart, BROAD, minor=True)
    assert len(chart.steps) == len(found)
    for step in chart.steps:
        assert 0 <= float(step.x1) <= float(step.x2) <= 100
        assert TOP <= float(step.top) <= float(step.y) <= float(step.top) + float(step.height) + 0.01 <= BASE + 0.02
    assert all(a.x2 == b.x1 and a.y == b.before for a, b in pairwise(chart.steps))
    assert all(0 <= float(x) <= 100 for x, _ in chart.events)
    assert [text.text for text in chart.texts if text.is_number] == [
        WORDS.band(term.low, term.high) if estimated else WORDS.percent(round(number * 100, 1))
        for term, number, estimated in (found[0][1], found[-1][1])
    ]


def test_what_was_never_revised_is_not_drawn() -> None:
    assert course([(START, held(TERMS[3], 0.5, True))], None, None, START, [], WORDS) is None


def test_the_end_stands_where_the_truth_is() -> None:
    """At 100 for what happened, at 0 for what did not, at the last word for what fell away."""
    found = [(START, held(TERMS[4], 0.6, True)), (date(2025, 4, 1), held(TERMS[2], 0.2, True))]
    places, last = {}, ""
    outcomes: tuple[Outcome, ...] = ("happened", "did_not_happen", "void")
    for kind in outcomes:
        end = Ending(day=date(2025, 5, 1), outcome=kind, words=WORDS.outcome(kind))
        chart = course(found, date(2025, 6, 30), end, date(2025, 7, 1), [], WORDS)
        assert chart is not None
        assert chart.truth is not None
        assert chart.ahead is None
        places[kind], last = chart.truth.y, chart.steps[-1].y
    assert places == {"happened": str(TOP), "did_not_happen": str(BASE), "void": last}


def test_what_is_thought_now_holds_until_it_is_due() -> None:
    """And a date that is years away is named, but does not press the past into a corner."""
    found = [(START, held(TERMS[4], 0.6, True)), (date(2025, 4, 1), held(TERMS[2], 0.2, False))]
    near = course(found, date(2025, 6, 30), None, date(2025, 5, 1), [], WORDS)
    far = course(found, date(2099, 6, 30), None, date(2025, 5, 1), [], WORDS)
    assert near is not None
    assert far is not None
    assert near.ahead == (near.steps[-1].x2, "100", near.steps[-1].y)
    assert near.due == "100"
    assert far.due == ""
    assert "due 30 Jun 2099 →" in [text.text for text in far.texts]
    assert float(far.steps[-1].x2) >= 24


def test_a_course_says_what_it_shows() -> None:
    found = [(START, held(TERMS[4], 0.6, True)), (date(2025, 4, 1), held(TERMS[2], 0.2, False))]
    end = Ending(day=date(2025, 5, 1), outcome="happened", words="Happened")
    chart = course(found, date(2025, 6, 30), end, date(2025, 7, 1), [(date(2025, 3, 30), "30 March 2025: Talks")], WORDS)
    assert chart is not None
    assert chart.said == "From term 4, 70% on 3 Mar 2025 to term 2, 20–45% on 1 Apr 2025"
    assert chart.more == (
        "Steps: 3 Mar 2025: term 4, 70%; 1 Apr 2025: term 2, 20–45%. Told in between: 30 March 2025: Talks. "
        "Due by 30 Jun 2025. Happened, 1 May 2025."
    )
