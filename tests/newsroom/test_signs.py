"""Logo, favicon, social links, and settings without effect."""

import io
import json
import re

import pytest
from PIL import Image

from tests.desks import CONFIG, PNG, Built, Desk

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><rect width="40" height="20" fill="#b00020"/></svg>'
RED = (176, 0, 32)


def test_a_desk_has_signs_of_its_own(desk: Desk) -> None:
    """On every page, at the depth of each, under a theme that has a default of its own too."""
    more = "extra:\n  social:\n    - {icon: x, link: 'https://social.example/@desk', name: Mastodon}\n    - {link: 'javascript:alert(1)'}\n"
    more += "    - {link: 'https://www.other.example/desk?a=1&b=2'}\n"
    desk.write("mkdocs.yml", CONFIG.replace("font: false", "logo: signs/logo.png, favicon: signs/f.png") + more).brief("x")
    built = desk.write("content/signs/logo.png", PNG).write("content/signs/f.png", PNG).build("--strict")
    assert built.code == 0, built.said
    for page, root in (("", ""), ("briefings/x", "../../")):
        text = built.page(page)
        assert f'src="{root}signs/logo.png" alt="">' in text
        assert f'<link rel="icon" href="{root}signs/f.png">' in text
        assert '<a rel="me" href="https://social.example/@desk">Mastodon</a>' in text
        assert '<a rel="me" href="https://www.other.example/desk?a=1&amp;b=2">other.example</a>' in text
        assert "javascript:" not in text
    assert "icons/favicon." in desk.write("mkdocs.yml", CONFIG).build("--strict", site="plain").page("")


@pytest.mark.parametrize(
    ("theme", "more", "said"),
    [
        ("{name: material, features: [content.code.copy, navigation.tabs]}", "", "4:55: advice[no-effect] the feature 'navigation.tabs'"),
        ("{name: spotbrief, features: [content.code.copy]}", "", "advice[no-effect] the feature 'content.code.copy'"),
        ("{name: material, icon: {logo: material/book}}", "", "advice[no-effect] theme.icon has no effect on pages of Spotbrief"),
        ("{name: mkdocs, color_mode: dark}", "", "advice[no-effect] theme.color_mode"),
        ("material", "extra: {analytics: {provider: google, property: G-1}}\n", "advice[no-effect] extra.analytics"),
        ("material", "extra: {consent: {title: Cookies}}\n", "advice[no-effect] extra.consent"),
        ("material", "extra: {alternate: [{name: English, link: /en/}]}\n", "advice[no-effect] extra.alternate"),
    ],
)
def test_what_has_no_effect_is_told_at_its_line(theme: str, more: str, said: str, desk: Desk) -> None:
    """By the check; a desk with a page template of its own may follow all of it."""
    desk.write("mkdocs.yml", CONFIG.replace("{name: material, font: false}", theme) + more)
    assert said in desk.said()
    desk.write("templates/main.html", '{% extends "base.html" %}')
    assert desk.said() == ""


@pytest.mark.parametrize("theme", ["spotbrief", "{name: material, language: uk, direction: ltr, features: [content.code.copy]}"])
def test_what_has_an_effect_is_not_told(theme: str, desk: Desk) -> None:
    """Nor what a desk's own templates may read."""
    desk.write("mkdocs.yml", CONFIG.replace("{name: material, font: false}", theme) + "extra: {generator: false, ours: 1}\n")
    assert desk.said() == ""


def with_logo(desk: Desk, name: str, data: bytes | str) -> Built:
    """The site of a desk that has a logo."""
    config = CONFIG.replace("font: false", f"logo: {name}")
    built = desk.write("mkdocs.yml", config).write(f"content/{name}", data).brief("x", body="Text.").build("--strict")
    assert built.code == 0, built.said
    return built


def picture(built: Built, path: str) -> Image.Image:
    """A picture of the site, whose address may be relative to its root."""
    return Image.open(built.site / path).convert("RGBA")


def icons(built: Built) -> dict[str, Image.Image]:
    """The icons that a page and the manifest lead to, by their size; the drawing in the tab as SVG."""
    linked = re.findall(r'<link rel="(?:icon|apple-touch-icon)" href="([^"]+)"', built.page(""))
    named = [one["src"] for one in json.loads((built.site / "site.webmanifest").read_text("utf-8"))["icons"]]
    return {str(made.width): made for path in (*linked, *named) if path.endswith(".png") for made in [picture(built, path)]}


def raster(kind: str, size: tuple[int, int], alpha: int = 255) -> bytes:
    """A picture of one red."""
    made = io.BytesIO()
    Image.new("RGBA", size, (*RED, alpha)).save(made, kind, lossless=True)
    return made.getvalue()


@pytest.mark.parametrize("kind", ["PNG", "WEBP"])
def test_icons_of_all_sizes_are_made_of_a_logo(kind: str, desk: Desk) -> None:
    """A square that lets nothing through fills them; the page links to no icon of ours."""
    built = with_logo(desk, f"logo.{kind.lower()}", raster(kind, (600, 600)))
    found = icons(built)
    assert sorted(found, key=int) == ["32", "180", "192", "512"]
    assert {made.getpixel((1, 1)) for made in found.values()} == {(*RED, 255)}
    assert "favicon." not in built.page("")
    assert sorted(path.name.split(".")[0] for path in (built.site / "assets/icons").iterdir()) == ["180", "192", "32", "512"]


def test_a_wide_logo_stands_on_white_with_room_around_it(desk: Desk) -> None:
    """So that phones may round the corners off."""
    found = icons(with_logo(desk, "logo.png", raster("PNG", (600, 200))))
    assert found["512"].getpixel((2, 2)) == (255, 255, 255, 255)
    assert found["512"].getpixel((256, 256)) == (*RED, 255)
    assert found["32"].getpixel((1, 1)) == (255, 255, 255, 0)
    assert found["32"].getpixel((16, 16)) == (*RED, 255)


def test_a_drawing_is_the_icon_itself_and_is_turned_into_pictures(desk: Desk) -> None:
    """As `[cards]` is installed here."""
    built = with_logo(desk, "logo.svg", SVG)
    assert re.search(r'<link rel="icon" href="assets/icons/favicon\.\w+\.svg" type="image/svg\+xml">', built.page(""))
    assert icons(built)["180"].getpixel((90, 90)) == (*RED, 255)
    assert '<img class="wordmark-logo" src="logo.svg" alt="">' in built.page("")


def test_cards_show_the_logo(desk: Desk) -> None:
    """Beside the name of the site; the card of the site itself shows it large."""
    card = picture(with_logo(desk, "logo.png", raster("PNG", (300, 300))), "briefings/x/social-card.png")
    red, _, blue, _ = card.getpixel((1100, 570))  # type: ignore[misc]
    assert red > 150
    assert blue < 60
    red, _, blue, _ = picture(Built(0, "", desk.root / "site"), "social-card.png").getpixel((1100, 90))  # type: ignore[misc]
    assert red > 150
    assert blue < 60


def test_icons_of_the_desk_itself_stay(desk: Desk) -> None:
    desk.write("templates/assets/icons/180.png", raster("PNG", (180, 180), alpha=7))
    found = icons(with_logo(desk, "logo.png", raster("PNG", (600, 600))))
    assert found["180"].getpixel((9, 9)) == (*RED, 7)
    assert found["192"].getpixel((9, 9)) == (*RED, 255)
