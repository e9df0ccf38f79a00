"""Lists of many: how long they are on a phone, and the field that narrows them."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Visitor

pytestmark = pytest.mark.xdist_group("browser")


@pytest.fixture
def phone(visitor: Visitor) -> Iterator[tuple[Page, str]]:
    """A window as wide as a small phone."""
    with visitor(360) as visit:
        yield visit.page, visit.base


@pytest.mark.parametrize(
    ("path", "most"),
    [
        ("actors/donald-trump/", 6500),
        ("actors/yuri-ushakov/", 3200),
        ("actors/", 7600),
        ("regions/europe/", 6200),
        ("storylines/ceasefire-talks/", 7200),
        ("changes/", 5700),
    ],
)
def test_a_page_is_no_longer_than_it_must_be(phone: tuple[Page, str], path: str, most: int) -> None:
    """In pixels, with all that is folded up left so."""
    page, base = phone
    page.goto(base + path)
    assert page.evaluate("document.documentElement.scrollHeight") <= most


def test_the_first_screen_says_who_somebody_is(phone: tuple[Page, str]) -> None:
    """The name, the post, since when, and the description, on a phone of 740 pixels."""
    page, base = phone
    page.goto(f"{base}actors/donald-trump/")
    for text in (
        "President of the United States, White House, since 20 January 2025",
        "set out to broker an end to the war",
        "Where they stand",
    ):
        box = page.locator("article").get_by_text(text).first.bounding_box()
        assert box, text
        assert box["y"] + box["height"] <= 740, text


@pytest.mark.parametrize("width", [360, 768, 1440])
@pytest.mark.parametrize(
    "path", ["actors/", "actors/donald-trump/", "actors/ofac/", "sources/", "regions/", "regions/europe/", "storylines/sanctions-relief/"]
)
def test_nothing_scrolls_sideways(visitor: Visitor, width: int, path: str) -> None:
    with visitor(width) as visit:
        page = visit.open(path)
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_a_field_narrows_the_list_of_actors(visitor: Visitor) -> None:
    """By any name, accents or not; headings without anybody go, and nothing jumps when the field comes."""
    with visitor() as visit:
        page = visit.open("actors/")
        rows, field = page.locator("[data-names]:visible"), page.get_by_label("Filter by name")
        everybody = rows.count()
        field.fill("erdogan")
        expect(rows).to_have_count(1)
        expect(page.get_by_role("status").filter(has_text="of")).to_have_text(f"1 of {everybody}")
        expect(page.get_by_role("heading", name="States")).to_be_hidden()
        field.fill("зеленський")
        expect(rows).to_contain_text("Volodymyr Zelensky")
        field.fill("nobody at all")
        expect(page.get_by_text("Nothing has that name.")).to_be_visible()
        field.fill("")
        expect(rows).to_have_count(everybody)
        assert visit.wrong == []


def test_without_a_script_the_list_is_whole(visitor: Visitor) -> None:
    """And there is no field that would do nothing."""
    with visitor(java_script_enabled=False) as visit:
        page = visit.open("actors/")
        expect(page.locator("#page\\:narrow")).to_be_hidden()
        expect(page.get_by_role("link", name="Donald Trump")).to_be_visible()


def test_a_field_opens_the_publishers_that_have_what_is_looked_for(visitor: Visitor) -> None:
    """And folds them up again."""
    with visitor() as visit:
        page = visit.open("sources/")
        rows, field = page.locator("[data-names]:visible"), page.get_by_label("Filter by title or publisher")
        expect(rows).to_have_count(0)
        field.fill("antiwar")
        expect(rows).to_have_count(1)
        expect(rows).to_contain_text("title in our words")
        field.fill("")
        expect(rows).to_have_count(0)
        assert visit.wrong == []


def test_folded_sources_are_on_paper(visitor: Visitor) -> None:
    with visitor() as visit:
        page = visit.open("sources/")
        page.emulate_media(media="print")
        link = page.locator(".source-index a").first
        assert link.evaluate("one => one.checkVisibility({ contentVisibilityAuto: true })")


def test_what_a_list_is_narrowed_down_by_is_a_few_fields_and_a_fold(visitor: Visitor) -> None:
    """An address that asks for one of the others opens them; whoever asks for nothing has the list in sight."""
    with visitor(360) as visit:
        page = visit.open("outlook/resolved/")
        assert page.locator(".row-filter select:visible").count() == 5
        assert page.locator(".row").first.bounding_box()["y"] < 740  # type: ignore[index]
        page = visit.open("outlook/resolved/?confidence=low")
        expect(page.get_by_label("Confidence")).to_have_value("low")
        expect(page.get_by_label("Confidence")).to_be_visible()


def test_nothing_is_said_twice(visitor: Visitor) -> None:
    """Neither that nothing lies ahead, nor where somebody stands."""
    with visitor(360) as visit:
        assert visit.open("outlook/week-ahead/").get_by_text("Nothing is scheduled").count() == 1
        page = visit.open("issues/ceasefire-terms/")
        stand = page.locator(".stand").first
        expect(stand.locator(".stance")).to_have_count(1)
        assert stand.locator(".statement").count() > 1
