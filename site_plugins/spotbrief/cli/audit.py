"""`spotbrief audit`."""

import json
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

import spotbrief
from spotbrief.cli.audited import Placed, placed
from spotbrief.cli.numbers import counted
from spotbrief.cli.settings import config_option, settings_of
from spotbrief.corpus.audit.audit import audit as of_past
from spotbrief.corpus.audit.audit import with_today
from spotbrief.corpus.kept import SHORT
from spotbrief.model.desk import Desk
from spotbrief.model.record import record
from spotbrief.model.signs import visible
from spotbrief.reading.desk import read_desk
from spotbrief.reading.git import NoHistory
from spotbrief.reading.past import Usual, past
from spotbrief.reading.past_scale import rescaled_today
from spotbrief.reading.past_versions import Past


class _Unknown(click.ClickException):
    """There is nothing to look at."""

    exit_code = 2


@record
class _Found:
    """What is told."""

    findings: list[Placed]
    unsure: list[Placed]


def _text(found: _Found, of: Past) -> str:
    parts = (map(_said, found.findings), map(_doubted, found.unsure), _about(of), [_summary(found.findings, of)])
    return "\n".join(line for part in parts for line in part)


def _said(one: Placed) -> str:
    return f"{_sentence(one)}\n  hint: {visible(one.finding.mend)}"


def _sentence(one: Placed) -> str:
    place = click.style(visible(one.place), bold=True) + ": " if one.place else ""
    when = f"{one.finding.commit[:SHORT]}, {one.finding.when.date().isoformat()}" if one.finding.commit else "not committed yet"
    return f"{place}{visible(one.message)} ({when})"


def _doubted(one: Placed) -> str:
    return f"{_sentence(one)}\n  on a line of history that was merged later: git cannot know whether readers had it"


def _about(of: Past) -> Iterator[str]:
    """What could not be looked at."""
    if of.first:
        yield f"This clone is shallow: what was done before commit {of.first[:SHORT]} cannot be known; git fetch --unshallow gets the rest."
    if of.passed_over:
        yield f"{counted(of.passed_over, 'text')} of earlier commits could not be read and so never got into the site: passed over."
    yield from map(visible, of.remarks)


def _summary(found: list[Placed], of: Past) -> str:
    looked = f"{counted(of.commits, 'commit')}, {counted(len(of.lives), 'briefing')}"
    return f"{counted(len(found), 'silent change')} ({looked})." if found else f"Nothing was changed in silence ({looked})."


def _json(found: _Found, of: Past) -> str:
    said = {
        "version": spotbrief.__version__,
        "commits": of.commits,
        "briefings": len(of.lives),
        "passed_over": of.passed_over,
        "shallow": bool(of.first),
        "findings": [_fields(one) for one in found.findings],
        "unsure": [_fields(one) for one in found.unsure],
        "remarks": list(of.remarks),
    }
    return json.dumps(said, ensure_ascii=False, indent=2)


def _fields(one: Placed) -> dict[str, Any]:
    finding = one.finding
    return {
        "kind": finding.kind,
        "briefing": finding.briefing,
        "judgement": finding.judgement or None,
        "field": finding.field,
        "was": finding.was,
        "now": finding.now,
        "commit": finding.commit[:SHORT],
        "day": finding.when.date().isoformat(),
        "file": one.file or None,
        "line": one.line or None,
        "column": one.column or None,
        "message": one.message,
        "hint": finding.mend,
    }


_FORMS: dict[str, Callable[[_Found, Past], str]] = {"text": _text, "json": _json}


def _left(read: Past, desk: Desk) -> Iterator[str]:
    gone = {life.id for life in read.lives if not life.versions[-1].briefing}
    for briefing in desk.briefings:
        if briefing.id in gone:
            yield f"{briefing.origin.file} is a file that git does not follow any more: what was changed in it since then is not told."


@click.command()
@config_option
@click.option("--format", "form", default="text", show_default=True, type=click.Choice(list(_FORMS)), help="For people, or for programs.")
def audit(config: Path, form: str) -> None:
    """Say what was done in silence to published judgements, by the git history of the desk and its files of today.

    Exit 1 if anything was, and 2 where there is no history.
    """
    settings, folders = settings_of(config)
    root = config.resolve().parent
    try:
        read = past(root, Usual(config=config.name, folder=folders.briefings, languages=settings.tags), settings.timezone)
    except NoHistory as error:
        raise _Unknown(str(error)) from None
    now = settings.now.astimezone(settings.timezone)
    desk, _ = read_desk(root, settings.timezone, folders.briefings, folders.content, languages=settings.tags)
    known = {life.id for life in read.lives} | {slug for briefing in desk.briefings for slug in briefing.former_slugs}
    if desk.briefings and not any(briefing.id in known for briefing in desk.briefings):
        raise _Unknown(
            "git knows no version of any briefing of this desk: none is committed yet, or their folder is a link or a repository of its own"
        )
    read = replace(read, remarks=(*read.remarks, *_left(read, desk)))
    read = replace(read, rescaled=(*read.rescaled, *rescaled_today(read, settings.scale, config.name, now)))
    said = of_past(with_today(read, desk.briefings, desk, now), now)
    found = _Found(findings=placed(root, said.findings), unsure=placed(root, said.unsure))
    click.echo(_FORMS[form](found, read))
    if found.findings:
        sys.exit(1)
