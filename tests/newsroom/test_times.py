"""The sample desk says of each time of day where it is that hour, on pages and in feeds, calendars and twins."""

import re

import pytest
from markupsafe import Markup

from tests.desks import Built, Desk
from tests.newsroom.test_engines import sample

HOUR = re.compile(r"(?<![\w:/.+-])\d\d:\d\d(?![\d:])(?! – \d\d:\d\d,? [A-ZА-ЯІЇЄ])(.{0,6})", re.DOTALL)
READ = {".html", ".md", ".xml", ".txt", ".ics"}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The sample desk, built once."""
    done = sample(Desk(tmp_path_factory.mktemp("desk"))).build("--strict")
    assert done.code == 0, done.said
    return done


def test_each_time_of_day_has_its_city(built: Built) -> None:
    """Or shares that of the end; in each language of the sample."""
    hours = []
    for path in (path for path in built.site.rglob("*") if path.suffix in READ or path.name == "feed.json"):
        text = Markup(re.sub(r"<(script|style).*?</\1>", "", path.read_text("utf-8"), flags=re.DOTALL)).striptags()
        hours += [(path.relative_to(built.site).as_posix(), found[0]) for found in HOUR.finditer(text)]
    assert len(hours) > 40
    assert [found for found in hours if not re.match(r"\d\d:\d\d,? [A-ZА-ЯІЇЄ]", found[1])] == []


RUNS = re.compile(r'<p class="order">(Oldest|Newest) first\.</p>(.*?)(?=<p class="order">|</main>)', re.DOTALL)
LISTS = re.compile(r"</ol>|</ul>|</section>|</article>\s*</div>")
ENTRY = re.compile(r'<(?:li|article)\b[^>]*>(?:(?!<li|<article).)*?<time datetime="(\d{4}-\d\d-\d\d[^"]*)"', re.DOTALL)
NEWEST = (
    "timelines/index.html",
    "timelines/*/index.html",
    "briefings/index.html",
    "briefings/2025/*/index.html",
    "topics/*/index.html",
    "regions/*/index.html",
    "authors/*/index.html",
    "issues/*/index.html",
    "actors/donald-trump/index.html",
    "sources/*/index.html",
)
"""Pages of a kind of which some have a list of two dates and more; they run newest first."""


def lists(page: str) -> list[tuple[str, list[str]]]:
    """The dates of each list behind a word on its order, to the end of its section; the feed has a section a month."""
    found = []
    for order, text in RUNS.findall(page):
        inside = text if "row-group" in text or 'class="month"' in text else text.partition("</section>")[0]
        found += [(order, ENTRY.findall(part)) for part in LISTS.split(inside)]
    return [(order, days) for order, days in found if len(days) > 1]


def test_lists_run_one_way(built: Built) -> None:
    """As the page says."""
    pages = {path: lists(path.read_text("utf-8")) for path in built.site.rglob("index.html")}
    assert sum(map(len, pages.values())) > 50
    wrong = [(path, days) for path, found in pages.items() for order, days in found if days != sorted(days, reverse=order == "Newest")]
    assert wrong == []


def order_of(built: Built, pages: str) -> set[tuple[str, ...]]:
    """What the pages of a kind say of their lists, in turn."""
    found = [tuple(said for said, _ in lists(path.read_text("utf-8"))) for path in built.site.glob(pages)]
    return {orders for orders in found if orders}


@pytest.mark.parametrize("pages", NEWEST)
def test_what_has_happened_runs_newest_first(built: Built, pages: str) -> None:
    """Each page says so."""
    assert {said for orders in order_of(built, pages) for said in orders} == {"Newest"}


def test_chapters_are_read_from_the_first_on(built: Built) -> None:
    """The events of their story run as all events do, and so does its timeline, as the link says."""
    assert order_of(built, "storylines/*/index.html") == {("Oldest", "Newest")}
    assert "The whole timeline, newest first" in built.page("storylines/sanctions-relief")
