"""Open Graph on every page, and the cards."""

import re
import struct
from html import unescape

from tests.desks import Built, Desk
from tests.machines.conftest import HOSTILE

META = re.compile(r'<meta (?:property|name)="((?:og|article|twitter):[a-z_:]+)" content="([^"]*)">')
ALWAYS = {"og:title", "og:type", "og:url", "og:site_name", "og:locale", "og:description", "og:image", "og:image:width", "og:image:height"}


def said(page: str) -> dict[str, list[str]]:
    """The properties of a page."""
    found: dict[str, list[str]] = {}
    for name, value in META.findall(page):
        found.setdefault(name, []).append(unescape(value))
    return found


def test_every_page_has_a_face(built: Built) -> None:
    """A title, a text, an address and a picture that exists, wherever it is shared."""
    for page in built.site.rglob("index.html"):
        properties = said(page.read_text("utf-8"))
        assert properties.keys() >= ALWAYS, page
        assert properties["twitter:card"] == ["summary_large_image"]
        path = page.parent.relative_to(built.site).as_posix().removeprefix(".")
        assert properties["og:url"] == [f"https://desk.example/base/{path}{'/' if path else ''}"]
        assert (built.site / properties["og:image"][0].removeprefix("https://desk.example/base/")).is_file()


def test_a_briefing_is_an_article(built: Built) -> None:
    """With its times, authors, section and tags."""
    properties = said(built.page("briefings/first"))
    assert properties["og:type"] == ["article"]
    assert properties["article:published_time"] == ["2025-03-01T00:00:00+02:00"]
    assert properties["article:author"][0] == "https://desk.example/base/authors/jane/"
    assert (properties["article:section"], properties["article:tag"]) == (["Assessment"], ["Trade", "The North"])
    assert properties["og:image:alt"] == ["Assessment: First & foremost"]


def test_hostile_titles_stay_in_their_attribute(built: Built) -> None:
    """They come back as they were typed."""
    assert said(built.page("briefings/hostile"))["og:title"] == [HOSTILE]


def test_cards_are_small_pictures_of_the_right_size(built: Built) -> None:
    """1200 x 630 pixels, under 60 kB, one for each briefing and one for the site."""
    cards = sorted(built.site.rglob("social-card.png"))
    assert len(cards) == 5
    for card in cards:
        data = card.read_bytes()
        assert data.startswith(b"\x89PNG")
        assert struct.unpack(">II", data[16:24]) == (1200, 630)
        assert len(data) < 60_000


def test_what_was_drawn_is_kept_and_may_go(desk: Desk) -> None:
    """The same picture comes from the disk, and is drawn again where it was taken away."""
    title = '"Зеленський, Łukasz and ' + "a very long headline that goes on " * 8 + '"'
    desk.brief("one", "what_to_expect: [{text: It rains, likelihood: likely, by: 2025-12}]\n", title=title)
    first = (desk.build().site / "briefings/one/social-card.png").read_bytes()
    (kept, *others) = (desk.root / ".cache/spotbrief/cards").glob("*.png")
    assert len(others) == 1
    for file in (kept, *others):
        file.write_bytes(b"kept")
    assert (desk.build().site / "briefings/one/social-card.png").read_bytes() == b"kept"
    for file in (kept, *others):
        file.unlink()
    assert (desk.build().site / "briefings/one/social-card.png").read_bytes() == first


def test_a_desk_may_do_without_cards(desk: Desk) -> None:
    """Then a picture of the briefing's own stands for it, if other sites can show it."""
    config = (desk.root / "mkdocs.yml").read_text().replace("timezone: Europe/Kyiv", "timezone: Europe/Kyiv, cards: false")
    desk.write("mkdocs.yml", config).write("briefings/p.png", b"png").brief("one", "image: {src: p.png, alt: A view}\n").brief("two")
    built = desk.build("--strict")
    assert not list(built.site.rglob("social-card.png"))
    assert not (desk.root / ".cache").exists()
    assert said(built.page("briefings/one"))["og:image"] == ["https://desk.example/base/briefings/one/p.png"]
    assert "og:image" not in said(built.page("briefings/two"))
