"""The front page and the feed on screens of every size, and what they tell a reader who comes back."""

import json
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Visit
from tests.desks import Desk
from tests.newsroom.test_engines import sample
from tests.serving import served

pytestmark = pytest.mark.xdist_group("browser")

END_OF_JUNE = datetime(2025, 6, 30, 12, tzinfo=UTC)
TALLEST = {360: 5_000, 768: 5_000, 1440: 3_600}
SHIFTS = """\
window.shifted = 0;
new PerformanceObserver((list) => { for (const one of list.getEntries()) if (!one.hadRecentInput) window.shifted += one.value; })
  .observe({ type: "layout-shift", buffered: true });
"""


@pytest.fixture(scope="module")
def june(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample desk, built at the end of June 2025."""
    built = sample(Desk(tmp_path_factory.mktemp("june"))).build(now=END_OF_JUNE, site="root/desk")
    assert built.code == 0, built.said
    return built.site


@pytest.fixture(scope="module")
def base(june: Path) -> Iterator[str]:
    """Where it is served."""
    with served(june.parent) as root:
        yield f"{root}desk/"


@pytest.fixture
def visit(browser: Browser, base: str) -> Iterator[Visit]:
    """A phone."""
    context = browser.new_context(viewport={"width": 360, "height": 740})
    visit = Visit(context.new_page(), base)
    visit.page.on("request", lambda request: visit.asked.append(request.url))
    yield visit
    context.close()


def _line(visit: Visit, at: str, path: str = "") -> str:
    visit.page.clock.set_fixed_time(at)
    page = visit.open(path)
    page.wait_for_load_state("networkidle")
    return page.locator(".news-line > span").inner_text()


def _shown(page: Page) -> list[str]:
    return list(page.evaluate("[...document.querySelectorAll('.front > *')].map((one) => one.className.split(' ')[0])"))


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 768, 1440])
def test_the_front_page_is_short_and_shuts_nobody_out(browser: Browser, base: str, width: int, scheme: Literal["light", "dark"]) -> None:
    """No higher than its budget, nothing to the side, nothing that axe finds; on a phone the latest comes before what to expect."""
    context = browser.new_context(viewport={"width": width, "height": 740}, color_scheme=scheme)
    page = Visit(context.new_page(), base).open("")
    height, wide = page.evaluate("[document.documentElement.scrollHeight, document.documentElement.scrollWidth]")
    found = [f"{one['id']}: {node['html'][:200]}" for one in Axe().run(page).response["violations"] for node in one["nodes"]]
    shown = _shown(page)
    context.close()
    assert height <= TALLEST[width]
    assert wide <= width
    assert not found, "\n".join(found)
    assert shown == ["front-lead", "front-latest", "front-rail"]


def test_headlines_take_little_room(visit: Visit) -> None:
    """On a phone, too: sixteen briefings or more, and each headline of the river no higher than four lines and its label."""
    page = visit.open("")
    assert page.locator(".front [data-changed]").count() >= 16
    heights = page.locator(".river > *").evaluate_all("(all) => all.map((one) => one.offsetHeight)")
    assert sum(heights) / len(heights) <= 110
    assert max(heights) <= 145


@pytest.mark.parametrize("path", ["", "outlook/"])
def test_who_comes_back_reads_what_changed_since(visit: Visit, june: Path, path: str) -> None:
    """In the words of the build; nothing is asked for on a first visit, and all through the second one the line stays."""
    first = _line(visit, "2025-06-15T10:00:00Z", path)
    assert first.startswith("In the last 7 days: ")
    assert not [url for url in visit.asked if url.endswith("since.json")]
    said = _line(visit, "2025-06-30T11:00:00Z", path)
    assert re.fullmatch(r"Since 15 June: \d+ new briefings?, .*\d+ judgements? resolved \(\d+ as expected\), .*\.", said)
    steps = json.loads((june / "changes/since.json").read_text("utf-8"))["steps"]
    assert said == [text for start, text in steps if start <= datetime(2025, 6, 15, 10, tzinfo=UTC).timestamp()][-1]
    assert _line(visit, "2025-06-30T11:20:00Z", path) == said
    expect(visit.page.locator(".news-line > a")).to_have_attribute("href", re.compile(r"changes/$"))


def test_who_has_seen_the_newest_and_who_was_here_long_ago(visit: Visit) -> None:
    """Nothing can have changed after the build; before the thirty days, it is the thirty days that are counted."""
    _line(visit, "2025-03-01T10:00:00Z")
    assert _line(visit, "2025-07-20T10:00:00Z").startswith("In the last 30 days: ")
    assert _line(visit, "2025-07-25T10:00:00Z").startswith("In the last 7 days: ")


@pytest.mark.parametrize("path", ["", "outlook/"])
def test_nothing_jumps_when_the_line_changes(visit: Visit, path: str) -> None:
    """Less than half of what counts as good; the fonts are there since the first visit."""
    _line(visit, "2025-06-15T10:00:00Z", path)
    visit.page.add_init_script(SHIFTS)
    _line(visit, "2025-06-30T11:00:00Z", path)
    visit.page.wait_for_timeout(300)
    assert visit.page.evaluate("shifted") < 0.05


def test_the_feed_is_narrowed_down_by_kind_and_topic(visit: Visit) -> None:
    """All pages of it; what is asked for stands in the address, and months without any are gone."""
    page = visit.open("briefings/")
    assert page.evaluate("document.documentElement.scrollHeight") <= 6_000
    page.get_by_label("Kind").select_option("assessment")
    expect(page.locator(".row-count")).to_have_text(re.compile(r"^\d+ of \d+ briefings$"))
    kinds = page.locator(".headline:visible").evaluate_all("(all) => all.map((one) => one.dataset.facets.split(';')[0])")
    assert set(kinds) == {"assessment"}
    assert page.url.endswith("?kind=assessment")
    some, everything = map(int, re.findall(r"\d+", page.locator(".row-count").inner_text()))
    assert (some, everything) == (len(kinds), page.locator(".headline").count())
    assert everything > 20
    page.get_by_label("Topic").select_option("sanctions")
    topics = page.locator(".headline:visible").evaluate_all("(all) => all.map((one) => one.dataset.facets.split(';')[1].split(' '))")
    assert topics
    assert all("sanctions" in ids for ids in topics)
    assert page.locator(".row-group:visible").count() == page.locator(".row-group:has(.headline:not([hidden]))").count()
    again = visit.open("briefings/?kind=assessment&topic=sanctions")
    expect(again.locator(".headline:visible")).to_have_count(len(topics))
