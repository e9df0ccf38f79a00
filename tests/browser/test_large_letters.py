"""Letters twice as large, as a reader may set them in the browser: nothing is lost, nothing scrolls sideways."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.browser.conftest import CHROMIUM, Visitor

pytestmark = pytest.mark.xdist_group("browser")

BRIEFING = "briefings/2025-06-03-after-the-second-istanbul-round/"
PAGES = ("", BRIEFING, "briefings/2025-03-25-the-state-of-sanctions/", "outlook/", "actors/ukraine/", "timelines/", "trust/")
UNFOLD = "for (const one of document.querySelectorAll('main details')) one.open = true"
CUT = """() => [...document.querySelectorAll('main *')].filter(one =>
  one.checkVisibility() && getComputedStyle(one).overflowX === 'hidden' && one.clientWidth > 5 && one.scrollWidth > one.clientWidth + 1
).map(one => one.textContent.trim())"""


@pytest.fixture
def large(browser: Browser) -> Iterator[Browser]:
    """A browser whose letters are of 32 pixels where a page does not say otherwise."""
    large = browser.browser_type.launch(
        executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu", "--blink-settings=defaultFontSize=32"]
    )
    yield large
    large.close()


@pytest.mark.parametrize("width", [360, 1280])
def test_large_letters_have_room(large: Browser, address: str, width: int) -> None:
    """No page is wider than the screen, folded or not, and on a phone no line ends in dots."""
    page = large.new_page(viewport={"width": width, "height": 800})
    for path in PAGES:
        page.goto(address + path)
        page.evaluate(UNFOLD)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path
        if width < 400:
            assert page.evaluate(CUT) == [], path


def test_no_two_criteria_have_one_name(visitor: Visitor) -> None:
    """What opens the criteria of a judgement says of which, to those who hear a list of all there is to press."""
    with visitor() as visit:
        page = visit.open(BRIEFING)
        page.evaluate(UNFOLD)
        names = page.locator(".judgement summary[aria-label]").evaluate_all("all => all.map(one => one.getAttribute('aria-label'))")
        assert len(set(names)) == len(names) >= 5
        assert names[0].startswith("How it was to be judged: About 6,000 bodies")
