"""What leaves the repository: the wheel, and what the documentation promises."""

import re
import subprocess
import sys
import zipfile
from pathlib import Path

from spotbrief.checks.run import RULES
from spotbrief.cli.formats import FORMATS
from spotbrief.reading.settings import OPTIONS
from tests.cli.run import COMMANDS

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs/pages"


def test_the_wheel_carries_code_and_templates_and_no_text_of_the_desk(tmp_path: Path) -> None:
    """An installed Spotbrief works in any folder, and no briefing leaves with it."""
    command = [
        sys.executable,
        "-m",
        "pip",
        "wheel",
        "--quiet",
        "--no-deps",
        "--no-build-isolation",
        "--wheel-dir",
        str(tmp_path),
        str(ROOT),
    ]
    subprocess.run(command, check=True, capture_output=True)
    (wheel,) = tmp_path.glob("*.whl")
    names = set(zipfile.ZipFile(wheel).namelist())
    files = [path.relative_to(ROOT / "templates") for path in (ROOT / "templates").rglob("*") if path.is_file()]
    templates = {f"spotbrief/templates/{path}" for path in files}
    assert templates <= names
    assert {
        "spotbrief/py.typed",
        "spotbrief/reading/scales/icd203.yml",
        "spotbrief_mkdocs/briefings.py",
        "spotbrief_theme/mkdocs_theme.yml",
        "spotbrief/starter/.github/workflows/publish.yml",
        "spotbrief/reading/forms/desk/hidden/gitignore",
    } <= names
    assert not [name for name in names if name.startswith(("briefings/", "content/", "tests/"))]


def test_the_documentation_names_every_rule_and_option() -> None:
    """It is as complete as the code. What every rule asks for is compared in tests/docs."""
    rules = (DOCS / "rules.md").read_text("utf-8")
    assert [rule.id for rule in RULES if f"### {rule.id}\n" not in rules or rule.about not in rules] == []
    options = (DOCS / "look.md").read_text("utf-8")
    assert [option for option in OPTIONS if f"`{option}`" not in options] == []


def test_the_documentation_names_every_command_and_option() -> None:
    """What a command takes, its table says."""
    table = (DOCS / "commands.md").read_text("utf-8")
    assert [name for name in COMMANDS if f"`spotbrief {name}" not in table] == []
    options = {option for command in COMMANDS.values() for parameter in command.params for option in parameter.opts}
    assert [option for option in options if option.startswith("--") and f"`{option}" not in table] == []
    assert [form for form in FORMATS if form not in table] == []


def test_the_readme_leads_with_the_small_desk_and_shows_the_site() -> None:
    """Two minutes of reading: a picture, the small desk, and how to build and test what is here."""
    readme = (ROOT / "README.md").read_text("utf-8")
    assert len(readme.split()) < 900
    picture = re.search(r"!\[[^]]+\]\(([^)]+)\)", readme)
    assert picture is not None
    assert (ROOT / picture[1]).stat().st_size < 150_000
    order = [readme.index(part) for part in (picture[1], "spotbrief new desk", "make site", "make test")]
    assert order == sorted(order)
    targets = re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)
    assert set(re.findall(r"\bmake (\w+)  ", readme)) <= set(targets)
    assert "make test\n" in (ROOT / ".ci/run").read_text("utf-8")
