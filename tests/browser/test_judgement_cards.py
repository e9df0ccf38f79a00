"""The cards of judgements that were revised, in a real browser: legible on a phone and on paper, for everybody."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.desks import Desk
from tests.newsroom.test_judgement_cards import lay
from tests.serving import served

pytestmark = pytest.mark.xdist_group("browser")

PAGES = ("briefings/earlier/", "briefings/later/", "briefings/last/", "outlook/", "")
PLACES = """svg => {
  const [plot, ...texts] = [svg, ...svg.querySelectorAll('text')].map(one => one.getBoundingClientRect());
  return [plot, texts].flat().map(({ left, top, right, bottom }) => [left, top, right, bottom]).filter(box => box[0] < box[2]);
}"""
"""Where a drawing and its labels are; labels that do not show have no place."""


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the desk of those cards is served."""
    found = lay(Desk(tmp_path_factory.mktemp("desk"))).build(site="root/base")
    assert found.code == 0, found.said
    with served(Path(found.site).parent) as address:
        yield f"{address}base/"


@pytest.fixture(params=[(360, "light"), (360, "dark"), (1280, "light"), (1280, "dark")])
def page(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    """A window of each kind."""
    width, scheme = request.param
    context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme)
    yield context.new_page()
    context.close()


def test_labels_are_large_and_apart_and_nothing_leaves_the_page(page: Page, root: str) -> None:
    for path in PAGES:
        page.goto(root + path)
        page.evaluate("for (const one of document.querySelectorAll('main details')) one.open = true")
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), path
        sizes = page.locator(".chart-course text").evaluate_all("all => all.map(one => parseFloat(getComputedStyle(one).fontSize))")
        assert not sizes or min(sizes) >= 12
        for chart in page.locator(".chart-course svg").all():
            plot, *boxes = chart.evaluate(PLACES)
            assert all(box[0] >= plot[0] - 1 and box[2] <= plot[2] + 1 for box in boxes), path
            across = [(a, b) for i, a in enumerate(boxes) for b in boxes[:i] if a[0] < b[2] and b[0] < a[2]]
            assert not [pair for pair in across if min(pair[0][3], pair[1][3]) - max(pair[0][1], pair[1][1]) > 4], path
    page.goto(root + PAGES[0])
    assert page.locator(".chart-course").count() == 3


def test_nobody_is_shut_out_of_a_card(page: Page, root: str) -> None:
    """axe finds nothing, with all that is folded open."""
    for path in PAGES:
        page.goto(root + path)
        page.locator("main details").evaluate_all("all => all.forEach(one => one.open = true)")
        found = [
            f"{path}: {violation['id']}: {node['html'][:200]} {node['failureSummary']}"
            for violation in Axe().run(page).response["violations"]
            for node in violation["nodes"]
        ]
        assert not found, "\n".join(found)


def test_a_printed_card_keeps_its_drawing_and_its_words(browser: Browser, root: str) -> None:
    page = browser.new_page(viewport={"width": 794, "height": 1100})
    page.goto(f"{root}briefings/earlier/")
    page.emulate_media(media="print")
    expect(page.locator(".chart-course").first).to_be_visible()
    expect(page.locator(".change").first).to_be_visible()
    expect(page.locator(".calls").first).to_be_visible()
    page.close()
