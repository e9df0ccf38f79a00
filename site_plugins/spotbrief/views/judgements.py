"""Judgements as pages show them: what is expected, how likely, how sure, by when, and how it ended."""

from markupsafe import Markup

from spotbrief.cache import Cache
from spotbrief.corpus.corpus import Expected
from spotbrief.corpus.ledger import standing
from spotbrief.corpus.score import Probability, probability_of
from spotbrief.model.judgement import Judgement, Revision
from spotbrief.model.origin import Origin
from spotbrief.model.record import record
from spotbrief.model.scale import Scale
from spotbrief.views.links import Links
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
class RevisionPart:
    """An earlier or later likelihood."""

    when: Markup
    likelihood: str
    why: Markup


@record
class ResolutionPart:
    """How a judgement ended."""

    kind: str
    outcome: str
    when: Markup
    note: Markup
    notes: Markup


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
    history: tuple[RevisionPart, ...]
    resolution: ResolutionPart | None
    notes: Markup
    told_in: Markup


class Judgements:
    """Makes the judgements of pages that lie as deep as *links* say."""

    def __init__(self, links: Links, writer: Writer) -> None:
        self._links, self._words, self._marks, self._writer = links, links.words, links.marks, writer
        self._scale, self._today = links.corpus.settings.scale, links.corpus.settings.today
        self._rated = Cache[tuple[str | None, float | None], tuple[str, str, Meter | None]]()

    def part(self, expected: Expected, *, notes: tuple[Markup, Markup] = (NOTHING, NOTHING), told_in: bool = True) -> JudgementPart:
        """A judgement; *notes* are its own and those of its resolution; *told_in* adds its briefing."""
        judgement, origin = expected.judgement, expected.briefing.origin
        line, place = self._writer.line, f"judgement:{expected.key}"
        term, band, meter = self._rated.of((judgement.likelihood, judgement.probability), self._rate, judgement)
        by = self._marks.date(judgement.by) if judgement.by else NOTHING
        stands = standing(expected, self._today)
        href = self._links.thing("briefings", expected.briefing.id, "" if expected.taken_down else place)
        return JudgementPart(
            anchor=place,
            text=line(judgement.text, origin),
            term=term,
            band=band,
            meter=meter,
            confidence=self._words.confidence(judgement.confidence),
            by=by,
            how=self._how(term, band, judgement.confidence, by),
            standing=stands,
            standing_words=self._words.standing(stands),
            criteria=line(judgement.criteria, origin),
            indicators=tuple(line(text, origin) for text in judgement.indicators),
            history=tuple(self._revision(revision, origin) for revision in judgement.history),
            resolution=self._resolution(judgement, origin, notes[1]),
            notes=notes[0],
            told_in=self._marks.link(href, expected.briefing.title) if told_in else NOTHING,
        )

    def _rate(self, judgement: Judgement) -> tuple[str, str, Meter | None]:
        said = probability_of(judgement, self._scale)
        return *_in_words(said, self._words), _meter(said)

    def _how(self, term: str, band: str, confidence: str | None, by: Markup) -> Markup:
        write = self._marks.text.escape
        told = (
            write(f"{term} ({band})") if term else "",
            write(f"{confidence} confidence") if confidence else "",
            f"by {by}" if by else "",
        )
        return self._marks.text("; ".join(filter(None, told)))

    def _revision(self, revision: Revision, origin: Origin) -> RevisionPart:
        why = self._writer.line(revision.why, origin)
        return RevisionPart(when=self._marks.date(revision.when), likelihood=said(revision, self._scale, self._words), why=why)

    def _resolution(self, judgement: Judgement, origin: Origin, notes: Markup) -> ResolutionPart | None:
        if not (ended := judgement.resolution):
            return None
        note = self._writer.line(ended.note, origin)
        return ResolutionPart(
            kind=ended.outcome, outcome=self._words.outcome(ended.outcome), when=self._marks.date(ended.when), note=note, notes=notes
        )


def said(rated: Judgement | Revision, scale: Scale, words: Words) -> str:
    """How likely, in one phrase: `Likely, 55–80%, put at 70%`."""
    return ", ".join(filter(None, likelihood_words(rated, scale, words)))


def likelihood_words(rated: Judgement | Revision, scale: Scale, words: Words) -> tuple[str, str]:
    """The term, and its band with the number if there is one: `Likely` and `55–80%, put at 70%`."""
    return _in_words(probability_of(rated, scale), words)


def _in_words(said: Probability | None, words: Words) -> tuple[str, str]:
    if not said:
        return "", ""
    term, probability, estimated = said
    return words.sentence(term.term), term.band() if estimated else f"{term.band()}, put at {probability * 100:g}%"


def _meter(said: Probability | None) -> Meter | None:
    if not said:
        return None
    term, probability, estimated = said
    point = "" if estimated else f"{probability * 100:g}"
    return Meter(start=f"{term.low * 100:g}", width=f"{(term.high - term.low) * 100:g}", point=point)
