"""docs/design.md, SECURITY.md and CHANGELOG.md say what the code does."""

import re
import tomllib
from pathlib import Path

import pytest

import spotbrief
from spotbrief.checks.examine import examine
from spotbrief.exports.site import Site
from spotbrief.reading.settings import read_config
from tests.cli.run import COMMANDS
from tests.desks import NOW, Desk
from tests.fields.matrix import filled
from tests.test_architecture import ROOMS, SOURCE

ROOT = Path(__file__).parents[1]
DESIGN = (ROOT / "docs/design.md").read_text("utf-8")
MAKERS = (ROOT / "docs/pages/makers.md").read_text("utf-8")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
CHANGELOG = (ROOT / "CHANGELOG.md").read_text("utf-8")


def column(section: str, text: str = DESIGN) -> list[str]:
    """What stands between backticks in the first column of the table below a heading."""
    below = text.partition(f"\n## {section}\n")[2].partition("\n## ")[0]
    return [name for cell in re.findall(r"^\| (`[^|]*) \|", below, re.MULTILINE) for name in re.findall(r"`([^`]+)`", cell)]


def test_the_rooms_are_those_that_the_tests_hold() -> None:
    """In the order in which they may import."""
    assert column("Rooms") == list(ROOMS)


def test_the_packages_are_named() -> None:
    assert [path.name for path in SOURCE.iterdir() if path.is_dir() and f"`{path.name}`" not in DESIGN and path.name[0] not in "._"] == []


def test_the_commands_and_plugins_are_all_listed() -> None:
    assert sorted(column("Commands")) == sorted(COMMANDS)
    assert sorted(column("A build")) == sorted(PROJECT["entry-points"]["mkdocs.plugins"])


def test_every_dependency_has_its_reason() -> None:
    """The extras, too."""
    needed = [*PROJECT["dependencies"], *(one for extra in PROJECT["optional-dependencies"].values() for one in extra)]
    assert sorted(column("Dependencies")) == sorted(re.split(r"[<>=\[]", one)[0] for one in needed)


def test_budgets_name_the_tests_that_hold_them() -> None:
    files = re.findall(r"`(tests/[^`]+)`", DESIGN)
    assert files
    assert [file for file in files if not (ROOT / file).exists()] == []


def _pattern(address: str) -> str:
    """What matches the paths of *address*; a file of the desk is not named like the page itself."""
    parts = re.split(r"(<[^>]+>)", address[1:])
    return "".join(r"(?!index\.)[^/]+" if part == "<file>" else "[^/]+" if part.startswith("<") else re.escape(part) for part in parts)


@pytest.fixture(scope="module")
def paths(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """All that is planned for the sample desk, and for one with every field filled."""
    desk = Desk(tmp_path_factory.mktemp("filled"))
    filled(desk)
    return {path.removesuffix("index.html") for root in (ROOT, desk.root) for path in _planned(root)}


def _planned(root: Path) -> list[str]:
    settings, folders = read_config(root / "mkdocs.yml", NOW)
    return [path for path, _ in Site(examine(root, settings, folders).corpus, root).claims()]


def test_the_addresses_are_those_that_a_site_plans(paths: set[str]) -> None:
    """Every path fits an address of the table, and every address is one of these paths."""
    patterns = [_pattern(address) for address in column("Addresses")]
    lists = [f"{pattern}page/[^/]+/" for pattern in patterns if pattern.endswith("/")]
    assert sorted(path for path in paths if not any(re.fullmatch(one, path) for one in (*patterns, *lists))) == []
    assert [one for one in patterns if not any(re.fullmatch(one, path) for path in paths) and "page" not in one] == []


def test_makers_are_told_of_files_that_a_site_has(paths: set[str]) -> None:
    """The page names no address that is none."""
    cells = [*column("Files beside the pages", MAKERS), *column("What machines read", MAKERS)]
    told = [one for one in cells if one.startswith("/")]
    assert len(told) > 15
    assert [one for one in told if not any(re.fullmatch(_pattern(one), path) for path in paths)] == []


def test_the_version_is_the_newest_of_the_changelog() -> None:
    """Or the one after it, while the next is in the making."""
    versions = re.findall(r"^## \[?(\d+\.\d+\.\d+)\]? - (\d{4}-\d{2}-\d{2})$", CHANGELOG, re.MULTILINE)
    assert versions, "the changelog has no version with a date"
    assert spotbrief.__version__ == versions[0][0]
    assert [day for _, day in versions] == sorted((day for _, day in versions), reverse=True)
    unreleased = CHANGELOG.index("## Unreleased")
    assert unreleased < CHANGELOG.index(f"## {versions[0][0]}")


@pytest.mark.parametrize("name", ["SECURITY.md", "CONTRIBUTING.md", "CHANGELOG.md", "docs/design.md", "README.md"])
def test_links_between_our_own_pages_lead_somewhere(name: str) -> None:
    file = ROOT / name
    links = [link.partition("#")[0] for link in re.findall(r"\]\(([^)\s]+)\)", file.read_text("utf-8"))]
    inside = [link for link in links if link and not re.match(r"[a-z]+:", link) and link not in ("../content/about.md", "gate.jpg")]
    assert [link for link in inside if not (file.parent / link).exists()] == []


def test_the_supported_version_is_the_present_one() -> None:
    minor = ".".join(spotbrief.__version__.split(".")[:2])
    assert f"| {minor}.x | yes |" in (ROOT / "SECURITY.md").read_text("utf-8")
