"""`spotbrief new desk`: nothing is lost, and what is left builds."""

import json
import re
import shutil
import subprocess
import sys
import sysconfig
from datetime import UTC, datetime
from importlib.metadata import PathDistribution
from pathlib import Path
from types import SimpleNamespace
from typing import get_args

import pytest
import yaml

import spotbrief
from spotbrief.model.briefing import BriefingKind
from spotbrief.reading.settings import scale_named
from tests.cli.run import commit, run
from tests.desks import PNG, Desk

ROOT = Path(__file__).parents[2]
WRITTEN = {"content/about.md", "content/index.md", "content/trust.yml", "briefings/README.md"}
"""What is written in place of the sample."""


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
    done = run(tmp_path, "new", "desk", "Gulf Desk")
    assert done.exit_code == 0, done.output
    assert "left alone: content/about.md" in done.output
    assert (tmp_path / "content/about.md").read_text() == "# Mine\n"
    assert run(tmp_path, "check").output == "Nothing wrong in 8 briefings.\n"
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
    assert not (tmp_path / "site/uk").exists()
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
    assert run(tmp_path, "check").output.endswith("Nothing wrong in 9 briefings.\n")


def test_what_tests_the_code_by_the_sample_goes_with_it(sample: Desk) -> None:
    """It would fail from then on; the other workflows stay."""
    for name in ("code", "publish", "release"):
        sample.write(f".github/workflows/{name}.yml", f"name: {name}\n")
    commit(sample.root)
    done = run(sample, "new", "desk", "Gulf Desk", answer="y\n")
    assert done.exit_code == 0, done.output
    assert "and .github/workflows/code.yml and .github/workflows/release.yml, which look after the code?" in done.output
    assert [path.name for path in (sample.root / ".github/workflows").iterdir()] == ["publish.yml"]


def test_a_new_desk_is_whole(tmp_path: Path) -> None:
    """Workflows that install this version, models of all kinds, what editors' programs need, a repository; and nothing of our code."""
    done = run(tmp_path, "new", "desk", "Gulf: the Desk", "--timezone", "Asia/Riyadh", "--repository", "https://github.com/Gulf/briefs.git")
    assert done.exit_code == 0, done.output
    there = files(tmp_path)
    assert {path.split("/")[0] for path in there} == {
        ".editorconfig", ".gitattributes", ".github", ".gitignore", ".spotbrief.json", ".vscode", "README.md", "briefings", "content",
        "mkdocs.yml", "requirements.txt",
    }  # fmt: skip
    assert {path for path in there if path.startswith(".github/workflows/")} == {
        f".github/workflows/{name}.yml" for name in ("check", "publish", "schedule")
    }
    assert (tmp_path / ".git").is_dir()
    kinds = {path.read_text("utf-8").split("kind: ")[1].split("\n")[0] for path in (tmp_path / "briefings/models").glob("*.md")}
    assert kinds == set(get_args(BriefingKind))
    settings = yaml.safe_load((tmp_path / "mkdocs.yml").read_text("utf-8").replace("!ENV ", ""))
    assert settings["site_name"] == "Gulf: the Desk"
    assert settings["site_url"] == ["SITE_URL", "https://gulf.github.io/briefs/"]
    assert settings["repo_url"] == "https://github.com/Gulf/briefs"
    assert settings["plugins"][0]["briefings"] == {"language": "en", "timezone": "Asia/Riyadh", "scale": "icd203"}
    for name in ("check", "publish", "schedule"):
        text = (tmp_path / f".github/workflows/{name}.yml").read_text("utf-8")
        assert ("pip install" in text) == ("--requirement requirements.txt" in text)
        assert "[cards,material]" not in text
    ties = json.loads((tmp_path / ".vscode/settings.json").read_text("utf-8"))["yaml.schemas"]
    assert all((tmp_path / schema).is_file() for schema in ties)


def test_its_workflows_are_valid_and_safe(tmp_path: Path) -> None:
    """As ours are."""
    run(tmp_path, "new", "desk", "Gulf Desk")
    scripts = Path(sysconfig.get_path("scripts"))
    workflows = map(str, (tmp_path / ".github/workflows").iterdir())
    for command in ([f"{scripts}/actionlint", *workflows], [f"{scripts}/zizmor", "--offline", "--no-progress", f"{tmp_path}/.github"]):
        done = subprocess.run(command, capture_output=True, text=True, timeout=120)
        assert done.returncode == 0, done.stdout + done.stderr


