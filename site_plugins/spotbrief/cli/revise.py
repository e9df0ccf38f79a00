"""`spotbrief revise`."""

from pathlib import Path
from typing import Any

import click

from spotbrief.cli.editing import judged
from spotbrief.cli.editing.asking import Questions, sentence, value_of
from spotbrief.cli.editing.changes import Entry
from spotbrief.cli.editing.ledger import Work, tell, work
from spotbrief.cli.editing.options import later_options
from spotbrief.cli.settings import config_option
from spotbrief.corpus.audit.traces import is_late
from spotbrief.model.fields import Instant
from spotbrief.words.dates import moment_words


@click.command()
@click.argument("judgement", metavar="ID")
@config_option
@click.option("--likelihood", help="How likely it is now, in a term of the scale; otherwise as before.")
@click.option("--probability", help="The same as a number in the band of the term: 0.7 or 70%.")
@click.option("--confidence", help="How sure you are now: low, moderate or high; otherwise as before.")
@click.option("--why", help="What has changed, in a sentence; or that nothing has.")
@click.option("--source", multiple=True, help="The id of a source on which it rests; may be given several times.")
@click.option("--when", help="Since when you think so: a day or a moment; otherwise today.")
@later_options
def revise(judgement: str, config: Path, into: str | None, dry_run: bool, **given: Any) -> None:
    """Say how likely a judgement is now. What was said first stays as it is.

    ID is the id of the briefing, a colon and that of the judgement, as `spotbrief due` gives it; the last part will do where no other
    judgement has it. At a terminal it asks for everything; where an option is given, only for what it cannot do without.
    """
    here, questions = work(config, judgement, into), Questions(given)
    _refuse_hindsight(here, given["when"])
    said = judged.view(questions, here.last, here.corpus.settings)
    said["why"] = questions.ask("why", "Why? What has changed, or that nothing has", sentence)
    if sources := judged.asked_sources(questions, here.corpus, here.teller):
        said["sources"] = sources
    when = "" if here.is_elsewhere else _since(questions, here)
    tell(here, questions, lambda at: Entry(at, "revisions", {"when": when, **said}), said, dry_run=dry_run)
    if others := [one.id for one in here.scenarios if not one.resolution]:
        where = f"--when {when}" if when else "--in and the same briefing"
        group = here.expected.judgement.group
        click.echo(f"note: the scenarios of '{group}' sum to 1: revise those that change too, with {where}: {', '.join(others)}", err=True)


def _refuse_hindsight(here: Work, when: str | None) -> None:
    """Raises ClickException where nothing was said first, and where a briefing would say now what it thought when it opened."""
    now, into, first = here.corpus.settings.now, here.into, here.expected.first
    if not first.likelihood and first.probability is None:
        raise click.ClickException(
            f"{here.place}: this never said how likely it is, so there is nothing to revise; a later briefing can judge"
        )
    if here.is_elsewhere and when:
        raise click.UsageError("--when has no place in another briefing: it says so from the moment on at which it opens")
    if into and into.is_public(now) and is_late(into.opens(), now):
        opened = moment_words(into.opens(), here.corpus.settings.timezone)
        raise click.ClickException(f"the briefing '{into.id}' says what was thought on {opened}: name a draft, or --in new")


def _since(questions: Questions, here: Work) -> str:
    settings, after = here.corpus.settings, here.last.when
    what = "the last word on it" if here.last is not here.expected.first else "the briefing was published"
    when: str = questions.ask("when", "Since when?", judged.moment(settings, after, what), judged.usual_moment(settings, after))
    if is_late(value_of(Instant, when, settings), settings.now):
        click.echo(f"note: {when} is more than a day ago, so spotbrief audit names this as hindsight", err=True)
    return when
