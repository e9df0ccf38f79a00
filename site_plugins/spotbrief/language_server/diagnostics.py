"""Problems as the protocol has them, in the words of `spotbrief check`."""

from collections.abc import Iterable

from lsprotocol import types

from spotbrief.language_server.positions import Lines
from spotbrief.model.problem import Problem
from spotbrief.model.signs import visible

_SEVERITIES = {
    "error": types.DiagnosticSeverity.Error,
    "warning": types.DiagnosticSeverity.Warning,
    "advice": types.DiagnosticSeverity.Information,
}


def diagnostics(problems: Iterable[Problem], lines: Lines) -> list[types.Diagnostic]:
    """Each problem with its rule, its hint, and its mend as data, from which a quick fix is made."""
    return [
        types.Diagnostic(
            range=lines.of_problem(problem),
            message="\n".join(visible(part) for part in (problem.message, problem.hint) if part),
            severity=_SEVERITIES[problem.severity],
            source="spotbrief",
            code=problem.rule,
            data={"column": problem.column, "mend": list(problem.mend)} if problem.mend else None,
        )
        for problem in problems
    ]
