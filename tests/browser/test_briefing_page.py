"""The page of a briefing for a reader in a hurry: short on a phone, folded, in two edges, with few stops of the keyboard."""

import re
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Visitor

pytestmark = pytest.mark.xdist_group("browser")

SCREEN = 740
FEW = 8 * SCREEN
SPOT = "briefings/2025-03-06-fallout-of-the-28-february-meeting/"
CORRECTED = "briefings/2025-05-20-after-the-first-istanbul-round/"
FORECAST = "briefings/2025-05-12-an-ultimatum-and-an-invitation/"
TRACKER = "briefings/2025-03-25-the-state-of-sanctions/"
STOPS = 12


def _briefings(site: Path) -> list[str]:
    return sorted(f"briefings/{path.parent.name}/" for path in site.glob("briefings/2*-*/index.html"))


def _height(page: Page) -> int:
    """Once the fonts are there: on a busy machine a page is measured before them."""
    return int(page.evaluate("document.fonts.ready.then(() => document.documentElement.scrollHeight)"))


def test_every_briefing_is_short_on_a_phone(visitor: Visitor, site: Path) -> None:
    """Eight screens before anything is opened, its text in full."""
    with visitor(360) as visit:
        heights = {path: _height(visit.open(path)) for path in _briefings(site)}
    assert {path: height for path, height in heights.items() if height > FEW} == {}


@pytest.mark.parametrize("width", [360, 768, 1440])
def test_no_briefing_scrolls_sideways(visitor: Visitor, site: Path, width: int) -> None:
    """Neither folded nor unfolded."""
    with visitor(width) as visit:
        for path in _briefings(site):
            page = visit.open(path)
            page.evaluate("for (const one of document.querySelectorAll('main details')) one.open = true")
            assert page.evaluate("document.documentElement.scrollWidth") <= width, path


@pytest.mark.parametrize("width", [360, 1440])
def test_few_stops_lead_to_the_last_takeaway(visitor: Visitor, site: Path, width: int) -> None:
    """From the top, by way of the link that skips the masthead; a table that stands before them makes none."""
    with visitor(width) as visit:
        for path in _briefings(site):
            page = visit.open(path)
            last = min(5, page.locator(".takeaway").count())
            if last:
                page.keyboard.press("Tab")
                page.keyboard.press("Enter")
                reached, stops = page.locator(f".takeaway:nth-child({last}) :focus"), 1
                while not reached.count() and stops <= STOPS:
                    page.keyboard.press("Tab")
                    stops += 1
                assert stops <= STOPS, path


def test_the_notes_of_a_claim_are_read_at_its_one_stop(visitor: Visitor) -> None:
    """Whoever opens one of them reads all of them, and leaves with the address of the claim."""
    with visitor(360) as visit:
        page = visit.open(SPOT)
        page.locator(".takeaway sup a").first.focus()
        page.keyboard.press("Enter")
        note = page.get_by_role("dialog", name="Source 1, 2")
        expect(note.locator(".beside-source")).to_have_count(2)
        expect(note.get_by_role("link", name="Link to this")).to_be_visible()


def test_what_one_may_do_with_it_is_one_stop(visitor: Visitor) -> None:
    """The arrows lead on; sharing copies the address where the browser cannot share."""
    with visitor(permissions=["clipboard-read", "clipboard-write"]) as visit:
        page = visit.open(SPOT)
        page.evaluate("Object.defineProperty(navigator, 'share', { value: undefined })")
        page.get_by_role("link", name="Share", exact=True).focus()
        for name in ("Print", "Cite", "Follow Ukraine and the United States"):
            page.keyboard.press("ArrowRight")
            assert page.evaluate("document.activeElement.textContent") == name
        page.keyboard.press("ArrowRight")
        page.keyboard.press("Enter")
        expect(page.get_by_role("status").filter(has_text="Link copied")).to_be_visible()
        assert page.evaluate("navigator.clipboard.readText()") == f"{visit.base}{SPOT}"
        page.get_by_role("link", name="Cite", exact=True).click()
        expect(page.locator(".cite-plain")).to_be_visible()


@pytest.mark.parametrize("script", [True, False])
def test_a_link_opens_what_is_folded(visitor: Visitor, script: bool) -> None:
    """With and without a script, from elsewhere and on the page; nothing is out of reach."""
    with visitor(360, java_script_enabled=script) as visit:
        page = visit.open(f"{SPOT}#source:12")
        expect(page.locator("[id='source:12']")).to_be_visible()
        page = visit.open(f"{CORRECTED}#judgement:thousand-exchange-completed")
        expect(page.locator(".judgement:target .row-more p").first).to_be_visible()
        page.evaluate("location.hash = 'judgement:russian-memorandum-by-end-may'")
        expect(page.locator("[id='judgement:russian-memorandum-by-end-may'] .row-more p").first).to_be_visible()
        page.get_by_text("All 9 events").or_(page.locator(".events summary")).first.click()
        expect(page.locator(".timeline .event-text").first).to_be_visible()


