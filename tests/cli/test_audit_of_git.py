"""`spotbrief audit` against who knows git: a record cannot be made better by turning the history about."""

import pytest

from tests.cli.run import run
from tests.desks import Desk
from tests.histories import CORRECTED, REVISED, ROUND, History, talks

BOLDER = ROUND.replace("likely", "very likely")


@pytest.fixture
def history(desk: Desk) -> History:
    """One published judgement."""
    made = History(desk)
    made.commit("2025-03-03", talks=talks())
    return made


def turned(history: History, *, orphan: bool, **texts: str | None) -> None:
    """A clean history of *texts*, all on their day, into which the one that readers had is merged without a trace."""
    start = history.git("rev-list", "--max-parents=0", "HEAD").strip()
    history.git("branch", "old")
    history.git("checkout", "-q", *(["--orphan", "clean"] if orphan else ["-b", "clean", start]))
    if orphan:
        history.git("rm", "-rqf", "briefings")
    history.commit("2025-03-03", **texts)
    history.at("2025-05-20", "merge", "-q", "-s", "ours", "--no-edit", "--allow-unrelated-histories", "old")
    history.git("branch", "-D", "old")


@pytest.mark.parametrize("orphan", [False, True])
def test_a_clean_history_with_the_old_one_merged_into_it(history: History, orphan: bool) -> None:
    """Whichever parent comes first, both were there."""
    turned(history, orphan=orphan, talks=talks(BOLDER))
    assert ("likelihood", "changed") in history.kinds()


@pytest.mark.parametrize("orphan", [False, True])
def test_a_clean_history_that_lacks_a_briefing(history: History, orphan: bool) -> None:
    """What the merge dropped was taken away."""
    turned(history, orphan=orphan, other=talks())
    assert ("briefing", "taken_away") in history.kinds()


def test_what_a_turned_history_hides_is_not_unchanged(history: History) -> None:
    """The page does not say so."""
    plain = "  - {id: rain, text: It rains., likelihood: likely, by: 2025-12-31}\n"
    history.commit("2025-03-03", talks=talks(plain))
    turned(history, orphan=False, talks=talks(plain.replace("likely", "unlikely")))
    config = history.root / "mkdocs.yml"
    config.write_text(config.read_text("utf-8").replace("Europe/Kyiv", "Europe/Kyiv, audit: true"))
    said = run(history.desk, "build").output
    assert "is built" in said, said
    assert "nchanged since" not in (history.root / "site/briefings/talks/index.html").read_text("utf-8")


def test_honest_branches_are_no_second_history(history: History) -> None:
    """A branch may change what it adds until it is merged, take over what happened meanwhile, and be merged within another one."""
    history.at("2025-03-04", "checkout", "-q", "-b", "idea")
    history.commit("2025-03-05", more=talks(published="2025-03-10"))
    history.commit("2025-03-06", more=talks(BOLDER, published="2025-03-10"))
    history.at("2025-03-06", "checkout", "-q", "-b", "deeper")
    history.commit("2025-03-06", most=talks(published="2025-03-10"))
    history.commit("2025-03-07", most=talks(BOLDER, published="2025-03-10"))
    history.at("2025-03-07", "checkout", "-q", "main")
    history.commit("2025-03-08", meanwhile=talks(published="2025-03-08"))
    history.at("2025-03-08", "checkout", "-q", "idea")
    history.at("2025-03-09", "merge", "-q", "--no-ff", "--no-edit", "main")
    history.at("2025-03-09", "merge", "-q", "--no-ff", "--no-edit", "deeper")
    history.at("2025-03-09", "checkout", "-q", "main")
    history.commit("2025-03-10", meanwhile=talks(ROUND + REVISED, published="2025-03-08"))
    history.at("2025-03-10", "merge", "-q", "--no-ff", "--no-edit", "idea")
    assert history.kinds() == []


def test_what_was_picked_from_a_branch_that_is_merged_later(history: History) -> None:
    """The same text twice is no other history."""
    history.at("2025-03-04", "checkout", "-q", "-b", "idea")
    picked = history.commit("2025-03-05", more=talks(published="2025-03-05"))
    history.at("2025-03-05", "checkout", "-q", "main")
    history.commit("2025-03-05", meanwhile=talks(published="2025-03-05"))
    history.at("2025-03-05", "cherry-pick", picked)
    history.at("2025-03-06", "merge", "-q", "--no-ff", "--no-edit", "idea")
    assert history.kinds() == []


