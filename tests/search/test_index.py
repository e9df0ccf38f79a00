"""The index of a whole site, read as a browser reads it."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from spotbrief.exports.search.vlq import ALPHABET
from tests.desks import CONFIG, Built, Desk
from tests.newsroom.test_leaks import HIDDEN, SECRETS, lay

SEARCH = CONFIG.replace("exports]", "exports, spotbrief/search]")
MORE = """\
kind: assessment
question: Will it rain?
summary: The gauge of [[norway]] is full.
authors: [jane]
topics: [trade]
regions: [north]
what_to_expect:
  - {id: snow, text: Snow falls, likelihood: very likely, by: 2025-12, actors: [norway]}
timeline:
  - {id: flood, when: 2025-02, title: The deluge, actors: [norway]}
"""


class Index:
    """What search.js sees of a site."""

    def __init__(self, site: Path) -> None:
        self.folder = site / "search"
        self.said: dict[str, Any] = json.loads((self.folder / "index.json").read_text("utf-8"))
        self.parts = [part for group in self.said["groups"] for part in group["parts"]]

    def read(self, path: str) -> str:
        """A file of this version."""
        return (self.folder / str(self.said["version"]) / path).read_text("utf-8")

    def titles(self, word: str) -> list[str]:
        """The titles of everything that holds *word*, the most prominent first."""
        return [self.shown(part, number)[2] for part in self.parts for number in self._numbers(part, word)]

    def by(self, facet: str, value: str) -> list[str]:
        """The titles of everything that a filter keeps."""
        rows = [
            (part, row) for part in self.parts if facet in part["facets"] for row in json.loads(self.read(f"{part['folder']}/{facet}.json"))
        ]
        return [self.shown(part, number)[2] for part, (id, _, numbers) in rows if id == value for number in decode(numbers)]

    def shown(self, part: dict[str, Any], number: int) -> list[str]:
        """What a result shows."""
        rows = json.loads(self.read(f"{part['folder']}/shown-{number // part['perFile']}.json"))
        return list(rows[number % part["perFile"]])

    def results(self) -> list[list[str]]:
        """Everything that can be found."""
        return [self.shown(part, number) for part in self.parts for number in range(part["count"])]

    def _numbers(self, part: dict[str, Any], word: str) -> list[int]:
        lines = [line for i in range(len(part["words"])) for line in self.read(f"{part['folder']}/{i}.txt").split("\n")]
        assert lines == sorted(lines, key=lambda line: line.split("\t")[0])
        return [number for line in lines if line.split("\t")[0] == word for text in line.split("\t")[1:] for number in decode(text)]


def decode(text: str) -> list[int]:
    """The numbers that `encode` told."""
    numbers, number, gap, shift = [], 0, 0, 0
    for value in map(ALPHABET.index, text):
        gap |= (value & 31) << shift
        shift += 5
        if value < 32:
            number += gap
            numbers.append(number)
            gap = shift = 0
    return numbers


@pytest.fixture(scope="module")
def desk_of_all(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """One of everything that can be found."""
    desk = Desk(tmp_path_factory.mktemp("desk")).write("mkdocs.yml", SEARCH)
    desk.actor("norway", "type: state\nother_names: [Norge, Норвегія]\ndescription: A kingdom.\n")
    desk.write("content/authors.yml", "jane: {name: Jane Roe}\n").write("content/topics.yml", "trade: {name: Trade}\n")
    desk.write("content/regions.yml", "north: {name: The North}\n").write("content/issues.yml", "rain: {title: Rain or shine}\n")
    desk.write("content/storylines/story.yml", "title: The story\n")
    desk.write("content/events/lone.yml", "when: 2024-05\ntitle: Told by nobody\n")
    return desk.brief(
        "first", MORE, "The umbrella, the umbrella, the umbrella of [[norway|Oslo]]. [x](https://hidden.example/)", "Umbrellas"
    )


@pytest.fixture(scope="module")
def built(desk_of_all: Desk) -> Built:
    """Its site."""
    built = desk_of_all.build("--strict")
    assert built.code == 0, built.said
    return built


def test_everything_is_found_by_its_words(built: Built) -> None:
    """By titles, names in any script, leads and bodies, but not by addresses."""
    index = Index(built.site)
    assert index.titles("umbrellas") == ["Umbrellas", "Snow falls"]
    assert index.titles("umbrella") == ["Umbrellas"]
    assert index.titles("норвегія") == index.titles("norge") == ["Norway"]
    assert index.titles("norway") == ["Norway", "Umbrellas"]
    assert index.titles("oslo") == index.titles("gauge") == ["Umbrellas"]
    assert index.titles("deluge") == ["Umbrellas", "The deluge"]
    assert index.titles("snow") == ["Umbrellas", "Snow falls"]
    assert index.titles("hidden") == index.titles("example") == index.titles("the") == []


def test_results_lead_to_what_they_show(built: Built) -> None:
    """Each address is a page, each anchor is on it."""
    results = Index(built.site).results()
    assert {result[0] for result in results} >= {
        "assessment",
        "state",
        "author",
        "topic",
        "region",
        "issue",
        "storyline",
        "event",
        "judgement",
    }
    for _, path, *_ in results:
        page, _, anchor = path.partition("#")
        assert not anchor or f'id="{anchor}"' in built.page(page), path
        assert (built.site / page / "index.html").is_file(), path


@pytest.mark.parametrize(
    ("facet", "value", "kept"),
    [
        ("kind", "assessment", ["Umbrellas"]),
        ("kind", "state", ["Norway"]),
        ("topic", "trade", ["Trade", "Umbrellas", "Snow falls"]),
        ("region", "north", ["The North", "Umbrellas", "Snow falls"]),
        ("actor", "norway", ["Norway", "Umbrellas", "Snow falls", "The deluge"]),
        ("author", "jane", ["Jane Roe", "Umbrellas", "Snow falls"]),
        ("year", "2025", ["Umbrellas", "Snow falls", "The deluge"]),
        ("year", "2024", ["Told by nobody"]),
        ("likelihood", "very likely", ["Snow falls"]),
    ],
)
def test_filters_keep_what_they_say(built: Built, facet: str, value: str, kept: list[str]) -> None:
    """All seven."""
    assert Index(built.site).by(facet, value) == kept


def test_the_page_leads_everywhere_without_a_script(built: Built) -> None:
    """Sections, names and months are links."""
    page = built.page("search")
    for href in ("../briefings/", "../outlook/", "../actors/norway/", "../topics/trade/", "../issues/rain/", "../briefings/2025/03/"):
        assert f'href="{href}"' in page
    assert 'name="q"' in page
    assert not re.search(r"<script(?![^>]*\bsrc=)[^>]*>(?!\{)", page.partition('<div class="search-page">')[2].partition("</article>")[0])


def test_the_same_texts_give_the_same_index(desk_of_all: Desk, built: Built) -> None:
    """Byte for byte; another text has another folder."""
    again = {path: data for path, data in desk_of_all.build(site="again").bytes().items() if path.startswith("search/")}
    assert again == {path: data for path, data in built.bytes().items() if path.startswith("search/")}
    desk_of_all.brief("second", body="A new word.")
    assert Index(desk_of_all.build(site="changed").site).said["version"] != Index(built.site).said["version"]
    (desk_of_all.root / "briefings/second.md").unlink()


def test_a_site_without_the_plugin_has_no_search(desk: Desk) -> None:
    """Not a file of it."""
    assert not (desk.brief("a").build().site / "search").exists()


@pytest.mark.parametrize("why", HIDDEN)
def test_what_is_hidden_cannot_be_found(desk: Desk, why: str) -> None:
    """No byte of the index knows it, in any case; what is public is found."""
    built = lay(desk.write("mkdocs.yml", SEARCH), HIDDEN[why]).build()
    assert built.code == 0, built.said
    everything = "\n".join(f"{path}\n{data.decode('utf-8')}" for path, data in built.bytes().items() if path.startswith("search/")).lower()
    assert [secret for secret in SECRETS if secret.lower() in everything] == []
    assert Index(built.site).titles("norway") == ["Norway"]


def test_a_part_may_lack_sections(desk: Desk) -> None:
    """Without actors, timelines and outlook, briefings are still found."""
    desk.actor("norway").write(
        "mkdocs.yml",
        CONFIG.replace("actors, timelines, outlook, exports]", "spotbrief/search]").replace(
            ", {Actors: actors/index.md}, {Timelines: timelines/index.md}", ""
        ),
    )
    built = desk.brief("first", MORE.replace("authors: [jane]\ntopics: [trade]\nregions: [north]\n", ""), title="Umbrellas").build()
    assert built.code == 0, built.said
    index = Index(built.site)
    assert [group["name"] for group in index.said["groups"]] == ["things", "briefings"]
    assert index.titles("umbrellas") == ["Umbrellas"]
    assert index.titles("norway") == ["Umbrellas"]
