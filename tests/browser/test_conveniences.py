"""What the scripts add for readers: copied links, notes and actors beside the text, an audience, what is new."""

import gzip
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browser.conftest import Visit, Visitor

pytestmark = pytest.mark.xdist_group("browser")

BRIEFING = "briefings/2025-05-12-an-ultimatum-and-an-invitation/"
AFTER_IT = "briefings/2025-05-20-after-the-first-istanbul-round/"


def nobody_is_shut_out(page: Page) -> None:
    """No finding of axe."""
    found = [
        f"{v['id']}: {node['html'][:200]} {node['failureSummary']}" for v in Axe().run(page).response["violations"] for node in v["nodes"]
    ]
    assert not found, "\n".join(found)


@pytest.mark.parametrize("place", [".takeaway", ".judgement", ".timeline > li"])
def test_a_click_copies_the_address(visitor: Visitor, place: str) -> None:
    """And says so; with the control key it is a link like any other."""
    with visitor(permissions=["clipboard-read", "clipboard-write"]) as visit:
        page = visit.open(BRIEFING)
        page.evaluate("for (const one of document.querySelectorAll('main details')) one.open = true")
        link = page.locator(f"{place} .permalink").first
        link.focus()
        page.keyboard.press("Enter")
        expect(page.get_by_role("status").filter(has_text="Link copied")).to_be_visible()
        copied = page.evaluate("navigator.clipboard.readText()")
        assert copied == f"{visit.base}{BRIEFING}#{page.locator(place).first.get_attribute('id')}"
        nobody_is_shut_out(page)
        with page.context.expect_page() as opened:
            link.click(modifiers=["Control"])
        assert opened.value.url == copied


def _without_script(visitor: Visitor, act: Callable[[Page], None]) -> str:
    with visitor(java_script_enabled=False) as visit:
        page = visit.open(BRIEFING)
        act(page)
        return page.url.removeprefix(visit.base + BRIEFING)


def test_notes_are_plain_links_without_a_script(visitor: Visitor) -> None:
    """To the list of sources; what only a script could make use of is not there."""
    assert _without_script(visitor, lambda page: expect(page.locator(".permalink, .digest:not(.related *)")).to_have_count(0)) == ""
    assert _without_script(visitor, lambda page: page.locator(".takeaway sup a").first.click()).startswith("#source:")


@pytest.mark.parametrize(("width", "scheme"), [(390, "light"), (1280, "dark")])
def test_a_note_opens_beside_the_claim(visitor: Visitor, width: int, scheme: str) -> None:
    """By keyboard alone: opened, read, left, and back where the reader was."""
    with visitor(width, color_scheme=scheme) as visit:
        page = visit.open(BRIEFING)
        link = page.locator(".takeaway sup a").first
        number = link.inner_text().strip("[]")
        link.focus()
        page.keyboard.press("Enter")
        note = page.get_by_role("dialog", name=f"Source {number}")
        expect(note).to_be_focused()
        source = page.locator(f"[id='source:{number}'] > a").first
        expect(note.locator("a").first).to_have_attribute("href", source.get_attribute("href") or "")
        below, left, right = note.evaluate(
            """(note, link) => {
              const box = note.getBoundingClientRect();
              return [box.top - link.getBoundingClientRect().bottom, box.left, box.right];
            }""",
            link.element_handle(),
        )
        assert 0 <= below < 40
        assert 0 <= left < right <= width
        nobody_is_shut_out(page)
        page.keyboard.press("Escape")
        expect(note).to_be_hidden()
        expect(link).to_be_focused()
        assert "#" not in page.url


def test_a_note_closes_with_a_click_elsewhere_and_leads_to_its_list(visitor: Visitor) -> None:
    """A second click on its number closes it too."""
    with visitor() as visit:
        page = visit.open(BRIEFING)
        link, note = page.locator(".takeaway sup a").first, page.get_by_role("dialog")
        link.click()
        expect(note).to_be_visible()
        page.locator("h1").click()
        expect(note).to_be_hidden()
        expect(link).to_be_focused()
        link.click()
        expect(note).to_be_visible()
        link.click()
        expect(note).to_be_hidden()
        link.click()
        note.get_by_role("link", name="In the list of sources").click()
        expect(note).to_be_hidden()
        assert "#source:" in page.url


def test_the_audience_is_remembered(visitor: Visitor) -> None:
    """For the next briefing too; the others are folded up, and can be opened; paper has all."""
    with visitor() as visit:
        page = visit.open(BRIEFING)
        choices = page.get_by_role("group", name="For whom you read")
        humanitarians, businesses = (page.locator(f"[data-audience={name}] li").first for name in ("humanitarians", "businesses"))
        expect(businesses).to_be_visible()
        choices.get_by_role("button", name="For humanitarians").click()
        for path in (BRIEFING, AFTER_IT):
            visit.open(path)
            expect(choices.get_by_role("button", name="For humanitarians")).to_have_attribute("aria-pressed", "true")
            expect(humanitarians).to_be_visible()
            expect(businesses).not_to_be_in_viewport()
            assert businesses.evaluate("one => !one.checkVisibility({ contentVisibilityAuto: true })")
        nobody_is_shut_out(page)
        page.emulate_media(media="print")
        assert businesses.evaluate("one => one.checkVisibility({ contentVisibilityAuto: true })")
        page.emulate_media(media="screen")
        fold = page.locator("[data-audience=businesses]").get_by_role("button", expanded=False)
        fold.press("Enter")
        expect(businesses).to_be_visible()
        choices.get_by_role("button", name="For everybody").click()
        assert page.evaluate("localStorage.getItem('audience')") is None


