"""Timelines: their filter, their months, and how long they are."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Route, expect

from tests.browser.conftest import Visitor
from tests.browser.test_conveniences import nobody_is_shut_out

pytestmark = pytest.mark.xdist_group("browser")

STORY = "timelines/ceasefire-talks/"


def _events(file: Path) -> list[dict[str, Any]]:
    """The events of a file, with the ids of what they name."""
    data = json.loads(file.read_text("utf-8"))
    events = [dict(zip(data["fields"], row, strict=True)) for row in data["events"]]
    named = {kind: [id for id, _ in names] for kind, names in data["names"].items()}
    return [event | {kind: [ids[at] for at in event[kind]] for kind, ids in named.items()} for event in events]


@pytest.mark.parametrize(("width", "scheme"), [(390, "dark"), (1280, "light")])
def test_a_timeline_is_filtered_by_everything_at_once(visitor: Visitor, site: Path, width: int, scheme: str) -> None:
    """The result is what the data says, stands in the address, and comes back from there. The filter is open where there is room."""
    events = _events(site / "timelines/events.json")
    chosen = next(e for e in events if "donald-trump" in e["actors"] and e["topics"] and e["kinds"])
    topic, kind, day = chosen["topics"][0], chosen["kinds"][0], chosen["earliest"]
    fitting = [
        e["id"]
        for e in events
        if "donald-trump" in e["actors"]
        and topic in e["topics"]
        and kind in e["kinds"]
        and (e["latest"] or e["earliest"]) >= day
        and e["earliest"] <= "2025-12-31"
    ]
    with visitor(width, color_scheme=scheme) as visit:
        page = visit.open("timelines/")
        found = page.locator(".timeline > li:visible")
        everything = found.count()
        if width < 960:
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
        expect(found).to_have_count(len(fitting))
        links = page.locator(".timeline > li:visible h3 a").evaluate_all("links => links.map(link => decodeURIComponent(link.hash))")
        assert links == [f"#event:{id.rpartition(':')[2]}" for id in fitting]
        assert page.url.endswith(f"?actor=donald-trump&topic={topic}&kind={kind}&from={day}&to=2025-12-31")
        nobody_is_shut_out(page)
        page.reload()
        expect(status).to_have_text(f"{len(fitting)} of {len(events)} events")
        expect(page.get_by_label("Actor")).to_have_value("donald-trump")
        page.get_by_role("button", name="Clear").click()
        expect(found).to_have_count(everything)
        assert page.url.endswith("timelines/")
        assert visit.wrong == []


@pytest.mark.parametrize("paths", [("timelines/", "timelines/page/2/"), (STORY,)], ids=["of everything", "of a storyline"])
def test_what_is_found_says_all_that_the_page_says(visitor: Visitor, paths: tuple[str, ...]) -> None:
    """Date and title of events on this page and on others; text and actors where the page has them."""
    texts = "events => events.map(event => event.textContent.replace(/\\s+/g, ' ').trim())"
    with visitor() as visit:
        pages = [visit.open(path).locator(".timeline > li").evaluate_all(texts) for path in paths]
        page = visit.open(f"{paths[0]}?to=2100-01-01")
        expect(page.locator(".filter-count")).to_contain_text(" of ")
        while (more := page.get_by_role("button", name="Show more")).is_visible():
            before = page.locator(".timeline > li:visible").count()
            more.click()
            expect(page.locator(".timeline > li:visible")).not_to_have_count(before)
        shown = page.locator(".timeline:visible > li").evaluate_all(texts)
        assert shown == [text for page in pages for text in page]
        assert all(pages)
        assert any("More" in text for text in shown)


def test_what_is_found_leads_where_the_event_stands(visitor: Visitor) -> None:
    """At its place in a briefing, and to its actors, on the page of a storyline too."""
    with visitor() as visit:
        page = visit.open("timelines/ceasefire-talks/?actor=turkiye")
        expect(page.locator(".filter-count")).to_contain_text(" of ")  # the script has hidden all others
        event = page.locator(".timeline > li:visible", has=page.locator("h3 a")).first
        title = event.locator("h3").inner_text()
        addresses = event.locator("a").evaluate_all("links => links.map(link => link.href)")
        for address in addresses:
            got = page.request.get(address)
            assert got.ok, address
        page.goto(next(address for address in addresses if "#event:" in address))
        expect(page.locator(".timeline > li:target h3")).to_contain_text(title)


def _many(count: int) -> dict[str, Any]:
    fields = ["id", "earliest", "latest", "kinds", "actors", "topics"]
    row = ["2025-05-01", "", [0], [0], []]
    names: dict[str, Any] = {"actors": [["x", "Mrs X"]], "topics": [], "kinds": [["talks", "Talks"], ["other", "Other"]]}
    return {
        "order": "newest",
        "on_first_page": 80,
        "on_later_pages": 240,
        "names": names,
        "fields": fields,
        "events": [[f"e{i}", *row] for i in range(count)],
    }


def _page_of_many(route: Route) -> None:
    first = 80 + (int(route.request.url.rstrip("/").rpartition("/")[2]) - 2) * 240
    events = (f'<li id="event:e{i}"><h3>A title {i}</h3></li>' for i in range(first, first + 240))
    route.fulfill(body=f"<ol>{''.join(events)}</ol>", content_type="text/html")


def test_five_thousand_events_are_filtered_at_once(visitor: Visitor) -> None:
    """Some are drawn, more on demand, from those pages alone on which they stand."""
    with visitor() as visit:
        many = _many(5000)
        for i in range(4800):
            many["events"][i][3] = [1]
        visit.page.route("**/timelines/events.json", lambda route: route.fulfill(json=many))
        visit.page.route("**/timelines/page/*/", _page_of_many)
        page = visit.open("timelines/?kind=talks")
        found = page.locator(".timeline > li:visible")
        expect(found).to_have_count(50)
        expect(found.first.locator("h3")).to_contain_text("A title 4800")
        page.get_by_role("button", name="Show more").click()
        expect(found).to_have_count(100)
        expect(found.nth(50)).to_be_focused()
        assert [url.rpartition("/page/")[2] for url in visit.asked if "/page/" in url] == ["21/", "22/"]
        took = page.evaluate("""() => {
          const actor = document.getElementById("page:filter-actor"), start = performance.now();
          actor.value = "x";
          actor.dispatchEvent(new Event("change", { bubbles: true }));
          return performance.now() - start;
        }""")
        assert took < 500
        expect(page.get_by_text("200 of 5,000 events")).to_be_visible()


def test_a_timeline_is_short_light_and_holds_still(visitor: Visitor, site: Path) -> None:
    """A month is a heading that stays in sight beside its events; a phone shows three lines of each text, and all of it on demand."""
    assert all(path.stat().st_size < 150_000 for path in (site / "timelines").rglob("*.html"))
    with visitor(360) as visit:
        page = visit.open("timelines/")
        assert page.locator(".timeline > li").count() <= 80
        assert page.evaluate("document.documentElement.scrollHeight") < 14_000
        page = visit.open(STORY)
        first = page.locator(".timeline > li").first
        assert (first.bounding_box() or {"y": 9999})["y"] < 1.5 * 740
        cut = "all => all.findIndex(one => one.scrollHeight > one.clientHeight + 1)"
        event = page.locator(".timeline > li:visible").nth(page.locator(".timeline > li:visible > .event-text").evaluate_all(cut))
        expect(event.locator(".event-text")).to_have_css("-webkit-line-clamp", "3")
        before = event.bounding_box()
        event.locator("summary").click()
        after = event.bounding_box()
        assert before
        assert after
        assert after["height"] > before["height"] + 20
        expect(event.locator(".event-actors")).to_be_visible()
    with visitor() as visit:
        page = visit.open("timelines/")
        page.locator(".chart-density a").last.evaluate("link => link.click()")
        assert page.locator("h2:target").count() == 1
        page.mouse.wheel(0, 600)
        page.wait_for_timeout(200)
        stuck = page.locator("h2:target").bounding_box()
        assert stuck
        assert 0 <= stuck["y"] < 60
        assert page.locator(".month > h2").count() >= 4


def test_a_filter_that_cannot_load_says_so(visitor: Visitor) -> None:
    """The page's own events stay."""
    with visitor() as visit:
        visit.page.route("**/timelines/events.json", lambda route: route.abort())
        page = visit.open("timelines/?kind=talks")
        expect(page.get_by_text("The events could not be loaded.")).to_be_visible()
        expect(page.locator(".timeline > li").first).to_be_visible()


