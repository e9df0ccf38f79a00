"""A desk in several languages: a site for each, made of the same facts, and ways between them."""

import json
import re
from html import unescape
from pathlib import Path
from urllib.parse import quote, unquote

import pytest

from tests.desks import CONFIG, PNG, Built, Desk
from tests.json_ld import graph

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
translators: [Оля]
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
    desk.brief(
        "b", "topics: [snow]\ntimeline: [{id: told, when: 2025-02, title: Told in English}]\n", "Not translated.", title="An older piece"
    )
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


def test_entries_of_feeds_differ_from_language_to_language(built: Built) -> None:
    """Programs that take in both would else show one alone."""
    ids = [set(re.findall("<id>(.*?)</id>", (built.site / path).read_text())) for path in ("feed.xml", "uk/feed.xml")]
    assert ids[1] == {"tag:desk.example,2025:uk/feeds/", "tag:desk.example,2025:uk/briefings/a"}
    assert not ids[0] & ids[1]


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
            file = Path(re.sub("/$", "/index.html", str(page.parent / unquote(target)) + ("/" if target.endswith("/") else "")))
            assert file.exists(), (page.relative_to(built.site), target)


def test_no_address_in_a_file_is_dead(built: Built) -> None:
    """Of feeds, calendars, the API, citations, sitemaps and twins, in both languages."""
    named = re.compile(r"https://desk\.example/base/([^\s\"'<>\\)#?},&]*)")
    files = [path for path in built.site.rglob("*") if path.suffix in (".json", ".xml", ".ics", ".md", ".txt", ".bib", ".ris", ".csv")]
    assert len(files) > 60
    for file in files:
        for path in named.findall(unescape(unescape(file.read_text())).replace("\n ", "")):
            there = built.site / unquote(path)
            assert there.is_file() or (there / "index.html").is_file() or path.endswith("search/"), (file.relative_to(built.site), path)


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
    in_text = rb'<(?:a class="tool is-language"|link rel="alternate" hreflang)[^\n]*\n'
    elsewhere = rb'<section class="missing-elsewhere"(?s:.*?)</section>\n'
    ways = re.compile(in_text + rb"|" + elsewhere + rb'|<xhtml:link[^>]*>|,"workTranslation":\[[^]]*\]| xmlns:xhtml="[^"]*"')
    theirs = {path: ways.sub(b"", data) for path, data in built.bytes().items() if not path.startswith("uk/")}
    differing = {path for path, data in alone.bytes().items() if theirs.get(path) != data and path != ".build-record"}
    assert differing <= {"robots.txt", "sitemap.xml"}, differing


def test_an_address_that_leads_nowhere_says_so_in_each_language(built: Built) -> None:
    """A web server has one such page; each language leads to its own front page and search."""
    page = (built.site / "404.html").read_text("utf-8")
    assert "<h1>There is nothing at this address</h1>" in page
    said = re.search(r'<section class="missing-elsewhere" lang="uk" dir="ltr">(.*?)</section>', page, re.DOTALL)
    assert said
    assert re.findall('href="(.*?)"', said[1]) == ["/base/uk/", "/base/uk/search/"]
    assert not re.search("[a-z]{3,} [a-z]{3,}", re.sub("<[^>]*>", "", said[1]))


def test_a_translation_says_of_what_it_is_one(built: Built) -> None:
    """To programs, by both pages; and readers see who translated."""
    article, original = graph(built.page("uk/briefings/a"))[0], graph(built.page("briefings/a"))[0]
    assert article["translationOfWork"] == {"@id": original["@id"]}
    assert article["translator"] == [{"@type": "Person", "name": "Оля"}]
    assert article["inLanguage"] == "uk"
    assert original["workTranslation"] == [{"@id": article["@id"]}]
    assert "Переклад: Оля" in built.page("uk/briefings/a")


def test_lists_say_in_which_language_an_original_is(built: Built) -> None:
    """In words, beside its kind; and the language of each text that is not translated, in its element."""
    assert "Новина · English" in built.page("uk/briefings")
    assert '<h1><span lang="en" dir="ltr">Snow</span></h1>' in built.page("uk/topics/snow")
    timeline = built.page("uk/timelines")
    assert '<h3 lang="en" dir="ltr"><a href="../../briefings/b/#event:told">Told in English' in timeline
    assert '<h3><a href="../briefings/a/#event:first-round">Перший раунд' in timeline