def test_all_audiences_are_in_sight_on_a_phone(visitor: Visitor) -> None:
    """In as many rows as it takes."""
    inside = "all => all.every(one => one.getBoundingClientRect().right <= innerWidth)"
    with visitor(390) as visit:
        choices = visit.open(BRIEFING).get_by_role("group", name="For whom you read")
        assert choices.get_by_role("button").count() >= 4
        assert choices.get_by_role("button").evaluate_all(inside)


def _marks(visit: Visit, at: str, path: str = "briefings/") -> list[str]:
    visit.page.clock.set_fixed_time(at)
    return visit.open(path).locator("[data-changed]", has=visit.page.locator(".mark-new")).all_inner_texts()


def test_lists_mark_what_is_new_since_the_last_visit(visitor: Visitor) -> None:
    """Nothing on the first visit; then what came since, all through the next visit, and no longer."""
    with visitor() as visit:
        assert _marks(visit, "2025-05-10T10:00:00Z") == []
        assert _marks(visit, "2025-05-10T10:20:00Z") == []
        marked = _marks(visit, "2025-05-25T10:00:00Z")
        assert marked
        assert all("New" in text or "Updated" in text for text in marked)
        assert len(marked) < visit.page.locator("[data-changed]").count()
        assert _marks(visit, "2025-05-25T10:25:00Z", "")
        assert _marks(visit, "2025-05-25T10:50:00Z") == marked
        assert _marks(visit, "2025-07-20T10:00:00Z") != marked
        assert _marks(visit, "2025-07-30T10:00:00Z") == []


def _asked(visit: Visit) -> list[str]:
    """All but the icons of the window, for which a browser asks when it likes."""
    return [url for url in visit.asked if "/icons/" not in url]


@pytest.mark.parametrize(("width", "scheme"), [(390, "dark"), (1280, "light")])
def test_an_actors_card_lies_beside_the_name(visitor: Visitor, width: int, scheme: str) -> None:
    """On hover, after a moment, on focus, on the first tap; without a request."""
    with visitor(width, color_scheme=scheme, has_touch=width < 600) as visit:
        page = visit.open(BRIEFING)
        page.wait_for_load_state("networkidle")
        asked = _asked(visit)
        name, card = page.locator(".body a.actor").first, page.locator(".beside-actor")
        name.scroll_into_view_if_needed()
        if width < 600:
            name.tap()
        else:
            name.hover()
        expect(card).to_be_visible()
        expect(card.locator("a").first).to_have_attribute("href", name.get_attribute("href") or "")
        entry = page.locator(".actors > li", has=page.locator(f"a[href='{name.get_attribute('href')}']")).first
        assert card.locator(".about").text_content() == entry.locator(".about").text_content()
        assert _asked(visit) == asked
        nobody_is_shut_out(page)
        page.keyboard.press("Escape")
        expect(card).to_be_hidden()
        if width < 600:
            name.tap()
            expect(card).to_be_visible()
            name.tap()
            page.wait_for_url("**/actors/**")


def test_an_actors_card_follows_the_keyboard(visitor: Visitor) -> None:
    """It describes the name in focus, and goes when focus goes."""
    with visitor() as visit:
        page = visit.open(BRIEFING)
        page.keyboard.press("Tab")
        name, card = page.locator(".body a.actor").first, page.locator(".beside-actor")
        name.focus()
        expect(card).to_be_visible()
        expect(name).to_have_attribute("aria-describedby", card.get_attribute("id") or "")
        page.locator(".takeaway .permalink").first.focus()
        expect(card).to_be_hidden()
        name.click()
        page.wait_for_url("**/actors/**")


def test_a_browser_that_keeps_nothing_works_all_the_same(visitor: Visitor) -> None:
    """Storage that is refused breaks no page."""
    with visitor() as visit:
        visit.page.add_init_script("Object.defineProperty(window, 'localStorage', { get() { throw new Error('refused') } })")
        page = visit.open(BRIEFING)
        page.get_by_role("button", name="For humanitarians").first.click()
        expect(page.locator("[data-audience=humanitarians] li").first).to_be_visible()
        assert visit.wrong == []


def test_the_scripts_are_small(site: Path) -> None:
    """Compressed, all that pages of one language load; a script that speaks lies there once for each."""
    sizes = defaultdict[str, list[int]](list)
    for path in (site / "assets").glob("*.js"):
        sizes[path.name.partition(".")[0]].append(len(gzip.compress(path.read_bytes())))
    assert sum(map(max, sizes.values())) <= 12_000