def test_months_that_are_not_near_open_at_a_press(visitor: Visitor) -> None:
    """A phone is not filled with all of them; a link to one of their events, and paper, have what they hold."""
    with visitor(360) as visit:
        page = visit.open("timelines/")
        assert page.evaluate("document.documentElement.scrollHeight") <= 4_500
        folded = page.locator(".month .timeline > li:not(:visible)")
        anchor = folded.last.get_attribute("id")
        assert anchor
        expect(visit.open(f"timelines/#{anchor}").locator(f"[id='{anchor}']")).to_be_visible()
        page = visit.open("timelines/")
        page.get_by_text("Show, May 2025").click()
        expect(page.locator(".month:has(.folded[open]) .timeline > li").first).to_be_visible()
        page.emulate_media(media="print")
        shown = "all => all.every(one => one.checkVisibility({ contentVisibilityAuto: true }))"
        assert page.locator(".month .timeline > li").evaluate_all(shown)


def test_a_mark_tells_how_exact_a_date_is(visitor: Visitor, site: Path) -> None:
    """A day is a dot, days on end are a bar, and what is vague is a ring."""
    drawn = "[...document.querySelectorAll('.timeline > li')].map(one => [one.className, getComputedStyle(one, '::after')]).map("
    found = set[tuple[str, str, str]]()
    with visitor(1280) as visit:
        for path in sorted(site.glob("timelines/**/index.html")):
            page = visit.open(path.parent.relative_to(site).as_posix() + "/")
            page.evaluate("for (const one of document.querySelectorAll('main details')) one.open = true")
            found |= {tuple(one) for one in page.evaluate(f"{drawn}([name, at]) => [name, at.height, at.borderTopStyle])")}
            assert page.locator(".digest").count() == 0, path
    assert found == {("", "14px", "solid"), ("date-span", "32px", "solid"), ("date-vague", "14px", "dashed")}


