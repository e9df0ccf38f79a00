"""The search as readers use it, in a real browser."""

import re
import sys
import unicodedata
from collections.abc import Iterator
from random import Random
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, Route, expect

from spotbrief.exports.search.words import STOP, fold
from tests.desks import Desk
from tests.search.folding import CASES
from tests.search.test_index import SEARCH
from tests.serving import served

pytestmark = pytest.mark.xdist_group("browser")


SAID = """([word, typed]) =>
  import('./search.js').then(s => s.likeness(s.fold(word), s.wanted(s.fold(typed))) > 0)"""
ALL_WORDS = "texts => import('./search.js').then(s => texts.map(text => s.words(text)))"
ALL_FOLDED = "texts => import('./search.js').then(s => texts.map(text => s.fold(text)))"


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A desk in two languages, served below a path."""
    desk = Desk(tmp_path_factory.mktemp("desk")).write("mkdocs.yml", SEARCH)
    desk.actor("zelensky", "type: person\nother_names: [Володимир Зеленський, Zelenskyy]\n", name="Volodymyr Zelensky")
    desk.write("content/topics.yml", "trade: {name: Trade}\nwar: {name: War}\n")
    desk.brief("first", "topics: [trade]\nsummary: A sanction is lifted.\n", "Of [[zelensky]] and grain.", "Sanctions end")
    desk.brief(
        "second",
        "topics: [war]\nkind: assessment\n",
        "Санкції проти банків, переговори в Києві, бу́рти й за́мок, коммюніке про об′єкт.",
        "Обмін полоненими",
    )
    for number in range(12):
        desk.brief(f"other-{number}", f"topics: [{'war' if number % 2 else 'trade'}]\n", "Grain, again.", f"Harvest {number}")
    assert desk.build(site="root/base").code == 0
    with served(desk.root / "root") as root:
        yield f"{root}base/"


def test_the_browser_folds_words_as_the_build_does(page: Page, address: str) -> None:
    """Or what is typed would not be what was indexed: the same for texts of many scripts, and for signs in any order."""
    page.goto(f"{address}search/")
    for (text, found), typed in zip(CASES, page.evaluate(ALL_WORDS, [text for text, _ in CASES]), strict=True):
        assert [word for word in typed if word not in STOP] == list(dict.fromkeys(found)), text


def test_the_browser_folds_any_text_as_the_build_does(page: Page, address: str) -> None:
    """Every sign there is, alone and between two letters, and thousands of them in a row at random."""
    page.goto(f"{address}search/")
    signs = [chr(code) for code in range(sys.maxunicode) if unicodedata.category(chr(code)) not in ("Cn", "Cs", "Co")]
    chance = Random(1)
    likely = "aeiуиіїйґ'’´\u0301\u0306\u0308\u00ad\u200b Σς"
    texts = ["".join(chance.choice(likely if chance.random() < 0.7 else signs) for _ in range(12)) for _ in range(20_000)]
    texts += [f"{sign} a{sign}b и{sign}і" for sign in signs]
    differ = [
        (text, ours, theirs)
        for text, ours, theirs in zip(texts, map(fold, texts), page.evaluate(ALL_FOLDED, texts), strict=True)
        if ours != theirs
    ]
    assert differ == []


@pytest.mark.parametrize(
    ("word", "typed"),
    [
        ("санкції", "санкцій"),
        ("санкціями", "санкція"),
        ("переговорів", "переговори"),
        ("зеленського", "зеленський"),
        ("президентові", "президента"),
        ("україною", "україна"),
        ("перемир'ям", "перемир’я"),
        ("sanctions", "sanction"),
        ("sanction", "sanctions"),
        ("policies", "policy"),
        ("talk", "talks"),
        ("negotiated", "negotiating"),
        ("ceasefire", "cease"),
        ("перемир’я", "перем"),
    ],
)
def test_a_word_is_found_in_its_other_forms(page: Page, address: str, word: str, typed: str) -> None:
    """By its endings, and by its beginning."""
    page.goto(f"{address}search/")
    assert page.evaluate(SAID, [word, typed])


@pytest.mark.parametrize(("word", "typed"), [("санкт", "санкції"), ("station", "state"), ("мирний", "мир'я")])
def test_other_words_are_not_found(page: Page, address: str, word: str, typed: str) -> None:
    """A shared beginning is not enough."""
    page.goto(f"{address}search/")
    assert not page.evaluate(SAID, [word, typed])


def test_what_is_typed_before_the_index_came_is_looked_for(page: Page, address: str) -> None:
    """On a slow line the box is there before the search is."""
    waiting: list[Route] = []
    page.route("**/search/index.json", lambda route: waiting.append(route))
    with page.expect_request("**/search/index.json"):
        page.goto(f"{address}search/")
    box = page.locator(".search-page").get_by_role("searchbox")
    box.fill("sanctions")
    waiting.pop().continue_()
    expect(page.locator(".result-title").first).to_have_text("Sanctions end")
    expect(box).to_have_value("sanctions")


def test_results_stand_by_group_with_what_was_found(page: Page, address: str) -> None:
    """The words of the address are looked for at once; results say what they are, and show the words."""
    page.goto(f"{address}search/?q=sanctions")
    result = page.locator(".result").first
    expect(result.get_by_role("link")).to_have_text("Sanctions end")
    expect(result.locator(".result-kind")).to_have_text("News")
    expect(result.locator(".result-lead mark")).to_have_text("sanction")
    expect(page.locator(".search-status")).to_have_text("1 result")
    expect(page.locator(".search-browse")).to_be_hidden()
    result.get_by_role("link").click()
    expect(page).to_have_url(f"{address}briefings/first/")


@pytest.mark.parametrize(
    ("typed", "title"),
    [("Зеленського", "Volodymyr Zelensky"), ("zelenskyy", "Volodymyr Zelensky"), ("санкціями банки", "Обмін полоненими")]
    + [(typed, "Обмін полоненими") for typed in ("бурти", "замок", "за\u0301мок", "об`єкт", "обʼєкту", "об'єкт")],
)
def test_names_and_texts_are_found_in_either_script(page: Page, address: str, typed: str, title: str) -> None:
    """By any name, in any case."""
    page.goto(f"{address}search/")
    page.locator(".search-page").get_by_role("searchbox").fill(typed)
    expect(page.locator(".result-title").first).to_have_text(title)


def test_filters_count_keep_and_stand_in_the_address(page: Page, address: str) -> None:
    """A ticked box keeps its results; the address can be sent to somebody."""
    page.goto(f"{address}search/?q=grain")
    expect(page.locator(".search-status")).to_have_text("13 results")
    page.locator("summary", has_text="Topic").click()
    expect(page.get_by_label("Trade 7")).not_to_be_checked()
    page.get_by_label("War 6").check()
    expect(page.locator(".search-status")).to_have_text("6 results")
    expect(page).to_have_url(f"{address}search/?q=grain&topic=war")
    page.reload()
    expect(page.locator(".search-status")).to_have_text("6 results")
    expect(page.get_by_label("War 6")).to_be_checked()
    expect(page.get_by_label("Trade 7")).to_be_visible()
    page.get_by_label("War 6").uncheck()
    page.get_by_role("button", name="Show more").click()
    expect(page.locator(".result")).to_have_count(13)
    expect(page.locator(".result a").nth(6)).to_be_focused()


def test_nothing_found_is_said_kindly(page: Page, address: str) -> None:
    """With what may help."""
    page.goto(f"{address}search/?q=xylophone")
    expect(page.locator(".search-status")).to_contain_text("Nothing was found. Try")
    expect(page.locator(".search-meant")).to_have_count(0)
    expect(page.locator(".search-browse").get_by_role("link", name="Volodymyr Zelensky")).to_be_visible()


def test_a_name_brings_the_actor_and_all_that_is_about_it(page: Page, address: str) -> None:
    """In any script; what says so leads to the list."""
    page.goto(f"{address}search/?q=Зеленський")
    expect(page.locator(".result-title").first).to_have_text("Volodymyr Zelensky")
    expect(page.locator(".search-with")).to_have_text("1 briefing with Volodymyr Zelensky")
    expect(page.locator(".result-title").nth(1)).to_have_text("Sanctions end")
    page.get_by_role("link", name="1 briefing", exact=True).click()
    expect(page.locator(".search-status")).to_have_text("1 result")
    expect(page).to_have_url(f"{address}search/?actor=zelensky&in=briefings")
    page.goto(f"{address}search/?q=Зеленський+lifted")
    expect(page.locator(".result-title")).to_have_text(["Sanctions end"])


@pytest.mark.parametrize(("typed", "meant"), [("zelnsky", "Zelensky"), ("harvset", "Harvest"), ("Володимр", "Володимир")])
def test_a_word_that_is_nearly_a_name_is_understood(page: Page, address: str, typed: str, meant: str) -> None:
    """What is found for it is shown, and said to be for another word."""
    page.goto(f"{address}search/?q={typed}")
    expect(page.locator(".result").first).to_be_visible()
    expect(page.locator(".search-meant")).to_contain_text(f"Nothing was found for “{typed}”.")
    expect(page.locator(".search-status")).to_contain_text("result")
    page.locator(".search-meant").get_by_role("link", name=meant).click()
    expect(page.locator(".search-page").get_by_role("searchbox")).to_have_value(meant)
    expect(page.locator(".result").first).to_be_visible()


def test_tabs_show_one_kind_and_can_be_gone_back_on(page: Page, address: str) -> None:
    """What we said comes before whom and what it is about."""
    page.goto(f"{address}search/?q=trade")
    expect(page.locator(".search-tabs")).to_contain_text("Briefings")
    page.goto(f"{address}search/?q=grain")
    tabs = page.get_by_role("navigation", name="Kinds of results")
    expect(tabs.get_by_role("link", name="All 13")).to_have_attribute("aria-current", "true")
    tabs.get_by_role("link", name="Actors 0").click()
    expect(page).to_have_url(f"{address}search/?q=grain&in=things")
    expect(page.locator(".search-status")).to_contain_text("Nothing was found")
    page.go_back()
    expect(page.locator(".search-status")).to_have_text("13 results")
    tabs.get_by_role("link", name="Briefings 13").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".result")).to_have_count(10)


def test_phones_have_a_magnifier_in_the_head(browser: Browser, address: str) -> None:
    """One press from any page; / does the same."""
    page = browser.new_context(viewport={"width": 360, "height": 740}).new_page()
    page.goto(f"{address}briefings/first/")
    page.locator(".masthead").get_by_role("link", name="Search").click()
    expect(page.locator(".search-page").get_by_role("searchbox")).to_be_focused()
    page.goto(f"{address}briefings/first/")
    page.keyboard.press("/")
    expect(page).to_have_url(f"{address}search/")
    page.context.close()


def test_arrow_keys_go_through_the_results(page: Page, address: str) -> None:
    """Down into them, up and Escape back to the box."""
    page.goto(f"{address}search/?q=grain")
    box, links = page.locator(".search-page").get_by_role("searchbox"), page.locator(".result a")
    expect(links).to_have_count(6)
    box.focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(links.nth(1)).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(box).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Escape")
    expect(box).to_be_focused()


def test_the_box_of_every_page_loads_the_search_when_it_is_wanted(page: Page, address: str) -> None:
    """By the key /, and not before; Escape closes what it found, Enter leads to the page of the search."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{address}briefings/first/")
    assert not [url for url in asked if "/search/" in url]
    page.keyboard.press("/")
    box, found = page.locator(".masthead input"), page.get_by_role("region", name="Search results")
    expect(box).to_be_focused()
    expect(box).to_have_value("")
    box.press_sequentially("зеленськ")
    expect(found.get_by_role("link", name="Volodymyr Zelensky")).to_be_visible()
    expect(found.locator(".search-status")).to_contain_text("result")
    page.keyboard.press("ArrowDown")
    expect(found.get_by_role("link").first).to_be_focused()
    page.keyboard.press("Escape")
    expect(found).to_be_hidden()
    expect(box).to_be_focused()
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{address}search/?q=%D0%B7%D0%B5%D0%BB%D0%B5%D0%BD%D1%81%D1%8C%D0%BA")


def test_without_a_script_the_page_is_an_index(browser: Browser, address: str) -> None:
    """Everything by name, and a word about why the box does nothing."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}search/?q=grain")
    expect(page.get_by_text("Searching needs JavaScript.")).to_be_visible()
    page.locator(".search-browse").get_by_role("link", name="Volodymyr Zelensky").click()
    expect(page).to_have_url(f"{address}actors/zelensky/")
    context.close()


@pytest.mark.parametrize(("width", "scheme"), [(360, "dark"), (1280, "light")])
@pytest.mark.parametrize("query", ["q=Зеленський", "q=zelnsky", "q=grain&in=things", "q=grain&topic=war"])
def test_nobody_is_shut_out_of_what_was_found(
    browser: Browser, address: str, query: str, width: int, scheme: Literal["light", "dark"]
) -> None:
    """Nor where there are none."""
    context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme)
    page = context.new_page()
    page.goto(f"{address}search/?{query}")
    expect(page.locator(".search-status")).to_contain_text(re.compile("result|Nothing"))
    found = [f"{one['id']}: {node['html'][:200]}" for one in Axe().run(page).response["violations"] for node in one["nodes"]]
    assert not found, "\n".join(found)
    context.close()
