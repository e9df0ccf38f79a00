"""What the scripts add for readers: the filter, copied links, notes and actors beside the text, an audience, what is new."""

import gzip
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browser.conftest import Visit, Visitor

pytestmark = pytest.mark.xdist_group("browser")

BRIEFING = "briefings/2025-05-12-an-ultimatum-and-an-invitation/"
AFTER_IT = "briefings/2025-05-20-after-the-first-istanbul-round/"


def _nobody_is_shut_out(page: Page) -> None:
    found = [
        f"{v['id']}: {node['html'][:200]} {node['failureSummary']}" for v in Axe().run(page).response["violations"] for node in v["nodes"]
    ]
    assert not found, "\n".join(found)


@pytest.mark.parametrize(("width", "scheme"), [(390, "dark"), (1280, "light")])
def test_a_timeline_is_filtered_by_everything_at_once(visitor: Visitor, site: Path, width: int, scheme: str) -> None:
    """The result is what the data says, stands in the address, and comes back from there."""
    data = json.loads((site / "timelines/events.json").read_text("utf-8"))
    events = [dict(zip(data["fields"], row, strict=True)) for row in data["events"]]
    chosen = next(e for e in events if "donald-trump" in e["actors"] and e["topics"] and e["kind"])
    topic, kind, day = chosen["topics"][0], chosen["kind"], chosen["earliest"]
    fitting = [
        e["title"]
        for e in events
        if "donald-trump" in e["actors"]
        and topic in e["topics"]
        and e["kind"] == kind
        and e["latest"] >= day
        and e["earliest"] <= "2025-12-31"
    ]
    with visitor(width, color_scheme=scheme) as visit:
        page = visit.open("timelines/")
        titles = page.locator(".event-title:visible")
        everything = titles.count()
        assert not any("events.json" in url for url in visit.asked)
        page.get_by_text("Filter by actor").focus()
        page.keyboard.press("Enter")
        page.get_by_label("Actor").select_option("Donald Trump")
        page.get_by_label("Topic").select_option(topic)
        page.get_by_label("Kind").select_option(kind)
        page.get_by_label("From", exact=True).fill(day)
        page.get_by_label("To", exact=True).fill("2025-12-31")
        page.get_by_label("To", exact=True).blur()
        status = page.get_by_role("status").filter(has_text="events")
        expect(status).to_have_text(f"{len(fitting)} of {len(events)} events")
        assert [text.removesuffix(" #") for text in titles.all_inner_texts()] == fitting
        assert page.url.endswith(f"?actor=donald-trump&topic={topic}&kind={kind}&from={day}&to=2025-12-31")
        _nobody_is_shut_out(page)
        page.reload()
        expect(status).to_have_text(f"{len(fitting)} of {len(events)} events")
        expect(page.get_by_label("Actor")).to_have_value("donald-trump")
        page.get_by_role("button", name="Clear").click()
        expect(titles).to_have_count(everything)
        assert page.url.endswith("timelines/")
        assert visit.wrong == []


def test_what_is_found_leads_where_the_event_stands(visitor: Visitor) -> None:
    """Actor, briefing and the event itself, on the page of a storyline too."""
    with visitor() as visit:
        page = visit.open("timelines/ceasefire-talks/?actor=turkiye")
        expect(page.locator(".filter-count")).to_contain_text(" of ")  # the script has hidden all others
        event = page.locator(".event:visible", has_text="In ").first
        title = event.locator(".event-title").inner_text().removesuffix(" #")
        addresses = event.locator("a").evaluate_all("links => links.map(link => link.href)")
        for address in addresses:
            got = page.request.get(address)
            assert got.ok, address
        page.goto(next(address for address in addresses if "#event:" in address))
        expect(page.locator(".event:target .event-title")).to_contain_text(title)


def _many(count: int) -> dict[str, Any]:
    fields = ["id", "when", "earliest", "latest", "precision", "title", "kind", "place", "actors", "topics", "briefings"]
    row = ["1 May 2025", "2025-05-01", "2025-05-01", "day", "A <b>title</b>", "talks", "Here", ["x"], [], []]
    names: dict[str, Any] = {"actors": {"x": "Mrs X"}, "topics": {}, "briefings": {}}
    at = {"actors": "../actors/", "topics": "", "briefings": ""}
    return {"per_page": 500, "at": at, "names": names, "fields": fields, "events": [[f"e{i}", *row] for i in range(count)]}


def test_five_thousand_events_are_filtered_at_once(visitor: Visitor) -> None:
    """A hundred are drawn, more on demand, and what was typed stays text."""
    with visitor() as visit:
        visit.page.route("**/timelines/events.json", lambda route: route.fulfill(json=_many(5000)))
        page = visit.open("timelines/?kind=talks")
        found = page.locator(".event:visible")
        expect(found).to_have_count(100)
        expect(found.first.locator(".event-title")).to_contain_text("A <b>title</b>")
        page.get_by_role("button", name="Show more").click()
        expect(found).to_have_count(200)
        expect(found.nth(100)).to_be_focused()
        took = page.evaluate("""() => {
          const actor = document.getElementById("page:filter-actor"), start = performance.now();
          actor.value = "x";
          actor.dispatchEvent(new Event("change", { bubbles: true }));
          return performance.now() - start;
        }""")
        assert took < 500
        expect(page.get_by_text("5,000 of 5,000 events")).to_be_visible()