@pytest.mark.parametrize("width", [360, 1440])
def test_a_judgement_opens_where_it_stands(visitor: Visitor, width: int) -> None:
    """By the keyboard, or a finger; what opens it has the room of a finger, and stays where it is."""
    with visitor(width) as visit:
        page = visit.open(CORRECTED)
        opener, told = page.locator(".row-more > summary").first, page.locator(".row-more > p").first
        expect(told).to_be_hidden()
        opener.focus()
        before = opener.bounding_box()
        page.keyboard.press("Enter")
        expect(told).to_be_visible()
        assert opener.bounding_box() == before
        page.keyboard.press("Enter")
        expect(told).to_be_hidden()


def test_titles_of_other_briefings_are_whole_on_a_phone(visitor: Visitor) -> None:
    """They are sentences: a line that is cut says something else."""
    with visitor(390) as visit:
        lines = visit.open(SPOT).locator(":is(.related .digest, .neighbours) li")
        assert lines.count() > 2
        assert lines.evaluate_all("all => all.every(one => one.scrollWidth <= one.clientWidth)")


@pytest.mark.parametrize("script", [True, False])
def test_paper_has_all_that_is_folded(visitor: Visitor, script: bool) -> None:
    """The criteria of a judgement above all; what opens things, and an event that is over, stay behind."""
    with visitor(java_script_enabled=script) as visit:
        page = visit.open(SPOT)
        page.emulate_media(media="print")
        shown = "one => one.checkVisibility({ contentVisibilityAuto: true, opacityProperty: true })"
        for part in (".judgement .row-more p", ".timeline > li", ".sources > li", ".expected .row"):
            assert page.locator(part).first.evaluate(shown), part
        for part in (".digest", ".tools", ".folded > summary", ".public-event"):
            assert not page.locator(part).first.evaluate(shown), part


def test_the_sheets_of_a_briefing_have_a_running_head(visitor: Visitor) -> None:
    """Its title and its date, where the browser can write into the margin."""
    with visitor() as visit:
        page = visit.open(SPOT)
        head = page.evaluate("getComputedStyle(document.documentElement).getPropertyValue('--running-head')")
        assert "Kyiv needs a way back" in head
        assert "6 March 2025" in head


def test_findings_stand_before_the_text_and_a_table_before_all(visitor: Visitor) -> None:
    """Of an analysis: takeaways, what is expected, what it means, text; of a tracker its table; of news the text."""
    tops = "all => all.map(one => one.getBoundingClientRect().top)"
    with visitor() as visit:
        for path, order in {
            SPOT: (".takeaways", ".expected", ".implications", ".body"),
            TRACKER: (".body.is-opening table", ".takeaways", ".expected", ".body:not(.is-opening)"),
            "briefings/2025-06-18-kananaskis/": (".takeaways", ".body", ".expected", ".implications"),
        }.items():
            page = visit.open(path)
            found = [page.locator(f".briefing {part}").first.evaluate_all(tops)[0] for part in order]
            assert found == sorted(found), path


def test_a_correction_is_told_at_the_head(visitor: Visitor) -> None:
    """What is right now, and the way to what was wrong."""
    with visitor(360) as visit:
        page = visit.open(CORRECTED)
        line = page.locator(".briefing-head .notice-line.is-corrected")
        expect(line).to_contain_text("Corrected 20 May 2025")
        expect(line).to_contain_text("1,000 prisoners each")
        line.get_by_role("link").click()
        expect(page.locator("[id='section:corrections']")).to_be_in_viewport()


def test_what_opens_the_rest_of_a_judgement_is_heard_with_it(visitor: Visitor) -> None:
    """Many of them stand on one page, all in the same words; no note, sign or half a word is read out."""
    with visitor() as visit:
        page = visit.open(FORECAST)
        pairs = page.locator(".judgement:has(> .row-more)").evaluate_all(
            """all => all.map(one => [one.querySelector("h3").textContent, one.querySelector("summary")])
              .map(([claim, summary]) => [claim, summary.textContent, summary.getAttribute("aria-label")])"""
        )
    assert len(pairs) > 1
    for claim, seen, heard in pairs:
        words = heard.removeprefix(f"{seen}: ")
        assert words != heard
        assert 25 < len(words) <= 51
        assert claim.startswith(f"{words.removesuffix('…')} " if words.endswith("…") else words)