def test_a_clock_that_was_set_back(history: History) -> None:
    """No commit came before its parent."""
    history.commit("2025-04-20", other=talks(published="2025-04-20"))
    history.commit("2025-03-10", talks=talks(ROUND + REVISED))
    assert ("revision", "backdated") in history.kinds()


def test_what_was_taken_away_while_the_desk_moved(history: History) -> None:
    """The folder that the others came from was the desk's."""
    history.commit("2025-03-03", rain=talks(), sun=talks())
    (history.root / "desk").mkdir()
    for name in ("briefings", "content", "mkdocs.yml"):
        if (history.root / name).exists():
            (history.root / name).rename(history.root / "desk" / name)
    (history.root / "desk/briefings/sun.md").unlink()
    history.commit("2025-04-01")
    moved = History.__new__(History)
    moved.desk = Desk.__new__(Desk)
    moved.desk.root = moved.root = history.root / "desk"
    assert [(one["briefing"], one["kind"]) for one in moved.findings()] == [("sun", "taken_away")]


def test_a_word_that_stood_for_a_moment_was_not_held(history: History) -> None:
    """Nobody read it."""
    plain = ROUND.replace("    probability: 0.7\n", "")
    history.commit("2025-03-03", talks=talks(plain))
    history.commit("2025-03-11", talks=talks(plain.replace("likely", "very likely")))
    history.commit("2025-03-11T20:00:05+00:00", talks=talks(plain))
    history.commit("2025-03-20", talks=talks(plain + REVISED))
    assert ("revision", "backdated") in history.kinds()


@pytest.mark.parametrize(
    "correction",
    [
        "was: A round, now: Rounds",
        "was: the second, now: the latter",
        "now: Rain is likely to fall.",
        "was: moderate rain, now: rain",
        "now: He was quoted wrongly on the round of talks.",
    ],
)
@pytest.mark.parametrize(("field", "changed"), [("likelihood", BOLDER), ("by", ROUND.replace("05-31", "06-30"))])
def test_a_correction_that_shares_a_word_excuses_nothing(history: History, correction: str, field: str, changed: str) -> None:
    """It must say what was changed."""
    history.commit("2025-03-20", talks=talks(changed, f"corrections: [{{when: 2025-03-20, {correction}}}]\n"))
    assert (field, "changed") in history.kinds()


def test_the_usual_correction_still_owns_up(history: History) -> None:
    """By the id of the judgement."""
    history.commit("2025-03-20", talks=talks(BOLDER, CORRECTED))
    assert history.kinds() == []


def test_a_void_that_came_long_after_its_day_is_told(history: History) -> None:
    """Dated before it, nobody would see that it was wrong already."""
    void = "    resolution: {outcome: void, when: 2025-05-20, note: The talks were called off.}\n"
    history.commit("2025-06-20", talks=talks(ROUND + void))
    assert ("resolved", "backdated") in history.kinds()


def test_an_object_that_stands_for_another_hides_nothing(history: History) -> None:
    """What git is told to show in the place of a commit was never published."""
    first = history.git("rev-parse", "HEAD").strip()
    history.commit("2025-03-20", talks=talks(BOLDER))
    assert ("likelihood", "changed") in history.kinds()
    tree = history.git("rev-parse", "HEAD^{tree}").strip()
    parent = history.git("rev-parse", f"{first}^").strip()
    clean = history.at("2025-03-03", "commit-tree", tree, "-p", parent, "-m", "All").strip()
    history.git("replace", first, clean)
    assert ("likelihood", "changed") in history.kinds()


def test_a_graft_hides_nothing(history: History) -> None:
    """It stands in one clone alone, and turns its history about."""
    first = history.git("rev-parse", "HEAD").strip()
    changed = history.commit("2025-03-20", talks=talks(BOLDER))
    (history.root / ".git/info/grafts").write_text(f"{changed}\n")
    assert ("likelihood", "changed") in history.kinds(), first
