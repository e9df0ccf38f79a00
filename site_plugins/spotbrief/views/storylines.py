"""Storylines: the story so far, its briefings as chapters, its timeline and its open judgements."""

from collections.abc import Callable, Iterator
from functools import cache, partial

from markupsafe import Markup

from spotbrief.corpus.corpus import Corpus
from spotbrief.corpus.ledger import Ledger, ledger
from spotbrief.model.briefing import Briefing
from spotbrief.model.groups import Storyline
from spotbrief.model.record import record
from spotbrief.views.chapter import ChapterPart, chapter
from spotbrief.views.components import EventPart, Parts, PartsAt
from spotbrief.views.follow import FollowPart, follow
from spotbrief.views.group_index import open_words
from spotbrief.views.indexes import kind_label
from spotbrief.views.judgement_rows import NONE_WAITING, WaitingPart, waiting
from spotbrief.views.judgements import NOTHING
from spotbrief.views.now import NowPart, now, said_last
from spotbrief.views.page import Page, Plan
from spotbrief.views.paging import Pager, Slice, shortened
from spotbrief.views.rows import event_row

NEWEST = 10
"""The last events, which a storyline's own page shows; its timeline has them all."""

SOONEST = 8
"""Open judgements in sight."""


@record
class StorylineCard:
    """A storyline in a list."""

    link: Markup
    summary: Markup
    status: str
    count: str
    open: str
    """How many judgements are open and overdue; empty for none."""
    latest: ChapterPart | None


@record
class StorylinesView:
    """What storylines.html may see."""

    title: str
    storylines: tuple[StorylineCard, ...]


@record
class StorylineView:
    """What storyline.html may see."""

    title: str
    kind: Markup
    status: str
    summary: Markup
    body: Markup
    topics: Markup
    regions: Markup
    counts: str
    """How many chapters, and how many judgements are open and overdue."""
    follow: FollowPart | None
    now: NowPart | None
    """Where the story stands."""
    start: int
    """The number of the first chapter on this page."""
    chapters: tuple[ChapterPart, ...]
    pager: Pager
    waiting: WaitingPart
    events: tuple[EventPart, ...]
    timeline: str


def plans(corpus: Corpus, at: PartsAt) -> Iterator[Plan]:
    """`/storylines/` and `/storylines/<id>/`, with as many pages as the chapters take."""
    yield Plan(path="storylines/", section="storylines", make=partial(_index, at))
    for id in corpus.storylines:
        trail = corpus.backlinks("storylines", id)
        chapters, book = trail.briefings, cache(partial(ledger, trail.judgements, corpus.settings.today))
        for part in shortened(f"storylines/{id}/", chapters[::-1], corpus.settings):
            updated = max((chapter.changed().date() for chapter in chapters), default=None)
            yield Plan(path=part.path, section="storylines", make=partial(_page, at, id, book, part), updated=updated)


def storyline_card(parts: Parts, storyline: Storyline) -> StorylineCard:
    """A storyline in a list, with its latest chapter."""
    trail = parts.corpus.backlinks("storylines", storyline.id)
    chapters = trail.briefings
    return StorylineCard(
        link=parts.links.named("storylines", storyline.id),
        summary=parts.writer.line(storyline.summary, storyline.origin),
        status=storyline.status,
        count=parts.words.count(len(chapters), "chapter", "chapters"),
        open=open_words(parts.words, ledger(trail.judgements, parts.corpus.settings.today)),
        latest=chapter(parts, chapters[0]) if chapters else None,
    )


def _index(at: PartsAt) -> Page:
    parts = at(1)
    cards = tuple(storyline_card(parts, storyline) for storyline in parts.corpus.storylines.values())
    title = parts.words("Storylines")
    description = parts.words("Running stories of {site}.", site=parts.corpus.settings.site_name)
    view = StorylinesView(title=title, storylines=cards)
    return Page(title=title, description=description, template="storylines.html", view=view)


def _page(at: PartsAt, id: str, book: Callable[[], Ledger], part: Slice[Briefing]) -> Page:
    parts = at(part.depth)
    corpus, links, first = parts.corpus, parts.links, part.number == 1
    storyline, trail = corpus.storylines[id], corpus.backlinks("storylines", id)
    said = said_last(trail.briefings)
    title = part.titled(storyline.title, parts.words)
    view = StorylineView(
        title=title if title != storyline.title else links.written("storylines", id),
        kind=kind_label(links, "storylines"),
        status=storyline.status,
        summary=parts.writer.line(storyline.summary, storyline.origin),
        body=parts.writer.block(storyline.body.text, storyline.origin) if first and storyline.body.text else NOTHING,
        topics=links.all_named("topics", storyline.topics),
        regions=links.all_named("regions", storyline.regions),
        counts=" · ".join(filter(None, (parts.words.count_of(trail.briefings, "chapter", "chapters"), open_words(parts.words, book())))),
        follow=follow(links, "storylines", id),
        now=now(parts, said) if first and said else None,
        start=part.start + 1,
        chapters=tuple(chapter(parts, briefing) for briefing in part.items),
        pager=part.pager(links),
        waiting=waiting(parts, book(), SOONEST) if first else NONE_WAITING,
        events=tuple(event_row(parts, event) for event in trail.events[: -NEWEST - 1 : -1]) if first else (),
        timeline=links.to(f"timelines/{id}/") if trail.events and "timelines" in corpus.settings.sections else "",
    )
    description = str(view.summary.striptags()) or parts.words("The story so far: {storyline}.", storyline=storyline.title)
    lists = tuple(("briefings", briefing.id) for briefing in part.items) if part.number == 1 else ()
    return Page(title=title, description=description, template="storyline.html", view=view, lists=lists)
