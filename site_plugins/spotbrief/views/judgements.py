"""Judgements as pages show them: what is expected, how likely, how sure, by when, and how it ended."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial

from markupsafe import Markup

from spotbrief.cache import Cache
from spotbrief.corpus.corpus import Call, Expected
from spotbrief.corpus.kept import SHORT, since_publication
from spotbrief.corpus.ledger import standing
from spotbrief.corpus.scored import probability_of
from spotbrief.corpus.withdrawn import JUDGEMENT
from spotbrief.model.briefing import Briefing
from spotbrief.model.judgement import BaseRate
from spotbrief.model.origin import Origin
from spotbrief.model.record import record
from spotbrief.views.charts.course import Course
from spotbrief.views.likelihoods import Meter, in_words
from spotbrief.views.likelihoods import meter as make_meter
from spotbrief.views.links import Links
from spotbrief.views.notes import Notes
from spotbrief.views.prose import Writer
from spotbrief.views.revisions import CallPart, MovePart, Revisions
from spotbrief.views.scenarios import ScenariosPart, group_of, scenarios, whole_groups
from spotbrief.views.verdicts import verdict

NOTHING = Markup("")


@record
class ResolutionPart:
    """How a judgement ended."""

    outcome: str
    verdict: str
    """Whether that is what the desk leaned to; empty where it cannot be said."""
    verdict_words: str
    when: Markup
    note: Markup
    learned: Markup
    notes: Markup
    told_in: Markup
    """The briefing that says so, unless the page is of that one."""


@record
class BaseRatePart:
    """How often such things happen."""

    share: str
    of: Markup
    notes: Markup


@record
class JudgementNotes:
    """References to the sources of a judgement's parts, where a page numbers them."""

    own: Markup = NOTHING
    base_rate: Markup = NOTHING
    calls: tuple[Markup, ...] = ()
    resolution: Markup = NOTHING


NO_NOTES = JudgementNotes()


@record
class JudgementPart:
    """One entry of what to expect."""

    anchor: str
    text: Markup
    term: str
    band: str
    meter: Meter | None
    how: Markup
    """How likely, how sure and by when, in one phrase."""
    standing_words: str
    criteria: Markup
    indicators: tuple[Markup, ...]
    group: str
    """What it is a scenario of; empty for most."""
    base_rate: BaseRatePart | None
    calls: tuple[CallPart, ...]
    """What was thought of it, the first word first; empty for what was never revised."""
    moved: MovePart | None
    """What changed last."""
    course: Course | None
    """A drawing of the same."""
    resolution: ResolutionPart | None
    notes: Markup
    told_in: Markup
    taken_up: bool
    """Whether the page is of a later briefing, which takes the judgement up again."""
    scenarios: ScenariosPart | None
    """Its group, on the first of them in a list that holds all of them; the others follow it."""
    is_grouped: bool
    """Whether it stands below such a group."""
    is_last: bool
    """Whether it is the last of them."""
    kept: Markup
    """That it stands as it was published, or that each change is on record; empty where the desk does not say so."""


