"""Judgements as pages show them: what is expected, how likely, how sure, by when, and how it ended."""

from collections.abc import Iterator
from itertools import zip_longest

from markupsafe import Markup

from spotbrief.cache import Cache
from spotbrief.corpus.corpus import Call, Expected
from spotbrief.corpus.kept import SHORT, since_publication
from spotbrief.corpus.ledger import standing
from spotbrief.corpus.scored import Probability, probability_of
from spotbrief.corpus.withdrawn import JUDGEMENT
from spotbrief.model.briefing import Briefing
from spotbrief.model.judgement import BaseRate
from spotbrief.model.origin import Origin
from spotbrief.model.record import record
from spotbrief.model.scale import Scale
from spotbrief.views.links import Links
from spotbrief.views.notes import Notes
from spotbrief.views.prose import Writer
from spotbrief.words.words import Words

NOTHING = Markup("")


@record
class Meter:
    """A likelihood drawn on a line from 0 to 100, beside its words: the term's band, and the number if one was published."""

    start: str
    width: str
    point: str


@record
class CallPart:
    """What was thought from a moment on."""

    when: Markup
    likelihood: str
    confidence: str
    """Empty where it stayed as it was."""
    why: Markup
    notes: Markup
    told_in: Markup
    """The later briefing that says so; empty for the one that made the judgement."""


@record
class ResolutionPart:
    """How a judgement ended."""

    kind: str
    outcome: str
    when: Markup
    note: Markup
    learned: Markup
    notes: Markup
    told_in: Markup
    """The later briefing that says so; empty for the one that made the judgement."""


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
    confidence: str
    by: Markup
    how: Markup
    """How likely, how sure and by when, in one phrase."""
    standing: str
    standing_words: str
    criteria: Markup
    indicators: tuple[Markup, ...]
    group: str
    """What it is a scenario of; empty for most."""
    base_rate: BaseRatePart | None
    calls: tuple[CallPart, ...]
    """What was thought of it, the first word first; empty for what was never revised."""
    resolution: ResolutionPart | None
    notes: Markup
    told_in: Markup
    kept: Markup
    """That it stands as it was published, or that each change is on record; empty where the desk does not say so."""


