"""`spotbrief explain`: every rule is explained, what is shown as wrong breaks that rule alone, and what is shown as right breaks none."""

import ast
import re
from pathlib import Path

import pytest
from click.testing import CliRunner

import spotbrief
from spotbrief.checks.explanations import explained, explanation
from spotbrief.checks.run import RULES
from spotbrief.cli import main
from spotbrief.cli.desk import everything
from tests.cli.explained_desk import lay

SHOWN = [rule for rule in explained() if explanation(rule).wrong]
_SAID_AS = {"translation": "setting"}
"""What is said under another rule by the time that an editor reads it."""


def said(root: Path) -> set[str]:
    """The rules that a desk breaks, by `spotbrief check`."""
    return {problem.rule for problem in everything(root / "mkdocs.yml").problems}


@pytest.fixture(autouse=True)
def _on_the_first_of_june(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1748779200")


@pytest.mark.parametrize("rule", SHOWN)
def test_what_is_shown_as_wrong_breaks_that_rule_alone(rule: str, tmp_path: Path) -> None:
    one = explanation(rule)
    (tmp_path / "desk").mkdir()
    assert said(lay(tmp_path / "desk", one.beside, one.wrong).root) == {rule}


@pytest.mark.parametrize("rule", SHOWN)
def test_what_is_shown_as_right_breaks_none(rule: str, tmp_path: Path) -> None:
    """Files that only the wrong example uses may lie there."""
    one = explanation(rule)
    (tmp_path / "desk").mkdir()
    assert said(lay(tmp_path / "desk", one.beside, one.right).root) == set()


def _ids() -> set[str]:
    """Every id of a rule that the program can say, as it stands in the code."""
    found = set[str]()
    for path in Path(spotbrief.__file__).parents[1].rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call):
                words = [word.value for word in node.keywords if word.arg == "rule"]
                found |= {str(one.value) for one in words if isinstance(one, ast.Constant)}
                name = getattr(node.func, "id", getattr(node.func, "attr", ""))
                texts = [one.value for one in node.args if isinstance(one, ast.Constant) and isinstance(one.value, str)]
                if re.search("roblem|Unreadable|^_at$|^rule$", name):
                    found |= {text for text in texts[:1] if re.fullmatch("[a-z]+(-[a-z]+)*", text)}
    return found - {""}


def test_every_rule_is_explained() -> None:
    """Also those that say that a file cannot be read, or a setting cannot be used; only what a build alone says has no example."""
    assert {rule.id for rule in RULES} | {_SAID_AS.get(id, id) for id in _ids()} <= set(explained())
    assert set(explained()) - set(SHOWN) == {"build"}
    sentences = [text for rule in explained() for text in (explanation(rule).what, explanation(rule).why)]
    assert [text for text in sentences if not re.search("[.?]$", text)] == []


def test_the_command_says_the_text() -> None:
    done = CliRunner().invoke(main, ["explain", "overdue"])
    one = explanation("overdue")
    assert done.exit_code == 0
    assert done.output.startswith(f"overdue (advice)\n\n{one.what}\n{one.why}\n\nWrong, in the front matter of a briefing:\n\n    what_to")
    assert "\nRight, in the front matter of a briefing:\n\n    what_to_expect:\n" in done.output


def test_without_a_rule_it_lists_all() -> None:
    lines = CliRunner().invoke(main, ["explain"]).output.splitlines()
    assert [line.split()[0] for line in lines] == list(explained())
    assert all(explanation(rule).what in line for rule, line in zip(explained(), lines, strict=True))


def test_an_unknown_rule_is_told_the_nearest() -> None:
    done = CliRunner().invoke(main, ["explain", "overdo"])
    assert (done.exit_code, done.output) == (1, "Error: there is no rule 'overdo'; did you mean 'overdue'?\n")
    assert "spotbrief explain lists all rules" in CliRunner().invoke(main, ["explain", "x"]).output
