"""The track record as a thing of the API: all figures, each with the number of judgements behind it."""

from datetime import date

from spotbrief.corpus.score import Score
from spotbrief.corpus.track_record import By, Reason
from spotbrief.exports.api.values import Share, Url
from spotbrief.model.record import record


@record
class Interval:
    """From where to where a figure lies 19 times of 20."""

    low: Share
    high: Share


@record
class Term:
    """A term of the scale, and what came of the judgements that used it."""

    term: str
    low: Share
    high: Share
    judgements: int
    came: int
    questions: int = 0
    """On how many questions: the scenarios of one count as one for the interval."""
    came_by_question: float = 0.0
    """How many questions came; of several scenarios of one, the share that came counts."""
    interval: Interval | None = None
    """Of the share that came, by Wilson (1927); none where there is no judgement."""
    verdict: str
    """`holds`: the interval lies inside the band; `may_hold`: it overlaps it; `too_bold` or `too_timid`: less or more came; `few`."""


@record
class Part:
    """The judgements that have something in common."""

    by: By
    key: str
    name: str
    judgements: int
    few: bool
    """Whether there are too few to tell, so that pages say nothing of them."""
    score: Score
    url: Url | None = None
    """The list of them."""


@record
class Uncounted:
    """How many judgements do not count for a reason."""

    reason: Reason
    judgements: int


@record
class TrackRecord:
    """How good the judgements of the desk were, on the day of the build."""

    as_of: date
    few: int
    """With fewer judgements than this, pages say nothing."""
    judgements: int
    """How many count."""
    coin: float
    """The score of one who knows nothing: one half for a judgement, and of k scenarios of a question 1 ÷ k for each."""
    score: Score | None = None
    """None where nothing counts."""
    interval: Interval | None = None
    """Of the score of every day, by its standard error."""
    terms: tuple[Term, ...] = ()
    parts: tuple[Part, ...] = ()
    uncounted: tuple[Uncounted, ...] = ()
    url: Url | None = None
    """Its page."""
    csv: Url | None = None
    """All judgements, each with what is needed to compute these figures again."""
    method: Url | None = None
    """Every formula."""
