"""A desk in several languages: a site for each, made of the same facts, and ways between them."""

import re
from pathlib import Path

import pytest

from tests.desks import CONFIG, PNG, Built, Desk

LANGUAGES = CONFIG.replace(
    "{timezone: Europe/Kyiv}",
    "{timezone: Europe/Kyiv, cards: false, languages: {en: English, uk: {name: Українська, site_name: Редакція, navigation: {Home: Дім}}}}",
).replace("exports]", "exports, spotbrief/search]")

TALKS = """\
topics: [ice]
key_takeaways:
  - {id: again, text: They agreed to meet again.}
  - {id: third, text: Nobody spoke of a third round.}
what_to_expect:
  - {id: round, text: A second round takes place., likelihood: likely, confidence: low, by: 2025-12-31, indicators: [A plane lands.]}
timeline: [{id: first-round, when: 2025-02-28, title: The first round, actors: [norway]}]
"""
NORWAY = """\
name: {en: Norway, uk: Норвегія}
type: state
description: A kingdom.
uk: {description: Королівство.}
"""
SPOKEN = """\
---
title: Перемовини в Осло
key_takeaways: [{id: again, text: Домовилися зустрітися знову.}]
what_to_expect: [{id: round, text: Другий раунд відбудеться., indicators: [Приземлиться літак.]}]
timeline: [{id: first-round, title: Перший раунд}]
---
Говорили в [[norway]], як і [раніше](b.md). ![Мапа](map.png)
"""


