"""The shape of the tree: rooms, directions, sizes."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from statistics import median

SOURCE = Path(__file__).parents[1] / "site_plugins"
MAKEFILE = (SOURCE.parent / "Makefile").read_text("utf-8")
ROOMS = (
    "garbage_collector",
    "console",
    "cache",
    "parallel",
    "model",
    "reading",
    "words",
    "corpus",
    "checks",
    "views",
    "rendering",
    "exports",
    "building",
    "cli",
    "language_server",
)
ENGINES = {"mkdocs", "properdocs", "material"}

FILES = {path: ast.parse(path.read_text("utf-8")) for path in sorted(SOURCE.rglob("*.py"))}
CORE = {path: tree for path, tree in FILES.items() if path.relative_to(SOURCE).parts[0] == "spotbrief"}


def imports(tree: ast.Module) -> Iterator[str]:
    """All modules a file imports, inside functions too."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def room(module: str) -> str:
    """The room of a module of the core; empty for what is none."""
    parts = module.split(".")
    return parts[1] if parts[0] == "spotbrief" and len(parts) > 1 and parts[1] in ROOMS else ""


def name(path: Path) -> str:
    """The module's dotted name."""
    return ".".join(path.relative_to(SOURCE).with_suffix("").parts).removesuffix(".__init__")


def test_a_room_imports_only_rooms_above_it() -> None:
    """Data flows one way."""
    wrong = [
        f"{name(path)} imports {module}"
        for path, tree in CORE.items()
        for module in imports(tree)
        if room(name(path)) and room(module) and ROOMS.index(room(module)) > ROOMS.index(room(name(path)))
    ]
    assert not wrong


def test_everything_has_a_room() -> None:
    """Or it could import, and be imported by, anything."""
    inside = {path.relative_to(SOURCE / "spotbrief").parts[0].removesuffix(".py") for path in CORE}
    assert inside == {*ROOMS, "__init__", "__main__"}


def test_the_core_imports_no_engine() -> None:
    """Only the adapter knows MkDocs."""
    assert not [name(path) for path, tree in CORE.items() for module in imports(tree) if module.split(".")[0] in ENGINES]


def test_tables_for_spreadsheets_are_written_in_one_place() -> None:
    """Which sees to it that no cell is run as a formula."""
    assert [name(path) for path, tree in FILES.items() if "csv" in imports(tree)] == ["spotbrief.exports.csv_file"]


def test_no_import_goes_in_a_circle() -> None:
    """Not even through a function."""
    ours = {name(path) for path in CORE}
    modules = {name(path): set(imports(tree)) & ours - {name(path)} for path, tree in CORE.items()}
    while free := [module for module, needs in modules.items() if not needs & modules.keys()]:
        for module in free:
            del modules[module]
    assert not modules


def test_functions_and_files_are_small() -> None:
    """Functions: median at most 6 lines, 90 % at most 14, none over 45. Files: median at most 120, none over 300."""
    functions = sorted(
        (node.end_lineno or 0) - node.lineno + 1
        for tree in FILES.values()
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    )
    lines = sorted(path.read_text("utf-8").count("\n") for path in FILES)
    assert median(functions) <= 6
    assert functions[int(len(functions) * 0.9)] <= 14
    assert functions[-1] <= 45
    assert median(lines) <= 120
    assert lines[-1] <= 300


def test_quick_tests_build_nothing() -> None:
    """A test that builds or serves a whole site, or opens a browser, stands in a folder that `make quick` leaves out."""
    quick = re.findall(r"tests/\w+(?=\s)", next(line for line in MAKEFILE.splitlines() if line.startswith("QUICK := ")))
    files = [path for folder in quick for path in sorted((SOURCE.parent / folder).rglob("*.py"))]
    heavy = re.compile(r"\.build\(|previewed\(|served\(|\bbrowser: |^(?:from|import) playwright", re.MULTILINE)
    assert len(files) > 15
    found = [
        f"{path.relative_to(SOURCE.parent)}: move the test to tests/newsroom/" for path in files if heavy.search(path.read_text("utf-8"))
    ]
    assert found == []
