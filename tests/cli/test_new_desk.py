"""`spotbrief new desk`: nothing is lost, and what is left builds."""

import shutil
from pathlib import Path

import pytest

from tests.cli.run import commit, run
from tests.desks import PNG, Desk

ROOT = Path(__file__).parents[2]
WRITTEN = {"content/about.md", "content/index.md", "content/trust.yml", "briefings/README.md"}


@pytest.fixture
def sample(desk: Desk) -> Desk:
    """A small desk in git, with a briefing, a picture, an actor and a page of its own."""
    desk.brief("2025/a", "actors: [norway]\n").write("briefings/2025/map.png", PNG).actor("norway")
    desk.write("content/topics.yml", "trade: {name: Trade}\n").write("content/method.md", "# Method\n")
    commit(desk.root)
    return desk


def files(root: Path) -> set[str]:
    """All files of a desk, git's own apart."""
    return {p.relative_to(root).as_posix() for p in root.rglob("*") if p.is_file() and ".git" not in p.relative_to(root).parts}


def test_the_sample_goes_and_the_rest_stays(sample: Desk) -> None:
    """Briefings, attachments and reference data go; settings keep all but the name; the new desk has no problem."""
    done = run(sample, "new", "desk", "Gulf: the Desk", "--yes")
    assert done.exit_code == 0
    assert files(sample.root) == {*WRITTEN, "mkdocs.yml", "content/method.md"}
    assert not (sample.root / "briefings/2025").exists()
    settings = (sample.root / "mkdocs.yml").read_text("utf-8")
    assert "site_name: 'Gulf: the Desk'\n" in settings
    assert "{timezone: Europe/Kyiv}" in settings
    assert sample.said() == ""
    assert "# Gulf: the Desk" in (sample.root / "content/index.md").read_text("utf-8")


def test_it_asks_before_it_deletes(sample: Desk) -> None:
    """No means no."""
    before = files(sample.root)
    done = run(sample, "new", "desk", "Gulf Desk", answer="n\n")
    assert done.exit_code == 1
    assert "Delete 5 files in briefings/ and content/?" in done.output
    assert files(sample.root) == before


@pytest.mark.parametrize("path", ["briefings/2025/a.md", "briefings/mine.md", "mkdocs.yml"])
def test_it_refuses_what_git_does_not_have(sample: Desk, path: str) -> None:
    """A change or a file that is not committed is named, and nothing at all is deleted."""
    with (sample.root / path).open("a") as file:
        file.write("\n")
    before = files(sample.root)
    done = run(sample, "new", "desk", "Gulf Desk", "--yes")
    assert done.exit_code == 1
    assert path in done.output
    assert files(sample.root) == before


def test_it_refuses_without_git(desk: Desk) -> None:
    """A folder that git does not know cannot be brought back."""
    before = files(desk.brief("a").root)
    assert run(desk, "new", "desk", "Gulf Desk", "--yes").exit_code == 1
    assert files(desk.root) == before


def test_an_empty_folder_becomes_a_desk(tmp_path: Path) -> None:
    """Settings and pages are written, and the site builds at once. A page that stands there is left alone."""
    (tmp_path / "content").mkdir()
    (tmp_path / "content/about.md").write_text("# Mine\n")
    assert run(tmp_path, "new", "desk", "Gulf Desk").exit_code == 0
    assert files(tmp_path) == {*WRITTEN, ".gitignore", "mkdocs.yml"}
    assert (tmp_path / "content/about.md").read_text() == "# Mine\n"
    built = run(tmp_path, "build", "--strict")
    assert built.exit_code == 0, built.output
    assert "Gulf Desk" in (tmp_path / "site/index.html").read_text("utf-8")


def test_the_sample_desk_of_this_repository_becomes_a_desk_that_builds(tmp_path: Path) -> None:
    """What an editor does after taking the template: nothing to mend, nothing left of the sample."""
    for folder in ("briefings", "content", "templates"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    commit(tmp_path)
    assert run(tmp_path, "new", "desk", "Gulf Desk", "--yes").exit_code == 0
    assert run(tmp_path, "check").output.endswith("Nothing wrong in 0 briefings.\n")
    built = run(tmp_path, "build", "--strict")
    assert built.exit_code == 0, built.output
    assert not [page for page in (tmp_path / "site").rglob("*.html") if "invented" in page.read_text("utf-8")]
    assert {path.parent.name for path in (tmp_path / "content").rglob("*") if path.is_file()} == {"content"}
    assert run(tmp_path, "new", "A first title").exit_code == 0
    assert {path.name for path in (tmp_path / "briefings").iterdir()} == {"README.md", "2025-06-01-a-first-title.md"}
    assert run(tmp_path, "check").output.endswith("Nothing wrong in 1 briefing.\n")


def test_the_example_of_the_readme_fits_into_a_new_desk(tmp_path: Path) -> None:
    """Pasted as it is, with the actor that the text around it asks for, it has no problem."""
    run(tmp_path, "new", "desk", "Gulf Desk")
    readme = (ROOT / "README.md").read_text("utf-8")
    assert 'spotbrief new actor "Saudi Arabia" --type state' in readme
    assert run(tmp_path, "new", "actor", "Saudi Arabia", "--type", "state").exit_code == 0
    (tmp_path / "briefings/2025-03-03-talks.md").write_text(readme.split("```markdown\n")[1].split("```")[0], "utf-8")
    assert run(tmp_path, "check").output.endswith("Nothing wrong in 1 briefing.\n")


def test_what_tests_the_code_by_the_sample_goes_with_it(sample: Desk) -> None:
    """It would fail from then on; the other workflows stay."""
    for name in ("code", "publish"):
        sample.write(f".github/workflows/{name}.yml", f"name: {name}\n")
    commit(sample.root)
    done = run(sample, "new", "desk", "Gulf Desk", answer="y\n")
    assert done.exit_code == 0, done.output
    assert "and .github/workflows/code.yml, which tests the code by them?" in done.output
    assert [path.name for path in (sample.root / ".github/workflows").iterdir()] == ["publish.yml"]
