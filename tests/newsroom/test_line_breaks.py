"""Where lines of pages may break: before no dash, and not within a number with an ending. All else says what was typed."""

import re
from pathlib import Path

import pytest

from tests.desks import CONFIG, Built, Desk

BODY = """\
18-й пакет – новий,
— і це все. Код `18-й — так`.

```
18-й — так
```

[Далі](b.md) — 2025-й рік, 5-річний план, A-50 і США-Росія.
"""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """A desk in Ukrainian, with dashes and endings in all that is set."""
    desk = Desk(tmp_path_factory.mktemp("desk")).write("mkdocs.yml", CONFIG.replace("Europe/Kyiv", "Europe/Kyiv, language: uk"))
    desk.write("content/about.md", "# Про 18-й\n\nХто ми — і навіщо.\n")
    desk.brief("a", "summary: Пакет — 18-й.\n", body=BODY, title="18-й пакет — і що далі").brief("b")
    done = desk.build()
    assert done.code == 0, done.said
    return done


def test_a_dash_stays_with_the_word_before_it(built: Built) -> None:
    """In headings, in text and on ordinary pages."""
    page = built.page("briefings/a")
    for text in ("пакет\u00a0— і що далі</h1>", "Пакет\u00a0— ", "пакет\u00a0– новий,\u00a0— і це все", "</a>\u00a0— 2025"):
        assert text in page, text
    assert "Хто ми\u00a0— і навіщо" in built.page("about")


def test_an_ending_stays_with_its_number(built: Built) -> None:
    """One of a letter or two: longer ones are words; addresses stay what they are."""
    page = built.page("briefings/a")
    assert "<h1>18\u2011й пакет" in page
    assert "2025\u2011й рік, 5-річний план, A-50 і США-Росія" in page
    assert "Про 18\u2011й</h1>" in built.page("about")
    assert "\u2011" not in "".join(re.findall(r' (?:href|id|src)="[^"]*"', page))


def test_code_and_what_machines_read_is_as_it_was_typed(built: Built) -> None:
    """Feeds, twins, data, the search, and the head of a page."""
    page = built.page("briefings/a")
    assert page.count("18-й — так") == 2
    assert '<meta property="og:title" content="18-й пакет — і що далі">' in page
    others = [path for path in built.site.rglob("*") if path.suffix in (".xml", ".json", ".md", ".bib", ".ris", ".txt", ".ics")]
    assert any("18-й пакет — і що далі" in path.read_text("utf-8") for path in others)
    assert [path for path in others if re.search("\u2011|\u00a0[—–]", path.read_text("utf-8"))] == []


def test_nothing_is_put_where_no_blank_was(tmp_path: Path) -> None:
    """Between dashes, beside what is code, and where a line begins with a dash."""
    body = "One — two.\n\n`5`–`7`, ——— and a —— b.\n\nSo it was.\\\n— Author. **It\nis**\n— so.\n"
    page = Desk(tmp_path).brief("a", body=body).build().page("briefings/a")
    for text in ("One\u00a0— two", "<code>5</code>–<code>7</code>, ——— and a —— b.", "<br />\n— Author", "</strong>\u00a0— so"):
        assert text in page, text


def test_numbers_have_no_endings_in_other_alphabets(tmp_path: Path) -> None:
    """A hyphen is what it was; a dash has a blank that holds."""
    page = Desk(tmp_path).brief("a", body="A 3-D map — and more.").build().page("briefings/a")
    assert "A 3-D map\u00a0— and more." in page
