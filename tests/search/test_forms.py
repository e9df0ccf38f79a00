"""Forms of Ukrainian nouns: what a reader types in one case is found in all others."""

from pathlib import Path

import pytest

from spotbrief.exports.search import forms as module
from spotbrief.exports.search.endings import is_found
from spotbrief.exports.search.forms import forms
from spotbrief.exports.search.words import fold
from tests.desks import Desk
from tests.search.nouns import pairs
from tests.search.test_index import SEARCH, Index

UKRAINIAN = SEARCH.replace("Europe/Kyiv}", "Europe/Kyiv, language: uk}")
HIDES = """\
from importlib import util
real = util.find_spec
util.find_spec = lambda name, *of: None if name.startswith("pymorphy3") else real(name, *of)
"""
WITHOUT = "pip install 'spotbrief[ukrainian]'"


def _built(folder: Path, language: str) -> Index:
    config = UKRAINIAN if language == "uk" else SEARCH
    desk = Desk(folder).write("mkdocs.yml", config).brief("a", body="Дитина в Києві, рік по тому.")
    built = desk.build()
    assert built.code == 0, built.said
    assert WITHOUT not in built.said
    return Index(built.site)


def test_a_noun_is_found_in_nearly_all_its_cases(tmp_path: Path) -> None:
    """In nineteen of twenty pairs at least; its ending alone finds fewer."""
    asked = [(fold(one), fold(other)) for one, other in pairs()]
    others = forms({one for one, _ in asked}, tmp_path)
    by_ending = [is_found(one, other) for one, other in asked]
    by_both = [found or one in others.get(other, ()) for (one, other), found in zip(asked, by_ending, strict=True)]
    assert sum(by_both) / len(asked) >= 0.95
    assert sum(by_ending) / len(asked) < 0.9  # or the dictionary would be of no use


@pytest.mark.parametrize(
    ("stands", "typed"),
    [
        ("дитина", "дітей"),
        ("люди", "людина"),
        ("київ", "Києва"),
        ("рік", "років"),
        ("обєкт", "обєкту"),
        ("підїзд", "підїздові"),
        ("ганок", "ґанку"),
    ],
)
def test_a_form_leads_to_the_word_that_stands_there(stands: str, typed: str, tmp_path: Path) -> None:
    """Words are compared without apostrophes, and ґ as г; the dictionary spells them."""
    found = forms({stands}, tmp_path)
    assert is_found(stands, fold(typed)) or stands in found[fold(typed)]


def test_only_words_of_the_dictionary_have_forms(tmp_path: Path) -> None:
    """A name that it does not know is found by its endings; English and Russian words are none of its own."""
    assert forms({"тролейбусенко", "война", "grain", "2025", "зг"}, tmp_path) == {}


def test_what_the_dictionary_said_is_not_asked_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It takes a quarter of a second to open. A file that was cut off is made again."""
    before = forms({"київ", "рік"}, tmp_path)
    with monkeypatch.context() as patch:
        patch.setattr(module, "_dictionary", lambda: pytest.fail("asked again"))
        assert forms({"київ", "рік"}, tmp_path) == before
    (kept,) = (tmp_path / module.KEPT).iterdir()
    kept.write_text("{", "utf-8")
    assert forms({"київ", "рік"}, tmp_path) == before


def test_the_index_of_a_ukrainian_site_has_them(tmp_path: Path) -> None:
    """In files that are cut as those of words are; the index says where each starts."""
    index = _built(tmp_path, "uk")
    files = index.said["forms"]
    lines = [
        line.split("\t") for number in range(len(files["words"])) for line in index.read(f"{files['folder']}/{number}.txt").split("\n")
    ]
    assert [form for form, *_ in lines] == sorted(form for form, *_ in lines)
    assert {"дітей", "київ", "років"} <= {form for form, *_ in lines}
    assert {form: words for form, *words in lines}["дітей"] == ["дитина"]


def test_other_sites_do_without(tmp_path: Path) -> None:
    """And never open the dictionary."""
    assert _built(tmp_path, "en").said["forms"]["words"] == []
    assert not (tmp_path / module.KEPT).exists()


def test_a_build_without_the_dictionary_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is an extra; the search goes by endings then."""
    (tmp_path / "python").mkdir()
    (tmp_path / "python/sitecustomize.py").write_text(HIDES, "utf-8")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path / "python"))
    desk = Desk(tmp_path).write("mkdocs.yml", UKRAINIAN).brief("a", body="Дитина.")
    built = desk.build()
    assert WITHOUT in built.said
    assert Index(built.site).said["forms"]["words"] == []
