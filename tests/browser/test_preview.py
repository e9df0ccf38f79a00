"""The preview in a real browser: pages reload after a save, and what the site blocks is blocked here."""

from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Route, expect

from tests.desks import CONFIG, PNG, Desk
from tests.previewing import previewed

pytestmark = pytest.mark.xdist_group("browser")

OTHER, OWN = "https://other.example", "https://desk.example"
PAGE = f"""\
# A

<iframe title="A frame" src="{OTHER}/frame"></iframe>

![A picture]({OTHER}/a.png)

![A picture of the site's own]({OWN}/own.png)

<script>document.documentElement.dataset.ran = 'yes'</script>
"""


@pytest.mark.parametrize("path", ["a/", "briefings/x/"])
def test_pages_reload_and_what_the_site_blocks_is_blocked(path: str, browser: Browser, tmp_path: Path) -> None:
    """Scripts, frames and pictures of other hosts; the site's own pictures are shown from where readers find them."""
    desk = Desk(tmp_path).write("content/a.md", PAGE).brief("x")
    desk.write("mkdocs.yml", f"{CONFIG}extra_javascript: ['{OTHER}/x.js']\n")
    asked: set[str] = set()
    page = browser.new_page()
    blocked: list[str] = []

    def answer(route: Route) -> None:
        asked.add(urlsplit(route.request.url).path)
        script = b"document.documentElement.dataset.ran = 'yes'"
        route.fulfill(status=200, body=PNG if route.request.url.endswith(".png") else script)

    page.route(f"{OTHER}/**", answer)
    page.route(f"{OWN}/**", answer)
    page.on("console", lambda message: blocked.append(message.text) if "Content Security Policy" in message.text else None)
    with previewed(desk) as preview:
        page.goto(preview.address + path)
        if path == "a/":  # a picture loads when it comes near, which may be after the page
            expect(page.get_by_alt_text("A picture of the site's own")).to_have_js_property("naturalWidth", 1)
        assert asked == ({"/own.png"} if path == "a/" else set())
        assert page.evaluate("document.documentElement.dataset.ran") is None
        assert [said for said in blocked if f"{OTHER}/x.js" in said]
        desk.brief("x", title="A second title").write("content/a.md", PAGE.replace("# A", "# A second title"))
        expect(page.locator("h1")).to_have_text("A second title", timeout=30_000)
        assert not [said for said in blocked if "livereload" in said or "preview-" in said]
        desk.brief("x", title="A third title").write("content/a.md", PAGE.replace("# A", "# A third title"))
        expect(page.locator("h1")).to_have_text("A third title", timeout=30_000)
    page.close()
