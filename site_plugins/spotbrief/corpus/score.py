"""How good the desk's judgements were: Brier score and calibration (Brier 1950; Murphy 1973)."""

from collections.abc import Iterable

from spotbrief.model.judgement import Judgement, Outcome, Revision
from spotbrief.model.record import record
from spotbrief.model.scale import Scale, Term

TRUTH: dict[Outcome, float] = {"happened": 1.0, "partly": 0.5, "did_not_happen": 0.0}
"""What each outcome counts; a void question counts nothing."""

COIN = 0.25
"""The Brier score of one who always says fifty-fifty."""


@record
class Scored:
    """A resolved judgement as numbers, each from 0 to 1."""

    term: Term
    probability: float
    truth: float
    estimated: bool
    """Only a term was published: its middle stands for the probability."""

    @property
    def brier(self) -> float:
        """The squared distance between what was said and what came: 0 is best, 1 is worst."""
        return (self.probability - self.truth) ** 2


@record
class Score:
    """Several resolved judgements taken together."""

    count: int
    brier: float
    """The mean, from 0 (best) to 1."""
    said: float
    """The mean probability."""
    came: float
    """The share that happened; one that happened in part counts half."""


Probability = tuple[Term, float, bool]
"""A term, a probability, and whether that is only the middle of the term's band."""


def probability_of(rated: Judgement | Revision, scale: Scale) -> Probability | None:
    """The term, the probability (0 to 1) and whether it is an estimate; None if neither term nor number was given."""
    term = scale.term(rated.likelihood) if rated.likelihood else None
    if rated.probability is not None:
        return term or scale.term_for(rated.probability), rated.probability, False
    return (term, (term.low + term.high) / 2, True) if term else None


def scored(judgement: Judgement, scale: Scale) -> Scored | None:
    """A judgement as numbers; None if it has no likelihood, no resolution, or an outcome that does not count."""
    said = probability_of(judgement, scale)
    if not said or not judgement.resolution or judgement.resolution.outcome not in TRUTH:
        return None
    term, probability, estimated = said
    return Scored(term=term, probability=probability, truth=TRUTH[judgement.resolution.outcome], estimated=estimated)


def score(judgements: Iterable[Scored]) -> Score | None:
    """The mean score of *judgements*; None if there are none."""
    all = list(judgements)
    if not all:
        return None
    count = len(all)
    return Score(
        count=count,
        brier=sum(one.brier for one in all) / count,
        said=sum(one.probability for one in all) / count,
        came=sum(one.truth for one in all) / count,
    )
