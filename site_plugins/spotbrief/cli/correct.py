"""`spotbrief correct`."""

from pathlib import Path
from typing import Any, get_args

import click

from spotbrief.cli.editing import finding, judged
from spotbrief.cli.editing.asking import Questions, one_of, or_nothing, sentence
from spotbrief.cli.editing.changes import Entry
from spotbrief.cli.editing.writing import dry_run_option, write
from spotbrief.cli.editing.yaml_text import Value
from spotbrief.cli.settings import config_option
from spotbrief.model.briefing import Briefing, CorrectionKind
from spotbrief.model.settings import Settings


@click.command()
@click.argument("briefing", metavar="ID")
@config_option
@click.option("--was", help="What was wrong.")
@click.option("--now", help="What is right.")
@click.option("--kind", help=f"{', '.join(get_args(CorrectionKind))}; otherwise the first.")
@click.option("--text", help="How it came about.")
@click.option("--when", help="When it was corrected: a day or a moment; otherwise now.")
@dry_run_option
def correct(briefing: str, config: Path, dry_run: bool, **given: Any) -> None:
    """Say what was wrong in a briefing that readers have seen, and what is right; mend the text itself, too.

    ID is the id of the briefing, which is the name of its file. At a terminal it asks for everything; where an option is given, only for
    what it cannot do without.
    """
    corpus = finding.linked(config)
    of, questions = finding.published(corpus, briefing), Questions(given)
    said = _correction(questions, of, corpus.settings)
    if any(one.was == said.get("was") and one.now == said["now"] for one in of.corrections):
        raise click.ClickException(f"{of.origin.file} says so already, in its corrections")
    at = (of.origin.file, ("corrections", len(of.corrections)))
    write(config.resolve().parent, {of.origin.file: [Entry((), "corrections", said)]}, at, dry_run=dry_run)


def _correction(questions: Questions, of: Briefing, settings: Settings) -> dict[str, Value]:
    kinds = get_args(CorrectionKind)
    kind = questions.ask("kind", f"What is it? ({', '.join(kinds)})", one_of(*kinds), kinds[0])
    was = questions.ask("was", "What was wrong? (Enter for nothing)", or_nothing, "")
    now = questions.ask("now", "What is right?", sentence)
    text = questions.ask("text", "How did it come about? (Enter for nothing)", or_nothing, "")
    read = judged.moment(settings, of.opens(), "the briefing was published")
    when = questions.ask("when", "When was it corrected?", read, judged.this_minute(settings))
    said = {"when": when, "kind": kind, "was": was, "now": now, "text": text}
    return {name: value for name, value in said.items() if value}
