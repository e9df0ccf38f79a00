"""`spotbrief upgrade`: what nobody touched is brought up to date, what somebody did is shown."""

import json
from pathlib import Path

import pytest

from spotbrief.cli.starter.files import digest
from tests.cli.run import run

WORKFLOW = ".github/workflows/publish.yml"


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A desk that an earlier version began, which wrote two of its files otherwise."""
    run(tmp_path, "new", "desk", "Gulf Desk")
    for path in (WORKFLOW, ".editorconfig"):
        age(tmp_path, path)
    return tmp_path


def age(root: Path, path: str) -> None:
    """Let *path* be as an earlier version wrote it."""
    old = f"# of old\n{(root / path).read_text('utf-8')}"
    (root / path).write_text(old, "utf-8")
    record = json.loads((root / ".spotbrief.json").read_text("utf-8"))
    record["files"][path] = digest(old)
    (root / ".spotbrief.json").write_text(json.dumps(record), "utf-8")


def test_what_nobody_touched_is_brought_up_to_date(desk: Path) -> None:
    """Once; then there is nothing left to do."""
    done = run(desk, "upgrade")
    assert done.output == f"brought up to date: .editorconfig\nbrought up to date: {WORKFLOW}\n"
    assert "# of old" not in (desk / WORKFLOW).read_text("utf-8")
    assert run(desk, "upgrade").output.startswith("Everything is as version ")


def test_what_somebody_touched_is_shown_and_left_alone(desk: Path) -> None:
    """As a difference, once: what was not taken over then is not asked for again."""
    with (desk / ".editorconfig").open("a") as file:
        file.write("# mine\n")
    done = run(desk, "upgrade")
    assert "changed by you, so left alone: .editorconfig\n--- .editorconfig\n+++ .editorconfig (newer)\n" in done.output
    assert "-# of old\n" in done.output
    assert "-# mine\n" in done.output
    assert (desk / ".editorconfig").read_text("utf-8").endswith("# mine\n")
    assert f"brought up to date: {WORKFLOW}" in done.output
    assert run(desk, "upgrade").output.endswith("writes it, but for what you changed: .editorconfig.\n")


def test_a_dry_run_writes_nothing(desk: Path) -> None:
    """It says the same."""
    before = {path: path.read_bytes() for path in desk.rglob("*") if path.is_file()}
    done = run(desk, "upgrade", "--dry-run")
    assert f"brought up to date: {WORKFLOW}" in done.output
    assert "Nothing was written." in done.output
    assert {path: path.read_bytes() for path in desk.rglob("*") if path.is_file()} == before


def test_texts_are_the_desks_own(desk: Path) -> None:
    """Whatever became of them."""
    (desk / "content/about.md").write_text("# Ours\n")
    (desk / "briefings/models/model-news.md").unlink()
    output = run(desk, "upgrade").output
    assert "content" not in output
    assert "models" not in output
    assert not (desk / "briefings/models/model-news.md").exists()


def test_what_was_taken_away_stays_away(desk: Path) -> None:
    """It is not written again."""
    (desk / WORKFLOW).unlink()
    assert WORKFLOW not in run(desk, "upgrade").output
    assert not (desk / WORKFLOW).exists()


def test_a_newer_place_to_install_from(desk: Path) -> None:
    """The one line that names it is brought up to date with the rest."""
    assert "brought up to date: requirements.txt" in run(desk, "upgrade", "--from", "https://example.org/spotbrief.whl").output
    assert (desk / "requirements.txt").read_text("utf-8") == "spotbrief[cards] @ https://example.org/spotbrief.whl\n"


@pytest.mark.parametrize("kept", [None, "{", "{}", '{"answers": [], "files": {}}', '{"answers": {}, "files": {}}'])
def test_a_record_that_is_missing_or_broken_is_told(desk: Path, kept: str | None) -> None:
    """In a sentence."""
    (desk / ".spotbrief.json").unlink()
    if kept is not None:
        (desk / ".spotbrief.json").write_text(kept)
    done = run(desk, "upgrade")
    assert done.exit_code == 1
    assert ".spotbrief.json" in done.output
