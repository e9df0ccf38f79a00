"""The track record computed again by other people's programs, from its table alone."""

import csv
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from scipy.stats import binomtest, norm, sem
from sklearn.metrics import brier_score_loss, roc_auc_score

FEW = 10
BANDS = {
    "almost no chance": (0.01, 0.05),
    "very unlikely": (0.05, 0.2),
    "unlikely": (0.2, 0.45),
    "roughly even chance": (0.45, 0.55),
    "likely": (0.55, 0.8),
    "very likely": (0.8, 0.95),
    "almost certain": (0.95, 0.99),
}
"""Of the scale ICD 203."""

Row = dict[str, str]


def table(site: Path) -> list[Row]:
    """All rows."""
    with (site / "outlook/track-record.csv").open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def counted(rows: Sequence[Row]) -> list[Row]:
    """Those that count."""
    return [row for row in rows if row["counted"] == "yes"]


def spells(row: Row) -> list[tuple[float, int]]:
    """Each probability with the days on which it was held."""
    steps = [(np.datetime64(step.split("=")[0]), float(step.split("=")[1])) for step in row["steps"].split()]
    ends = [since for since, _ in steps[1:]] + [np.datetime64(row["end"]) + 1]
    return [(said, int((until - since).astype(int))) for (since, said), until in zip(steps, ends, strict=True)]


def numbers(rows: Sequence[Row], name: str) -> list[float]:
    """A column."""
    return [float(row[name]) for row in rows]


def _mean_brier(truths: list[float], said: list[float], weights: list[float], count: int) -> float:
    return float(brier_score_loss(truths, said, sample_weight=weights, pos_label=1)) * sum(weights) / count


def scores(rows: Sequence[Row]) -> dict[str, Any]:
    """What the API calls a score; None for what cannot be said."""
    questions = sorted({row["question"] for row in rows})
    count, truths, weights = len(questions), numbers(rows, "truth"), numbers(rows, "weight")
    days = [(said, float(row["truth"]), float(row["weight"]) * held / float(row["days"])) for row in rows for said, held in spells(row)]
    said, came, shares = (list(column) for column in zip(*days, strict=True))
    each = [sum(float(r["weight"]) * float(r["brier_held"]) for r in rows if r["question"] == question) for question in questions]
    held = _mean_brier(came, said, shares, count)
    average = float(np.average(truths, weights=weights))
    reliability = resolution = 0.0
    for level in sorted(set(said)):
        at = [(truth, share) for p, truth, share in days if p == level]
        weight = sum(share for _, share in at)
        rate = float(np.average([truth for truth, _ in at], weights=[share for _, share in at]))
        reliability += weight * (level - rate) ** 2 / count
        resolution += weight * (rate - average) ** 2 / count
    uncertainty = _mean_brier(truths, [average] * len(rows), weights, count)
    return {
        "count": count,
        "judgements": len(rows),
        "unanswered": sum(row["answered"] == "no" for row in rows),
        "first": _mean_brier(truths, numbers(rows, "first"), weights, count),
        "held": held,
        "last": _mean_brier(truths, numbers(rows, "last"), weights, count),
        "coin": _mean_brier(
            truths, [min(1 / len([r for r in rows if r["question"] == row["question"]]), 0.5) for row in rows], weights, count
        ),
        "error": float(sem(each)) if count > 1 else None,
        "said": float(np.average(numbers(rows, "held"), weights=weights)),
        "came": average,
        "reliability": reliability,
        "resolution": resolution,
        "uncertainty": uncertainty,
        "discrimination": float(roc_auc_score(truths, numbers(rows, "held"), sample_weight=shares_of(rows)))
        if len(set(truths)) == 2
        else None,
        "own_average": _skill(held, uncertainty, len(rows)),
        "base_rates": _over_base_rates([row for row in rows if row["base_rate"]]),
    }


def _skill(ours: float, reference: float, count: int) -> dict[str, Any] | None:
    return {"skill": 1 - ours / reference, "reference": reference, "count": count} if reference else None


def _over_base_rates(rows: Sequence[Row]) -> dict[str, Any] | None:
    if not rows:
        return None
    count, weights, truths = len({row["question"] for row in rows}), numbers(rows, "weight"), numbers(rows, "truth")
    ours = sum(weight * brier for weight, brier in zip(weights, numbers(rows, "brier_held"), strict=True)) / count
    return _skill(ours, _mean_brier(truths, numbers(rows, "base_rate"), weights, count), len(rows))


def interval(found: dict[str, Any]) -> tuple[float, float]:
    """Of a score."""
    half = float(norm.ppf(0.975)) * found["error"]
    return max(0.0, found["held"] - half), min(1.0, found["held"] + half)


def shares_of(rows: Sequence[Row]) -> list[float]:
    """What each of several scenarios weighs where their question weighs one."""
    scenarios = Counter(row["question"] for row in rows)
    return [1 / scenarios[row["question"]] for row in rows]


def asked(rows: Sequence[Row]) -> tuple[float, int]:
    """How many questions came, and of how many."""
    return float(np.dot(numbers(rows, "truth"), shares_of(rows))), len({row["question"] for row in rows})


def wilson(hits: float, count: int) -> tuple[float, float]:
    """Of a share: the true shares from which what came lies 1.96 standard errors away (what scipy has, for whole hits)."""
    z2, f = float(norm.ppf(0.975)) ** 2 / count, hits / count
    low, high = sorted(np.roots([1 + z2, -(2 * f + z2), f * f]).real)
    if hits == int(hits):
        theirs = binomtest(int(hits), count).proportion_ci(0.95, method="wilson")
        assert np.allclose([low, high], [theirs.low, theirs.high], atol=1e-6)
    return float(low), float(high)


def verdict(term: str, hits: float, count: int) -> str:
    """Whether a term meant what it says."""
    if count < FEW:
        return "few"
    (low, high), (least, most) = wilson(hits, count), BANDS[term]
    inside, outside = least <= low and high <= most, "too_bold" if high < least else "too_timid" if low > most else ""
    return "holds" if inside else outside or "may_hold"


def of_part(rows: Sequence[Row], by: str, key: str) -> list[Row]:
    """The judgements that have something in common."""
    column = {"topic": "topics", "author": "authors"}.get(by, by)
    return [row for row in rows if key in row[column].split(";")]


def parts(rows: Sequence[Row]) -> list[tuple[str, str]]:
    """All of them."""
    named = {"topic": "topics", "author": "authors"}
    kinds = ("term", "confidence", "horizon", "year", "topic", "storyline", "author")
    return [(by, key) for by in kinds for key in sorted({k for row in rows for k in row[named.get(by, by)].split(";") if k})]
