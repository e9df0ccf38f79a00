"""The outlook in a real browser: short on a phone, narrowed down by what the address says, and whole without a script."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Visitor
from tests.desks import Desk
from tests.serving import served

pytestmark = pytest.mark.xdist_group("browser")

LISTS = ("outlook/", "outlook/resolved/", "outlook/week-ahead/", "outlook/track-record/")
MANY = 150
"""Judgements of a desk whose outlook takes two pages."""

SHOWN = "all => all.filter(one => one.checkVisibility()).length"
TORN = """all => all.filter(one => one.checkVisibility() && [...one.childNodes].some(child => {
  const range = document.createRange();
  range.selectNodeContents(child);
  return new Set([...range.getClientRects()].map(box => Math.round(box.bottom))).size > 1;
})).map(one => one.textContent)"""
"""What stands on more than one line."""


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where a desk with many open judgements is served: each third is on war, and the last one alone is likely."""
    entries = [
        f"  - {{id: n{n}, text: Thing {n} comes., likelihood: {'likely' if n == MANY - 1 else 'unlikely'}, by: 2026-{n % 12 + 1:02}-28"
        + (", topics: [war]}" if n % 3 == 0 else "}")
        for n in range(MANY)
    ]
    desk = Desk(tmp_path_factory.mktemp("desk")).write("content/topics.yml", "trade: {name: Trade}\nwar: {name: War}\n")
    built = desk.brief("one", "topics: [trade]\nwhat_to_expect:\n" + "\n".join(entries) + "\n").build(site="root/base")
    assert built.code == 0, built.said
    with served(Path(built.site).parent) as address:
        yield f"{address}base/outlook/"


def rows(page: Page) -> int:
    """How many rows can be seen."""
    found: int = page.locator(".row-list .row").evaluate_all(SHOWN)
    return found


def test_the_outlook_is_short(visitor: Visitor) -> None:
    """On a phone less than half of the 12,245 pixels that cards took; on a desk they took 6,247."""
    for width, height in ((360, 6100), (1280, 3700)):
        with visitor(width) as visit:
            assert visit.open("outlook/").evaluate("document.documentElement.scrollHeight") < height


@pytest.mark.parametrize("width", [360, 768, 1440])
def test_nothing_leaves_the_page_or_tears_however_large_the_letters(visitor: Visitor, width: int) -> None:
    with visitor(width) as visit:
        for path in LISTS:
            page = visit.open(path)
            for size in ("100%", "200%"):
                page.evaluate("size => document.documentElement.style.fontSize = size", size)
                assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), (path, size)
                assert not page.locator(".counts > *, .row-odds p > span, .row-way, .row-group .count").evaluate_all(TORN), (path, size)


def test_what_is_asked_for_stands_in_the_address_and_back_takes_it_back(visitor: Visitor) -> None:
    with visitor() as visit:
        page = visit.open("outlook/")
        whole = rows(page)
        page.get_by_label("Topic").select_option("sanctions")
        page.wait_for_url("**/outlook/?topic=sanctions")
        some = rows(page)
        assert 0 < some < whole
        expect(page.locator(".row-count")).to_have_text(f"{some} of {whole} judgements")
        groups = page.locator(".row-group:not([hidden])")
        assert sum(int(text) for text in groups.locator(".count").all_text_contents()) == some
        page.get_by_label("Likelihood").select_option(index=1)
        page.wait_for_url("**/outlook/?topic=sanctions&likelihood=*")
        page.go_back()
        assert rows(page) == some
        expect(page.get_by_label("Likelihood")).to_have_value("")
        page.reload()
        assert rows(page) == some
        page.go_back()
        assert rows(page) == whole
        expect(page.locator(".row-count")).to_have_text("")
        assert not visit.wrong


def test_what_nothing_fits_says_so_and_offers_the_way_back(visitor: Visitor) -> None:
    with visitor() as visit:
        page = visit.open("outlook/")
        whole = rows(page)
        page.evaluate("document.querySelectorAll('.row').forEach(row => row.dataset.facets.split(';')[4] === 'high' && row.remove())")
        page.get_by_label("Confidence").evaluate("field => field.add(new Option('Never', 'never'))")
        page.get_by_label("Confidence").select_option("never")
        expect(page.locator(".row-count")).to_have_text("No judgement fits all of this.")
        assert rows(page) == 0
        page.get_by_role("button", name="Clear the filter").click()
        page.wait_for_url("**/outlook/")
        assert 0 < rows(page) <= whole


