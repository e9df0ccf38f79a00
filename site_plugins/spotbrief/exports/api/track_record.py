"""The track record as a record."""

from collections.abc import Iterator
from typing import get_args

from spotbrief.corpus.intervals import around, wilson
from spotbrief.corpus.score import COIN, came_of, score
from spotbrief.corpus.track_record import FEW, Reason, track_record
from spotbrief.corpus.track_record import TrackRecord as Found
from spotbrief.exports.api import track_record_records as t
from spotbrief.exports.api.context import ApiContext
from spotbrief.views.charts.calibration import verdict
from spotbrief.views.track_record_parts import href_of, name_of


def whole(desk: ApiContext) -> t.TrackRecord:
    """All figures."""
    found, settings, to = track_record(desk.corpus), desk.corpus.settings, desk.links.to
    total, has_pages = score(found.counted), "outlook" in settings.sections
    error = total.error if total else None
    return t.TrackRecord(
        as_of=settings.today,
        few=FEW,
        judgements=len(found.counted),
        coin=total.coin if total else COIN,
        score=total,
        interval=_interval(around(total.held, error)) if total and error is not None else None,
        terms=tuple(_terms(found, desk)),
        parts=tuple(_parts(found, desk, has_pages)),
        uncounted=tuple(t.Uncounted(reason=reason, judgements=len(found.without(reason))) for reason in get_args(Reason)),
        url=to("outlook/track-record/") if has_pages else None,
        csv=to("outlook/track-record.csv") if has_pages else None,
        method=to("outlook/how-we-score/") if has_pages else None,
    )


def _terms(found: Found, desk: ApiContext) -> Iterator[t.Term]:
    for term in desk.corpus.settings.scale.terms:
        ones = found.parts["term"].get(term.term, ())
        came = came_of(ones)
        interval = _interval(wilson(came.by_question, came.questions)) if ones else None
        yield t.Term(
            term=term.term,
            low=term.low,
            high=term.high,
            judgements=came.count,
            came=came.hits,
            questions=came.questions,
            came_by_question=came.by_question,
            interval=interval,
            verdict=verdict(term, came.by_question, came.questions, FEW),
        )


def _parts(found: Found, desk: ApiContext, has_pages: bool) -> Iterator[t.Part]:
    for by, parts in found.parts.items():
        for key, ones in parts.items():
            if total := score(ones):
                yield t.Part(
                    by=by,
                    key=key,
                    name=name_of(by, key, desk.links),
                    judgements=len(ones),
                    few=total.count < FEW,
                    score=total,
                    url=href_of(by, key, desk.links) if has_pages else None,
                )


def _interval(bounds: tuple[float, float]) -> t.Interval:
    return t.Interval(low=bounds[0], high=bounds[1])
