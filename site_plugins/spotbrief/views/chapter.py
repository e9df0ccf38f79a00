"""The story so far: where a briefing stands in its storyline, and what happened since the chapter before it."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from datetime import date

from markupsafe import Markup

from spotbrief.corpus.corpus import Call, Expected
from spotbrief.model.briefing import Briefing
from spotbrief.model.event import Event
from spotbrief.model.judgement import Resolution
from spotbrief.model.record import record
from spotbrief.views.components import Parts, badge
from spotbrief.views.judgements import NOTHING
from spotbrief.views.likelihoods import said

EARLIER, SINCE = 3, 5
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
class TurnPart:
    """A judgement of an earlier chapter that was revised or came to its end since the last one."""

    when: Markup
    text: Markup
    """What was expected, linked to where it stands."""
    became: str
    """How likely it is now, or how it ended."""


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
    return tuple(SincePart(when=parts.marks.date(event.when), title=event.title) for event in events[max(start, end - SINCE) : end])


def _turns(parts: Parts, before: Sequence[Briefing], this: Briefing) -> Iterator[TurnPart]:
    """The last turn of each judgement between the chapter before and this one, the oldest first."""
    start, end = before[0].published.date(), this.published.date()
    own = [one for earlier in before for _, key, _ in earlier.judgements() if (one := parts.corpus.judgements.get(f"{earlier.id}:{key}"))]
    found = [(turns[-1], one) for one in own if (turns := [turn for turn in _turns_of(one) if start < _day_of(turn) <= end])]
    for turn, expected in sorted(found, key=lambda pair: _day_of(pair[0])):
        yield _turn(parts, turn, expected)


def _turns_of(expected: Expected) -> Sequence[Call | Resolution]:
    later = [call for call in expected.calls[1:] if not call.taken_down]
    return (*later, *([expected.resolution] if expected.resolution else []))


def _day_of(turn: Call | Resolution) -> date:
    return turn.when.earliest if isinstance(turn, Resolution) else turn.when.date()


def _turn(parts: Parts, turn: Call | Resolution, expected: Expected) -> TurnPart:
    href = parts.links.thing("briefings", expected.briefing.id, f"judgement:{expected.key}")
    text, marks = parts.writer.line(expected.judgement.text, expected.briefing.origin).striptags(), parts.marks
    if isinstance(turn, Resolution):
        return TurnPart(when=marks.date(turn.when), text=marks.link(href, text), became=parts.words.outcome(turn.outcome))
    became = said(turn, parts.corpus.settings.scale, parts.words)
    return TurnPart(when=marks.moment(turn.when), text=marks.link(href, text), became=became)


def _day(event: Event) -> date:
    return event.when.earliest
