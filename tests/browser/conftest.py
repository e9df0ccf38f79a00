"""The sample desk and one ordinary page with all the theme's parts, built once, served, and looked at in a real browser."""

import shutil
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.desks import Desk
from tests.newsroom.test_engines import sample
from tests.serving import served

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
FEATURES = Path(__file__).with_name("features.md")
EXTENSIONS = """\
markdown_extensions:
  [abbr, admonition, attr_list, def_list, footnotes, md_in_html, tables, pymdownx.details, pymdownx.superfences, pymdownx.highlight,
   {pymdownx.tabbed: {alternate_style: true}}, {pymdownx.tasklist: {custom_checkbox: true}}, {toc: {permalink: true}}]
"""


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The Chromium of the system; one for all tests of a process, which can hold no second."""
    assert CHROMIUM, "These tests need Chromium: install the package chromium (Debian: apt install chromium)."
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        yield browser
        browser.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A window in which nothing may go wrong."""
    context = browser.new_context()
    page = context.new_page()
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    yield page
    context.close()
    assert wrong == []


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built site, in the folder that its `site_url` names."""
    desk = sample(Desk(tmp_path_factory.mktemp("desk")))
    kept = [line for line in (desk.root / "mkdocs.yml").read_text("utf-8").splitlines() if not line.startswith("markdown_extensions")]
    config = "\n".join(kept).replace("  - About:", "  - Parts: [{All of them: features.md}]\n  - About:")
    desk.write("mkdocs.yml", f"{config}\n{EXTENSIONS}")
    desk.write("content/features.md", FEATURES.read_text("utf-8"))
    built = desk.build("--strict", site="root/desk")
    assert built.code == 0, built.said
    return built.site


@pytest.fixture(scope="session")
def kinds(site: Path) -> list[str]:
    """One page of each kind, the fullest: pages of a kind lie in one folder."""
    found = defaultdict(list)
    for path in site.rglob("*.html"):
        parts = path.relative_to(site).parts
        found[parts[0], len(parts), "page" in parts].append(path)
    fullest = [max(paths, key=lambda path: path.stat().st_size) for paths in found.values()]
    return sorted(path.relative_to(site).as_posix().removesuffix("index.html") for path in fullest)


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """Where the site is served."""
    with served(site.parent) as root:
        yield f"{root}desk/"


@dataclass
class Visit:
    """A window, and what went wrong or was asked for in it."""

    page: Page
    base: str
    asked: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)

    def open(self, path: str) -> Page:
        """Go to a page of the site."""
        self.page.goto(self.base + path)
        return self.page


Visitor = Callable[..., AbstractContextManager[Visit]]


@pytest.fixture
def visitor(browser: Browser, address: str) -> Visitor:
    """Opens windows; options are those of a browser's context."""

    @contextmanager
    def visit(width: int = 1280, **options: Any) -> Iterator[Visit]:
        context = browser.new_context(viewport={"width": width, "height": 800}, **options)
        visit = Visit(context.new_page(), address)
        visit.page.on("request", lambda request: visit.asked.append(request.url))
        visit.page.on("console", lambda message: visit.wrong.append(f"{visit.page.url}: {message.text}"))
        visit.page.on("pageerror", lambda error: visit.wrong.append(f"{visit.page.url}: {error}"))
        visit.page.on("response", lambda got: visit.wrong.append(f"{got.status} {got.url}") if got.status >= 400 else None)
        yield visit
        context.close()

    return visit
