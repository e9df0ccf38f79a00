"""A desk says in which language its pages are; what it says in that language comes from catalogues."""

from zoneinfo import ZoneInfo

import pytest

from spotbrief.reading.languages import LOCALE
from spotbrief.words.words import Words
from tests.desks import Desk

CONFIG = "site_name: Стіл\nsite_url: https://desk.example/\ndocs_dir: content\ntheme: spotbrief\nplugins:\n"
UTC = ZoneInfo("UTC")
HEAD = 'msgid ""\nmsgstr "Plural-Forms: nplurals=3; plural=(n==1 ? 0 : n<5 ? 1 : 2);\\n"\n\n'


def speaking(desk: Desk, language: str) -> Words:
    """What pages of *desk* say."""
    desk.write("mkdocs.yml", f"{CONFIG}  - briefings: {{language: {language}}}\n")
    return desk.examine().corpus.words


@pytest.mark.parametrize(
    ("count", "said"), [(1, "1 матеріал"), (2, "2 матеріали"), (5, "5 матеріалів"), (11, "11 матеріалів"), (21, "21 матеріал")]
)
def test_plural_forms_follow_the_language(count: int, said: str) -> None:
    """Ukrainian has three."""
    assert Words(UTC, "uk", (LOCALE / "uk.po",)).count(count, "briefing", "briefings") == said


@pytest.mark.parametrize(("typed", "tag"), [("uk", "uk"), ("uk_ua", "uk-UA"), ("EN-gb", "en-GB")])
def test_a_language_has_one_way_of_writing(desk: Desk, typed: str, tag: str) -> None:
    """That of BCP 47."""
    assert speaking(desk, typed).language == tag


@pytest.mark.parametrize(
    ("typed", "said"),
    [("Ukrainian", "did you mean 'uk'?"), ("'12'", "write one such as uk"), ("xx", "nobody has said yet what pages say in 'xx'")],
)
def test_what_is_no_language_is_told(desk: Desk, typed: str, said: str) -> None:
    """With what to write."""
    with pytest.raises(Exception, match=said.replace("?", r"\?")):
        speaking(desk, typed)


def test_a_desk_may_bring_a_language_of_its_own(desk: Desk) -> None:
    """And say in ours what it likes; what its catalogue leaves out, or has as fuzzy, is said as before."""
    desk.write("locale/xx.po", f'{HEAD}msgid "Key takeaways"\nmsgstr "Xx "\n"yy"\n\n#, fuzzy\nmsgid "Was"\nmsgstr "Ww"\n')
    words = speaking(desk, "xx")
    assert [words("Key takeaways"), words("Was"), words("Now")] == ["Xx yy", "Was", "Now"]
    desk.write("locale/uk.po", 'msgid "Key takeaways"\nmsgstr "Тези"\n')
    words = speaking(desk, "uk")
    assert (words("Key takeaways"), words.count(2, "briefing", "briefings")) == ("Тези", "2 матеріали")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('msgid "By {authors}"\nmsgstr "Von {autor}"\n', r"xx.po:4:1: 'Von \{autor\}' fills in something else.*write \{authors\}"),
        ("msgid By\n", "xx.po:4:1: this is no line of a catalogue"),
        ('msgid ""\nmsgstr "Plural-Forms: nplurals=2; plural=x?;"\n', "no rule for plural forms"),
    ],
)
def test_a_wrong_catalogue_is_told(desk: Desk, text: str, said: str) -> None:
    """By line, before a page is made of it."""
    desk.write("locale/xx.po", (HEAD if "Plural" not in text else "") + text)
    with pytest.raises(Exception, match=said):
        speaking(desk, "xx")


def test_a_page_says_its_language(desk: Desk) -> None:
    """To browsers, screen readers and where it is shared."""
    desk.write(
        "mkdocs.yml",
        "site_name: Стіл\nsite_url: https://desk.example/\ndocs_dir: content\ntheme: spotbrief\nplugins:\n  - briefings: {language: uk}\n",
    )
    desk.data("briefings/a.yml", {"title": "А", "published": "2025-03-03", "body": "Текст.", "key_takeaways": ["Теза."]})
    html = desk.build().page("briefings/a")
    assert '<html lang="uk" dir="ltr"' in html
    assert 'content="uk_UA"' in html
    assert "Головне" in html
    assert "3 березня 2025" in html
