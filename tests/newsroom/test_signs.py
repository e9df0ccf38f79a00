"""Logo, favicon, social links, and settings without effect."""

import pytest

from tests.desks import CONFIG, PNG, Desk


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
