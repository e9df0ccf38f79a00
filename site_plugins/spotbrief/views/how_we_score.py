"""How the desk scores its judgements: every formula in words and in symbols, and the way to compute it again."""

from collections.abc import Iterator
from functools import partial

from spotbrief.corpus.corpus import Corpus
from spotbrief.corpus.track_record import FEW
from spotbrief.model.record import record
from spotbrief.views.components import PartsAt
from spotbrief.views.page import Heading, Page, Plan
from spotbrief.words.marked import phrases

SECTIONS = phrases(
    {
        "counts": "What counts, and when",
        "brier": "The score of a judgement (Brier 1950)",
        "error": "How sure it is",
        "parts": "What it is made of (Murphy 1973)",
        "skill": "Skill",
        "discrimination": "Telling apart (area under the ROC curve)",
        "words": "Words and their bands (Wilson 1927)",
        "tricks": "Why only better forecasts better the score",
        "again": "To compute it again",
        "sources": "Sources",
    }
)


@record
class HowWeScoreView:
    """What how-we-score.html may see."""

    title: str
    few: str
    """The least number of judgements of which anything is said."""
    record: str
    file: str
    headings: dict[str, str]
    """By the names of what stands below them."""


def plans(corpus: Corpus, at: PartsAt) -> Iterator[Plan]:
    """`/outlook/how-we-score/`."""
    yield Plan(path="outlook/how-we-score/", section="outlook", make=partial(_page, at), has_contents=True)


def _page(at: PartsAt) -> Page:
    parts = at(2)
    words, links = parts.words, parts.links
    view = HowWeScoreView(
        title=words("How we score"),
        few=words.number(FEW),
        record=links.to("outlook/track-record/"),
        file=links.to("outlook/track-record.csv"),
        headings=words.each(SECTIONS),
    )
    description = words("What counts and when, every formula, and how to compute the track record again.")
    contents = tuple(Heading(anchor=f"section:{name}", title=title) for name, title in view.headings.items())
    return Page(title=view.title, description=description, template="how-we-score.html", view=view, contents=contents)
