"""A page asks at once for the fonts of the letters that its language is written in: one that comes late is not used."""

import re

import pytest

from spotbrief.rendering.fonts import fonts_for
from spotbrief.words.conventions import conventions
from tests.desks import CONFIG, Desk


@pytest.mark.parametrize(("language", "cuts"), [("en", [""]), ("de", [""]), ("uk", ["", "-cyrillic"])])
def test_fonts_of_the_language_are_asked_for_at_once(desk: Desk, language: str, cuts: list[str]) -> None:
    """Both families, and no cut whose letters the language does not have."""
    built = desk.write("mkdocs.yml", CONFIG.replace("Europe/Kyiv", f"Europe/Kyiv, language: {language}")).brief("a").build()
    for page in (built.page("briefings/a"), built.page("")):
        asked = re.findall(r'<link rel="preload" href="[./]*assets/fonts/([a-z-]+)\.[0-9a-f]+\.woff2"', page)
        assert asked == [f"{family}{cut}" for cut in cuts for family in ("serif", "sans")]


def test_each_language_of_a_desk_has_its_own(desk: Desk) -> None:
    """The pages in English load no letters that they do not have."""
    desk.write("mkdocs.yml", CONFIG.replace("Europe/Kyiv", "Europe/Kyiv, languages: {en: English, uk: Українська}")).brief("a")
    built = desk.write("briefings/a.uk.md", "---\ntitle: Перша\n---\nТекст.\n").build()
    assert ["-cyrillic" in built.page(path) for path in ("briefings/a", "uk/briefings/a")] == [False, True]


@pytest.mark.parametrize(("language", "cuts"), [("bg", ["", "-cyrillic"]), ("cs", ["", "-more"]), ("ar", [""]), ("fr", [""])])
def test_letters_come_from_the_alphabet(language: str, cuts: list[str]) -> None:
    """Of any language that Unicode knows."""
    assert fonts_for(conventions(language).alphabet) == tuple(f"fonts/{family}{cut}.woff2" for cut in cuts for family in ("serif", "sans"))
