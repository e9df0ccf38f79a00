"""Every kind of page, by the section that makes it; a new kind is one more line."""

from collections.abc import Callable, Iterator, Mapping

from spotbrief.corpus.corpus import Corpus
from spotbrief.views import (
    actors,
    briefing_pages,
    changes,
    corrections,
    ended,
    feed,
    groups,
    how_we_score,
    issues,
    months,
    outlook,
    search,
    sources,
    storylines,
    timelines,
    track_record,
    trust,
    week_ahead,
)
from spotbrief.views.components import PartsAt
from spotbrief.views.page import Plan

PAGES: Mapping[str, tuple[Callable[[Corpus, PartsAt], Iterator[Plan]], ...]] = {
    "briefings": (
        briefing_pages.plans,
        feed.plans,
        months.plans,
        groups.plans,
        storylines.plans,
        sources.plans,
        corrections.plans,
        changes.plans,
        trust.plans,
    ),
    "actors": (actors.plans, issues.plans),
    "timelines": (timelines.plans,),
    "outlook": (outlook.plans, ended.plans, track_record.plans, how_we_score.plans, week_ahead.plans),
    "search": (search.plans,),
}
