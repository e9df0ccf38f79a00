"""What leaves the repository: the wheel, and the README's promises."""

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


def test_the_readme_names_every_rule_and_option() -> None:
    """The documentation is as complete as the code."""
    readme = (ROOT / "README.md").read_text("utf-8")
    listed = dict(re.findall(r"^\| `([a-z-]+)` \| (error|warning|advice) \|", readme, re.MULTILINE))
    assert listed == {rule.id: rule.severity for rule in RULES}
    assert [rule.about for rule in RULES if rule.about not in readme] == []
    assert [option for option in OPTIONS if f"`{option}`" not in readme] == []


def test_the_readme_names_every_command_and_option() -> None:
    """What a command takes, its table says."""
    readme = (ROOT / "README.md").read_text("utf-8")
    table = readme[readme.index("## Commands") : readme.index("## Write a briefing")]
    assert [name for name in COMMANDS if f"`spotbrief {name}" not in table] == []
    options = {option for command in COMMANDS.values() for parameter in command.params for option in parameter.opts}
    assert [option for option in options if option.startswith("--") and f"`{option}" not in table] == []
    assert [form for form in FORMATS if form not in table] == []
