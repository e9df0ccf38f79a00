"""How a judgement was revised: what was thought since when and who says so, what changed last, and the drawing of it."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from itertools import pairwise

from markupsafe import Markup

from spotbrief.cache import Cache
from spotbrief.corpus.corpus import Call, Expected
from spotbrief.corpus.merged_events import event_id
from spotbrief.corpus.scored import probability_of
from spotbrief.model.briefing import Briefing
from spotbrief.model.event import Event
from spotbrief.model.record import record
from spotbrief.views.charts.course import Course, Ending, course
from spotbrief.views.likelihoods import briefly, moved, said
from spotbrief.views.links import Links, event_anchor
from spotbrief.views.prose import Writer

_NOTHING = Markup("")

TOLD = 3
"""Events in between that a revision shows, the latest ones."""


@record
class CallPart:
    """What was thought from a moment on."""

    when: Markup
    likelihood: str
    confidence: str
    """Empty where it stayed as it was."""
    why: Markup
    events: tuple[Markup, ...]
    """What the briefing that says so tells of the time since the word before."""
    notes: Markup
    told_in: Markup
    """The briefing that says so, unless the page is of that one; a list takes the one that made the judgement for granted."""
    authors: Markup
    """Who wrote that briefing."""


@record
class MovePart:
    """The last change of a judgement; on the page of a briefing that takes it up again, what that one changes."""

    words: str
    """From what to what: `Likely (70%) → roughly even chance (50%)`."""
    when: Markup
    why: Markup
    notes: Markup
    told_in: Markup
    """The briefing that says so, as in `CallPart`."""
    later: Markup
    """The briefing that has revised it since; empty for the last change."""


LinkTo = Callable[[Expected, Briefing], Markup]
"""Makes a link to a judgement on the page of a briefing."""


class Revisions:
    """Tells how judgements were revised; nothing for what never was."""

    def __init__(self, links: Links, writer: Writer, link_to: LinkTo) -> None:
        self._links, self._words, self._marks, self._line, self._link_to = links, links.words, links.marks, writer.line, link_to
        self._settings, self._scale = links.corpus.settings, links.corpus.settings.scale
        self._courses = Cache[str, Course | None]()

    def calls(self, expected: Expected, page: Briefing, notes: Sequence[Markup]) -> Iterator[CallPart]:
        """What was thought of it, the first word first, as far as readers may see it."""
        before: Call | None = None
        for call, cited in _shown(expected, notes):
            told_in = _NOTHING if call.briefing is page else self._link_to(expected, call.briefing)
            yield CallPart(
                when=self._marks.moment(call.when),
                likelihood=said(call, self._scale, self._words),
                confidence="" if before and before.confidence == call.confidence else self._words.sureness(call.confidence),
                why=self._line(call.why, call.briefing.origin),
                events=tuple(self._event(event, call.briefing) for event in self._between(before, call)) if before else (),
                notes=cited,
                told_in=told_in,
                authors=self._links.all_named("authors", call.briefing.authors) if told_in else _NOTHING,
            )
            before = call

    def moved(self, expected: Expected, page: Briefing, notes: Sequence[Markup]) -> MovePart | None:
        """What changed last; on the *page* of a briefing that takes it up again, what changes there."""
        shown = _shown(expected, notes)
        taken_up = page is not expected.briefing
        at = max((i for i, (call, _) in enumerate(shown) if i and (call.briefing is page or not taken_up)), default=0)
        if not at:
            return self._still(expected, page, shown) if taken_up else None
        (before, _), (call, cited), (last, _) = shown[at - 1], shown[at], shown[-1]
        return MovePart(
            words=moved(before, call, self._scale, self._words),
            when=self._marks.moment(call.when),
            why=self._line(call.why, call.briefing.origin),
            notes=cited,
            told_in=_NOTHING if call.briefing is page else self._link_to(expected, call.briefing),
            later=_NOTHING if last is call or last.briefing is page else self._link_to(expected, last.briefing),
        )

    def _still(self, expected: Expected, page: Briefing, shown: Sequence[tuple[Call, Markup]]) -> MovePart | None:
        """What a briefing says that leaves the likelihood as it was; None where it says nothing of why."""
        why = next((entry.why for _, entry in page.followups() if entry.id == expected.id and entry.why), None)
        then, last = next((call for call, _ in reversed(shown) if call.when <= page.opens()), shown[0][0]), shown[-1][0]
        if not why:
            return None
        return MovePart(
            words=self._words("Still {likelihood}", likelihood=briefly(then, self._scale, self._words)),
            when=self._marks.moment(page.opens()),
            why=self._line(why, page.origin),
            notes=_NOTHING,
            told_in=_NOTHING,
            later=_NOTHING if last is then else self._link_to(expected, last.briefing),
        )

    def course(self, expected: Expected) -> Course | None:
        """The drawing; None for what was never revised. It is the same on every page."""
        return self._courses.of(expected.id, self._course, expected)

    def _course(self, expected: Expected) -> Course | None:
        calls = [call for call, _ in _shown(expected, ())]
        held = [(self._day(call), found) for call in calls if (found := probability_of(call, self._scale))]
        told = [event for before, call in pairwise(calls) for event in self._between(before, call)]
        by, ended, words = expected.judgement.by, expected.resolution, self._words
        return course(
            held,
            due=by.latest if by and by.latest < date.max else None,
            end=Ending(day=_last(ended.when.earliest, ended.when.latest), outcome=ended.outcome, words=words.outcome(ended.outcome))
            if ended
            else None,
            today=self._settings.today,
            told=[(event.when.latest, f"{words.date(event.when)}: {event.title}") for event in told],
            words=words,
        )

    def _day(self, call: Call) -> date:
        return call.when.astimezone(self._settings.timezone).date()

    def _between(self, before: Call, call: Call) -> list[Event]:
        """What the briefing of a *call* tells of the days since the call *before*: what it can have been revised for."""
        known, since, until = self._links.corpus.events, self._day(before), self._day(call)
        told = [known.get(event_id(call.briefing, i)) for i in range(len(call.briefing.timeline))]
        found = {event.id: event for event in told if event and since < event.when.earliest and event.when.latest <= until}
        return sorted(found.values(), key=lambda event: event.when.sort_key)[-TOLD:]

    def _event(self, event: Event, briefing: Briefing) -> Markup:
        href = self._links.thing("briefings", briefing.id, event_anchor(event))
        return self._marks.link(href, self._words("{when}: {event}", when=self._words.date(event.when), event=event.title))


def _shown(expected: Expected, notes: Sequence[Markup]) -> list[tuple[Call, Markup]]:
    """What readers may see, with its references to sources."""
    numbered = enumerate(expected.calls)
    return [(call, notes[i] if i < len(notes) else _NOTHING) for i, call in numbered if not call.taken_down]


def _last(earliest: date, latest: date) -> date:
    return latest if latest < date.max else earliest
