"""Letters of charts and pictures can be read on a phone, pictures have colours for the dark, and pages hold still while they load."""

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageStat
from playwright.sync_api import Browser

from tests.browser.conftest import Visitor

pytestmark = pytest.mark.xdist_group("browser")

PICTURED = "briefings/2025-03-03-us-weighs-sanctions-relief/"

SIZES = """texts => texts.filter(text => text.getClientRects().length && getComputedStyle(text).display !== "none").map(text =>
  [text.textContent.trim(), parseFloat(getComputedStyle(text).fontSize) * text.ownerSVGElement.getScreenCTM().a])"""

TIGHT = """svg => {
  const box = one => one.getBoundingClientRect();
  const texts = [...svg.querySelectorAll("text")].map(text => [text.textContent, box(text), box(text).height / 2]);
  const filled = [...svg.querySelectorAll("rect")].filter(rect => getComputedStyle(rect).fill !== "none").map(box);
  const within = (inner, outer) => inner.left >= outer.left && inner.right <= outer.right;
  const across = (inner, outer) => inner.top > outer.top && inner.bottom < outer.bottom;
  const beginsIn = (inner, outer) => across(inner, outer) && inner.left > outer.left && inner.left < outer.right;
  const level = (a, b) => a.top < b.bottom && b.top < a.bottom;
  const touch = ([, a, gap], [, b]) => level(a, b) && a.left < b.right + gap && b.left < a.right + gap;
  return [
    ...texts.filter(([, text]) => !within(text, box(svg)) || filled.some(rect => beginsIn(text, rect) && !within(text, rect))),
    ...texts.filter(([, text, gap]) => filled.some(rect => level(text, rect) && text.left < rect.left && text.right > rect.left - gap / 2)),
    ...texts.flatMap((one, i) => texts.slice(i + 1).filter(other => touch(one, other)).map(other => [`${one[0]} | ${other[0]}`])),
  ].map(([said]) => said);
}"""
"""Texts that run out of a drawing, or out of the bar that they begin in, and those that nearly touch another or a bar."""

SHIFT = """() => new Promise(done => {
  let sum = 0;
  new PerformanceObserver(list => { for (const shift of list.getEntries()) if (!shift.hadRecentInput) sum += shift.value; })
    .observe({ type: "layout-shift", buffered: true });
  setTimeout(() => done(sum), 600);
})"""


def test_letters_of_charts_are_twelve_pixels_on_a_phone(visitor: Visitor, kinds: list[str]) -> None:
    """On the fullest page of each kind."""
    found = 0
    with visitor(360) as visit:
        for path in kinds:
            sizes = visit.open(path).locator("main svg text").evaluate_all(SIZES)
            found += len(sizes)
            assert [(path, text, size) for text, size in sizes if size < 11.95] == []
    assert found > 50


def test_letters_of_pictures_are_eleven_pixels_on_a_phone(browser: Browser, site: Path) -> None:
    """Drawings of the sample, as wide as the column of a phone."""
    drawings = sorted((site / "briefings").rglob("*.svg"))
    assert drawings
    page = browser.new_page(viewport={"width": 360, "height": 800})
    for drawing in drawings:
        page.set_content(f"<style>svg {{ width: 324px; height: auto }}</style>{drawing.read_text('utf-8')}")
        sizes = page.locator("svg text").evaluate_all(SIZES)
        assert [(drawing.name, text, size) for text, size in sizes if size < 10.95] == []
    page.close()


def test_letters_of_pictures_are_no_larger_than_the_text(visitor: Visitor) -> None:
    """On a screen with much room; drawings of the sample are 720 wide, and most of their letters 26."""
    with visitor(1280) as visit:
        page = visit.open(PICTURED)
        letters = page.locator(".picture img").evaluate("image => 26 * image.clientWidth / 720")
        assert 14 < letters < page.locator(".body p").first.evaluate("text => parseFloat(getComputedStyle(text).fontSize)") * 0.9


def test_texts_of_pictures_keep_apart_and_stay_where_they_belong(browser: Browser, site: Path) -> None:
    """In letters as wide as any that a reader's machine may have."""
    page = browser.new_page(viewport={"width": 720, "height": 800})
    for drawing in sorted((site / "briefings").rglob("*.svg")):
        page.set_content(f"<style>svg, svg * {{ font-family: 'DejaVu Sans', Verdana !important }}</style>{drawing.read_text('utf-8')}")
        assert (drawing.name, page.locator("svg").evaluate(TIGHT)) == (drawing.name, [])
    page.close()


def test_a_drawing_with_colours_for_the_dark_follows_the_switch_of_the_page(visitor: Visitor) -> None:
    """And is not dimmed; on paper it is light."""
    with visitor(360, color_scheme="light") as visit:
        page = visit.open(PICTURED)
        picture = page.locator("main img.is-adaptive").first

        def brightness() -> float:
            page.wait_for_timeout(200)
            return ImageStat.Stat(Image.open(BytesIO(picture.screenshot())).convert("L")).mean[0]

        assert brightness() > 180
        page.evaluate("document.documentElement.dataset.theme = 'dark'")
        assert picture.evaluate("image => getComputedStyle(image).filter") == "none"
        assert brightness() < 80
        page.emulate_media(media="print")
        assert brightness() > 180


@pytest.mark.parametrize("width", [360, 1440])
@pytest.mark.parametrize("path", ["timelines/", "timelines/?actor=ukraine", PICTURED, "actors/donald-trump/", "issues/sanctions-relief/"])
def test_pages_hold_still_while_they_load(visitor: Visitor, path: str, width: int) -> None:
    """With nothing in the cache (CLS below 0.05)."""
    with visitor(width) as visit:
        assert visit.open(path).evaluate(SHIFT) < 0.05
