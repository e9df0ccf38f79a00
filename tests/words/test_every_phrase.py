"""Whatever a reader sees and no editor typed is asked for through one object: a made-up language shows what is not."""

import json
import re
from collections.abc import Iterable
from dataclasses import replace
from itertools import chain
from pathlib import Path

import pytest
from icalendar import Calendar
from markupsafe import Markup

from spotbrief.corpus.corpus import Corpus
from spotbrief.corpus.linker import link
from spotbrief.corpus.public import public_desk
from spotbrief.corpus.withdrawn import take_down
from spotbrief.exports.media import MEDIA, Telling
from spotbrief.exports.search.index import search_index
from spotbrief.exports.site import Site
from spotbrief.model.desk import Desk
from spotbrief.model.settings import Settings
from spotbrief.rendering.fragments import template_folders
from spotbrief.views.front import front
from spotbrief.views.not_found import missing
from tests.words.desk import foreign_desk
from tests.words.outside import outside, texts
from tests.words.pseudo import Pseudo

CODES = {
    # Values by which templates and styles tell things apart.
    "BriefingView.kind", "Card.kind", "TakeawayPart.nature", "TurnPart.kind",
    "StatementPart.stance", "Stand.stance", "StandPart.stance", "Position.latest", "Mark.stance", "PositionRow.stance", "Positions.key",
    "Text.anchor", "Truth.outcome", "ResolutionPart.verdict", "Choice.name", "Option.value", "TabPart.group", "Letter.anchor",
    "JudgementRow.trend", "JudgementRow.standing", "JudgementRow.outcome", "JudgementRow.verdict", "JudgementRow.facets",
    "EndedRow.facets", "EndedRow.leaned", "Listed.anchor",
    "BriefingView.order", "NoticePart.kind",
    "ListedIssue.stance", "EventPart.precision", "StorylineCard.status", "StorylineView.status", "Density.unit", "OutlookView.counts",
    "ChangePart.kind", "ChangePart.verdict", "FeedRow.facets",
    # HTML attributes and files in formats of their own.
    "PicturePart.sizes", "CitePart.bibtex", "CitePart.ris", "MissingElsewhere.spoken",
    # Proper names of registers.
    "ActorView.identifiers",
}  # fmt: skip
"""What a view holds beside texts for readers."""

NAMES = {"Wikidata", "BibTeX", "RIS"}
"""What is called so in every language."""

TERMS = {"@type", "@id", "inLanguage", "creativeWorkStatus", "eventStatus", "query-input", "target", "item", "datePublished"}
"""What JSON-LD holds beside texts: terms of schema.org, and a status that programs compare."""


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Corpus]:
    """Where the desk lies, and what was read of it, of which the checks say nothing bad."""
    made = foreign_desk(tmp_path_factory.mktemp("foreign"))
    found = made.examine()
    assert not [problem for problem in found.problems if problem.severity == "error"]
    return made.root, found.corpus


def bracketed(desk: Desk, settings: Settings, root: Path) -> Site:
    """The site of *desk* in the made-up language."""
    return Site(replace(link(desk, settings), words=Pseudo(settings.timezone)), root)


@pytest.fixture(scope="module")
def site(desk: tuple[Path, Corpus]) -> Site:
    """The public site."""
    root, corpus = desk
    return bracketed(public_desk(corpus.desk, corpus.settings.now), corpus.settings, root)


@pytest.fixture(scope="module")
def preview(desk: tuple[Path, Corpus]) -> Site:
    """The site with what is not published yet."""
    root, corpus = desk
    return bracketed(take_down(corpus.desk), corpus.settings, root)


@pytest.fixture(scope="module")
def files(site: Site) -> dict[str, str]:
    """Every file of it that is text, pages apart."""
    outputs = chain(site.outputs, *(site.beside(plan) for plan in site.plans), search_index(site.corpus, site.root))
    made = ((path, data) for output in outputs for path, data in zip(output.paths, output.make(), strict=True))
    return {path: bytes(data).decode("utf-8", "replace") for path, data in made}


def bare(view: object, name: str = "") -> set[str]:
    """The places of texts in *view* with words outside of brackets, and those words."""
    return {f"{path}: {text}" for path, text in texts(view, name) if path not in CODES and outside(text)}


def test_views_say_nothing_by_themselves(site: Site) -> None:
    """Titles, descriptions, headings and every text of every page."""
    pages = [plan.make() for plan in site.plans]
    assert len({page.template for page in pages}) >= 17
    found = set[str]()
    for page in pages:
        said = (page.title, page.description, *(heading.title for heading in page.contents))
        found |= {f"{page.template}: {text}" for text in said if outside(text)} | bare(page.view)
    assert not found


