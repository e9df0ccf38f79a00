"""The story so far: where a briefing stands in its storyline, and what happened since the chapter before it."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from datetime import date

from markupsafe import Markup

from spotbrief.corpus.turns import turns_of
from spotbrief.model.briefing import Briefing
from spotbrief.model.event import Event
from spotbrief.model.record import record
from spotbrief.views.components import Parts, badge
from spotbrief.views.judgements import NOTHING
from spotbrief.views.turns import TurnPart, turn_part

EARLIER, SINCE = 2, 5
"""How many earlier chapters and how many events since the last one are shown."""


@record
class ChapterPart:
    """A briefing as a chapter of its storyline."""

    link: Markup
    badge: str
    published: Markup
    changed: str
    text: Markup
    withdrawn: bool


@record
class SincePart:
    """An event between the last chapter and this one."""

    when: Markup
    title: str


@record
class StoryPart:
    """Where the page's briefing stands in its storyline."""

    storyline: Markup
    number: int
    count: int
    earlier: tuple[ChapterPart, ...]
    """The chapters before this one, the nearest first."""
    later: Markup
    since: tuple[SincePart, ...]
    turns: tuple[TurnPart, ...]


def story(parts: Parts, briefing: Briefing) -> StoryPart | None:
    """The story so far for *briefing*; None for one that belongs to no storyline, or is alone in it."""
    corpus, id = parts.corpus, briefing.storyline
    chapters = corpus.backlinks("storylines", id).briefings if id else ()
    if not id or len(chapters) < 2:
        return None
    place = _place(chapters, briefing)
    before = chapters[place + 1 : place + 1 + EARLIER]
    return StoryPart(
        storyline=parts.links.named("storylines", id),
        number=len(chapters) - place,
        count=len(chapters),
        earlier=tuple(chapter(parts, other) for other in before),
        later=parts.links.named("briefings", chapters[place - 1].id) if place else NOTHING,
        since=_since(parts, corpus.backlinks("storylines", id).events, before[0], briefing) if before else (),
        turns=tuple(_turns(parts, before, briefing)) if before else (),
    )


def chapter(parts: Parts, briefing: Briefing) -> ChapterPart:
    """A briefing as a chapter: what it came to, or else what it was about, or why it was withdrawn."""
    withdrawn = parts.withdrawn(briefing)
    text = withdrawn or parts.writer.line(briefing.bottom_line or briefing.summary, briefing.origin)
    link = parts.links.named("briefings", briefing.id)
    published, changed = parts.published(briefing), parts.changed(briefing)
    return ChapterPart(
        link=link, badge=badge(briefing, parts.links), published=published, changed=changed, text=text, withdrawn=bool(withdrawn)
    )


def _place(chapters: Sequence[Briefing], briefing: Briefing) -> int:
    return chapters.index(briefing, bisect_left(chapters, _age(briefing), key=_age))


def _age(briefing: Briefing) -> float:
    return -briefing.published.timestamp()


def _since(parts: Parts, events: Sequence[Event], last: Briefing, this: Briefing) -> tuple[SincePart, ...]:
    start = bisect_right(events, last.published.date(), key=_day)
    end = bisect_right(events, this.published.date(), key=_day)
    return tuple(
        SincePart(when=parts.marks.date(event.when), title=parts.writer.plain(event.title, event.titled))
        for event in events[max(start, end - SINCE) : end]
    )


def _turns(parts: Parts, before: Sequence[Briefing], this: Briefing) -> Iterator[TurnPart]:
    """The last turn of each judgement between the chapter before and this one, the oldest first."""
    settings, start, end = parts.corpus.settings, before[0].opens(), this.opens()
    own = [one for earlier in before for _, key, _ in earlier.judgements() if (one := parts.corpus.judgements.get(f"{earlier.id}:{key}"))]
    found = [[turn for turn in turns_of(one, settings) if turn.kind != "new" and start < turn.when <= end] for one in own]
    last = sorted((turns[-1] for turns in found if turns), key=lambda turn: turn.when)
    return (turn_part(parts, turn) for turn in last)


def _day(event: Event) -> date:
    return event.when.earliest
