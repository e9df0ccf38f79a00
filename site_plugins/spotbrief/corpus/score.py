"""How good the desk's judgements were (Brier 1950; Murphy 1973), led by what was held on every day."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import groupby
from math import sqrt
from operator import itemgetter

from spotbrief.corpus.scored import EXACT, Scored
from spotbrief.model.record import record

COIN = 0.25
"""The Brier score of one who says fifty-fifty of a judgement."""


@record
class Skill:
    """How much better than a reference the desk was: 1 is perfect, 0 no better, below 0 worse."""

    skill: float
    reference: float
    """The Brier score of the reference."""
    count: int
    """Of how many judgements."""


@record
class Score:
    """Several judgements taken together; Brier scores run from 0 (best) to 1."""

    count: int
    """Questions: the scenarios of one question count as one."""
    judgements: int
    unanswered: int
    """How many of the judgements are overdue, and count as wrong by their boldest word."""
    first: float
    """By the first word."""
    held: float
    """By every day on which the judgement was held: the leading score."""
    last: float
    """By the last word before the end."""
    error: float | None
    """The standard error of *held*; None for fewer than two questions."""
    coin: float
    """The score of one who knows nothing, and says one half, or of several scenarios of a question the same for each."""
    said: float
    """The mean probability."""
    came: float
    """The share that happened."""
    reliability: float
    """How far the shares that came lay from what was said (Murphy 1973): 0 is best."""
    resolution: float
    """How far the shares that came lay from their average: more is better."""
    uncertainty: float
    """The score of one who always says the average; *held* is reliability - resolution + uncertainty."""
    discrimination: float | None
    """How often, of a judgement that came and one that did not, the first was called likelier; None without such a pair."""
    own_average: Skill | None
    """Against one who always says the share that came; None where that one makes no mistake."""
    base_rates: Skill | None
    """Against the base rates, for the judgements that have one."""


@record
class Came:
    """What came of the judgements that used a word."""

    hits: int = 0
    """How many came ..."""
    count: int = 0
    """... of how many."""
    questions: int = 0
    """On how many questions: scenarios of one question hang together, so that an interval may count it once only."""
    by_question: float = 0.0
    """How many questions came; of several scenarios of one, the share that came counts."""


def came_of(judgements: Sequence[Scored]) -> Came:
    """How many of *judgements* came, and on how many questions."""
    share = _shares(judgements)
    return Came(
        hits=sum(one.truth == 1 for one in judgements),
        count=len(judgements),
        questions=len({one.unit for one in judgements}),
        by_question=sum(one.truth * share[one.unit] for one in judgements),
    )


def _shares(judgements: Sequence[Scored]) -> dict[str, float]:
    """By question: what each of its scenarios weighs where the question weighs one."""
    return {unit: 1 / number for unit, number in Counter(one.unit for one in judgements).items()}


def score(judgements: Sequence[Scored]) -> Score | None:
    """The scores of *judgements*; None if there are none."""
    if not judgements:
        return None
    units: dict[str, float] = defaultdict(float)
    for one in judgements:
        units[one.unit] += one.weight * one.brier
    count, weight = len(units), sum(one.weight for one in judgements)
    came = sum(one.weight * one.truth for one in judgements) / weight
    held = sum(units.values()) / count
    reliability, resolution, uncertainty = _decomposed(judgements, came, count)
    return Score(
        count=count,
        judgements=len(judgements),
        unanswered=sum(not one.answered for one in judgements),
        first=sum(one.weight * one.brier_first for one in judgements) / count,
        held=held,
        last=sum(one.weight * one.brier_last for one in judgements) / count,
        coin=_of_a_coin(judgements) / count,
        error=sqrt(sum((brier - held) ** 2 for brier in units.values()) / (count - 1) / count) if count > 1 else None,
        said=sum(one.weight * one.held for one in judgements) / weight,
        came=came,
        reliability=reliability,
        resolution=resolution,
        uncertainty=uncertainty,
        discrimination=discrimination(judgements),
        own_average=_skill(held, uncertainty, len(judgements)),
        base_rates=_over_base_rates(judgements),
    )


def _of_a_coin(judgements: Sequence[Scored]) -> float:
    """The sum of its scores over all questions."""
    share = _shares(judgements)
    return sum(one.weight * (min(share[one.unit], 0.5) - one.truth) ** 2 for one in judgements)


def _decomposed(judgements: Sequence[Scored], came: float, count: int) -> tuple[float, float, float]:
    """Reliability, resolution and uncertainty over all probabilities that were held, each weighted by its share of the days."""
    weights: dict[float, float] = defaultdict(float)
    truths: dict[float, float] = defaultdict(float)
    for one in judgements:
        for spell in one.spells:
            share = one.weight * spell.days / one.days
            said = round(spell.probability, EXACT)
            weights[said] += share
            truths[said] += share * one.truth
    rates = {said: truths[said] / weights[said] for said in weights}
    reliability = sum(weights[said] * (said - rates[said]) ** 2 for said in weights) / count
    resolution = sum(weights[said] * (rates[said] - came) ** 2 for said in weights) / count
    return reliability, resolution, sum(weights.values()) * came * (1 - came) / count


def discrimination(judgements: Sequence[Scored]) -> float | None:
    """The area under the ROC curve of the mean probabilities: a tie counts half, and a question as one. None where all came, or none."""
    share = _shares(judgements)
    ranked = sorted((round(one.held, EXACT), one.truth, share[one.unit]) for one in judgements)
    hits, misses = (sum(weight for _, truth, weight in ranked if truth == wanted) for wanted in (1, 0))
    if not hits or not misses:
        return None
    right = below = 0.0
    for _, tied in groupby(ranked, key=itemgetter(0)):
        came, missed = 0.0, 0.0
        for _, truth, weight in tied:
            came, missed = (came + weight, missed) if truth == 1 else (came, missed + weight)
        right += came * (below + missed / 2)
        below += missed
    return right / (hits * misses)


def _skill(score: float, reference: float, count: int) -> Skill | None:
    return Skill(skill=1 - score / reference, reference=reference, count=count) if reference > 0 else None


def _over_base_rates(judgements: Sequence[Scored]) -> Skill | None:
    rated = [(one, base.probability) for one in judgements if (base := one.expected.judgement.base_rate)]
    if not rated:
        return None
    ours = sum(one.weight * one.brier for one, _ in rated)
    reference = sum(one.weight * (base - one.truth) ** 2 for one, base in rated)
    count = len({one.unit for one, _ in rated})
    return _skill(ours / count, reference / count, len(rated))
