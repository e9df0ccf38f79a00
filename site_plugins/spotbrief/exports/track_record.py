"""`/outlook/track-record.csv`: one row a judgement, with all that is needed to compute the track record again (RFC 4180)."""

from collections.abc import Iterator
from datetime import date
from functools import partial

from spotbrief.corpus.broader import with_broader
from spotbrief.corpus.corpus import Expected
from spotbrief.corpus.ledger import last_day
from spotbrief.corpus.scored import Scored, Spell, spells_until
from spotbrief.corpus.track_record import horizon_of, track_record, year_of
from spotbrief.corpus.withdrawn import JUDGEMENT
from spotbrief.exports.addresses import absolute
from spotbrief.exports.csv_file import Row, cell, csv_file
from spotbrief.exports.output import Edition, Output, one
from spotbrief.exports.text import plain
from spotbrief.model.settings import Settings
from spotbrief.views.components import Parts

PATH = "outlook/track-record.csv"


def outputs(edition: Edition) -> Iterator[Output]:
    """The file alone."""
    yield one(PATH, partial(_file, edition))


def _file(edition: Edition) -> bytes:
    parts, found = Parts(absolute(edition.corpus)), track_record(edition.corpus)
    questions: dict[str, int] = {}
    for counted in found.counted:
        questions.setdefault(counted.unit, len(questions) + 1)
    rows = [_counted(row, questions[row.unit], parts) for row in found.counted]
    rows += [_uncounted(expected, reason, parts) for expected, reason in found.uncounted]
    return csv_file(COLUMNS, rows)


COLUMNS = (
    *("id", "url", "text", "counted", "why_not", "question", "group", "weight"),
    *("published", "by", "known", "end", "outcome", "answered", "truth", "steps", "days"),
    *("first", "held", "last", "brier_first", "brier_held", "brier_last", "base_rate"),
    *("term", "word_alone", "confidence", "topics", "storyline", "authors", "year", "horizon", "withdrawn"),
)


def _counted(of: Scored, question: int, parts: Parts) -> Row:
    outcome, longest = of.expected.resolution.outcome if of.expected.resolution else "", of.longest
    return {
        **_known(of.expected, parts),
        **_held(of.spells),
        "counted": "yes",
        "question": question,
        "weight": of.weight,
        "end": of.end.isoformat(),
        "outcome": outcome,
        "answered": _yes(of.answered),
        "truth": int(of.truth),
        "days": of.days,
        "first": of.first,
        "held": of.held,
        "last": of.last,
        "brier_first": of.brier_first,
        "brier_held": of.brier,
        "brier_last": of.brier_last,
        "term": longest.term.term,
        "word_alone": _yes(longest.estimated),
        "confidence": longest.confidence,
    }


def _uncounted(expected: Expected, reason: str, parts: Parts) -> Row:
    settings, ended = parts.corpus.settings, expected.resolution
    end = min(settings.today, ended.when.latest if ended else date.max, last_day(expected))
    said = tuple(spells_until(expected, end, settings))
    now = {"term": said[-1].term.term, "word_alone": _yes(said[-1].estimated), "confidence": said[-1].confidence} if said else {}
    outcome = ended.outcome if ended else ""
    return {**_known(expected, parts), **_held(said), **now, "counted": "no", "why_not": reason, "outcome": outcome}


def _known(expected: Expected, parts: Parts) -> Row:
    """What is known of every judgement, whether it counts or not."""
    settings, judgement, briefing = parts.corpus.settings, expected.judgement, expected.briefing
    ended, gone = expected.resolution, expected.taken_down
    text = parts.marks.phrase(JUDGEMENT) if gone else parts.writer.line(judgement.text, briefing.origin)
    return {
        "id": expected.id,
        "url": parts.links.thing("briefings", briefing.id, "" if gone else f"judgement:{expected.key}"),
        "text": " ".join(plain(text).split()),
        "group": None if gone else judgement.group,
        "published": _day_of(expected, settings).isoformat(),
        "by": _day(last_day(expected)),
        "known": _day(ended.when.latest if ended else date.max),
        "base_rate": judgement.base_rate.probability if judgement.base_rate else None,
        "topics": ";".join(with_broader(expected.topics, parts.corpus.topics)),
        "storyline": expected.storyline,
        "authors": ";".join(expected.authors),
        "year": year_of(expected),
        "horizon": horizon_of(expected, settings),
        "withdrawn": _yes(briefing.is_withdrawn()),
    }


def _held(spells: tuple[Spell, ...]) -> Row:
    return {"steps": " ".join(f"{spell.since.isoformat()}={cell(spell.probability)}" for spell in spells)}


def _day_of(expected: Expected, settings: Settings) -> date:
    return expected.first.when.astimezone(settings.timezone).date()


def _day(day: date) -> str:
    return "" if day == date.max else day.isoformat()


def _yes(value: bool) -> str:
    return "yes" if value else "no"
