"""The sample desk says of each time of day where it is that hour, on pages and in feeds, calendars and twins."""

import re

import pytest
from markupsafe import Markup

from tests.desks import Built, Desk
from tests.newsroom.test_engines import sample

HOUR = re.compile(r"(?<![\w:/.+-])\d\d:\d\d(?![\d:])(?! – \d\d:\d\d [A-Z])(.{0,6})", re.DOTALL)
READ = {".html", ".md", ".xml", ".txt", ".ics"}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The sample desk, built once."""
    done = sample(Desk(tmp_path_factory.mktemp("desk"))).build("--strict")
    assert done.code == 0, done.said
    return done


def test_each_time_of_day_has_its_city(built: Built) -> None:
    """Or shares that of the end."""
    hours = []
    for path in (path for path in built.site.rglob("*") if path.suffix in READ or path.name == "feed.json"):
        text = Markup(re.sub(r"<(script|style).*?</\1>", "", path.read_text("utf-8"), flags=re.DOTALL)).striptags()
        hours += [(path.relative_to(built.site).as_posix(), found[0]) for found in HOUR.finditer(text)]
    assert len(hours) > 40
    assert [found for found in hours if not re.match(r"\d\d:\d\d [A-Z]", found[1])] == []


DAYS = re.compile(r'<li class="event date-day" id="[^"]*">.*?<time datetime="(\d{4}-\d\d-\d\d)"', re.DOTALL)
PUBLISHED = re.compile(r'<p class="byline"><time datetime="([^"]+)"')
SAID = re.compile(r'<p class="when"><time datetime="(\d{4}-\d\d-\d\d[^"]*)"')
ORDERS = (
    ("briefings/2*/index.html", '<ol class="timeline', "</ol>", DAYS, "oldest"),
    ("storylines/*/index.html", '<ol class="timeline', "</ol>", DAYS, "oldest"),
    ("storylines/*/index.html", '<ol class="chapters', "</ol>", SAID, "oldest"),
    ("timelines/[!p]*/**/index.html", '<p class="order"', "</main>", DAYS, "oldest"),
    ("timelines/index.html", '<p class="order"', "</main>", DAYS, "newest"),
    ("timelines/page/*/index.html", '<p class="order"', "</main>", DAYS, "newest"),
    ("topics/*/index.html", '<ol class="timeline', "</ol>", DAYS, "newest"),
    ("regions/*/index.html", '<ol class="timeline', "</ol>", DAYS, "newest"),
    ("topics/*/index.html", '<div class="cards', "</section>", PUBLISHED, "newest"),
    ("authors/*/index.html", '<div class="cards', "</section>", PUBLISHED, "newest"),
    ("briefings/index.html", '<div class="cards', "</main>", PUBLISHED, "newest"),
    ("briefings/20*/*/index.html", '<div class="cards', "</main>", PUBLISHED, "newest"),
    ("sources/*/index.html", '<ol class="timeline', "</ol>", DAYS, "newest"),
    ("sources/*/index.html", '<ul class="statements', "</ul>", SAID, "newest"),
    ("issues/*/index.html", '<ul class="statements', "</ul>", SAID, "newest"),
    ("actors/*/index.html", '<ul class="statements', "</ul>", SAID, "newest"),
)
"""Pages, where a list on them begins and ends, the dates in it, and how it runs."""


@pytest.mark.parametrize(("pages", "begins", "ends", "dates", "order"), ORDERS, ids=lambda value: value if isinstance(value, str) else "")
def test_lists_run_one_way(built: Built, pages: str, begins: str, ends: str, dates: re.Pattern[str], order: str) -> None:
    """A story is told oldest first, a list of news runs newest first; and the page says so."""
    lists = []
    for path in sorted(built.site.glob(pages)):
        page = path.read_text("utf-8")
        lists += [(path, dates.findall(part.split(ends)[0]), page) for part in page.split(begins)[1:]]
    long = [(path, days, page) for path, days, page in lists if len(days) > 1]
    assert long
    assert [path for path, days, _ in long if days != sorted(days, reverse=order == "newest")] == []
    if not pages.startswith("briefings/2*"):
        assert [path for path, _, page in long if f"{order.capitalize()} first." not in page] == []
