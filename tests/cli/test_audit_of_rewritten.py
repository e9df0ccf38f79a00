"""`spotbrief audit` where git cannot know: it says so in words."""

import subprocess

import pytest

from tests.cli.run import run
from tests.desks import Desk
from tests.histories import ROUND, History, talks


@pytest.fixture
def history(desk: Desk) -> History:
    """One published judgement."""
    made = History(desk)
    made.commit("2025-03-03", talks=talks())
    return made


def test_a_tag_outside_the_history_is_said(history: History) -> None:
    """That is what a tag is pushed for."""
    history.git("tag", "spring")
    history.commit("2025-03-20", other=talks(published="2025-03-20"))
    assert "spring" not in run(history.desk, "audit").output
    history.desk.write("briefings/talks.md", talks(ROUND.replace("moderate", "low")))
    history.git("add", "-A")
    history.git("reset", "-q", "--soft", "HEAD~2")
    history.commit("2025-03-03")
    done = run(history.desk, "audit")
    assert "Tags name commits that are not in this history (spring)" in done.output, done.output


def test_a_tag_of_main_is_no_trace_on_a_branch_that_lacks_it(history: History, tmp_path_factory: pytest.TempPathFactory) -> None:
    """It has not taken main over yet."""
    history.commit("2025-03-20", other=talks(published="2025-03-20").replace("title: Talks", "title: News"))
    history.git("tag", "spring")
    clone = tmp_path_factory.mktemp("clone")
    subprocess.run(["git", "clone", "-q", f"file://{history.root}", clone], check=True)
    subprocess.run(["git", "checkout", "-q", "-b", "idea", "HEAD~1"], cwd=clone, check=True)
    assert run(clone, "audit").output.count("\n") == 1


def test_a_forced_push_that_this_clone_saw_is_said(history: History, tmp_path_factory: pytest.TempPathFactory) -> None:
    """It fetched what was there before."""
    clone = tmp_path_factory.mktemp("clone")
    subprocess.run(["git", "clone", "-q", f"file://{history.root}", clone], check=True)
    history.at("2025-03-03", "commit", "-q", "--amend", "-m", "Other")
    subprocess.run(["git", "pull", "-q", "--rebase"], cwd=clone, check=True)
    subprocess.run(["git", "reset", "-q", "--hard", "origin/main"], cwd=clone, check=True)
    assert "was rewritten" in run(clone, "audit").output
