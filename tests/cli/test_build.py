"""`spotbrief build`: the same site, and what there is to say about it."""

import os
import re
import subprocess
import sys

import pytest

from spotbrief.cli.site_size import weigh
from tests.cli.run import run
from tests.desks import CONFIG, Desk


def test_a_build_is_the_same_as_mkdocs_and_sums_up(desk: Desk) -> None:
    """The same bytes; counts that are true; what is held back, by its id and moment, and no title."""
    desk.brief("a").brief("b", "embargo: 2025-07-01T06:00\n", title="A secret")
    built = desk.build(site="plain")
    done = run(desk, "build", "--site-dir", str(desk.root / "site"))
    assert done.exit_code == 0
    site = desk.root / "site"
    files = {str(p.relative_to(site)): p.read_bytes() for p in sorted(site.rglob("*")) if p.is_file()}
    assert files == built.bytes()
    summary = f"{site}/ is built: {sum(name.endswith('.html') for name in files)} pages, {len(files)} files, "
    assert done.stdout.startswith(summary)
    assert re.search(r" kB, in \d+\.\d s\. 1 piece of advice\.\n", done.stdout)
    assert done.stdout.endswith("  b is held back until 1 July 2025, 06:00 (Europe/Kyiv)\n")
    assert "A secret" not in done.output


REWORD = """
import logging
def other_words(record):
    record.msg, record.args = "Other words.", ()
    return True
for name in ("mkdocs", "mkdocs.commands.build", "mkdocs.plugins.spotbrief", "mkdocs.structure.pages"):
    logging.getLogger(name).addFilter(other_words)
print("A word of a plugin's.")
"""


def test_what_a_build_says_is_not_read_out_of_a_log(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever words are logged, the steps go on, and each problem is shown and counted."""
    monkeypatch.setenv("FORCE_COLOR", "1")  # steps are shown on terminals
    desk.brief("a", "what_to_expect: [Rain.]\n", body="Text.").brief("b", "embargo: 2025-07-01T06:00\n")
    desk.write("content/x.md", "# X\n\n[Nowhere](nowhere.md)\n").write("reword.py", REWORD)
    desk.write("mkdocs.yml", CONFIG + "hooks: [reword.py]\n")
    done = run(desk, "build")
    assert done.exit_code == 0
    for step in ("Reading and checking", "Rendering pages and shells", "Writing the pages", "A word of a plugin's.", "Other words."):
        assert step in done.stderr
    assert "briefings/a.md:4:18: warning[" in done.stderr
    assert "b is held back until 1 July 2025" in done.stdout
    assert re.search(r" s\. \d warnings, 1 piece of advice\.\n", done.stdout)


def test_a_failed_build_says_why(desk: Desk) -> None:
    """The problem with its place and mend on standard error, the count on standard output, and no site."""
    done = run(desk.brief("a", "topics: [x]\n"), "build")
    assert done.exit_code == 1
    assert "briefings/a.md:4:10: error[unknown-reference] there is no topic 'x'" in done.stderr
    assert done.stdout == "The build failed: 1 error.\n"
    assert not (desk.root / "site").exists()


def test_strict_fails_on_warnings(desk: Desk) -> None:
    """As the engine's own --strict does."""
    desk.brief("a", "what_to_expect: [Rain.]\n")
    assert run(desk, "build").exit_code == 0
    assert run(desk, "build", "--strict").exit_code == 1


def test_a_site_over_its_budget_fails(desk: Desk) -> None:
    """From half the budget on it warns, beyond it fails."""
    desk.brief("a", body="[The text](a.pdf)").write("briefings/a.pdf", b"0" * 1_500_000)
    assert "more than the budget of 1 MB" in (over := run(desk, "build", "--budget", "1")).stderr
    assert over.exit_code == 1
    near = run(desk, "build", "--budget", str(megabytes := weigh(desk.root / "site").bytes // 1_000_000 + 1))
    assert (near.exit_code, f"more than half the budget of {megabytes} MB" in near.stderr) == (0, True)


def test_the_site_is_named_as_it_was_asked_for(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """With the folders that it lies in."""
    monkeypatch.chdir(desk.brief("a").root)
    done = run(desk, "build", "--site-dir", "out/public")
    assert done.stdout.startswith("out/public/ is built: ")


def test_a_wrong_moment_is_the_environments(desk: Desk) -> None:
    """Not a mistake in the settings, which stand in a file that may have another name."""
    config = (desk.root / "mkdocs.yml").rename(desk.root / "other.yml").read_text("utf-8")
    command = [sys.executable, "-m", "mkdocs", "build", "-f", str(desk.root / "other.yml")]
    wrong = subprocess.run(command, env={**os.environ, "SOURCE_DATE_EPOCH": "soon"}, capture_output=True, text=True, check=False)
    assert "SOURCE_DATE_EPOCH is 'soon'" in wrong.stderr
    assert "yml: SOURCE" not in wrong.stderr
    desk.write("other.yml", config.replace("Europe/Kyiv", "Kyiv"))
    assert "other.yml: there is no timezone 'Kyiv'" in subprocess.run(command, capture_output=True, text=True, check=False).stderr
