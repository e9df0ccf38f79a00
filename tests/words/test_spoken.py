"""A whole desk in another language: nothing that no editor typed is said in English, wherever readers and programs look."""

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import chain
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from markupsafe import Markup

from spotbrief.corpus.corpus import Corpus
from spotbrief.corpus.linker import link
from spotbrief.corpus.public import public_desk
from spotbrief.exports.search.index import search_index
from spotbrief.exports.site import Site
from spotbrief.reading.languages import LOCALE
from spotbrief.views.front import front
from spotbrief.words.words import Words
from tests.words.collect import everything
from tests.words.desk import foreign_desk
from tests.words.outside import outside, texts
from tests.words.test_every_phrase import CODES, NAMES, TERMS

LANGUAGES = sorted(path.stem for path in LOCALE.glob("*.po"))
LATIN = NAMES | {"CSV", "JavaScript", "JSON", "API", "Atom", "Markdown", "ROC", "Wilson", "UTC"}
"""Names that Ukrainian texts have in Latin letters."""
_FORMULAS = "outlook/how-we-score/"
"""Its formulas and the titles of papers are not translated."""


class Watched(Words):
    """Remembers what it was asked for and no catalogue has."""

    missed: set[str] = set()  # noqa: RUF012 - one list for all
    known = frozenset(asked.text for asked in everything())

    def __call__(self, text: str, /, **named: object) -> str:
        """The phrase."""
        if re.search("[A-Za-z]{2}", text) and text not in self.known:
            self.missed.add(text)
        return super().__call__(text, **named)

    def count(self, count: int, one: str, many: str) -> str:
        """So many of something."""
        if one not in self._forms:
            self.missed.add(one)
        return super().count(count, one, many)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Corpus]:
    """A desk whose editors type no Latin letter."""
    made = foreign_desk(tmp_path_factory.mktemp("foreign"))
    return made.root, made.examine().corpus


@pytest.fixture(scope="module", params=LANGUAGES)
def site(request: pytest.FixtureRequest, desk: tuple[Path, Corpus]) -> Site:
    """It in a language."""
    root, corpus = desk
    settings = replace(corpus.settings, language=request.param, catalogues=(LOCALE / f"{request.param}.po",))
    words = Watched(settings.timezone, settings.language, settings.catalogues)
    return Site(replace(link(public_desk(corpus.desk, settings.now), settings), words=words), root)


def files(site: Site) -> Iterator[tuple[str, str]]:
    """Every file that is text, pages apart."""
    outputs = chain(site.outputs, *(site.beside(plan) for plan in site.plans), search_index(site.corpus, site.root))
    for output in outputs:
        yield from ((path, bytes(data).decode("utf-8", "replace")) for path, data in zip(output.paths, output.make(), strict=True))


def said(site: Site) -> Iterator[tuple[str, str]]:
    """All that readers are told, and where."""
    for plan in site.plans:
        page = plan.make()
        yield from ((plan.path, text) for text in (page.title, page.description, *(heading.title for heading in page.contents)))
        yield from ((f"{plan.path} {where}", text) for where, text in texts(page.view, "") if where not in CODES)
        yield plan.path, site.content(plan.path) or Markup("")
    yield from ((where, text) for where, text in texts(front(site.corpus), "front") if where not in CODES)
    for path, text in files(site):
        if path.endswith("feed.json"):
            feed = json.loads(text)
            yield from ((path, one) for one in (feed["title"], feed.get("description", ""), *(item["title"] for item in feed["items"])))
        elif path.endswith((".txt", "/index.json")) and path.startswith("search/index"):
            index = json.loads(text)
            yield from ((path, one) for one in (*index["kinds"].values(), *index["facets"].values()))


def test_every_phrase_that_is_asked_for_is_in_the_catalogues(site: Site) -> None:
    """Translators get all of them by `make words`."""
    Watched.missed.clear()
    assert [path for path, _ in chain(said(site), files(site)) if not path] == []
    assert Watched.missed <= {"Kyiv"}


@pytest.mark.parametrize("site", ["uk"], indirect=True)
def test_no_word_of_a_ukrainian_site_is_english(site: Site) -> None:
    """In another script that is easily seen; German is written as English is."""
    spoken = [(path, text) for path, text in said(site) if not path.startswith(_FORMULAS)]
    assert not {(path, word) for path, text in spoken for word in outside(text) if word not in LATIN | TERMS}


def test_machines_are_told_the_language(site: Site) -> None:
    """Feeds, JSON-LD, the manifest, calendars and the sitemap of news."""
    language = site.corpus.words.language
    made = dict(files(site))
    assert f'xml:lang="{language}"' in made["feed.xml"]
    assert json.loads(made["feed.json"])["language"] == language
    assert json.loads(made["site.webmanifest"])["lang"] == language
    assert f"//{language.upper()}" in made["calendar.ics"]
    assert all(f"<news:language>{found}<" for found in re.findall("<news:language>(.*?)<", made["news-sitemap.xml"]) if found != language)


def test_scripts_speak_it_too(site: Site) -> None:
    """With plural forms by the rule of the language, and without a call that only the source has."""
    scripts = [asset.data.decode() for asset in site.assets.values() if asset.path.endswith(".js")]
    scripts += [text for path, text in files(site) if path.endswith(".js")]
    words = site.corpus.words
    assert any(words("Link copied") in script for script in scripts)
    assert any(words.forms("result", "results")[0][-1] in script for script in scripts)
    assert not [script for script in scripts if re.search(r"(?<![\w.])_n?\(\"", script)]


def test_english_scripts_say_what_stands_in_them() -> None:
    """The source is English."""
    assert Words(ZoneInfo("UTC")).forms("result", "results") == (("result", "results"), "n != 1")
