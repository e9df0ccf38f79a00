"""Who types the code of a country for that of its language is told the language, wherever a language is typed."""

from pathlib import Path

import pytest
from babel import Locale
from babel.core import get_global

from spotbrief.model.countries import _LANGUAGES_TOO, _OF
from spotbrief.reading.languages import LOCALE
from spotbrief.reading.settings_error import SettingsError
from tests.cli.run import run
from tests.desks import CONFIG, Desk

TWO = CONFIG.replace("timezone: Europe/Kyiv", "timezone: Europe/Kyiv, languages: {en: English, uk: Українська}")
SLIPS = {
    "ua": "uk",
    "cz": "cs",
    "gr": "el",
    "jp": "ja",
    "dk": "da",
    "se": "sv",
    "cn": "zh",
    "ge": "ka",
    "at": "de",
    "UA": "uk",
    "ua-UA": "uk",
}


@pytest.mark.parametrize("typed", SLIPS)
@pytest.mark.parametrize("option", ["language: {}", "languages: {{en: English, {}: X}}"])
def test_the_settings_tell_the_language(typed: str, option: str, desk: Desk) -> None:
    """Of one language, and of several."""
    desk.write("mkdocs.yml", CONFIG.replace("timezone: Europe/Kyiv", option.format(typed)))
    with pytest.raises(SettingsError, match=f" is {SLIPS[typed]}\\b"):
        desk.examine()


def test_fix_writes_the_language_of_a_text(desk: Desk) -> None:
    """In a briefing, and in reference data that speaks several languages."""
    desk.write("mkdocs.yml", TWO).brief("a", "language: ua\n")
    desk.actor("norway", "type: state\nua: {name: Норвегія}\n").write("content/topics.yml", "t: {name: {en: Rain, ua: Дощ}}\n")
    assert "Ukrainian is uk: write uk" in desk.said()
    assert run(desk, "check", "--fix").exit_code == 0
    read = [(desk.root / path).read_text("utf-8") for path in ("briefings/a.md", "content/actors/norway.yml", "content/topics.yml")]
    assert ["language: uk" in read[0], "uk: {name" in read[1], "uk: Дощ" in read[2]] == [True] * 3


def test_a_real_language_may_be_typed(desk: Desk) -> None:
    """Northern Sami is one, though its code is that of Sweden."""
    assert desk.brief("a", "language: se\n").said() == ""


FILES = {
    "briefings/a.ua.md": "---\ntitle: T\n---\n\nТекст.\n",
    "briefings/a.UA.md": "Текст.\n",
    "content/topics/t.ua.yml": "name: Т\n",
    "content/about.ua.md": "# Про нас\n",
}


@pytest.mark.parametrize("path", FILES)
def test_a_translation_named_after_a_country_is_told_once(path: str, desk: Desk) -> None:
    """Whether it could be read as a text of its own or not."""
    desk.write("mkdocs.yml", TWO).write("content/topics/t.yml", "name: T\n").write("content/about.md", "# About\n").brief("a")
    said = desk.write(path, FILES[path]).said()
    code = path.split(".")[1]
    name = Path(path).name.replace(code, "uk")
    assert f"{path}:1:1: warning[translation-language] '{code}' is no language of this desk" in said
    assert f"hint: Ukrainian is uk: call the file {name}" in said
    assert said.count("error[") == 0


def test_a_language_that_the_desk_lacks_is_told(desk: Desk) -> None:
    """With one language and with two; other words behind a dot are part of a name."""
    desk.brief("a").brief("a.fr").brief("a.note").brief("b.fr")
    assert [p.where.file for p in desk.examine().problems if p.rule == "translation-language"] == ["briefings/a.fr.md"]
    assert "such as languages: {en: English, uk: Українська}" in desk.said()
    assert "the desk has en, uk: name 'fr' below languages" in desk.write("mkdocs.yml", TWO).said()


def test_translate_and_a_new_desk_tell_the_language(desk: Desk) -> None:
    """On the command line, too."""
    desk.write("mkdocs.yml", TWO).brief("a")
    assert "'ua' is no language of this desk: Ukrainian is uk: write uk" in run(desk, "translate", "a", "ua").output
    (desk.root / "mkdocs.yml").unlink()
    assert "Ukrainian is uk" in run(desk, "new", "desk", "X", "--language", "ua", "--yes").output


def test_the_countries_are_those_of_cldr() -> None:
    """All of them, but for what is said of it there."""
    ours = {path.stem for path in LOCALE.glob("*.json")}
    languages = {code for code in map(str, Locale("en").languages) if len(code) == 2}
    likely = [(str(key), str(full)) for key, full in get_global("likely_subtags").items()]
    places = {key[4:].lower(): full.split("_")[0] for key, full in likely if key.startswith("und_") and len(key) == 6 and key[4:].isalpha()}
    known = {place: "nb" if one == "no" else one for place, one in places.items()}
    wanted = {place: one for place, one in known.items() if one in ours and place != one and place not in ours}
    assert wanted | {"by": "be", "kz": "kk", "gb": "en", "us": "en"} == _OF
    assert languages & {*_OF} == _LANGUAGES_TOO
