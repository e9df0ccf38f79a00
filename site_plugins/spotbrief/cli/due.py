"""`spotbrief due`."""

import json
from pathlib import Path
from typing import Any

import click

import spotbrief
from spotbrief.cli.editing.finding import linked
from spotbrief.cli.numbers import counted
from spotbrief.cli.settings import config_option
from spotbrief.corpus.awaiting import Awaiting, awaiting
from spotbrief.corpus.corpus import Corpus
from spotbrief.model.signs import visible
from spotbrief.reading.locate import places

_SECTIONS = {"overdue": "Overdue", "soon": "Due soon", "unseen": "Not looked at for long"}
Placed = tuple[Awaiting, str, int]
"""What awaits the desk, with its file and line."""


@click.command()
@config_option
@click.option("--days", default=14, show_default=True, type=click.IntRange(0), help="How soon is soon.")
@click.option("--unseen", default=90, show_default=True, type=click.IntRange(1), help="How many days without a word are long.")
@click.option("--format", "form", default="text", show_default=True, type=click.Choice(["text", "json"]), help="For people or programs.")
def due(config: Path, days: int, unseen: int, form: str) -> None:
    """List the judgements that are overdue, that fall due soon, and that nobody has looked at for long."""
    corpus = linked(config)
    found = awaiting(corpus, days, unseen)
    wheres = [one.expected.at() for one in found]
    lines = places(config.resolve().parent, wheres)
    placed = [(one, where.file, line) for one, where, (line, _) in zip(found, wheres, lines, strict=True)]
    click.echo(_as_json(corpus, placed) if form == "json" else _as_text(placed))


def _as_text(placed: list[Placed]) -> str:
    lines = []
    for why, heading in _SECTIONS.items():
        if section := [one for one in placed if one[0].why == why]:
            lines += [click.style(f"{heading} ({len(section)})", bold=True), *(line for one in section for line in _lines(*one)), ""]
    return "\n".join(lines[:-1]) or "Nothing is overdue, due soon, or unseen for long."


def _lines(one: Awaiting, file: str, line: int) -> list[str]:
    gone = ", withdrawn" if one.expected.briefing.is_withdrawn() else ""
    said = f"{_likely(one)}; {_date(one)}{gone}"
    command = "revise" if one.why == "unseen" else "resolve"
    shown = [one.expected.judgement.text, said, f"{file}:{line}: spotbrief {command} {one.expected.id}"]
    return [f"  {visible(one.expected.id)}", *(f"    {visible(' '.join(text.split()))}" for text in shown)]


def _likely(one: Awaiting) -> str:
    last = one.last
    number = f"{last.probability * 100:g}%" if last.probability is not None else ""
    likely = f"{last.likelihood} ({number})" if last.likelihood and number else last.likelihood or number or "no likelihood"
    return f"{likely}, {last.confidence} confidence" if last.confidence else likely


def _date(one: Awaiting) -> str:
    by = one.expected.judgement.by
    due = f"due {by.text}" if by else "without a date"
    if one.why == "unseen":
        return f"{due}, last looked at {counted(one.days, 'day')} ago"
    return f"{due}, {counted(one.days, 'day')} ago" if one.why == "overdue" else f"{due}, in {counted(one.days, 'day')}"


def _as_json(corpus: Corpus, placed: list[Placed]) -> str:
    said = {
        "version": spotbrief.__version__,
        "today": corpus.settings.today.isoformat(),
        "counts": {why: sum(one.why == why for one, _, _ in placed) for why in _SECTIONS},
        "judgements": [_fields(*one) for one in placed],
    }
    return json.dumps(said, ensure_ascii=False, indent=2)


def _fields(one: Awaiting, file: str, line: int) -> dict[str, Any]:
    expected, last = one.expected, one.last
    return {
        "id": expected.id,
        "why": one.why,
        "days": one.days,
        "text": expected.judgement.text,
        "likelihood": last.likelihood,
        "probability": last.probability,
        "confidence": last.confidence,
        "by": expected.judgement.by.text if expected.judgement.by else None,
        "seen": last.when.date().isoformat(),
        "withdrawn": expected.briefing.is_withdrawn(),
        "file": file,
        "line": line,
    }
