"""What a change does to a desk, as Markdown for the people who look at it."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from spotbrief.checks.examine import Examined
from spotbrief.checks.explanations import explanation
from spotbrief.cli.audited import Placed
from spotbrief.cli.difference import Difference
from spotbrief.cli.numbers import counted, severities
from spotbrief.corpus.public import public_desk
from spotbrief.corpus.renamed import renamed
from spotbrief.model.briefing import Briefing
from spotbrief.model.desk import Desk
from spotbrief.model.problem import Problem
from spotbrief.words.dates import moment_words

MOST = 100
"""Rows of a table; a summary of GitHub Actions holds a megabyte."""

_SIGNS = re.compile(r"([\\`*_{}\[\]<>()#!|~@&:$])")
Names = dict[tuple[str, str], str]
"""By kind and former id: the present id."""


def report(examined: Examined, difference: Difference, silent: Iterable[Placed] = ()) -> str:
    """Briefings added, changed and removed, other files, what is done in silence to what readers have, and all problems."""
    corpus = examined.corpus
    shown = public_desk(corpus.desk, corpus.settings.now, corpus.settings.site_url)
    lines = ["## Briefings", ""]
    names = renamed(corpus.desk)
    for name in ("added", "changed", "removed"):
        lines += [line for id in getattr(difference, name) if (line := _briefing(id, name, examined, difference, names))]
    if not (difference.added or difference.changed or difference.removed):
        lines.append("No briefing differs.")
    lines += _gone(difference, names)
    if difference.others:
        lines += ["", "Files beside them: " + ", ".join(f"{name} {count}" for name, count in difference.others.items()) + "."]
    return "\n".join([*lines, "", "## Problems", "", *_problems(examined.problems, _files(shown)), *_silent(silent)])


def escaped(text: str) -> str:
    """*text* as Markdown that shows it and does nothing else."""
    return _SIGNS.sub(r"\\\1", " ".join(text.split()))


def _gone(difference: Difference, names: Names) -> Iterator[str]:
    """Actors and other things whose address leads nowhere; of what keeps it, only the new name."""
    for kind, id in difference.gone:
        now = names.get((kind, id))
        lost = f"gone from {kind}: {_code(id)}; its address and its feed are gone: name it in `former_slugs` of what takes its place"
        yield f"- renamed in {kind}: {_code(id)} to {_code(now)}" if now else f"- {lost}"


def _silent(found: Iterable[Placed]) -> Iterator[str]:
    """What is done in silence, while it can still be mended."""
    for number, one in enumerate(found):
        yield from () if number else ("", "## What the audit will say", "")
        yield f"- {f'{_code(one.place)}: ' if one.place else ''}{escaped(f'{one.message}; {one.finding.mend}')}"


def _briefing(id: str, change: str, examined: Examined, difference: Difference, names: Names) -> str:
    """A row; empty for what the row of a new name tells."""
    briefing, now = examined.corpus.briefings.get(id), names.get(("briefings", id))
    if change == "removed":
        warning = "" if now else "; its address is gone: name it in `former_slugs` of the briefing that takes its place"
        return "" if now in difference.added else f"- removed: {_code(id)}{warning}"
    old = [_code(was) for was in difference.removed if names.get(("briefings", was)) == id] if change == "added" else []
    if old and briefing:
        return f"- renamed: {', '.join(old)} to {_named(briefing, examined)}"
    return f"- {change}: {_named(briefing, examined) if briefing else f'{_code(id)}, which cannot be read'}"


def _named(briefing: Briefing, examined: Examined) -> str:
    settings = examined.corpus.settings
    if briefing.is_public(settings.now):
        return f"{escaped(briefing.title)} ({_code(briefing.id)})"
    if briefing.status in ("draft", "review"):
        return f"{_code(briefing.id)}, not public: {briefing.status}"
    return f"{_code(briefing.id)}, held back until {moment_words(briefing.opens(), settings.timezone)} ({settings.timezone.key})"


def _files(desk: Desk) -> frozenset[str]:
    """The files that hold what is public."""
    briefings = [briefing for briefing in desk.briefings if briefing.status != "withdrawn" or briefing.keep_text]
    things = [*briefings, *(thing for kind, thing in desk.things() if kind != "briefings"), *desk.pages]
    return frozenset(file for thing in things for file in (thing.origin.file, thing.origin.prose_file))


def _problems(problems: list[Problem], public: frozenset[str]) -> Iterator[str]:
    yield f"{severities(Counter(problem.severity for problem in problems)) or 'None'}."
    if problems:
        yield from ("", "| where | rule | what |", "| --- | --- | --- |")
        yield from (_row(problem, public) for problem in _worst_first(problems)[:MOST])
    if len(problems) > MOST:
        yield from ("", f"And {counted(len(problems) - MOST, 'problem')} more: `spotbrief check` says them all.")


def _worst_first(problems: Iterable[Problem]) -> list[Problem]:
    return sorted(problems, key=lambda problem: ("error", "warning", "advice").index(problem.severity))


def _row(problem: Problem, public: frozenset[str]) -> str:
    """A message may quote what was written, so that of a file which is not public says only what its rule asks for."""
    if problem.where.file in public:
        what = f"{problem.message}; {problem.hint}" if problem.hint else problem.message
    else:
        what = explanation(problem.rule).what
    place = f"{problem.where.file}:{problem.line}:{problem.column}"
    return f"| {_code(place)} | {problem.severity}: {escaped(problem.rule)} | {escaped(what)} |"


def _code(text: str) -> str:
    return f"`{text.replace('`', '').replace('|', '')}`"
