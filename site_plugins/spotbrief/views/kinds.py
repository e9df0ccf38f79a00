"""Every kind of page, by the section that makes it; a new kind is one more line."""

from collections.abc import Callable, Iterator, Mapping

from spotbrief.corpus.corpus import Corpus
from spotbrief.views import actors, briefing, feed, groups, timelines
from spotbrief.views.page import Plan

KINDS: Mapping[str, tuple[Callable[[Corpus], Iterator[Plan]], ...]] = {
    "briefings": (briefing.plans, feed.plans, groups.plans),
    "actors": (actors.plans,),
    "timelines": (timelines.plans,),
}
