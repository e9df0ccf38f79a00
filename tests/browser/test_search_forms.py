"""The search of a Ukrainian site, in a real browser: a noun is found in whichever case it is typed."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.desks import Desk
from tests.search.test_forms import UKRAINIAN
from tests.serving import served

pytestmark = pytest.mark.xdist_group("browser")


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A desk in Ukrainian."""
    desk = Desk(tmp_path_factory.mktemp("desk")).write("mkdocs.yml", UKRAINIAN)
    desk.actor("school", "type: organization\nother_names: [День знань]\n", name="Школа")
    desk.brief("first", "summary: Дитина йде до школи, минув рік.\n", "У Києві.", "Перше вересня")
    desk.brief("second", "", "Зерно й порт.", "Урожай")
    assert desk.build(site="root/base").code == 0
    with served(desk.root / "root") as root:
        yield f"{root}base/"


@pytest.mark.parametrize(
    ("typed", "title"), [("дітей", "Перше вересня"), ("років", "Перше вересня"), ("Київ дитиною", "Перше вересня"), ("дня", "Школа")]
)
def test_a_noun_is_found_in_any_case(page: Page, address: str, typed: str, title: str) -> None:
    """In texts, and in names of actors; the word that answered is marked."""
    page.goto(f"{address}search/")
    page.locator(".search-page").get_by_role("searchbox").fill(typed)
    expect(page.locator(".result-title").first).to_have_text(title)
    expect(page.locator(".result mark").first).to_be_visible()


def test_the_box_on_every_page_finds_them_too(page: Page, address: str) -> None:
    """By the same script."""
    page.goto(f"{address}briefings/second/")
    page.get_by_role("searchbox").first.fill("дітям")
    expect(page.locator(".search-box .result-title").first).to_have_text("Перше вересня")