@pytest.mark.parametrize(("path", "width"), [(STORY, 390), ("timelines/", 1280)])
def test_a_timeline_is_turned_round(visitor: Visitor, site: Path, path: str, width: int) -> None:
    """Oldest first at a press, with or without a filter; the address has it, and without a script the page is as it came."""
    title = "events => events.map(event => event.querySelector('h3').textContent)"
    with visitor(width) as visit:
        page = visit.open(path)
        newest, oldest = (page.get_by_role("button", name=name) for name in ("Newest first", "Oldest first"))
        expect(newest).to_have_attribute("aria-pressed", "true")
        as_it_came = page.locator(".timeline > li").evaluate_all(title)
        oldest.click()
        found = page.locator(".timeline:visible > li")
        expect(found.first).to_contain_text("Russia annexes Crimea" if path == "timelines/" else "Russia")
        while page.get_by_role("button", name="Show more").is_visible():
            before = found.count()
            page.get_by_role("button", name="Show more").click()
            expect(found).not_to_have_count(before)
        turned = found.evaluate_all(title)
        assert turned[::-1][: len(as_it_came)] == as_it_came
        assert page.url.endswith("?order=oldest")
        nobody_is_shut_out(page)
        page.goto(page.url.replace("?", "?kind=talks&"))
        expect(oldest).to_have_attribute("aria-pressed", "true")
        expect(page.locator(".filter-count")).to_contain_text(" of ")
        fitting = [event["id"] for event in _events(site / path / "events.json") if event["kinds"] == ["talks"]]
        expect(page.locator(".filter-count")).to_have_text(re.compile(f"^{len(fitting)} of "))
        expect(found.first).to_contain_text("Talks")
        newest.click()
        assert page.url.endswith("?kind=talks")
        page.get_by_role("button", name="Clear").click()
        expect(page.locator(".month").first).to_be_visible()
        assert page.url.endswith(path)
        assert visit.wrong == []