def test_a_desk_may_leave_out_what_is_not_translated(desk: Desk) -> None:
    """Lists are without it; the ledger is not, since what was judged is judged in every language."""
    lay(desk).write("mkdocs.yml", LANGUAGES.replace("cards: false", "cards: false, untranslated: left_out"))
    desk.brief(
        "c", "topics: [snow]\nwhat_to_expect: [{id: x, text: It snows., likelihood: likely, by: 2025-12-31}]\n", title="A third piece"
    )
    built = desk.build()
    assert built.code == 0, built.said
    for path in ("uk", "uk/briefings", "uk/topics/snow"):
        assert "An older piece" not in built.page(path)
    assert '<span lang="en" dir="ltr">It snows.</span>' in built.page("uk/outlook")
    assert 'href="../../briefings/c/#judgement:x"' in built.page("uk/outlook")
    assert "An older piece" in built.page("briefings")


def test_readers_see_that_a_translation_is_behind(desk: Desk) -> None:
    """With the day of the last change of the original, where that says one."""
    behind = SPOKEN.replace("title: Пер", "translated_from: {key_takeaways.again.text: '00000000'}\ntitle: Пер", 1)
    page = lay(desk).write("briefings/a.uk.md", behind).build().page("uk/briefings/a")
    assert 'Оригінал змінено після перекладу: <a href="../../../briefings/a/">English</a>' in page
    desk.brief("a", f"updated: 2025-04-01\n{TALKS}", "They talked.", title="Talks in Oslo")
    page = desk.build().page("uk/briefings/a")
    assert re.search(r"Оригінал оновлено <time[^>]*>1 квітня 2025</time>, а переклад\u00a0— ще ні", page)


def test_a_briefing_of_another_language_has_its_page_there(desk: Desk) -> None:
    """Its translation into the first language is at the root."""
    lay(desk).write("briefings/d.md", "---\ntitle: Свій\nlanguage: uk\npublished: 2025-03-02\n---\nТекст.\n")
    desk.write("briefings/e.md", "---\ntitle: Інший\nlanguage: uk\npublished: 2025-03-02\n---\nТекст.\n")
    built = desk.write("briefings/d.en.md", "---\ntitle: Our own\n---\nText.\n").build()
    assert built.code == 0, built.said
    assert "<h1>Our own</h1>" in built.page("briefings/d")
    assert "<h1>Свій</h1>" in built.page("uk/briefings/d")
    assert not (built.site / "briefings/e").exists()
    assert '<a href="../uk/briefings/e/"><span lang="uk" dir="ltr">Інший</span></a>' in built.page("briefings")


def test_a_translation_may_have_an_address_of_its_own(desk: Desk) -> None:
    """All ways lead to it, from both languages, and the address by the id leads on."""
    built = lay(desk).write("briefings/a.uk.md", SPOKEN.replace("translators:", "slug: перемовини-в-осло\ntranslators:")).build()
    assert built.code == 0, built.said
    page = built.page("uk/briefings/перемовини-в-осло")
    address = f"https://desk.example/base/uk/briefings/{quote('перемовини-в-осло')}/"
    assert f'<link rel="canonical" href="{address}">' in page
    assert f'hreflang="uk" href="{address}"' in built.page("briefings/a")
    assert 'hreflang="en" href="https://desk.example/base/briefings/a/"' in page
    assert 'class="tool is-language" href="../../../briefings/a/"' in page
    assert graph(built.page("briefings/a"))[0]["workTranslation"] == [{"@id": f"{address}#article"}]
    assert graph(page)[0]["@id"] == f"{address}#article"
    assert f'data-to="../{address.rpartition("briefings/")[2]}"' in built.page("uk/briefings/a")
    assert (built.site / "uk/briefings/перемовини-в-осло/index.md").is_file()
    test_no_link_is_dead(built)
    test_no_address_in_a_file_is_dead(built)


