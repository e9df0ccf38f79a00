"""Open Graph on every page, and the cards."""

import re
import struct
from html import unescape

import pytest
from PIL import Image

from spotbrief.exports.cards.card import HEADLINE
from spotbrief.exports.cards.type import FOLDER, Face, block
from tests.desks import PNG, Built, Desk
from tests.machines.conftest import HOSTILE

META = re.compile(r'<meta (?:name="description" )?(?:property|name)="((?:og|article|twitter):[a-z_:]+)" content="([^"]*)">')
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
    """With its times; who wrote it and what it is about is told in JSON-LD."""
    properties = said(built.page("briefings/first"))
    assert properties["og:type"] == ["article"]
    assert properties["article:published_time"] == ["2025-03-01T00:00:00+02:00"]
    assert properties["article:modified_time"] == ["2025-03-02T09:30:00+02:00"]
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
    desk.write("mkdocs.yml", config).write("briefings/p.png", PNG).brief("one", "image: {src: p.png, alt: A view}\n").brief("two")
    built = desk.build("--strict")
    assert not list(built.site.rglob("social-card.png"))
    assert not (desk.root / ".cache").exists()
    assert said(built.page("briefings/one"))["og:image"] == ["https://desk.example/base/briefings/one/p.png"]
    assert "og:image" not in said(built.page("briefings/two"))


@pytest.mark.parametrize("sign", ["0", "i", "w", "Ж", "会"])
def test_a_long_title_without_blanks_costs_no_time(sign: str) -> None:
    """The work on a headline grows with its length, and ends where no card has room for more."""
    asked = 0

    class Counting(Face):
        def width(self, text: str) -> float:
            nonlocal asked
            asked += len(text)
            return super().width(text)

    set_in_lines = block(sign * 300_000, Counting(FOLDER / "serif.ttf"), width=1056, top=0, sizes=HEADLINE, leading=1.1)
    assert set_in_lines.lines[-1].text.endswith("…")
    assert asked < 30_000


def test_a_title_that_fits_nowhere_is_an_error(desk: Desk) -> None:
    """Of a briefing, and of anything else that has one."""
    desk.brief("a", title="x" * 301).brief("b", title="x" * 300).write("content/topics.yml", f"t: {{name: {'x' * 301}}}\n")
    said = desk.said()
    assert "briefings/a.md:2:8: error[value] a title of 301 characters is too long\n  hint: write at most 300" in said
    assert "briefings/b.md" not in said
    assert said.count("301 characters") == 2


def test_signs_without_a_font_are_told_and_not_kept(desk: Desk) -> None:
    """A card with boxes is drawn anew in the next build, by then perhaps with a font; emoji are left out, and cost nothing."""
    desk.brief("flag", title="Peace \U0001f1fa\U0001f1e6 talks \U0001f54a\ufe0f").brief("plain", title="Peace talks").brief(
        "boxes", title="\U00010920\U00010921"
    )
    built = desk.build("--strict")
    assert built.code == 0, built.said
    cards = {id: (built.site / f"briefings/{id}/social-card.png").read_bytes() for id in ("flag", "plain", "boxes")}
    assert cards["flag"] == cards["plain"]
    assert "No font on this machine has \U00010920 \U00010921, so cards show boxes" in built.said
    assert len(list((desk.root / ".cache/spotbrief/cards").glob("*.png"))) == 2  # the site's, and one of the two that are alike


def test_cards_wear_the_colours_of_the_desk(desk: Desk) -> None:
    """What a style of the desk says of a kind reaches its cards; where no picture can take it, ours stays."""
    desk.brief("a").brief("b", "kind: outlook\n").brief("c", "kind: tracker\n")
    desk.write("templates/assets/site.css/60-ours.css", ":root{--kind-news: #ff00fe; --kind-outlook: oklch(50% 0.1 20)}")
    site = desk.build("--strict").site
    edges = [list(Image.open(site / f"briefings/{id}/social-card.png").convert("RGB").crop((600, 4, 601, 5)).tobytes()) for id in "abc"]
    wanted = [(255, 0, 254), (125, 82, 0), (77, 96, 18)]
    assert all(abs(one - other) < 3 for edge, want in zip(edges, wanted, strict=True) for one, other in zip(edge, want, strict=True))