def test_templates_add_nothing_to_views(site: Site) -> None:
    """What pages show of the desk, as HTML."""
    made = {plan.path: outside(site.content(plan.path) or Markup("")) for plan in site.plans}
    assert not {(path, word) for path, words in made.items() for word in words if word not in NAMES}


def test_pages_beside_the_plans_say_nothing_by_themselves(site: Site, preview: Site) -> None:
    """The front page, the pages for addresses that lead nowhere, and what a preview shows of the unpublished."""
    views = [front(site.corpus), missing(site.corpus, others=[site.corpus]).view, missing(site.corpus, "b1.md").view]
    views += [plan.make().view for plan in preview.plans]
    assert not set[str]().union(*map(bare, views))
    assert all(outside(page.title) == [] for page in (missing(site.corpus), missing(site.corpus, "b1.md")))


@pytest.mark.parametrize("name", sorted(MEDIA))
def test_media_say_nothing_by_themselves(site: Site, name: str) -> None:
    """What templates of feeds and twins are given."""
    telling = Telling(MEDIA[name], site.corpus, template_folders(site.root))
    views = [telling.view(briefing) for briefing in site.corpus.briefings.values()]
    assert not set[str]().union(*map(bare, views))
    assert not [word for view in views for word in outside(Markup(telling.text(view)))]


def test_machines_are_told_in_the_same_language(site: Site) -> None:
    """JSON-LD and the titles of feeds in the heads of pages."""
    found = set[str]()
    for plan in site.plans:
        page = plan.make()
        machines = site.head(plan.path, page)
        data = json.loads(machines.data.partition(">")[2].rpartition("</script>")[0])
        found |= {f"{path}: {text}" for path, text in texts(data["@graph"], "") if not TERMS & set(path.split(".")) and outside(text)}
        titles = re.findall(r'(?:title|og:title" content|og:image:alt" content)="([^"]*)"', machines.head)
        found |= {text for text in (*titles, page.description) if outside(text) and text != "Markdown"}
    assert not found


def test_feeds_are_in_the_same_language(files: dict[str, str]) -> None:
    """Titles of feeds and entries; corrections and turns of judgements as a whole."""
    found = set[str]()
    for path, text in files.items():
        if path.endswith("feed.json"):
            feed = json.loads(text)
            parts = ("title", "description", "authors", *(("items",) if path.startswith(("corrections/", "outlook/")) else ()))
            said = [*texts({name: feed.get(name, "") for name in parts}, ""), *texts([item["title"] for item in feed["items"]], "")]
            found |= {text for _, text in said if outside(re.sub("<[^>]*>", " ", text))}
    assert not found
    assert "⟦Withdrawn: ⟧Третій" in files["feed.json"]
    assert "⟦Was: ⟧Хиба." in files["corrections/feed.json"]


def test_calendars_are_in_the_same_language(files: dict[str, str]) -> None:
    """What each entry is called and says."""
    calendars = [Calendar.from_ical(text) for path, text in files.items() if path.endswith(".ics")]
    events = list(chain.from_iterable(calendar.events for calendar in calendars))
    said = [str(event.get(name, "")) for event in events for name in ("summary", "description", "location")]
    said += [str(kind) for event in events for kind in event.categories]
    assert {"⟦Due: ⟧Буде.", "⟦Cancelled: ⟧Скасоване", "⟦Public event⟧", "⟦Judgement⟧"} <= set(said)
    assert not [text for text in said if outside(text) and text != "talks"]  # a kind of events stands in its file as it was typed


def test_the_search_is_in_the_same_language(files: dict[str, str]) -> None:
    """Groups, kinds and facets, and what results show."""
    index = json.loads(files["search/index.json"])
    names = [*index["kinds"].values(), *index["facets"].values(), *(group["title"] for group in index["groups"])]
    assert not [name for name in names if outside(name)]
    shown = chain.from_iterable(json.loads(text) for path, text in files.items() if "/shown-" in path)
    assert not [text for _, _, *said in shown for text in said if outside(text)]


def test_other_files_are_in_the_same_language(files: dict[str, str]) -> None:
    """The list for language models, but for the one heading whose name it demands; pages at former addresses; citations."""
    assert set(_bare_lines(files["llms.txt"].splitlines())) == {"## Optional"}
    assert "⟦This page has moved: ⟧" in files["briefings/b9/index.html"]
    assert "Третій⟦ [withdrawn]⟧" in files["briefings/b3/cite.ris"]


def _bare_lines(lines: Iterable[str]) -> list[str]:
    """A phrase may go over several lines."""
    return [line for line in re.sub("⟦[^⟦⟧]*⟧", "⟦⟧", "\n".join(lines)).splitlines() if outside(line)]
