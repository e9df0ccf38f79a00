"""What helps to find one's way on a page: headings, the list of them, names of controls."""

import itertools

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Visitor

pytestmark = pytest.mark.xdist_group("browser")

BRIEFING = "briefings/2025-05-12-an-ultimatum-and-an-invitation/"

LEVELS = "[...document.querySelectorAll('h1, h2, h3, h4, h5, h6')].filter(h => h.checkVisibility()).map(h => Number(h.tagName[1]))"

ALIKE = """() => {
  const leads = new Map();
  for (const link of document.querySelectorAll("main :is(.permalink, sup a[href*='#source:'])")) {
    const name = link.getAttribute("aria-label") || link.textContent;
    leads.set(name, (leads.get(name) || new Set()).add(link.getAttribute("href")));
  }
  return [...leads].filter(([name, places]) => places.size > 1 || !/\\p{L}/u.test(name)).map(([name]) => name);
}"""


def test_headings_are_a_tree(visitor: Visitor, kinds: list[str]) -> None:
    """One at the top of every page, and no level left out."""
    with visitor() as visit:
        for path in kinds:
            levels = visit.open(path).evaluate(LEVELS)
            assert levels.count(1) == 1, path
            assert all(after <= before + 1 for before, after in itertools.pairwise(levels)), f"{path}: {levels}"


def test_links_to_places_say_which(visitor: Visitor, kinds: list[str]) -> None:
    """No two of them have one name on a page."""
    with visitor() as visit:
        alike = {path: names for path in kinds if (names := visit.open(path).evaluate(ALIKE))}
    assert not alike, "\n".join(f"{path}: {names}" for path, names in alike.items())


def test_the_list_of_headings_marks_where_the_reader_is(visitor: Visitor) -> None:
    """And nothing before the first heading is reached."""
    with visitor() as visit:
        page = visit.open(BRIEFING)
        here = page.locator(".contents a[aria-current]")
        for name in ("actors", "sources", "expected"):
            page.evaluate(f"document.getElementById('section:{name}').scrollIntoView()")
            expect(here).to_have_count(1)
            expect(here).to_have_attribute("href", f"#section:{name}")
            expect(here).to_have_attribute("aria-current", "location")


def test_the_foot_says_how_to_follow(visitor: Visitor) -> None:
    """The head leads to it."""
    with visitor() as visit:
        page = visit.open("about/")
        page.get_by_role("link", name="Follow").click()
        expect(page.get_by_role("link", name="Atom feed")).to_be_in_viewport()
