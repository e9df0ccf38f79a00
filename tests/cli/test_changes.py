"""`spotbrief changes`: what a pull request does to the desk."""

import subprocess

import pytest

from tests.cli.run import commit, run
from tests.desks import Desk


@pytest.fixture
def before(desk: Desk) -> tuple[Desk, str]:
    """A desk at its first commit."""
    desk.brief("kept").brief("edited").brief("dropped").brief("renamed").actor("norway")
    return desk, commit(desk.root)


def test_briefings_are_added_changed_and_removed(before: tuple[Desk, str]) -> None:
    """Committed or not; what is untouched is not named, and lost addresses are."""
    desk, base = before
    desk.brief("edited", title="Edited *now* <b>").brief("new", "former_slugs: [renamed]\n", title="New")
    (desk.root / "briefings/dropped.md").unlink()
    (desk.root / "briefings/renamed.md").unlink()
    commit(desk.root)
    desk.brief("late", title="Not committed").actor("norway", name="Norge").write("content/about.md", "# About\n")
    said = run(desk, "changes", base).output
    assert "- renamed: `renamed` to New (`new`)\n" in said
    assert "- added: Not committed (`late`)\n" in said
    assert r"- changed: Edited \*now\* \<b\> (`edited`)" in said
    assert "- removed: `dropped`; its address is gone" in said
    assert "removed: `renamed`" not in said
    assert "kept" not in said
    assert "Files beside them: actors 1, pages 1." in said


def test_of_what_is_not_public_only_the_id_is_said(before: tuple[Desk, str]) -> None:
    """Neither title nor text, not even in the words of a problem; the moment it opens is said."""
    desk, base = before
    secret = "embargo: 2025-07-01T06:00\nactors: [hush-hush]\n"
    desk.brief("held", secret, title="Hush", body="[Hush](hush.md)").brief("draft", "status: draft\nkind: hush\n", title="Hush")
    desk.brief("working", "status: review\n", title="Hush")
    said = run(desk, "changes", base).output
    assert "- added: `held`, held back until 1 July 2025, 06:00 (Europe/Kyiv)" in said
    assert "- added: `draft`, which cannot be read" in said
    assert "- added: `working`, not public: review" in said
    assert "| `briefings/held.md:5:10` | error: unknown-reference | Every id names something that exists. |" in said
    assert "ush" not in said.replace("briefings/held.md", "")


def test_problems_of_public_texts_are_told_in_full(before: tuple[Desk, str]) -> None:
    """The worst first, and nothing an editor wrote can break the table."""
    desk, base = before
    desk.brief("a", "what_to_expect: [Rain.]\n").brief("b", 'topics: ["x | y"]\n')
    said = run(desk, "changes", base).output
    assert "1 error, 1 warning." in said or "2 errors, 1 warning." in said
    assert r"there is no topic 'x \| y'" in said
    assert said.index("briefings/b.md") < said.index("briefings/a.md")


def test_nothing_differs(before: tuple[Desk, str]) -> None:
    """A change of the code alone is no change of the desk."""
    desk, base = before
    desk.write("tool.py", "1\n")
    assert "No briefing differs." in run(desk, "changes", base).output


def test_a_pair_is_one_briefing(before: tuple[Desk, str]) -> None:
    """Two files of one name, one line."""
    desk, base = before
    desk.write("briefings/p.yml", "title: Pair\npublished: 2025-03-01\n").write("briefings/p.md", "Text.\n")
    assert run(desk, "changes", base).output.count("- added: Pair (`p`)") == 1


def test_an_unknown_commit_is_told_in_a_sentence(before: tuple[Desk, str]) -> None:
    """No traceback; and a name that looks like an option is none."""
    done = run(before[0], "changes", "--", "--output=x")
    assert done.exit_code == 1
    assert "git knows no commit '--output=x'" in done.output


def test_a_shallow_clone_is_told_how_to_get_the_rest(before: tuple[Desk, str], tmp_path_factory: pytest.TempPathFactory) -> None:
    """Git says nothing, or nothing that helps: workflows clone the last commit alone."""
    desk, base = before
    desk.brief("new")
    commit(desk.root)
    clone = tmp_path_factory.mktemp("clone")
    subprocess.run(["git", "clone", "-q", "--depth", "1", f"file://{desk.root}", clone], check=True)
    done = run(clone, "changes", base)
    assert (done.exit_code, "fetch-depth: 0" in done.output, "git fetch --unshallow" in done.output) == (1, True, True)
    subprocess.run(["git", "fetch", "-q", "--depth", "1", "origin", base], cwd=clone, check=True)
    assert "fetch-depth: 0" in run(clone, "changes", base).output
    subprocess.run(["git", "fetch", "-q", "--unshallow"], cwd=clone, check=True)
    assert "- added: A title, new (`new`)" in run(clone, "changes", base).output


def test_a_commit_that_git_does_not_know_is_named(before: tuple[Desk, str]) -> None:
    """In words of ours; an option is no commit."""
    assert "git knows no commit 'mian'" in run(before[0], "changes", "mian").output
    assert "git knows no commit '--all'" in run(before[0], "changes", "--", "--all").output
