"""Files that are too large are named before a push is refused."""

import pytest

from tests.cli.run import run
from tests.desks import Desk


def sparse(desk: Desk, path: str, size: int) -> Desk:
    """A file of that size, which takes no room."""
    with (desk.write(path, b"").root / path).open("r+b") as file:
        file.truncate(size)
    return desk


@pytest.mark.parametrize("name", ["a b.mp4", "talk.m4a", "all.csv"])
def test_a_large_file_is_advised_of(name: str, desk: Desk) -> None:
    """With its size, and a way out that fits its kind; one beneath the limit is not."""
    said = run(sparse(sparse(desk, f"content/{name}", 31_000_000), "content/x.csv", 25_000_000), "check").output
    way = "-vf scale=-2:720 -crf 28 small-'a b.mp4'" if "mp4" in name else "make it smaller, or split it"
    assert said.count("[heavy-file]") == 1
    assert f"content/{name}:1:1: advice[heavy-file] '{name}' has 31.0 MB\n" in said
    assert way in said


def test_a_file_that_is_refused_is_an_error(desk: Desk) -> None:
    """Unless Git keeps it elsewhere."""
    message = "content/a.csv:1:1: error[heavy-file] 'a.csv' has 101.0 MiB: GitHub refuses a push with a file over 100 MiB\n"
    assert message in run(sparse(desk, "content/a.csv", 101 * 2**20), "check").output
    desk.write(".gitattributes", "*.md text\n\n*.csv filter=lfs diff=lfs merge=lfs -text\n")
    assert "content/a.csv:1:1: advice[heavy-file] 'a.csv' has 105.9 MB\n" in run(desk, "check").output


def test_a_large_file_beside_a_briefing_is_named_where_it_is_published(desk: Desk) -> None:
    """Not where no text links to it."""
    for name in ("a", "b"):
        sparse(desk, f"briefings/{name}.csv", 30_000_000)
    said = run(desk.brief("x", body="See [it](a.csv)."), "check").output
    assert "briefings/a.csv:1:1: advice[heavy-file]" in said
    assert "b.csv" not in said