def test_a_desk_begins_in_its_language(tmp_path: Path) -> None:
    """Its first pages, its navigation, and all that pages say."""
    assert run(tmp_path, "new", "desk", "Аналітика", "--language", "uk").exit_code == 0
    assert "spotbrief[cards,ukrainian]" in (tmp_path / "requirements.txt").read_text("utf-8")
    built = run(tmp_path, "build", "--strict")
    assert built.exit_code == 0, built.output
    settings = (tmp_path / "mkdocs.yml").read_text("utf-8")
    assert "  - Головна: index.md\n" in settings
    assert "  - Метод: method.md\n" in settings
    assert "  - Про нас: about.md\n" in settings
    assert "| ймовірно | 55–80" in (tmp_path / "content/method.md").read_text("utf-8")
    assert '<html lang="uk"' in (tmp_path / "site/method/index.html").read_text("utf-8")
    assert run(tmp_path, "check").output == "Nothing wrong in 8 briefings.\n"
    texts = [
        path for path in tmp_path.rglob("*") if path.suffix in (".md", ".yml") and path.parts[-2] in ("models", "content", "briefings")
    ]
    for path in [tmp_path / "README.md", *texts]:
        assert not re.search(r"\b(the|and|what|is) ", path.read_text("utf-8")), path
    assert run(tmp_path, "new", "Перша довідка", "--kind", "spot_briefing").exit_code == 0
    assert "## Чому це важливо" in next((tmp_path / "briefings").glob("*-persha-dovidka.md")).read_text("utf-8")


def test_a_desk_begins_in_several_languages(tmp_path: Path) -> None:
    """The first has the root; each other has the pages, and every title of the navigation, under its own folder."""
    begun = run(tmp_path, "new", "desk", "Аналітика", "--language", "uk, en, de")
    assert begun.exit_code == 0, begun.output
    settings = yaml.safe_load((tmp_path / "mkdocs.yml").read_text("utf-8").replace("!ENV", ""))
    assert list(settings["plugins"][0]["briefings"]["languages"]) == ["uk", "en", "de"]
    assert "[cards,ukrainian]" in (tmp_path / "requirements.txt").read_text("utf-8")
    assert run(tmp_path, "check").output == "Nothing wrong in 8 briefings.\n"
    built = run(tmp_path, "build", "--strict")
    assert built.exit_code == 0, built.output
    english, german = ((tmp_path / f"site/{tag}/method/index.html").read_text("utf-8") for tag in ("en", "de"))
    navigation = re.findall(r"<li><a [^>]*>([^<]+)</a>", english[: english.index("</nav>")])
    assert navigation == ["Home", "Briefings", "Outlook", "Storylines", "Actors", "Timelines", "Method", "About"]
    assert "almost certain" in english
    assert "nahezu sicher" in german
    assert "майже напевно" in (tmp_path / "site/method/index.html").read_text("utf-8")
    assert run(tmp_path, "upgrade").output.startswith("Everything is as version")


@pytest.mark.parametrize("scale", ["icd203", "phia"])
def test_the_method_page_follows_the_scale(tmp_path: Path, scale: str) -> None:
    """It lists the terms that judgements may use."""
    run(tmp_path, "new", "desk", "Gulf Desk", "--scale", scale)
    method = (tmp_path / "content/method.md").read_text("utf-8")
    assert re.findall(r"^\| (\w.*?) \| \d", method, re.MULTILINE) == [term.term for term in scale_named(scale, tmp_path).terms]
    assert f"scale: {scale} " in (tmp_path / "mkdocs.yml").read_text("utf-8")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--timezone", "Kyiv"], "there is no timezone 'Kyiv': did you mean 'Europe/Kyiv'?"),
        (["--address", "desk.example"], "Invalid value for --address"),
        (["--repository", "Europe/Kyiv"], "'Europe/Kyiv' is no address of a repository"),
        (["--language", "xx"], "nobody has said yet what pages say in 'xx'"),
        (["--language", "uk,xx"], "nobody has said yet what pages say in 'xx'"),
        (["--scale", "mine"], "Invalid value for '--scale'"),
    ],
)
def test_a_wrong_answer_is_told_and_nothing_is_written(tmp_path: Path, arguments: list[str], said: str) -> None:
    """Before any file is there."""
    done = run(tmp_path, "new", "desk", "Gulf Desk", *arguments)
    assert done.exit_code == 2
    assert said in done.output
    assert files(tmp_path) == set()


def test_a_desk_is_not_begun_twice(tmp_path: Path) -> None:
    """What was written since would be taken for a sample, and deleted."""
    run(tmp_path, "new", "desk", "Gulf Desk")
    before = files(tmp_path)
    done = run(tmp_path, "new", "desk", "Other Desk", "--yes")
    assert done.exit_code == 1
    assert "this is a desk already" in done.output
    assert files(tmp_path) == before


GIT = {"vcs": "git", "commit_id": "ab12"}


