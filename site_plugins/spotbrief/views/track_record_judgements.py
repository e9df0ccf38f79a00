"""The judgements behind each figure of the track record: what was said and when, what came, and the three scores."""

from collections.abc import Callable, Iterator
from functools import cache, partial, reduce

from markupsafe import Markup

from spotbrief.corpus.corpus import Corpus, Expected
from spotbrief.corpus.score import COIN
from spotbrief.corpus.scored import Scored
from spotbrief.corpus.track_record import TrackRecord
from spotbrief.model.record import record
from spotbrief.views.components import Parts, PartsAt
from spotbrief.views.facets import Choice, Facets, choices
from spotbrief.views.judgement_rows import claim
from spotbrief.views.judgements import NOTHING
from spotbrief.views.likelihoods import said
from spotbrief.views.links import Links
from spotbrief.views.page import Page, Plan
from spotbrief.views.paging import Pager, Slice, pages
from spotbrief.views.track_record_figures import brier
from spotbrief.views.track_record_parts import JudgementList, facets_of_scored, lists
from spotbrief.views.verdicts import verdict
from spotbrief.words.labels import Verdict

A_PAGE = 100
"""Judgements on a page, each in a kilobyte."""

NARROWED = ("likelihood", "verdict", "topic", "author", "storyline", "confidence", "year", "horizon", "which")
"""What the list of those that count is narrowed down by."""


@record
class ScoredPart:
    """A judgement with its score."""

    link: Markup
    """The claim, which leads to its card."""
    of: str
    """Its topics, and who wrote it."""
    by: Markup
    said: str
    """The word that was held longest, and the probabilities, one after the other."""
    came: str
    when: Markup
    """When that was known; empty where nobody said."""
    verdict: str
    verdict_words: str
    held: Markup
    """Empty where it does not count."""
    facets: Facets


@record
class TrackRecordJudgementsView:
    """What track-record-judgements.html may see."""

    title: str
    count: str
    choices: tuple[Choice, ...]
    first: str
    judgements: tuple[ScoredPart, ...]
    pager: Pager
    record: str
    file: str
    """The file with all judgements."""


def plans_of(corpus: Corpus, found: TrackRecord, at: PartsAt) -> Iterator[Plan]:
    """The pages of all lists."""
    for of in lists(found, corpus.words):
        offered = cache(partial(_choices, of, Links(corpus)))
        for part in pages(of.path, of.judgements, A_PAGE):
            yield Plan(path=part.path, section="outlook", make=partial(_page, at, of, offered, part))


def _choices(of: JudgementList, links: Links) -> tuple[Choice, ...]:
    settings = links.corpus.settings
    return choices((facets_of_scored(one, settings) for one in of.judgements if isinstance(one, Scored)), NARROWED, links)


def _page(at: PartsAt, of: JudgementList, offered: Callable[[], tuple[Choice, ...]], part: Slice[Scored | Expected]) -> Page:
    parts = at(part.depth)
    title, settings = part.titled(of.title, parts.words), parts.corpus.settings
    view = TrackRecordJudgementsView(
        title=title,
        count=parts.words.count(len(of.judgements), "judgement", "judgements"),
        choices=offered(),
        first=parts.links.to(part.base),
        judgements=tuple(scored_part(one, parts) for one in part.items),
        pager=part.pager(parts.links),
        record=parts.links.to("outlook/track-record/"),
        file=parts.links.to("outlook/track-record.csv"),
    )
    site = settings.site_name
    description = parts.words("What {site} said, what came, and how it scored: {list}.", site=site, list=title)
    return Page(title=title, description=description, template="track-record-judgements.html", view=view)


def scored_part(one: Scored | Expected, parts: Parts) -> ScoredPart:
    """A judgement in a list."""
    scored = one if isinstance(one, Scored) else None
    expected = one if isinstance(one, Expected) else one.expected
    judgement, ended, settings = expected.judgement, expected.resolution, parts.corpus.settings
    found = verdict(expected, settings)
    return ScoredPart(
        link=claim(parts, expected, expected.briefing),
        of=_about(expected, parts),
        by=parts.marks.date(judgement.by) if judgement.by else NOTHING,
        said=_said(scored, parts) if scored else said(expected.now, settings.scale, parts.words),
        came=_came(expected, scored, parts),
        when=parts.marks.date(ended.when) if ended else NOTHING,
        verdict=found or "",
        verdict_words=_verdict_in_words(found, scored, parts) if found else "",
        held=brier(scored.brier, parts.words) if scored else NOTHING,
        facets=facets_of_scored(scored, settings) if scored else (),
    )


def _verdict_in_words(found: Verdict, scored: Scored | None, parts: Parts) -> str:
    """What the last odds came to; where the score of every day says otherwise, that it was only at the end."""
    if found == "as_expected" and scored and scored.brier > COIN:
        return parts.words("As expected at the end, not before")
    return parts.words.verdict(found)


def _about(expected: Expected, parts: Parts) -> str:
    names = [parts.links.name("topics", id) for id in expected.topics]
    return parts.words.all_of((*names, *(parts.links.name("authors", id) for id in expected.authors)))


def _said(one: Scored, parts: Parts) -> str:
    words = parts.words
    shares = [words.percent(round(spell.probability * 100, 1)) for spell in one.spells]
    odds = reduce(lambda before, then: words("{before}, then {then}", before=before, then=then), shares)
    return words("{term}: {odds}", term=words.sentence(words(one.longest.term.term)), odds=odds)


def _came(expected: Expected, scored: Scored | None, parts: Parts) -> str:
    words, ended = parts.words, expected.resolution
    if scored and not scored.answered:
        return words("No answer: counts as wrong")
    if scored and ended and ended.outcome == "happened" and not scored.truth:
        return words("Happened, but after its date")
    return words.outcome(ended.outcome if ended else "did_not_happen") if scored or ended else words("Not known yet")
