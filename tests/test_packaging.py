"""What leaves the repository: the wheel, and what the documentation promises."""

import os
import re
import shutil
import subprocess
import sys
import tarfile
import zipfile
from functools import partial
from pathlib import Path

import pytest

from spotbrief.checks.run import RULES
from spotbrief.cli.formats import FORMATS
from spotbrief.cli.git import git
from spotbrief.reading.settings import OPTIONS
from tests.cli.run import COMMANDS

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs/pages"


def _wheel(project: Path, folder: Path) -> Path:
    options = ["--quiet", "--no-deps", "--no-build-isolation", "--wheel-dir", str(folder)]
    subprocess.run([sys.executable, "-m", "pip", "wheel", *options, str(project)], check=True, capture_output=True)
    (wheel,) = folder.glob("*.whl")
    return wheel


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What others install."""
    return _wheel(ROOT, tmp_path_factory.mktemp("wheel"))


def test_the_wheel_carries_code_and_templates_and_the_sample_in_its_place(wheel: Path) -> None:
    """An installed Spotbrief works in any folder; the sample is there for `new desk --sample`, and small."""
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
    texts = git(ROOT, "ls-files", "-z", "briefings", "content").split("\0")
    assert {f"spotbrief/sample/{path}" for path in texts if path} <= names
    assert wheel.stat().st_size < 2_500_000


def test_no_text_of_another_desk_leaves_with_it(tmp_path: Path) -> None:
    """A copy of the repository that became somebody's desk keeps its texts, in the wheel and in the source archive."""
    for name in ("pyproject.toml", "hatch_build.py", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, tmp_path)
    for name in ("site_plugins", "templates", "briefings", "content", ".github", ".vscode"):
        shutil.copytree(ROOT / name, tmp_path / name)
    settings = (ROOT / "mkdocs.yml").read_text("utf-8")
    (tmp_path / "mkdocs.yml").write_text(settings.replace("site_name: Example Desk", "site_name: Gulf Desk"), "utf-8")
    wheel = _wheel(tmp_path, tmp_path / "dist")
    assert not [name for name in zipfile.ZipFile(wheel).namelist() if "/sample/" in name or "jeddah" in name]
    archive = _source_archive(tmp_path)
    assert not [name for name in archive if "/briefings/" in name.replace("site_plugins", "") and "jeddah" in name]


def test_the_source_archive_gives_the_same_wheel(wheel: Path, tmp_path: Path) -> None:
    """Releases are built from it."""
    _source_archive(ROOT, tmp_path)
    (archive,) = tmp_path.glob("*.tar.gz")
    with tarfile.open(archive) as opened:
        opened.extractall(tmp_path, filter="data")
    (project,) = (path for path in tmp_path.iterdir() if path.is_dir())
    again = _wheel(project, tmp_path / "dist")
    assert set(zipfile.ZipFile(again).namelist()) == set(zipfile.ZipFile(wheel).namelist())


def _source_archive(project: Path, folder: Path | None = None) -> list[str]:
    folder = folder or project / "dist"
    code = f"from hatchling.build import build_sdist; build_sdist({str(folder)!r})"
    subprocess.run([sys.executable, "-c", code], cwd=project, check=True, capture_output=True)
    (archive,) = folder.glob("*.tar.gz")
    with tarfile.open(archive) as opened:
        return opened.getnames()


def test_the_sample_is_built_from_an_installed_wheel(wheel: Path, tmp_path: Path) -> None:
    """Without the repository: a full site in two languages, strictly, and a desk that says of itself that it is a sample."""
    installed, desk = tmp_path / "installed", tmp_path / "desk"
    zipfile.ZipFile(wheel).extractall(installed)
    environment = {**os.environ, "PYTHONPATH": str(installed), "PYTHONSAFEPATH": "1", "SOURCE_DATE_EPOCH": "1751328000"}  # 1 July 2025
    run = partial(subprocess.run, cwd=desk, env=environment, check=True, capture_output=True, text=True)
    desk.mkdir()
    where = run([sys.executable, "-c", "from spotbrief.cli.starter.sample import FOLDER; print(FOLDER)"]).stdout
    assert Path(where.strip()) == installed / "spotbrief/sample"
    run([sys.executable, "-m", "spotbrief", "new", "desk", "Gulf: Desk", "--sample", "--yes"])
    run([sys.executable, "-m", "spotbrief", "build", "--strict"])
    assert "Gulf: Desk" in (desk / "site/index.html").read_text("utf-8")
    assert (desk / "site/uk/index.html").is_file()
    assert (desk / "site/briefings/2025-03-12-jeddah-and-after").is_dir()
    readme = (desk / "README.md").read_text("utf-8")
    assert "What is here is a sample" in readme
    assert "CC BY 4.0" in readme


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
