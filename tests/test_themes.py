"""What designers are promised stands in docs/pages/themes.md, as it is."""

from pathlib import Path

from tests.themes import ELSEWHERE, PAGE, page, tokens

TEMPLATES = Path(__file__).parents[1] / "templates"


def test_the_page_is_fresh() -> None:
    """Stale? `python -m tests.themes`."""
    assert PAGE.read_text("utf-8") == page(PAGE.read_text("utf-8"))


def test_each_template_of_a_page_is_on_it() -> None:
    """With what it may see; those that the engine renders see what the engine gives."""
    engine = {"404.html", "base.html", "main.html", "shell.html"}
    said = {line.strip("# `") for line in PAGE.read_text("utf-8").splitlines() if line.startswith("## `")}
    assert said == {path.name for path in TEMPLATES.glob("*.html")} - engine | set(ELSEWHERE.values())


def test_a_name_keeps_the_version_that_brought_it() -> None:
    """New ones get the version of today."""
    first = next(tokens())[0]
    older = page(page().replace(f"| `{first}` |", "| `x` |").replace("| 0.1.0 |", "| 0.0.9 |"))
    assert [line for line in older.splitlines() if line.endswith("| 0.1.0 |")] == [
        line for line in older.splitlines() if f"`{first}`" in line
    ][:1]
