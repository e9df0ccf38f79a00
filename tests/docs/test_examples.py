"""What the documentation shows is true: its examples have no mistakes, its commands run, and its generated pages are fresh."""

import re
import shlex
from itertools import pairwise
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

from spotbrief.checks.run import RULES
from spotbrief.cli import main
from spotbrief.cli.desk import everything
from tests.cli.run import COMMANDS
from tests.desks import Desk
from tests.docs import rules
from tests.docs.pages import DOCS, PAGES, TAUGHT, Fence, desk_of_examples, fences, put

NOW = "1750420800"
"""20 June 2025."""
_NOT_RUN = ("serve", "build", "upgrade", "audit", "changes", "opening")
"""Commands that serve, need a network or a history, or tell of the moment."""


def test_the_page_of_rules_is_fresh() -> None:
    """Stale? `python -m tests.docs.rules`."""
    assert rules.PAGE.read_text("utf-8") == rules.page()


def test_every_module_of_rules_has_a_heading() -> None:
    modules = {rule.find.__module__.rpartition(".")[2] for rule in RULES}
    assert modules == {module for group in rules.GROUPS.values() for module in group}


def test_every_page_is_in_the_navigation() -> None:
    """And what the navigation names is there, says the check of a strict build."""
    named = re.findall(r": ([\w-]+\.md)$", (DOCS / "mkdocs.yml").read_text("utf-8"), re.MULTILINE)
    assert sorted([*named, "index.md"]) == [path.name for path in PAGES]


def test_the_documentation_has_no_problem() -> None:
    assert [str(problem) for problem in everything(DOCS / "mkdocs.yml").problems] == []


def _mistakes(root: Path) -> list[str]:
    return [str(one) for one in everything(root / "mkdocs.yml").problems if one.severity != "advice"]


@pytest.mark.parametrize("page", [page for page in TAUGHT if page.name != "start.md"], ids=lambda page: page.stem)
def test_the_examples_of_a_page_hold(page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One after the other, as somebody would type them into a desk; each leaves it without an error or a warning."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", NOW)
    (tmp_path / "desk").mkdir()
    desk = desk_of_examples(tmp_path / "desk")
    monkeypatch.chdir(desk.root)
    for fence, following in pairwise([*fences(page), Fence("", "", "")]):
        if fence.is_wrong:
            assert _complaints(desk, fence) == following.text
            continue
        put(desk, fence)
        for line in _commands(fence):
            done = CliRunner().invoke(main, line)
            assert done.exit_code == 0, f"{shlex.join(line)}: {done.output}"
        if fence.title or fence.language == "sh":
            assert _mistakes(desk.root) == [], fence


def _complaints(desk: Desk, fence: Fence) -> str:
    """What `spotbrief check` says of an example that is shown as wrong, which stands there for that long alone."""
    path = fence.title.removeprefix("wrong: ")
    desk.write(path, fence.text)
    said = [str(problem) for problem in everything(desk.root / "mkdocs.yml").problems if problem.where.file == path]
    (desk.root / path).unlink()
    return "".join(f"{one}\n" for one in said)


def _commands(fence: Fence) -> list[list[str]]:
    """Those that can be run here."""
    lines = [shlex.split(line, comments=True) for line in fence.text.splitlines()] if fence.language == "sh" else []
    return [line[1:] for line in lines if line[:1] == ["spotbrief"] and line[1] not in _NOT_RUN]


@pytest.mark.parametrize("page", TAUGHT, ids=lambda page: page.stem)
def test_commands_and_options_are_ones_that_there_are(page: Path) -> None:
    """Also where they cannot be run, and between words."""
    text = page.read_text("utf-8")
    for name, rest in re.findall(r"\bspotbrief ([a-z]+)((?: [^\n`]*)?)", text):
        if name in COMMANDS and name != "new":
            known = {option for parameter in COMMANDS[name].params for option in parameter.opts} | {"--help"}
            assert [one for one in re.findall(r"--[a-z-]+", rest) if one not in known] == [], f"spotbrief {name}{rest}"
    shown = [fence.text for fence in fences(page) if fence.language == "sh"]
    commands = [line.split()[1] for text in shown for line in text.splitlines() if line.startswith("spotbrief ")]
    assert [name for name in commands if name not in COMMANDS] == []


@pytest.mark.parametrize("page", TAUGHT, ids=lambda page: page.stem)
def test_yaml_without_a_title_is_yaml(page: Path) -> None:
    for fence in fences(page):
        if fence.language == "yaml" and not fence.is_file:
            assert yaml.safe_load(fence.text.replace("!ENV ", "")), fence


def test_the_first_ten_minutes_work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The commands of *Start* in an empty folder, the questions answered by what they offer, leave a desk without a mistake."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", NOW)
    monkeypatch.chdir(tmp_path)
    lines = [line for fence in fences(DOCS / "pages/start.md") for line in _commands(fence)]
    assert [line[0] for line in lines] == ["new", "new"]
    for line in lines:
        done = CliRunner().invoke(main, [*line, "--yes"] if line[1] == "desk" else line)
        assert done.exit_code == 0, done.output
    assert _mistakes(tmp_path) == []
    assert {path.name for path in tmp_path.iterdir()} > {"mkdocs.yml", "briefings", "content", ".github", "requirements.txt"}
    (draft,) = (tmp_path / "briefings").glob("2*.md")
    assert "kind: spot_briefing" in draft.read_text("utf-8")
