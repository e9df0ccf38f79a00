"""Findings of an audit at their lines."""

from collections.abc import Iterable
from pathlib import Path

import click

from spotbrief.cli.difference import Difference
from spotbrief.corpus.audit.audit import audit, with_today
from spotbrief.corpus.audit.finding import Finding
from spotbrief.corpus.corpus import Corpus
from spotbrief.model.origin import Where
from spotbrief.model.problem import Problem
from spotbrief.model.record import record
from spotbrief.reading.git import NoHistory
from spotbrief.reading.locate import locate
from spotbrief.reading.past import changed_since


@record
class Placed:
    """A finding with the line of today; the numbers are 0 where its file is gone."""

    finding: Finding
    file: str = ""
    line: int = 0
    column: int = 0

    @property
    def message(self) -> str:
        """What happened to which judgement or briefing."""
        return f"{self.finding.judgement or self.finding.briefing}: {self.finding.what}"

    @property
    def place(self) -> str:
        """`file:line:column`; empty where its file is gone."""
        return f"{self.file}:{self.line}:{self.column}" if self.file else ""


def placed(root: Path, findings: Iterable[Finding]) -> list[Placed]:
    """*findings* of the desk at *root*, in their order."""
    return [_placed(root, finding, finding.where) for finding in findings]


def silent(root: Path, difference: Difference, corpus: Corpus) -> list[Placed]:
    """What *difference* does in silence to what readers have at this moment. Raises ClickException."""
    settings, desk = corpus.settings, corpus.desk
    touched = {*difference.added, *difference.changed, *difference.removed}
    try:
        before = changed_since(root, difference.start, difference.texts, settings.timezone)
    except NoHistory as error:
        raise click.ClickException(str(error)) from None
    briefings = [briefing for briefing in desk.briefings if briefing.id in touched]
    return placed(root, audit(with_today(before, briefings, desk, settings.now), settings.now).findings)


def _placed(root: Path, finding: Finding, where: Where | None) -> Placed:
    if not where or not (root / where.file).is_file():
        return Placed(finding=finding)
    found = locate(root, [Problem(rule="", severity="error", where=where, message="")])[0]
    return Placed(finding=finding, file=where.file, line=found.line, column=found.column)
