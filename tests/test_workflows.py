"""Workflows: valid, safe, pinned, and fit for Pages below any address."""

import re
import subprocess
import sysconfig
from pathlib import Path

import pytest

from tests.cli.run import run
from tests.desks import Desk

ROOT = Path(__file__).parents[1]
WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.yml"))


def tool(name: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run a program that stands beside this Python, in the repository."""
    program = Path(sysconfig.get_path("scripts")) / name
    return subprocess.run([program, *arguments], cwd=ROOT, capture_output=True, text=True, timeout=120)


def test_actionlint_finds_nothing() -> None:
    """Syntax, types and shell of all workflows."""
    done = tool("actionlint", *map(str, WORKFLOWS))
    assert done.returncode == 0, done.stdout + done.stderr


def test_zizmor_finds_nothing() -> None:
    """Permissions, credentials, injections and pins, without the network."""
    done = tool("zizmor", "--offline", "--no-progress", str(ROOT / ".github"))
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=[path.stem for path in WORKFLOWS])
def test_actions_are_pinned_by_commit_and_nothing_is_secret(workflow: Path) -> None:
    """A tag can be moved; a commit cannot."""
    text = workflow.read_text("utf-8")
    for used in re.findall(r"uses: (\S+.*)", text):
        assert re.fullmatch(r"\./\S+( # zizmor: .*)?|[\w-]+(/[\w-]+)+@[0-9a-f]{40} # v\d+\.\d+\.\d+", used)
    assert "secrets." not in text
    assert "permissions: {}" in text


@pytest.mark.parametrize("name", ["check", "publish"])
def test_the_whole_history_is_there_for_the_audit(name: str) -> None:
    """A pull request is told of what was changed in silence, and pages say what was not."""
    text = (ROOT / f".github/workflows/{name}.yml").read_text("utf-8")
    assert "fetch-depth: 0" in text
    assert ("spotbrief audit || [ $? = 1 ]" in text) == (name == "check")


@pytest.mark.parametrize("base", ["https://name.github.io/repository/", "https://desk.example/"])
def test_the_site_takes_its_address_from_the_workflow(desk: Desk, base: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Feeds, the sitemap and the page for what is missing are right below a folder and at a domain's root."""
    config = (desk.root / "mkdocs.yml").read_text("utf-8")
    desk.write("mkdocs.yml", re.sub("site_url: .*", 'site_url: !ENV [SITE_URL, "https://other.example/"]', config)).brief("a")
    monkeypatch.setenv("SITE_URL", base)
    everything = desk.build().everything()
    assert f"{base}briefings/a/" in everything
    assert "other.example" not in everything
    assert desk.examine().corpus.settings.site_url == "https://other.example/"


def test_the_documentation_is_published_below_the_site_and_in_no_desk(tmp_path: Path) -> None:
    """A desk begins with the same workflow, without that step."""
    ours = (ROOT / ".github/workflows/publish.yml").read_text("utf-8")
    assert "--config docs/mkdocs.yml" in ours
    assert "cp -R docs/site site/docs" in ours
    run(tmp_path, "new", "desk", "Gulf Desk", "--yes")
    theirs = (tmp_path / ".github/workflows/publish.yml").read_text("utf-8")
    assert "docs" not in theirs
    assert theirs.count("- uses:") == ours.count("- uses:")
