"""Problems for programs."""

import json
from collections import Counter
from typing import Any

import spotbrief
from spotbrief.checks.examine import Examined
from spotbrief.cli.numbers import SEVERITIES
from spotbrief.model.problem import Problem


def written(examined: Examined) -> str:
    """`version`, `briefings`, `counts` by severity, and `problems` in the order of files and lines."""
    counts = Counter(problem.severity for problem in examined.problems)
    said = {
        "version": spotbrief.__version__,
        "briefings": len(examined.corpus.briefings),
        "counts": {severity: counts[severity] for severity in SEVERITIES},
        "problems": [_fields(problem) for problem in examined.problems],
    }
    return json.dumps(said, ensure_ascii=False, indent=2)


def _fields(problem: Problem) -> dict[str, Any]:
    return {
        "rule": problem.rule,
        "severity": problem.severity,
        "file": problem.where.file,
        "line": problem.line,
        "column": problem.column,
        "message": problem.message,
        "hint": problem.hint,
    }
