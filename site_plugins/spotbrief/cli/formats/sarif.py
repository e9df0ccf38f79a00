"""Problems as SARIF 2.1.0 (OASIS Standard, 2020), which code scanning reads."""

import json
from typing import Any
from urllib.parse import quote

import spotbrief
from spotbrief.checks.examine import Examined
from spotbrief.checks.explanations import Explanation, explained, explanation
from spotbrief.model.problem import Problem, Severity

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS: dict[Severity, str] = {"error": "error", "warning": "warning", "advice": "note"}


def written(examined: Examined) -> str:
    """One run of one tool, with all rules and a result a problem."""
    said = {rule: explanation(rule) for rule in explained()}
    severe = {problem.rule: problem.severity for problem in reversed(examined.problems)}
    rules = [_rule(one, severe.get(one.rule, one.severity)) for one in said.values()]
    places = {rule["id"]: number for number, rule in enumerate(rules)}
    run = {
        "tool": {"driver": {"name": "Spotbrief", "semanticVersion": spotbrief.__version__, "rules": rules}},
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {"ROOT": {"description": {"text": "The top of the repository."}}},
        "results": [_result(problem, places[problem.rule]) for problem in examined.problems],
    }
    return json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2)


def _rule(one: Explanation, severity: Severity) -> dict[str, Any]:
    about = {"shortDescription": {"text": one.what}, "fullDescription": {"text": one.why}}
    return {"id": one.rule, **about, "defaultConfiguration": {"level": _LEVELS[severity]}}


def _result(problem: Problem, rule: int) -> dict[str, Any]:
    said = f"{problem.message}\nhint: {problem.hint}" if problem.hint else problem.message
    place = {
        "artifactLocation": {"uri": quote(problem.where.file), "uriBaseId": "ROOT"},
        "region": {"startLine": problem.line, "startColumn": problem.column},
    }
    return {
        "ruleId": problem.rule,
        "ruleIndex": rule,
        "level": _LEVELS[problem.severity],
        "message": {"text": said},
        "locations": [{"physicalLocation": place}],
    }
