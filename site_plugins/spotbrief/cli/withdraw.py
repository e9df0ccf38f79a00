"""`spotbrief withdraw`."""

from pathlib import Path
from typing import Any

import click

from spotbrief.cli.editing import asking, finding, judged
from spotbrief.cli.editing.asking import Questions, sentence, value_of
from spotbrief.cli.editing.changes import Change, Field
from spotbrief.cli.editing.writing import dry_run_option, write
from spotbrief.cli.settings import config_option
from spotbrief.model.fields import Reason


@click.command()
@click.argument("briefing", metavar="ID")
@config_option
@click.option("--reason", help="Why, in a sentence that readers see.")
@click.option("--keep-text/--take-down", default=None, help="Whether the text stays, marked as withdrawn; otherwise it goes.")
@dry_run_option
def withdraw(briefing: str, config: Path, keep_text: bool | None, dry_run: bool, **given: Any) -> None:
    """Withdraw a briefing: its address stays and says why, and its judgements go on counting in the track record.

    ID is the id of the briefing, which is the name of its file. Git keeps what was committed.
    """
    corpus = finding.linked(config)
    of, questions = finding.published(corpus, briefing), Questions(given)
    if of.is_withdrawn():
        raise click.ClickException(f"{of.origin.file}: this briefing is withdrawn already")
    reason = questions.ask("reason", "Why? Readers see the sentence", lambda typed: value_of(Reason, sentence(typed)))
    if keep_text is None and asking.is_terminal() and not given["reason"]:
        keep_text = click.confirm("Does the text stay at its address, marked as withdrawn?", default=False)
    changes: list[Change] = [
        Field((), "status", "withdrawn", "published"),
        Field((), "withdrawn", reason, "status"),
        *([Field((), "keep_text", "true", "withdrawn")] if keep_text else []),
        Field((), "updated", judged.this_minute(corpus.settings), "published"),
    ]
    write(config.resolve().parent, {of.origin.file: changes}, (of.origin.file, ("withdrawn",)), dry_run=dry_run)
