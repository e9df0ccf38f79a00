"""Every link within a page reaches what it names, whatever the headings of a text are called."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.desks import CONFIG, Desk
from tests.serving import served

pytestmark = pytest.mark.xdist_group("browser")

NAMES = (
    "Content",
    "Contents",
    "Menu",
    "Search",
    "Fn 1",
    "Fnref 1",
    "Footnote:1",
    "Page:content",
    "Filter actor",
    "Зміст",
    "Key takeaways",
    "Sources",
    "Menu",
)
TEXT = "\n\n".join(f"## {name}\n\nUnder {name}[^1] and[^ю]." for name in NAMES) + "\n\n[to it](#fn-1)\n\n[^1]: A note.\n[^ю]: Ще.\n"
MORE = """\
summary: S.
key_takeaways: [{id: content, text: It rains.}]
what_to_expect: [{id: menu, text: Rain, likelihood: likely, by: 2025-12}]
timeline: [{id: contents, when: 2025-02, title: The flood}]
sources: [{id: fn-1, title: Report, publisher: Office}]
"""
BROKEN = """() => {
  const at = (id) => document.getElementById(id) || document.getElementById(decodeURIComponent(id));
  const aim = (link) => at(link.getAttribute("href").slice(1));
  const links = (which) => [...document.querySelectorAll(which)];
  const ids = links("[id]").map(one => one.id);
  return {
    twice: ids.filter((id, i) => ids.indexOf(id) !== i),
    lost: links("a[href^='#']:not([href='#'])").filter(link => !aim(link)).map(link => link.hash),
    headings: links(".contents a[href^='#']")
      .filter(link => !aim(link)?.textContent.includes(link.textContent.trim())).map(link => link.hash),
    notes: links(".footnote-ref > a, a.footnote-ref").filter(link => aim(link)?.tagName !== "LI").map(link => link.hash),
  };
}"""


@pytest.fixture(scope="module")
def pages(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Page, str, list[str]]]:
    """A window, the address of a desk whose headings are called like parts of the page, and the paths of its pages."""
    root: Path = tmp_path_factory.mktemp("desk")
    desk = Desk(root).write("mkdocs.yml", CONFIG.replace("exports]", "exports, spotbrief/search]\nmarkdown_extensions: [footnotes, toc]"))
    desk.brief("nasty", MORE, TEXT).actor("norway", f"type: state\nbody: |\n  {TEXT.replace(chr(10), chr(10) + '  ')}\n")
    desk.write("content/about.md", "# About\n\n" + TEXT)
    desk.write(
        "content/trust.yml",
        f"ethics: |\n  {TEXT.replace(chr(10), chr(10) + '  ')}\nverification: |\n  {TEXT.replace(chr(10), chr(10) + '  ')}\n",
    )
    built = desk.build(site="root/base")
    assert built.code == 0, built.said
    with served(root / "root") as address:
        page = browser.new_page()
        yield page, f"{address}base/", sorted(f"{path.parent.relative_to(built.site)}/" for path in built.site.rglob("index.html"))
        page.close()


def test_no_id_stands_twice_and_every_link_of_a_page_arrives(pages: tuple[Page, str, list[str]]) -> None:
    """Texts and the page around them have namespaces of their own."""
    page, base, paths = pages
    broken = {}
    for path in paths:
        page.goto(base + path)
        if any(found := page.evaluate(BROKEN).values()):
            broken[path] = list(found)
    assert broken == {}


def test_old_addresses_of_headings_hold(pages: tuple[Page, str, list[str]]) -> None:
    """They are what the heading says, as GitHub makes them."""
    page, base, _ = pages
    for anchor, title in (("content", "Content"), ("fn-1", "Fn 1"), ("menu-1", "Menu"), ("зміст", "Зміст"), ("footnote1", "Footnote:1")):
        page.goto(f"{base}briefings/nasty/#{anchor}")
        assert page.evaluate("document.querySelector(':target').textContent").startswith(title)
