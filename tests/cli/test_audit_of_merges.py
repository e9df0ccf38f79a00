"""`spotbrief audit` and merges: readers may have had any line that was merged, and no merge drops what one of them said."""

from collections.abc import Callable

import pytest

from tests.cli.run import run
from tests.desks import Desk
from tests.histories import CORRECTED, ENDED, REVISED, ROUND, History, talks

MISSED = ENDED.replace("happened", "did_not_happen")
BOLD = REVISED.replace("very likely", "almost certain")


@pytest.fixture
def history(desk: Desk) -> History:
    """One published judgement."""
    made = History(desk)
    made.commit("2025-03-03", talks=talks())
    return made


def turn(history: History, *texts: str, day: str = "2025-03-04", merged: str = "2025-05-20") -> None:
    """Another line of *texts* since the first publication, which becomes the first parent of a merge that drops all of the real one."""
    start = history.git("rev-list", "--reverse", "HEAD").split()[1]
    history.git("checkout", "-q", "-b", "side", start)
    for text in texts:
        history.commit(day, talks=text)
    history.commit(day)
    history.at(merged, "merge", "-q", "-s", "ours", "--no-edit", "main")
    history.git("checkout", "-q", "main")
    history.git("merge", "-q", "--ff-only", "side")
    history.git("branch", "-D", "side")


DROPPED: dict[str, tuple[str, tuple[str, ...], tuple[str, str]]] = {
    "a revision": (talks(ROUND + REVISED), (), ("revision", "taken_away")),
    "an outcome": (talks(ROUND + MISSED), (), ("outcome", "taken_away")),
    "another revision": (talks(ROUND + REVISED), (talks(ROUND + BOLD),), ("revision", "changed")),
    "another outcome": (talks(ROUND + MISSED), (talks(ROUND + ENDED),), ("outcome", "changed")),
    "a judgement": (talks(ROUND + "  - Rain.\n"), (), ("judgement", "taken_away")),
}


@pytest.mark.parametrize("what", DROPPED)
@pytest.mark.parametrize("day", ["2025-03-04", "2025-03-10", "2025-05-19", "2020-01-01", "2030-01-01"])
def test_a_turned_merge_drops_nothing_unseen(history: History, what: str, day: str) -> None:
    """Whatever the dates of the other line are made to say."""
    real, other, expected = DROPPED[what]
    history.commit("2025-03-04" if what == "a judgement" else "2025-03-10", talks=real)
    turn(history, *other, day=day)
    assert expected in history.kinds()


def test_a_turned_merge_within_a_branch(history: History) -> None:
    """A merge of a merge hides no more."""
    history.commit("2025-03-10", talks=talks(ROUND + REVISED))
    turn(history)
    tip = history.git("rev-parse", "HEAD").strip()
    start = history.git("rev-list", "--first-parent", "--reverse", "HEAD").split()[1]
    history.git("reset", "-q", "--hard", start)
    history.commit("2025-03-05")
    history.at("2025-05-21", "merge", "-q", "--no-ff", "--no-edit", tip)
    assert ("revision", "taken_away") in history.kinds()


def test_what_a_merge_dropped_may_be_owned_up_to_or_put_back(history: History) -> None:
    """As any other change."""
    history.commit("2025-03-10", talks=talks(ROUND + REVISED))
    turn(history)
    history.commit("2025-05-21", talks=talks(more=CORRECTED.replace("03-20", "05-21").replace("its text", "its revision, text")))
    assert history.kinds() == []
    history.commit("2025-05-22", talks=talks())
    assert history.kinds() == [("revision", "taken_away")]
    history.desk.write("briefings/talks.md", talks(ROUND + REVISED))
    assert ("revision", "taken_away") not in history.kinds()


def test_what_went_to_and_fro_on_a_merged_line_is_said(history: History) -> None:
    """Git cannot know whether readers had it: it is no finding, and no silence."""
    history.commit("2025-03-10", talks=talks(ROUND + REVISED))
    history.commit("2025-03-20", talks=talks())
    turn(history)
    done = run(history.desk, "audit")
    assert done.exit_code == 0, done.output
    assert "talks:round: the revision" in done.output
    assert "whether readers had it" in done.output


def test_a_revision_that_passed_through_another_branch_is_said(history: History) -> None:
    """A branch that took the real line over, and dropped at once what it said, launders nothing."""
    start = history.git("rev-parse", "HEAD").strip()
    history.commit("2025-03-10", talks=talks(ROUND + REVISED))
    history.commit("2025-05-19")
    history.at("2025-05-20", "checkout", "-q", "-b", "wash", start)
    history.at("2025-05-20", "merge", "-q", "--no-ff", "--no-edit", "main")
    history.commit("2025-05-20", talks=talks())
    history.at("2025-05-20", "checkout", "-q", "-b", "clean", start)
    history.commit("2025-05-20")
    history.at("2025-05-20", "merge", "-q", "--no-ff", "--no-edit", "wash")
    done = run(history.desk, "audit")
    assert "talks:round: the revision" in done.output
    assert "whether readers had it" in done.output


def merged(history: History, name: str, day: str, *more: str) -> None:
    """Merge a branch into `main`, as a pull request is."""
    history.at(day, "checkout", "-q", "main")
    history.at(day, "merge", "-q", "--no-ff", "--no-edit", *more, name)


def _revised_beside(history: History) -> None:
    """Main revises it while a branch that lives on adds something to the same file."""
    history.at("2025-03-05", "checkout", "-q", "-b", "slow")
    history.commit("2025-03-06", talks=talks(prose="Talks, and more."), more=talks(published="2025-03-14", more="summary: Short.\n"))
    history.at("2025-03-06", "checkout", "-q", "main")
    history.commit("2025-03-10", talks=talks(ROUND + REVISED))
    merged(history, "slow", "2025-03-14")