def test_a_source_leads_back_to_what_rests_on_it(visitor: Visitor) -> None:
    """To each claim that has a note of it, by a name that says which."""
    with visitor() as visit:
        page = visit.open(FORECAST)
        pairs = page.evaluate(
            """() => [...document.querySelectorAll(".takeaway, .judgement, .timeline > li, .statement")].flatMap(claim =>
              [...claim.querySelectorAll("sup > a[href^='#source:']")].map(link => `${link.hash} ${location.pathname}#${claim.id}`))"""
        )
        back = page.evaluate(
            """() => [...document.querySelectorAll(".sources > li")].flatMap(source =>
              [...source.querySelectorAll(".cited a[href^='#']")].map(link => `#${source.id} ${location.pathname}${link.hash}`))"""
        )
        names = page.locator(".cited a[href^='#']").evaluate_all("all => all.map(one => one.textContent)")
    assert len(pairs) > 5
    assert sorted(set(pairs)) == sorted(back)
    assert all(re.fullmatch(r"(takeaway|judgement) \d+|statement of .+|.*\d{4}.*", name) for name in names), names


def test_a_wide_page_keeps_a_few_entries_of_what_is_folded_in_sight(visitor: Visitor) -> None:
    """Three events that lead to theirs, four actors, three sources; once all are open, they would stand twice."""
    with visitor(1280) as visit:
        page = visit.open(FORECAST)
        for part, most in {"events": 3, "actors-section": 4, "sources-section": 3}.items():
            section = page.locator(f".{part}")
            lines = section.locator(".digest > li")
            assert lines.count() == min(most, section.locator(".folded > :is(ol, ul) > li").count()), part
            expect(lines.first).to_be_visible()
            section.locator(".folded > summary").click()
            expect(lines.first).to_be_hidden()
            section.locator(".folded > summary").click()
        line = page.locator(".events .digest > li").first
        assert line.locator("a").inner_text().strip() in (page.locator(".events .timeline h3").first.text_content() or "")
        line.locator("a").click()
        expect(page.locator(".timeline > li:target")).to_be_visible()


def test_no_mark_of_a_claim_takes_a_line(visitor: Visitor, site: Path) -> None:
    """What is unseen until it is asked for leaves no gap below a takeaway, at any width."""
    with visitor(1440) as visit:
        for path in _briefings(site):
            page = visit.open(path)
            grown = page.locator(".takeaway").evaluate_all(
                """all => all.filter(one => {
                  const before = one.offsetHeight;
                  one.querySelector(".permalink").remove();
                  return one.offsetHeight !== before;
                }).length"""
            )
            assert grown == 0, path


def test_the_odds_stand_on_a_line_that_is_seen(visitor: Visitor) -> None:
    """Eight pixels within an outline of three to one against the page, in the light and in the dark, with the number at its place."""
    with visitor() as visit:
        page = visit.open(FORECAST)
        meter = page.locator(".judgement .meter").first
        assert meter.evaluate("one => Math.round(one.getBoundingClientRect().width)") > 150
        left, width, height, middle, across = meter.evaluate(
            """one => {
              const [band, number] = [...one.querySelectorAll("rect")].map((rect) => rect.getBoundingClientRect());
              const plot = one.clientWidth, start = one.getBoundingClientRect().left + one.clientLeft;
              return [band.left - start, band.width, band.height, number.left + number.width / 2 - start, number.width]
                .map((found, i) => Math.round(i === 2 || i === 4 ? found : (found / plot) * 100));
            }"""
        )
        assert (left, width, height, middle, across) == (55, 25, 8, 72, 3)
        edge = meter.evaluate("one => getComputedStyle(one).borderTopColor")
        assert edge == page.locator(".choice").first.evaluate(
            "one => { one.style.color = 'var(--control)'; return getComputedStyle(one).color }"
        )


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_drawing_without_colours_for_the_dark_lies_on_paper(visitor: Visitor, scheme: Literal["light", "dark"]) -> None:
    """Its black lines would be lost on a dark page; one that has such colours takes those of the page."""
    with visitor(color_scheme=scheme) as visit:
        drawing = visit.open(TRACKER).locator(".picture.is-lead img")
        behind = "one => getComputedStyle(one).backgroundColor"
        assert drawing.evaluate(behind) == "rgba(0, 0, 0, 0)"
        drawing.evaluate("one => one.classList.remove('is-adaptive')")
        assert drawing.evaluate(behind) == "rgb(255, 255, 255)"
