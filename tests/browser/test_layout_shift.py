"""Nothing moves while a page loads: the sum of layout shifts, as browsers measure it."""

from time import sleep

import pytest
from playwright.sync_api import Route, expect

from tests.browser.conftest import Visitor

pytestmark = pytest.mark.xdist_group("browser")

MOST = 0.05

WATCH = """
window.shifts = [];
new PerformanceObserver((list) => {
  for (const one of list.getEntries()) {
    const what = one.sources.map(({ node }) => node?.nodeType === 1 ? `${node.tagName}.${node.className}` : node?.parentElement?.className);
    if (!one.hadRecentInput) shifts.push([one.value, what.join(" ")]);
  }
}).observe({ type: "layout-shift", buffered: true });
"""


@pytest.mark.parametrize("width", [360, 1440])
def test_nothing_moves_while_a_page_loads(visitor: Visitor, kinds: list[str], width: int) -> None:
    """Each kind of page with a cold cache, and the search that finds something or nothing."""
    moved = {}
    for path in [*kinds, "search/?q=sanctions", "search/?q=putn"]:
        with visitor(width) as visit:  # a window of its own has nothing in its cache
            visit.page.add_init_script(WATCH)
            page = visit.open(path)
            page.wait_for_load_state("networkidle")
            page.wait_for_timeout(100)
            shifts = page.evaluate("shifts")
        if sum(value for value, _ in shifts) > MOST:
            moved[path] = shifts
    assert not moved, "\n".join(f"{path}: {shifts}" for path, shifts in moved.items())


def _late(route: Route) -> None:
    sleep(0.4)
    route.continue_()


@pytest.mark.parametrize("width", [360, 412])
@pytest.mark.parametrize("language", ["", "uk/"])
def test_nothing_moves_when_a_script_comes_late(visitor: Visitor, language: str, width: int) -> None:
    """What scripts add is there before, or has its room; words of another language take more of it."""
    with visitor(width) as visit:
        visit.page.add_init_script(WATCH)
        visit.page.route("**/*.js", _late)
        page = visit.open(f"{language}briefings/2025-06-03-after-the-second-istanbul-round/")
        expect(page.locator(".tools[role=toolbar]")).to_be_visible()
        page.wait_for_timeout(100)
        shifts = page.evaluate("shifts")
    assert sum(value for value, _ in shifts) <= MOST, shifts