def test_choices_stand_in_the_order_of_the_alphabet(desk: Desk) -> None:
    """Ukrainian readers look for Є behind Е, and for І behind И."""
    config = (desk.root / "mkdocs.yml").read_text("utf-8").replace("timezone:", "language: uk, timezone:")
    desk.write("mkdocs.yml", config)
    names = {"a": "Європейська комісія", "b": "Юлія", "c": "Ірак", "d": "Ґданськ", "e": "Греція", "f": "Данія", "g": "Еквадор"}
    for id, name in names.items():
        desk.write(f"content/actors/{id}.yml", f"name: {name}\ntype: state\n")
    told, judged = f"[{', '.join(names)}]", "what_to_expect: [{{id: {}, text: {}, likelihood: likely, by: 2026-01-01{}}}]\n"
    desk.brief("a", f"actors: {told}\n{judged.format('x', 'Дощ.', f', actors: {told}')}").brief("b", judged.format("y", "Сніг.", ""))
    page = desk.build().page("outlook")
    field = page[page.index('name="actor"') :]
    options = re.findall(r'<option value="\w">([^<]+)', field[: field.index("</select>")])
    assert options == ["Греція", "Ґданськ", "Данія", "Еквадор", "Європейська комісія", "Ірак", "Юлія"]


def test_titles_of_sources_say_in_which_language_they_are(desk: Desk) -> None:
    """They are never translated: by their letters they are in a language of the desk, or in the one that the source names."""
    desk.write("mkdocs.yml", LANGUAGES)
    desk.write("content/sources.yml", "report: {title: A report of NATO}\nbericht: {title: Ein Bericht, language: de}\n")
    own = "[{title: Доповідь NATO, url: 'https://news.example/1'}, {title: Budget, url: 'https://news.example/2'}, report, bericht"
    own += ", {title: Доповідь, url: 'https://news.example/3'}, {url: 'https://news.example/4'}]"
    desk.brief("a", f"sources: {own}\n", title="A").write("briefings/a.uk.md", "---\ntitle: А\n---\nТекст.\n")
    built = desk.build()
    assert built.code == 0, built.said
    english, ukrainian = built.page("briefings/a"), built.page("uk/briefings/a")
    for page in (english, ukrainian):  # letters of both
        assert '<a href="https://news.example/1">Доповідь NATO</a>' in page
    assert '<a href="https://news.example/3">Доповідь</a>' in ukrainian
    assert '<a href="https://news.example/3"><span lang="uk" dir="ltr">Доповідь</span></a>' in english
    assert '<a href="https://news.example/2"><span lang="en" dir="ltr">Budget</span></a>' in ukrainian
    assert '<a href="https://news.example/2">Budget</a>' in english
    for page, said in ((english, 'lang="de"'), (ukrainian, 'lang="de"')):
        assert f'<span {said} dir="ltr">Ein Bericht</span>' in page
    assert '<a href="https://news.example/4">https://news.example/4</a>' in ukrainian
    assert '<h1><span lang="en" dir="ltr">A report of NATO</span></h1>' in built.page("uk/sources/report")
    assert "<h1>A report of NATO</h1>" in built.page("sources/report")
    sources = {one["id"]: one for one in json.loads((built.site / "api/v1/sources.json").read_text("utf-8"))["sources"]}
    assert sources["bericht"]["language"] == "de"
    assert "language" not in sources["report"]


def test_letters_alone_do_not_tell_two_languages_apart(desk: Desk) -> None:
    """An English title may have letters of the other language, and none of the desk may be written in those of a title."""
    desk.write(
        "mkdocs.yml",
        CONFIG.replace("{timezone: Europe/Kyiv}", "{timezone: Europe/Kyiv, cards: false, languages: {en: English, de: Deutsch}}"),
    )
    desk.brief("a", "sources: [{title: Müßig}, {title: ウクライナ情勢 NATO}, {title: 情勢}]\n")
    built = desk.build()
    assert built.code == 0, built.said
    assert "Müßig" in built.page("briefings/a")
    assert "<span lang" not in built.page("briefings/a").partition("<main")[2]