def test_a_filter_that_cannot_load_says_so(visitor: Visitor) -> None:
    """The page's own events stay."""
    with visitor() as visit:
        visit.page.route("**/timelines/events.json", lambda route: route.abort())
        page = visit.open("timelines/?kind=talks")
        expect(page.get_by_text("The events could not be loaded.")).to_be_visible()
        expect(page.locator(".event").first).to_be_visible()


@pytest.mark.parametrize("place", [".takeaway", ".judgement", ".event"])
def test_a_click_copies_the_address(visitor: Visitor, place: str) -> None:
    """And says so; with the control key it is a link like any other."""
    with visitor(permissions=["clipboard-read", "clipboard-write"]) as visit:
        page = visit.open(BRIEFING)
        link = page.locator(f"{place} .permalink").first
        link.focus()
        page.keyboard.press("Enter")
        expect(page.get_by_role("status").filter(has_text="Link copied")).to_be_visible()
        copied = page.evaluate("navigator.clipboard.readText()")
        assert copied == f"{visit.base}{BRIEFING}#{page.locator(place).first.get_attribute('id')}"
        _nobody_is_shut_out(page)
        with page.context.expect_page() as opened:
            link.click(modifiers=["Control"])
        assert opened.value.url == copied


def _without_script(visitor: Visitor, act: Callable[[Page], None]) -> str:
    with visitor(java_script_enabled=False) as visit:
        page = visit.open(BRIEFING)
        act(page)
        return page.url.removeprefix(visit.base + BRIEFING)


def test_links_are_plain_without_a_script(visitor: Visitor) -> None:
    """To the takeaway, and to the list of sources."""
    assert _without_script(visitor, lambda page: page.locator(".takeaway .permalink").first.click(force=True)).startswith("#takeaway:")
    assert _without_script(visitor, lambda page: page.locator(".takeaway .note a").first.click()).startswith("#source:")


@pytest.mark.parametrize(("width", "scheme"), [(390, "light"), (1280, "dark")])
def test_a_note_opens_beside_the_claim(visitor: Visitor, width: int, scheme: str) -> None:
    """By keyboard alone: opened, read, left, and back where the reader was."""
    with visitor(width, color_scheme=scheme) as visit:
        page = visit.open(BRIEFING)
        link = page.locator(".takeaway .note a").first
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
        _nobody_is_shut_out(page)
        page.keyboard.press("Escape")
        expect(note).to_be_hidden()
        expect(link).to_be_focused()
        assert "#" not in page.url


def test_a_note_closes_with_a_click_elsewhere_and_leads_to_its_list(visitor: Visitor) -> None:
    """A second click on its number closes it too."""
    with visitor() as visit:
        page = visit.open(BRIEFING)
        link, note = page.locator(".takeaway .note a").first, page.get_by_role("dialog")
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
        _nobody_is_shut_out(page)
        page.emulate_media(media="print")
        assert businesses.evaluate("one => one.checkVisibility({ contentVisibilityAuto: true })")
        page.emulate_media(media="screen")
        fold = page.locator("[data-audience=businesses]").get_by_role("button", expanded=False)
        fold.press("Enter")
        expect(businesses).to_be_visible()
        choices.get_by_role("button", name="For everybody").click()
        assert page.evaluate("localStorage.getItem('audience')") is None


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


@pytest.mark.parametrize(("width", "scheme"), [(390, "dark"), (1280, "light")])
def test_an_actors_card_lies_beside_the_name(visitor: Visitor, width: int, scheme: str) -> None:
    """On hover, after a moment, on focus, on the first tap; without a request."""
    with visitor(width, color_scheme=scheme, has_touch=width < 600) as visit:
        page = visit.open(BRIEFING)
        page.wait_for_load_state("networkidle")
        asked = len(visit.asked)
        name, card = page.locator(".body a.actor").first, page.locator(".beside-actor")
        name.scroll_into_view_if_needed()
        if width < 600:
            name.tap()
        else:
            name.hover()
        expect(card).to_be_visible()
        expect(card.locator("a").first).to_have_attribute("href", name.get_attribute("href") or "")
        entry = page.locator(".actors > li", has=page.locator(f"a[href='{name.get_attribute('href')}']")).first
        assert card.locator(".about").inner_text() == entry.locator(".about").inner_text()
        assert len(visit.asked) == asked
        _nobody_is_shut_out(page)
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
    """Compressed, all of them."""
    assert sum(len(gzip.compress(path.read_bytes())) for path in (site / "assets").glob("*.js")) <= 12_000