def test_a_list_of_several_pages_is_narrowed_down_as_a_whole(browser: Browser, many: str) -> None:
    """On its first page, to which the others lead."""
    page = browser.new_page()
    page.goto(many)
    assert rows(page) == 100
    page.get_by_label("Topic").select_option("war")
    expect(page.locator(".row-count")).to_have_text("50 of 150 judgements")
    assert rows(page) == 50
    months = page.locator(".row-group:not([hidden]) h2").evaluate_all("all => all.map(one => one.id)")
    assert months == sorted(set(months))
    page.get_by_role("button", name="Clear the filter").click()
    expect(page.locator(".row-count")).to_have_text("")
    assert rows(page) == 100
    page.goto(f"{many}page/2/")
    page.get_by_role("link", name="Narrow the list down").click()
    page.wait_for_url("**/outlook/")
    page.get_by_label("Likelihood").select_option("likely")
    page.wait_for_url("**/outlook/?likelihood=likely")
    expect(page.locator(".row-count")).to_have_text("1 of 150 judgements")
    link = page.locator(".row:not([hidden]) h3 a")
    link.click()
    page.wait_for_url("**/briefings/one/#judgement:n149")
    page.close()


def test_without_a_script_all_is_there(visitor: Visitor) -> None:
    with visitor(java_script_enabled=False) as visit:
        page = visit.open("outlook/resolved/?which=counted&topic=sanctions")
        expect(page.locator(".row-filter")).to_be_hidden()
        expect(page.get_by_text("Narrowing the list down needs JavaScript.")).to_be_visible()
        assert page.locator(".row-list .row").count() > 20


def test_a_row_of_the_record_leads_to_as_many_judgements_as_it_says(visitor: Visitor) -> None:
    with visitor() as visit:
        page = visit.open("outlook/track-record/")
        links = page.locator(".scores td a")
        for number in range(0, links.count(), 5):
            count = int(links.nth(number).inner_text())
            links.nth(number).click()
            expect(page.locator(".row-list .row:visible")).to_have_count(count)
            expect(page.get_by_label("Which")).to_have_value("counted")
            page.go_back()
        for number in range(page.locator(".apart a").count()):
            link = page.locator(".apart a").nth(number)
            count = int(link.inner_text())
            link.click()
            expect(page.locator(".row-list .row:visible")).to_have_count(count)
            page.go_back()
        assert not visit.wrong


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nobody_is_shut_out(visitor: Visitor, scheme: str) -> None:
    """axe finds nothing on these pages, narrowed down or whole."""
    with visitor(color_scheme=scheme) as visit:
        for path in (*LISTS, "outlook/?topic=sanctions"):
            found = Axe().run(visit.open(path)).response["violations"]
            assert not [f"{path}: {one['id']} {one['nodes'][0]['html'][:200]}" for one in found]


@pytest.mark.parametrize("path", ["outlook/track-record/", "uk/outlook/track-record/"])
def test_the_tables_of_the_record_fit_on_a_phone(visitor: Visitor, path: str) -> None:
    """In languages of long words too; no word is broken within a syllable to get there."""
    with visitor(390) as visit:
        tables = visit.open(path).locator(".scores")
        assert tables.count() > 4
        assert tables.evaluate_all("all => all.filter(one => one.scrollWidth > one.clientWidth).map(one => one.id)") == []
        assert tables.first.locator("thead th").first.evaluate("one => getComputedStyle(one).overflowWrap") != "anywhere"


def test_what_is_not_translated_says_its_language(visitor: Visitor) -> None:
    """Among judgements that are."""
    with visitor(390) as visit:
        claims = visit.open("uk/outlook/").locator(".rows h3")
        marks = "all => all.map(one => one.querySelector('[lang]')).map(one => one && getComputedStyle(one, '::after').content)"
        said = claims.evaluate_all(marks)
    assert set(said) == {None, '"en"'}