def lay(desk: Desk) -> Desk:
    """Two briefings, of which one is translated."""
    desk.write("mkdocs.yml", LANGUAGES)
    desk.write(
        "content/actors/norway.yml",
        "name: {en: Norway, uk: Норвегія}\ntype: state\nuk: {description: Королівство.}\ndescription: A kingdom.\n",
    )
    desk.write("content/topics.yml", "ice: {name: {en: Ice, uk: Лід}}\nsnow: {name: Snow}\n")
    desk.write("content/about.md", "# About us\n\nSee [home](index.md).\n")
    desk.write("content/about.uk.md", "# Про нас\n\nДив. [початок](index.md), [зведення](../briefings/a.md), [[norway]].\n")
    desk.write("briefings/map.png", PNG)
    desk.brief("a", TALKS, "They talked in [[norway]]. ![A map](map.png)", title="Talks in Oslo")
    desk.brief("b", "topics: [snow]\n", "Not translated.", title="An older piece")
    return desk.write("briefings/a.uk.md", SPOKEN)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The site of both."""
    made = lay(Desk(tmp_path_factory.mktemp("languages"))).build()
    assert made.code == 0, made.said
    return made


def test_a_translation_has_the_facts_of_its_original(built: Built) -> None:
    """Texts are its own; the term, the date and the anchor are the same, said in its language."""
    page = built.page("uk/briefings/a")
    assert '<html lang="uk"' in page
    for said in ("Перемовини в Осло", "Домовилися зустрітися знову.", "Другий раунд відбудеться.", "Приземлиться літак.", "Перший раунд"):
        assert said in page
    assert 'id="judgement:round"' in page
    assert "Ймовірно" in page
    assert "31 грудня 2025" in page
    assert "Talks in Oslo" not in re.sub("<(?:meta|link|script)[^>]*>", "", page)


def test_what_is_not_translated_has_no_page(built: Built) -> None:
    """Lists name the original, marked, and lead to it; nothing of another language stands at an address of this one."""
    assert not (built.site / "uk/briefings/b").exists()
    listed = built.page("uk/briefings")
    assert '<a href="../../briefings/b/"><span lang="en" dir="ltr">An older piece</span></a>' in listed
    assert '<a href="../../../briefings/b/">раніше</a>' in built.page("uk/briefings/a")
    assert '<span lang="en" dir="ltr">Nobody spoke of a third round.</span>' in built.page("uk/briefings/a")
    assert "An older piece" not in (built.site / "uk/feed.xml").read_text()
    assert "An older piece" not in (built.site / "uk/api/v1/briefings.json").read_text()


def test_every_page_names_itself_in_all_its_languages(built: Built) -> None:
    """Mutually, with a default; so does the sitemap. A page in one language alone names none."""
    said = {
        "en": "https://desk.example/base/briefings/a/",
        "uk": "https://desk.example/base/uk/briefings/a/",
        "x-default": "https://desk.example/base/briefings/a/",
    }
    for path in ("briefings/a", "uk/briefings/a"):
        assert dict(re.findall(r'<link rel="alternate" hreflang="([\w-]+)" href="([^"]+)">', built.page(path))) == said
    assert '<link rel="alternate" hreflang' not in built.page("briefings/b")
    rows = re.findall("<url>.*?</url>", (built.site / "sitemap.xml").read_text())
    told = [dict(re.findall('hreflang="([^"]+)" href="([^"]+)"', row)) for row in rows if "briefings/a/</loc>" in row]
    assert told == [said, said]
    assert not (built.site / "uk/sitemap.xml").exists()


def test_the_switch_leads_to_the_same_page_or_to_the_front(built: Built) -> None:
    """On every page, and back again."""
    switch = re.compile(r'<a class="tool is-language" href="([^"]+)" hreflang="(\w+)"')
    assert switch.findall(built.page("briefings/a")) == [("../../uk/briefings/a/", "uk")]
    assert switch.findall(built.page("uk/briefings/a")) == [("../../../briefings/a/", "en")]
    assert switch.findall(built.page("briefings/b")) == [("../../uk/", "uk")]
    assert switch.findall(built.page("uk/about")) == [("../../about/", "en")]
    assert switch.findall(built.page("uk")) == [("../", "en")]
    for page in built.site.rglob("index.html"):
        for href, _ in switch.findall(page.read_text()):
            assert (page.parent / href / "index.html").is_file(), (page, href)


def test_no_link_is_dead(built: Built) -> None:
    """Within a language and across."""
    for page in built.site.rglob("index.html"):
        for target in re.findall(r'(?:href|src)="((?![a-z]+:|#|/)[^"#?]+)', page.read_text()):
            file = Path(re.sub("/$", "/index.html", str(page.parent / target) + ("/" if target.endswith("/") else "")))
            assert file.exists(), (page.relative_to(built.site), target)


def test_reference_data_and_pages_speak(built: Built) -> None:
    """Mappings, blocks, ordinary pages, the navigation and the name of the site."""
    actor = built.page("uk/actors/norway")
    assert "<h1>Норвегія</h1>" in actor
    assert "Королівство." in actor
    assert "<h1>Лід</h1>" in built.page("uk/topics/ice")
    about = built.page("uk/about")
    assert '<a href="../../">початок</a>' in about or '<a href="../">початок</a>' in about
    assert '<a href="../briefings/a/">зведення</a>' in about
    assert '<a href="../actors/norway/">Норвегія</a>' in about
    assert ">Дім</a>" in about
    assert ">Матеріали</a>" in about
    assert "<title>Про нас - Редакція</title>" in about
    assert "Норвегія" not in built.page("actors/norway")


def test_pictures_are_published_once(built: Built) -> None:
    """The page in the other language shows the file of the original."""
    assert [str(path.relative_to(built.site)) for path in built.site.rglob("map.png")] == ["briefings/a/map.png"]
    assert 'src="../../../briefings/a/map.png"' in built.page("uk/briefings/a")


def test_a_language_more_changes_nothing_but_the_ways_to_it(desk: Desk, built: Built) -> None:
    """The pages in the first language are the same bytes, but for the switch and the alternates."""
    lay(desk).write("mkdocs.yml", re.sub("languages: {.*?}}}", "language: en", LANGUAGES))
    for path in ("content/about.uk.md", "briefings/a.uk.md"):
        (desk.root / path).unlink()
    desk.write("content/actors/norway.yml", "name: Norway\ntype: state\ndescription: A kingdom.\n")
    alone = desk.write("content/topics.yml", "ice: {name: Ice}\nsnow: {name: Snow}\n").build()
    assert alone.code == 0, alone.said
    ways = re.compile(rb'<(?:a class="tool is-language"|link rel="alternate" hreflang)[^\n]*\n|<xhtml:link[^>]*>| xmlns:xhtml="[^"]*"')
    theirs = {path: ways.sub(b"", data) for path, data in built.bytes().items() if not path.startswith("uk/")}
    differing = {path for path, data in alone.bytes().items() if theirs.get(path) != data and path != ".build-record"}
    assert differing <= {"robots.txt", "sitemap.xml"}, differing
