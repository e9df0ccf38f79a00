"""What a desk weighs: how much each briefing adds, and how long a page may be. Bytes are the same on every machine."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.bench.desk import write_desk
from tests.desks import Built, Desk

FEW, MANY = 100, 200
"""Briefings: with either, the feeds of the site are full, and lists go on over several pages."""

LATER = datetime(2027, 6, 1, tzinfo=UTC)
"""When all that is told of them has happened."""

A_BRIEFING = 90_000
A_PAGE = 150_000
AN_ENTRY = 6_000
"""The most bytes of each; an entry is that of a briefing in the feed of a single thing, as Atom."""


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> dict[int, Built]:
    """The bench's desk in two sizes, built."""
    return {size: _built(tmp_path_factory.mktemp("bytes"), size) for size in (FEW, MANY)}


def _built(folder: Path, size: int) -> Built:
    desk = Desk(folder, LATER)
    write_desk(folder, size)
    built = desk.build()
    assert built.code == 0, built.said
    return built


def _weight(built: Built) -> int:
    return sum(path.stat().st_size for path in built.site.rglob("*") if path.is_file())


def test_what_a_briefing_adds(sites: dict[int, Built]) -> None:
    """With its page, its twin, its data, and all pages and feeds that tell of it."""
    assert (_weight(sites[MANY]) - _weight(sites[FEW])) // (MANY - FEW) <= A_BRIEFING


def test_no_page_is_too_long(sites: dict[int, Built]) -> None:
    """Not even that of an actor who is in every second briefing."""
    pages = {path.relative_to(sites[MANY].site).as_posix(): path.stat().st_size for path in sites[MANY].site.rglob("*.html")}
    assert {path: size for path, size in pages.items() if size > A_PAGE} == {}


def test_the_feed_of_a_thing_is_short(sites: dict[int, Built]) -> None:
    """Ten briefings in short weigh less than three in full."""
    for path in sites[MANY].site.glob("*/*/feed.xml"):
        assert path.stat().st_size < 10 * AN_ENTRY, path
