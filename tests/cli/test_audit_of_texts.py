"""`spotbrief audit` reads old texts as YAML does, and takes for owned up to only what readers saw."""

import pytest

from tests.desks import Desk
from tests.histories import ROUND, History, talks

BOLDER = ROUND.replace("likelihood: likely", "likelihood: almost certain")
GONE = "status: withdrawn\nwithdrawn: It was a mistake.\n"
OWNED = "corrections: [{when: 2025-04-02, was: likely, now: almost certain, text: The likelihood of `round`.}]\n"


@pytest.fixture
def history(desk: Desk) -> History:
    """Nothing yet."""
    return History(desk)


@pytest.mark.parametrize(
    "title", ['title: "Talks\nto: come"', "title: 'Talks\nto: come'", "title: [Talks,\nto: come]", 'title: "a \\" b\nto: come"']
)
def test_a_text_that_goes_on_at_the_start_of_a_line_hides_nothing(history: History, title: str) -> None:
    """YAML reads it, so the site had it; a line in quotes looks like a field."""
    first = talks().replace(
        "title: Talks", title if "[" not in title else "title: Talks\nnotes: [x,\nto: come]".replace("[x,\nto: come]", '"x,\nto: come"')
    )
    history.commit("2025-03-03", talks=first)
    assert history.kinds() == []
    history.commit("2025-04-02", talks=talks(BOLDER))
    assert ("likelihood", "changed") in history.kinds()


def test_what_quotes_hold_is_no_judgement(history: History) -> None:
    """A judgement that moved into a text was taken away."""
    history.commit("2025-03-03", talks=talks())
    inside = talks().replace("what_to_expect:\n", 'summary: "The rest.\nwhat_to_expect:\n').replace("\n---\nTalks.", '"\n---\nTalks.')
    history.commit("2025-04-02", talks=inside)
    assert ("judgement", "taken_away") in history.kinds()


def test_a_correction_that_nobody_saw_owns_up_to_nothing(history: History) -> None:
    """It came with the withdrawal, which takes it down; the numbers count all the same."""
    history.commit("2025-03-03", talks=talks())
    history.commit("2025-04-02", talks=talks(BOLDER, OWNED + GONE))
    assert ("likelihood", "changed") in history.kinds()
    history.commit("2025-04-03", talks=talks(BOLDER, OWNED + GONE + "keep_text: true\n"))
    assert history.kinds() == []


def test_a_correction_that_readers_saw_stays_one(history: History) -> None:
    """Though its briefing is withdrawn later."""
    history.commit("2025-03-03", talks=talks())
    history.commit("2025-04-02", talks=talks(BOLDER, OWNED))
    history.commit("2025-04-20", talks=talks(BOLDER, OWNED + GONE))
    assert history.kinds() == []
