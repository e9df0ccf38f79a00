"""What is wrong with the desk, laid over a page of its preview; in English like all that commands say, in whatever language the page is."""

from collections.abc import Callable, Sequence
from itertools import groupby
from pathlib import Path
from urllib.parse import quote

from spotbrief.model.problem import Problem
from spotbrief.model.record import record

MOST = 200
"""Problems of other pages that one page lists."""


@record
class ProblemPart:
    """One problem."""

    severity: str
    label: str
    message: str
    hint: str
    place: str
    editor: str
    """An address that opens the place in an editor."""


@record
class FilePart:
    """The problems of one file, and the page that they concern."""

    file: str
    page: str
    problems: tuple[ProblemPart, ...]


@record
class ProblemsView:
    """What preview/problems.html may see."""

    style: str
    title: str
    here: tuple[ProblemPart, ...]
    elsewhere: tuple[FilePart, ...]
    summary: str
    others: str
    more: str
    is_open: bool


def problems_view(
    here: Sequence[Problem], others: Sequence[Problem], root: Path, style: str, page: Callable[[Problem], str]
) -> ProblemsView:
    """*here* are the problems of one page, *others* those of the rest, whose addresses *page* knows; *style* leads to the style sheet."""
    listed = others[:MOST]
    files = groupby(sorted(listed, key=lambda one: one.where.file), key=lambda one: one.where.file)
    grouped = [(file, list(problems)) for file, problems in files]
    elsewhere = f"{_counted(len(others))} elsewhere" if others else ""
    return ProblemsView(
        style=style,
        title="Problems of this desk",
        here=tuple(_part(one, root) for one in here),
        elsewhere=tuple(
            FilePart(file=file, page=page(some[0]), problems=tuple(_part(one, root) for one in some)) for file, some in grouped
        ),
        summary=" · ".join(filter(None, [f"{_counted(len(here))} on this page" if here else "", elsewhere])),
        others=elsewhere,
        more=f"and {len(others) - MOST} more, which spotbrief check tells" if len(others) > MOST else "",
        is_open=any(one.severity != "advice" for one in here),
    )


def _counted(count: int) -> str:
    return f"{count:,} problem{'s' * (count != 1)}"


def _part(problem: Problem, root: Path) -> ProblemPart:
    where = f"{problem.where.file}:{problem.line or 1}:{problem.column or 1}"
    path = quote(f"{(root / problem.where.file).as_posix()}")
    return ProblemPart(
        severity=problem.severity,
        label=problem.severity.capitalize(),
        message=problem.message,
        hint=f"Mend: {problem.hint}" if problem.hint else "",
        place=where,
        editor=f"vscode://file/{path.lstrip('/')}:{problem.line or 1}:{problem.column or 1}",
    )
