"""`spotbrief resolve`."""

from pathlib import Path
from typing import Any, get_args

import click

from spotbrief.cli.editing import judged
from spotbrief.cli.editing.asking import Questions, one_of, or_nothing, sentence
from spotbrief.cli.editing.changes import Field
from spotbrief.cli.editing.ledger import Work, tell, work
from spotbrief.cli.editing.options import later_options
from spotbrief.cli.editing.yaml_text import Value
from spotbrief.cli.settings import config_option
from spotbrief.model.judgement import Outcome


@click.command()
@click.argument("judgement", metavar="ID")
@config_option
@click.option("--outcome", help="happened, did_not_happen, or void: the question fell away, and nothing is scored.")
@click.option("--when", help="The date on which it happened, or on which its end was clear, as vague as it is known.")
@click.option("--note", help="How it came about; for void, why.")
@click.option("--learned", help="What the desk takes from it.")
@click.option("--source", multiple=True, help="The id of a source that shows it; may be given several times.")
@later_options
def resolve(judgement: str, config: Path, into: str | None, dry_run: bool, **given: Any) -> None:
    """Say how a judgement ended, by which it is scored.

    ID is the id of the briefing, a colon and that of the judgement, as `spotbrief due` gives it; the last part will do where no other
    judgement has it. At a terminal it asks for everything; where an option is given, only for what it cannot do without.
    """
    here, questions = work(config, judgement, into), Questions(given)
    resolution = _resolution(questions, here)
    tell(here, questions, lambda at: Field(at, "resolution", resolution), {"resolution": resolution}, dry_run=dry_run)


def _resolution(questions: Questions, here: Work) -> dict[str, Value]:
    settings = here.corpus.settings
    outcome = questions.ask("outcome", f"How did it end? ({', '.join(get_args(Outcome))})", one_of(*get_args(Outcome)))
    _refuse_second(here, outcome)
    read = judged.ended(settings, here.expected, outcome)
    when = questions.ask("when", "When did it happen, or when was its end clear?", read, _usual_day(here, outcome))
    if outcome == "void":
        note = questions.ask("note", "Why did the question fall away?", sentence)
    else:
        note = questions.ask("note", "How did it come about? (Enter for nothing)", or_nothing, "")
    learned = questions.ask("learned", "What does the desk take from it? (Enter for nothing)", or_nothing, "")
    sources = judged.asked_sources(questions, here.corpus, here.teller)
    said = {"outcome": outcome, "when": when, "note": note, "learned": learned, "sources": sources}
    return {name: value for name, value in said.items() if value}


def _usual_day(here: Work, outcome: str) -> str | None:
    """Today; nothing is taken for granted where it happened by a day that has passed."""
    today, by = here.corpus.settings.today, here.expected.judgement.by
    return None if outcome == "happened" and by and by.latest < today else today.isoformat()


def _refuse_second(here: Work, outcome: str) -> None:
    """Raises ClickException where another scenario of the same question has happened."""
    happened = (one.id for one in here.scenarios if one.resolution and one.resolution.outcome == "happened")
    if outcome == "happened" and (other := next(happened, None)):
        raise click.ClickException(
            f"'{other}' happened, and is another scenario of '{here.expected.judgement.group}': one of them comes at most"
        )