def _pulled(history: History) -> None:
    """What `git pull` makes of two who worked at once: the line that was published is the second parent."""
    history.at("2025-03-10", "checkout", "-q", "-b", "origin")
    history.commit("2025-03-10", talks=talks(ROUND + REVISED))
    history.at("2025-03-10", "checkout", "-q", "main")
    history.commit("2025-03-10", other=talks(published="2025-03-10", more="summary: Short.\n"))
    merged(history, "origin", "2025-03-11")


def _both_revise(history: History) -> None:
    """Each of two branches adds a revision of the same day, and the merge keeps both."""
    other = REVISED.replace("very likely", "likely").replace("A place was named.", "It was put off.")
    both = "    revisions:\n" + "".join(f"      - {one.partition('[')[2].rpartition(']')[0]}\n" for one in (other, REVISED))
    history.at("2025-03-10", "checkout", "-q", "-b", "idea")
    history.commit("2025-03-10", talks=talks(ROUND + REVISED))
    history.at("2025-03-10", "checkout", "-q", "main")
    history.commit("2025-03-10", talks=talks(ROUND + other))
    history.at("2025-03-10", "merge", "-q", "-s", "ours", "--no-commit", "idea")
    history.commit("2025-03-10", talks=talks(ROUND + both))


def _review(history: History) -> None:
    """A branch is talked over for days: a new briefing changes, and a revision takes the day of its merge."""
    history.at("2025-03-05", "checkout", "-q", "-b", "idea")
    history.commit("2025-03-05", more=talks(published="2025-03-05"))
    history.commit("2025-03-06", talks=talks(ROUND + REVISED.replace("03-10", "03-06")))
    history.commit("2025-03-07", more=talks(ROUND.replace("moderate", "low"), published="2025-03-07"))
    history.commit("2025-03-07", talks=talks(ROUND + REVISED.replace("03-10", "03-07")))
    history.commit("2025-03-08", more=talks(ROUND.replace("moderate", "high"), published="2025-03-08"))
    merged(history, "idea", "2025-03-08")


def _squashed(history: History) -> None:
    """The branch went on after its first part was squashed."""
    history.at("2025-03-05", "checkout", "-q", "-b", "idea")
    history.commit("2025-03-05", more=talks(published="2025-03-06"))
    history.commit("2025-03-06", more=talks(ROUND.replace("moderate", "low"), published="2025-03-06"))
    history.at("2025-03-06", "checkout", "-q", "main")
    history.at("2025-03-06", "merge", "-q", "--squash", "idea")
    history.commit("2025-03-06")
    history.at("2025-03-06", "checkout", "-q", "idea")
    history.commit("2025-03-07", talks=talks(ROUND + REVISED.replace("03-10", "03-07")))
    merged(history, "idea", "2025-03-07")


def _rebased(history: History) -> None:
    """Upon what main did meanwhile."""
    history.at("2025-03-05", "checkout", "-q", "-b", "idea")
    history.commit("2025-03-05", more=talks(published="2025-03-10"))
    history.at("2025-03-05", "checkout", "-q", "main")
    history.commit("2025-03-10", talks=talks(ROUND + REVISED))
    history.at("2025-03-10", "checkout", "-q", "idea")
    history.at("2025-03-10", "rebase", "-q", "main")
    merged(history, "idea", "2025-03-10")


def _reverted(history: History) -> None:
    """A merge is reverted before the briefing opens, and the revert is."""
    history.at("2025-03-05", "checkout", "-q", "-b", "idea")
    history.commit("2025-03-05", more=talks(published="2025-03-10"))
    merged(history, "idea", "2025-03-06")
    history.at("2025-03-07", "revert", "--no-edit", "-m", "1", "HEAD")
    history.at("2025-03-08", "revert", "--no-edit", "HEAD")


def _renamed(history: History) -> None:
    """On a branch, while main revises it under its old name."""
    history.at("2025-03-05", "checkout", "-q", "-b", "idea")
    history.commit("2025-03-05", talks=None, envoys=talks(more="former_slugs: [talks]\n"))
    history.at("2025-03-05", "checkout", "-q", "main")
    history.commit("2025-03-06", talks=talks(ROUND + REVISED.replace("03-10", "03-06")))
    merged(history, "idea", "2025-03-07")


def _brought_up_to_date(history: History) -> None:
    """A branch takes main over again and again, and ends what main had revised."""
    history.at("2025-03-05", "checkout", "-q", "-b", "idea")
    history.commit("2025-03-05", more=talks(published="2025-05-17"))
    history.at("2025-03-05", "checkout", "-q", "main")
    history.commit("2025-03-10", talks=talks(ROUND + REVISED))
    history.at("2025-03-11", "checkout", "-q", "idea")
    history.at("2025-03-11", "merge", "-q", "--no-edit", "main")
    history.commit("2025-05-17", talks=talks(ROUND + REVISED + ENDED))
    merged(history, "idea", "2025-05-17")


WORK = (_revised_beside, _pulled, _both_revise, _review, _squashed, _rebased, _reverted, _renamed, _brought_up_to_date)


@pytest.mark.parametrize("work", WORK, ids=lambda work: work.__name__)
def test_ordinary_work_is_quiet(history: History, work: Callable[[History], None]) -> None:
    """No finding, and no other word."""
    work(history)
    done = run(history.desk, "audit")
    assert (done.exit_code, done.output.count("\n")) == (0, 1), done.output