@pytest.mark.parametrize(
    ("told", "line"),
    [
        (None, "spotbrief[cards]==0.1.0"),
        ({"url": "file:///home/me/spotbrief", "dir_info": {"editable": True}}, "spotbrief[cards]==0.1.0"),
        (
            {"url": "https://me:secret@example.org/a.git", "vcs_info": {**GIT, "requested_revision": "v0.1.0"}},
            "spotbrief[cards] @ git+https://example.org/a.git@v0.1.0",
        ),
        ({"url": "https://example.org/a.git", "vcs_info": GIT}, "spotbrief[cards] @ git+https://example.org/a.git@ab12"),
        ({"url": "https://example.org/a.whl", "archive_info": {}}, "spotbrief[cards] @ https://example.org/a.whl"),
    ],
)
def test_a_desk_installs_what_wrote_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, told: object, line: str) -> None:
    """From a registry, from git or from a wheel's address, as the installation says of itself (PEP 610); no password is taken along."""
    monkeypatch.setattr(PathDistribution, "read_text", lambda self, name: told and json.dumps(told))
    monkeypatch.setattr(spotbrief, "__version__", "0.1.0")
    run(tmp_path, "new", "desk", "Gulf Desk")
    assert (tmp_path / "requirements.txt").read_text("utf-8") == f"{line}\n"


def test_what_is_named_is_installed(tmp_path: Path) -> None:
    """A tag of a repository, or the wheel of a release."""
    run(tmp_path, "new", "desk", "Gulf Desk", "--from", "git+https://example.org/spotbrief@v0.1.0")
    assert (tmp_path / "requirements.txt").read_text("utf-8") == "spotbrief[cards] @ git+https://example.org/spotbrief@v0.1.0\n"


def test_the_sample_comes_along_as_a_desk(tmp_path: Path) -> None:
    """With all that a new desk has, in the theme that it installs; check finds nothing but advice, and upgrade nothing to do."""
    done = run(tmp_path, "new", "desk", "Gulf: Desk", "--sample", "--repository", "https://github.com/Gulf/briefs")
    assert done.exit_code == 0, done.output
    there = files(tmp_path)
    ours = {
        path.relative_to(ROOT).as_posix() for folder in ("briefings", "content") for path in (ROOT / folder).rglob("*") if path.is_file()
    }
    assert ours <= there
    assert {".github/workflows/publish.yml", "requirements.txt", ".vscode/settings.json", "briefings/models/model-news.md"} <= there
    assert not {"content/method.md", "LICENSE"} & there
    settings = (tmp_path / "mkdocs.yml").read_text("utf-8")
    for line in ("site_name: 'Gulf: Desk'", "  name: spotbrief", "repo_url: https://github.com/Gulf/briefs", "      timezone: Europe/Kyiv"):
        assert f"{line}\n" in settings
    assert "A sample desk" in settings
    july = datetime(2025, 7, 1, tzinfo=UTC)
    assert run(tmp_path, "check", now=july).output.endswith("1 piece of advice in 1 file.\n")  # a translation that is behind on purpose
    assert run(tmp_path, "upgrade", "--dry-run").output.startswith("Everything is as version")


def test_no_desk_is_mixed_with_the_sample(sample: Desk, tmp_path: Path) -> None:
    """Nor are its language, timezone and scale others than its texts'."""
    before = files(sample.root)
    done = run(sample, "new", "desk", "Gulf Desk", "--sample")
    assert "there is mkdocs.yml already: --sample begins in an empty folder" in done.output
    assert files(sample.root) == before
    done = run(tmp_path / "other", "new", "desk", "Gulf Desk", "--sample", "--scale", "phia")
    assert "leave --language, --timezone and --scale out" in done.output


def test_a_wrong_answer_is_asked_for_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With what is wrong; what was answered before it stays."""
    monkeypatch.setattr(sys.modules["spotbrief.cli.new.desk"], "sys", SimpleNamespace(stdin=SimpleNamespace(isatty=lambda: True)))
    answers = ["ua", "uk", "Kiev", "Europe/Kyiv", "https://github.com/desk/briefs", "desk.example", "https://desk.example/"]
    done = run(tmp_path, "new", "desk", "Аналітика", answer="\n".join([*answers, ""]))
    assert done.exit_code == 0, done.output
    assert "nobody has said yet what pages say in 'ua'" in done.output
    assert "there is no timezone 'Kiev'" in done.output
    assert "desk.example' is no web address" in done.output
    settings = yaml.safe_load((tmp_path / "mkdocs.yml").read_text("utf-8").replace("!ENV ", ""))
    assert settings["plugins"][0]["briefings"] | {"scale": "icd203"} == {"language": "uk", "timezone": "Europe/Kyiv", "scale": "icd203"}
    assert settings["site_url"] == ["SITE_URL", "https://desk.example/"]