class Judgements:
    """Makes the judgements of pages that lie as deep as *links* say."""

    def __init__(self, links: Links, writer: Writer) -> None:
        self._links, self._words, self._marks, self._writer = links, links.words, links.marks, writer
        self._scale, self._today = links.corpus.settings.scale, links.corpus.settings.today
        self._by = str(self._marks.markup.escape(self._words("by {date}")))
        self._revisions = Revisions(links, writer, self._link_to)
        self._rated = Cache[tuple[str | None, float | None], tuple[str, str, Meter | None]]()

    def part(self, expected: Expected, page: Briefing, notes: JudgementNotes = NO_NOTES) -> JudgementPart:
        """A judgement on the *page* of the briefing that made it, or of one that takes it up again."""
        judgement, origin, now = expected.judgement, expected.briefing.origin, expected.now
        line, words = self._writer.line, self._words
        term, band, meter = self._rated.of((now.likelihood, now.probability), self._rate, now)
        by = self._marks.date(judgement.by) if judgement.by else NOTHING
        is_own = page is expected.briefing
        revised = any(not call.taken_down for call in expected.calls[1:])
        return JudgementPart(
            anchor=anchor_of(expected, page),
            text=self._marks.phrase(JUDGEMENT) if expected.taken_down else line(judgement.text, origin),
            term=term,
            band=band,
            meter=meter,
            how=self._how(term, band, now.confidence, by),
            standing_words=words.standing(standing(expected, self._today)),
            criteria=line(judgement.criteria, origin),
            indicators=tuple(line(text, origin) for text in judgement.indicators),
            group="" if expected.taken_down else judgement.group or "",
            base_rate=self._base_rate(judgement.base_rate, origin, notes) if judgement.base_rate and not expected.taken_down else None,
            calls=tuple(self._revisions.calls(expected, page, notes.calls)) if revised else (),
            moved=self._revisions.moved(expected, page, notes.calls) if revised or not is_own else None,
            course=self._revisions.course(expected) if revised else None,
            resolution=self._resolution(expected, page, notes),
            notes=notes.own,
            told_in=NOTHING if is_own else self._link_to(expected, expected.briefing),
            taken_up=not is_own,
            scenarios=None,
            is_grouped=False,
            is_last=False,
            kept=self._kept(expected) if is_own else NOTHING,
        )

    def together(self, listed: Sequence[tuple[Expected, JudgementPart]], page: Briefing) -> tuple[JudgementPart, ...]:
        """A list of judgements in which the scenarios of a question stand together, if all of them are in it."""
        whole = whole_groups(expected for expected, _ in listed)
        made = {expected.id: part for expected, part in listed} if whole else {}
        found, waiting = list[JudgementPart](), dict(whole)
        for expected, part in listed:
            group = group_of(expected)
            if not group or group not in whole:
                found.append(part)
            elif members := waiting.pop(group, None):
                found += self._grouped(members, [made[one.id] for one in members], page)
        return tuple(found)

    def _grouped(self, members: Sequence[Expected], cards: Sequence[JudgementPart], page: Briefing) -> Iterator[JudgementPart]:
        group = scenarios(members, partial(self._words_of, page), self._scale, self._words)
        for i, card in enumerate(cards):
            yield replace(card, scenarios=None if i else group, is_grouped=True, is_last=i == len(cards) - 1)

    def _words_of(self, page: Briefing, expected: Expected) -> Markup:
        text = self._writer.line(expected.judgement.text, expected.briefing.origin).striptags()
        return self._marks.link(self._links.thing("briefings", page.id, anchor_of(expected, page)), text)

    def _kept(self, expected: Expected) -> Markup:
        since = since_publication(expected, self._links.corpus)
        if not since:
            return NOTHING
        commit = self._marks.link(since.url, since.commit[:SHORT])
        if not since.changes:
            return self._marks.phrase("Unchanged since publication ({commit})", commit=commit)
        times = self._words.count(since.changes, "time", "times")
        return self._marks.phrase("Changed {times} since publication ({commit}), each on record", times=times, commit=commit)

    def _link_to(self, expected: Expected, briefing: Briefing) -> Markup:
        gone = expected.taken_down or briefing.is_withdrawn()
        return self._marks.link(self._links.thing("briefings", briefing.id, "" if gone else anchor_of(expected, briefing)), briefing.title)

    def _rate(self, call: Call) -> tuple[str, str, Meter | None]:
        said = probability_of(call, self._scale)
        return *in_words(said, self._words), make_meter(said, self._scale)

    def _how(self, term: str, band: str, confidence: str | None, by: Markup) -> Markup:
        write = self._marks.markup.escape
        told = (
            write(f"{term} ({band})") if term else "",
            write(self._words.sureness(confidence)) if confidence else "",
            self._by.format(date=by) if by else "",
        )
        return self._marks.markup("; ".join(filter(None, told)))

    def _base_rate(self, base: BaseRate, origin: Origin, notes: JudgementNotes) -> BaseRatePart:
        share = self._words.percent(base.probability * 100)
        return BaseRatePart(share=share, of=self._writer.line(base.of, origin), notes=notes.base_rate)

    def _resolution(self, expected: Expected, page: Briefing, notes: JudgementNotes) -> ResolutionPart | None:
        ended, told = expected.resolution, expected.resolved_in
        if not ended or not told:
            return None
        found = verdict(expected, self._links.corpus.settings)
        return ResolutionPart(
            outcome=self._words.outcome(ended.outcome),
            verdict=found or "",
            verdict_words=self._words.verdict(found) if found else "",
            when=self._marks.date(ended.when),
            note=self._writer.line(ended.note, told.origin),
            learned=self._writer.line(ended.learned, told.origin),
            notes=notes.resolution,
            told_in=NOTHING if told is page else self._link_to(expected, told),
        )


def anchor_of(expected: Expected, briefing: Briefing) -> str:
    """The anchor of a judgement on the page of a *briefing*: of the one that made it, or of one that takes it up again."""
    return f"judgement:{expected.key if briefing.id == expected.briefing.id else expected.id}"


def cited_on(page: Briefing, expected: Expected, notes: Notes) -> JudgementNotes:
    """References to what the briefing of a page cites for a judgement; what another one cites stands there."""
    is_own, judgement, base = expected.briefing is page, expected.judgement, expected.judgement.base_rate
    return JudgementNotes(
        own=notes.of(judgement.sources) if is_own else NOTHING,
        base_rate=notes.of(base.sources) if base and is_own else NOTHING,
        calls=(NOTHING, *(notes.of(call.sources if call.briefing is page else ()) for call in expected.calls[1:])),
        resolution=notes.of(expected.resolution.sources if expected.resolution and expected.resolved_in is page else ()),
    )
