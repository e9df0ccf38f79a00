"""Judgements that share most of their words and are due in the same days are told, however many there are, and no others are."""

from collections.abc import Sequence
from datetime import date
from itertools import combinations
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.desks import Desk

WORDS = ["rain", "snow", "hail", "fog", "wind", "sun", "frost", "storm"]

sayings = st.tuples(st.lists(st.sampled_from(WORDS), min_size=1, max_size=7, unique=True), st.integers(1, 28))


def alike(one: tuple[Sequence[str], int], other: tuple[Sequence[str], int]) -> bool:
    """Four fifths of all their words are common, and their days lie less than a week apart."""
    words, others = set(one[0]), set(other[0])
    return len(words & others) >= 0.8 * len(words | others) and abs(one[1] - other[1]) < 7


@given(st.lists(sayings, min_size=2, max_size=9))
@example([(["rain"], 3), (["rain"], 9)])
@example([(WORDS[:5], 3), (WORDS[:4], 9)])
@settings(max_examples=40, deadline=None)
def test_those_that_share_most_of_their_words_are_told(said: Sequence[tuple[Sequence[str], int]]) -> None:
    said = sorted(said, key=lambda one: one[1])  # of the same day, the one that is due first is the first
    with TemporaryDirectory() as folder:
        desk = Desk(Path(folder))
        for number, (words, day) in enumerate(said):
            entry = f"{{id: j{number}, text: {' '.join(words)}, likelihood: likely, by: {date(2025, 8, day)}}}"
            desk.brief(f"b{number}", f"what_to_expect: [{entry}]\n")
        found = {problem.where.file for problem in desk.examine().problems if problem.rule == "told-twice"}
    pairs = {f"briefings/b{other}.md" for (_, one), (other, two) in combinations(enumerate(said), 2) if alike(one, two)}
    assert found == pairs
