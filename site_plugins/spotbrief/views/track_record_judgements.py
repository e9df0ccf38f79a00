"""The judgements behind each figure of the track record: what was said and when, what came, and the three scores."""

from collections.abc import Callable, Iterable, Iterator
from functools import cache, partial, reduce

from markupsafe import Markup

from spotbrief.cache import Cache
from spotbrief.corpus.corpus import Expected
from spotbrief.corpus.scored import Scored
from spotbrief.corpus.withdrawn import JUDGEMENT
from spotbrief.model.record import record
from spotbrief.views.components import Parts, PartsAt
from spotbrief.views.judgements import anchor_of
from spotbrief.views.likelihoods import said
from spotbrief.views.page import Page, Plan
from spotbrief.views.paging import Pager, Slice, pages
from spotbrief.views.track_record_figures import brier
from spotbrief.views.track_record_parts import JudgementList

A_PAGE = 100
"""Judgements on a page: each takes three lines."""

KEPT = 16384
"""Judgements that are kept for the ten or so lists that show each."""


@record
class ScoredPart:
    """A judgement with its scores."""

    text: Markup
    told_in: Markup
    """The briefing that made it, with a link to the judgement there."""
    published: Markup
    by: Markup
    said: str
    """The probabilities, one after the other."""
    came: str
    when: Markup
    """When that was known; empty where nobody said."""
    first: Markup
    """The scores are empty where it does not count."""
    held: Markup
    last: Markup


@record
class TrackRecordJudgementsView:
    """What track-record-judgements.html may see."""

    title: str
    count: str
    judgements: tuple[ScoredPart, ...]
    pager: Pager
    record: str
    file: str
    """The file with all judgements."""


PartOf = Callable[[Scored | Expected], ScoredPart]


def pages_of(lists: Iterable[JudgementList], at: PartsAt) -> Iterator[Plan]:
    """The pages of all lists; what several of the same depth show is made once."""
    made: Callable[[int], PartOf] = cache(lambda depth: _kept(at(depth)))
    for of in lists:
        for part in pages(of.path, of.judgements, A_PAGE):
            yield Plan(path=part.path, section="outlook", make=partial(_page, at, made, of, part))


def _kept(parts: Parts) -> PartOf:
    kept = Cache[str, ScoredPart](KEPT)
    return lambda one: kept.of(one.id if isinstance(one, Expected) else one.expected.id, scored_part, one, parts)


def _page(at: PartsAt, made: Callable[[int], PartOf], of: JudgementList, part: Slice[Scored | Expected]) -> Page:
    parts = at(part.depth)
    title = part.titled(of.title, parts.words)
    view = TrackRecordJudgementsView(
        title=title,
        count=parts.words.count(len(of.judgements), "judgement"),
        judgements=tuple(map(made(part.depth), part.items)),
        pager=part.pager(parts.links),
        record=parts.links.to("outlook/track-record/"),
        file=parts.links.to("outlook/track-record.csv"),
    )
    site = parts.corpus.settings.site_name
    description = parts.words("What {site} said, what came, and how it scored: {list}.", site=site, list=title)
    return Page(title=title, description=description, template="track-record-judgements.html", view=view)


def scored_part(one: Scored | Expected, parts: Parts) -> ScoredPart:
    """A judgement in a list."""
    scored = one if isinstance(one, Scored) else None
    expected = one if isinstance(one, Expected) else one.expected
    judgement, ended, briefing = expected.judgement, expected.resolution, expected.briefing
    place = "" if expected.taken_down or briefing.is_withdrawn() else anchor_of(expected, briefing)
    return ScoredPart(
        text=parts.marks.phrase(JUDGEMENT) if expected.taken_down else parts.writer.line(judgement.text, briefing.origin),
        told_in=parts.marks.link(parts.links.thing("briefings", briefing.id, place), briefing.title),
        published=parts.published(briefing),
        by=parts.marks.date(judgement.by) if judgement.by else Markup(""),
        said=_said(scored, parts) if scored else said(expected.now, parts.corpus.settings.scale, parts.words),
        came=_came(expected, scored, parts),
        when=parts.marks.date(ended.when) if ended else Markup(""),
        first=brier(scored.brier_first) if scored else Markup(""),
        held=brier(scored.brier) if scored else Markup(""),
        last=brier(scored.brier_last) if scored else Markup(""),
    )


def _said(one: Scored, parts: Parts) -> str:
    words = parts.words
    shares = [words.percent(round(spell.probability * 100, 1)) for spell in one.spells]
    return reduce(lambda before, then: words("{before}, then {then}", before=before, then=then), shares)


def _came(expected: Expected, scored: Scored | None, parts: Parts) -> str:
    words, ended = parts.words, expected.resolution
    if scored and not scored.answered:
        return words("No answer: counts as wrong")
    if scored and ended and ended.outcome == "happened" and not scored.truth:
        return words("Happened, but after its date")
    return words.outcome(ended.outcome if ended else "did_not_happen") if scored or ended else words("Not known yet")
