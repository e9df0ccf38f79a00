"""The policy in a real browser: what is allowed comes, what is not is blocked, on ordinary pages and on readers' pages."""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, Route

from tests.desks import CONFIG, PNG, Desk
from tests.serving import served

pytestmark = pytest.mark.xdist_group("browser")

HOST = "https://other.example"
PAGE = f"""\
# A

<iframe title="A frame" src="{HOST}/frame"></iframe>

![A picture]({HOST}/a.png)

<form action="{HOST}/sign-up"><button>Sign up</button></form>

<iframe title="Own" src="../own.html"></iframe>
"""
TYPES = {"/a.png": "image/png", "/x.js": "text/javascript", "/x.css": "text/css"}
BODIES = {"/x.js": f"document.documentElement.dataset.ran = 'yes'; fetch('{HOST}/count', {{mode: 'no-cors'}}).catch(() => 0)"}


def built(folder: Path, allow: str) -> Path:
    """A site that asks another host for all kinds of things."""
    desk = Desk(folder)
    more = f"extra_javascript: ['{HOST}/x.js']\nextra_css: ['{HOST}/x.css']\n"
    desk.write("mkdocs.yml", CONFIG.replace("timezone: Europe/Kyiv", f"timezone: Europe/Kyiv, allow: {allow}") + more)
    desk.write("content/own.html", "<!doctype html><p>Own</p>").write("content/a.md", PAGE).brief("x")
    done = desk.build(site="root/base")
    assert done.code == 0, done.said
    assert done.said.count("[blocked]") == (0 if HOST in allow else 5)
    return done.site


@pytest.fixture
def window(browser: Browser) -> Iterator[tuple[Page, set[str]]]:
    """A window, and what it got from the other host, whose answers are made here: the policy is asked before the network."""
    page = browser.new_page()
    asked: set[str] = set()

    def answer(route: Route) -> None:
        path = urlsplit(route.request.url).path
        asked.add(path)
        kind = TYPES.get(path, "text/html")
        route.fulfill(status=200, content_type=kind, body=PNG if kind == "image/png" else BODIES.get(path, "<p>There</p>").encode())

    page.route(f"{HOST}/**", answer)
    yield page, asked
    page.close()


@pytest.mark.parametrize("path", ["a/", "briefings/x/"])
@pytest.mark.parametrize("opened", [True, False])
def test_only_what_is_allowed_comes_from_elsewhere(opened: bool, path: str, tmp_path: Path, window: tuple[Page, set[str]]) -> None:
    """Scripts, styles, frames, pictures, and where a form is sent."""
    page, asked = window
    site = built(tmp_path, f"{{{HOST}: [scripts, connections, styles, frames, pictures, forms]}}" if opened else "{}")
    with served(site.parent) as root:
        page.goto(f"{root}base/{path}")
        page.wait_for_load_state("networkidle")
        everywhere, here = {"/x.js", "/x.css", "/count"}, {"/frame", "/a.png"} if path == "a/" else set()
        assert asked == (everywhere | here if opened else set())
        assert page.evaluate("document.documentElement.dataset.ran") == ("yes" if opened else None)
        if path == "a/":
            assert any(frame.url.endswith("/own.html") for frame in page.frames)
            page.evaluate("document.querySelector('form[action^=https]').requestSubmit()")
            page.wait_for_timeout(300)
            assert page.url.startswith(HOST) is opened