class Judgements:
    """Makes the judgements of pages that lie as deep as *links* say."""

    def __init__(self, links: Links, writer: Writer) -> None:
        self._links, self._words, self._marks, self._writer = links, links.words, links.marks, writer
        self._scale, self._today = links.corpus.settings.scale, links.corpus.settings.today
        self._by = str(self._marks.text.escape(self._words("by {date}")))
        self._rated = Cache[tuple[str | None, float | None], tuple[str, str, Meter | None]]()

    def part(self, expected: Expected, *, notes: JudgementNotes = NO_NOTES, on: Briefing | None = None) -> JudgementPart:
        """A judgement, with the briefing that made it unless the page is *on* that one."""
        judgement, origin, now = expected.judgement, expected.briefing.origin, expected.now
        line, words = self._writer.line, self._words
        term, band, meter = self._rated.of((now.likelihood, now.probability), self._rate, now)
        by = self._marks.date(judgement.by) if judgement.by else NOTHING
        stands, at_home = standing(expected, self._today), on is expected.briefing
        return JudgementPart(
            anchor=anchor_of(expected, on or expected.briefing),
            text=self._marks.phrase(JUDGEMENT) if expected.taken_down else line(judgement.text, origin),
            term=term,
            band=band,
            meter=meter,
            confidence=words.confidence(now.confidence),
            by=by,
            how=self._how(term, band, now.confidence, by),
            standing=stands,
            standing_words=words.standing(stands),
            criteria=line(judgement.criteria, origin),
            indicators=tuple(line(text, origin) for text in judgement.indicators),
            group="" if expected.taken_down else judgement.group or "",
            base_rate=self._base_rate(judgement.base_rate, origin, notes) if judgement.base_rate and not expected.taken_down else None,
            calls=tuple(self._calls(expected, notes)) if len(expected.calls) > 1 else (),
            resolution=self._resolution(expected, notes),
            notes=notes.own,
            told_in=NOTHING if at_home else self._link_to(expected, expected.briefing),
            kept=self._kept(expected) if at_home else NOTHING,
        )

    def _kept(self, expected: Expected) -> Markup:
        since = since_publication(expected, self._links.corpus)
        if not since:
            return NOTHING
        commit = self._marks.link(since.url, since.commit[:SHORT])
        if not since.changes:
            return self._marks.phrase("Unchanged since publication ({commit})", commit=commit)
        times = self._words.count(since.changes, "time")
        return self._marks.phrase("Changed {times} since publication ({commit}), each on record", times=times, commit=commit)

    def _link_to(self, expected: Expected, briefing: Briefing) -> Markup:
        gone = expected.taken_down or briefing.is_withdrawn()
        return self._marks.link(self._links.thing("briefings", briefing.id, "" if gone else anchor_of(expected, briefing)), briefing.title)

    def _rate(self, call: Call) -> tuple[str, str, Meter | None]:
        said = probability_of(call, self._scale)
        return *_in_words(said, self._words), _meter(said)

    def _how(self, term: str, band: str, confidence: str | None, by: Markup) -> Markup:
        write = self._marks.text.escape
        told = (
            write(f"{term} ({band})") if term else "",
            write(self._words.sureness(confidence)) if confidence else "",
            self._by.format(date=by) if by else "",
        )
        return self._marks.text("; ".join(filter(None, told)))

    def _base_rate(self, base: BaseRate, origin: Origin, notes: JudgementNotes) -> BaseRatePart:
        share = self._words.percent(base.probability * 100)
        return BaseRatePart(share=share, of=self._writer.line(base.of, origin), notes=notes.base_rate)

    def _calls(self, expected: Expected, notes: JudgementNotes) -> Iterator[CallPart]:
        before = None
        for call, cited in zip_longest(expected.calls, notes.calls, fillvalue=NOTHING):
            if isinstance(call, Call) and not call.taken_down:
                yield CallPart(
                    when=self._marks.moment(call.when),
                    likelihood=said(call, self._scale, self._words),
                    confidence="" if before and before.confidence == call.confidence else self._words.sureness(call.confidence),
                    why=self._writer.line(call.why, call.briefing.origin),
                    notes=cited if isinstance(cited, Markup) else NOTHING,
                    told_in=NOTHING if call.briefing is expected.briefing else self._link_to(expected, call.briefing),
                )
                before = call

    def _resolution(self, expected: Expected, notes: JudgementNotes) -> ResolutionPart | None:
        ended, told = expected.resolution, expected.resolved_in
        if not ended or not told:
            return None
        return ResolutionPart(
            kind=ended.outcome,
            outcome=self._words.outcome(ended.outcome),
            when=self._marks.date(ended.when),
            note=self._writer.line(ended.note, told.origin),
            learned=self._writer.line(ended.learned, told.origin),
            notes=notes.resolution,
            told_in=NOTHING if told is expected.briefing else self._link_to(expected, told),
        )


def anchor_of(expected: Expected, briefing: Briefing) -> str:
    """The anchor of a judgement on the page of a *briefing*: of the one that made it, or of one that takes it up again."""
    return f"judgement:{expected.key if briefing.id == expected.briefing.id else expected.id}"


def cited_on(page: Briefing, expected: Expected, number: int, notes: Notes, words: Words) -> JudgementNotes:
    """References to what the briefing of a page cites for its judgement of that *number*; what another one cites stands there."""
    place, name, judgement = anchor_of(expected, page), words("judgement {number}", number=number), expected.judgement
    is_own, base, end = expected.briefing is page, judgement.base_rate, words("outcome of judgement {number}", number=number)
    return JudgementNotes(
        own=notes.of(judgement.sources, place, name) if is_own else NOTHING,
        base_rate=notes.of(base.sources, place, name) if base and is_own else NOTHING,
        calls=(NOTHING, *(notes.of(call.sources if call.briefing is page else (), place, name) for call in expected.calls[1:])),
        resolution=notes.of(expected.resolution.sources if expected.resolution and expected.resolved_in is page else (), place, end),
    )


def said(call: Call, scale: Scale, words: Words) -> str:
    """How likely, in one phrase: `Likely, 55–80%, put at 70%`."""
    return ", ".join(filter(None, likelihood_words(call, scale, words)))


def likelihood_words(call: Call, scale: Scale, words: Words) -> tuple[str, str]:
    """The term, and its band with the number if there is one: `Likely` and `55–80%, put at 70%`."""
    return _in_words(probability_of(call, scale), words)


def _in_words(said: Probability | None, words: Words) -> tuple[str, str]:
    if not said:
        return "", ""
    term, probability, estimated = said
    name, band = words.sentence(term.term), words.band(term.low, term.high)
    return name, band if estimated else words("{band}, put at {number}", band=band, number=words.percent(probability * 100))


def _meter(said: Probability | None) -> Meter | None:
    if not said:
        return None
    term, probability, estimated = said
    point = "" if estimated else f"{probability * 100:g}"
    return Meter(start=f"{term.low * 100:g}", width=f"{(term.high - term.low) * 100:g}", point=point)
