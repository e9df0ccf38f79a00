"""An id for a judgement that goes by its number, which moves when another is put before it."""

from collections.abc import Callable, Collection

import click

from spotbrief.checks.ids import why_unsafe
from spotbrief.cli.editing.asking import Questions
from spotbrief.corpus.corpus import Corpus, Expected
from spotbrief.reading.ids import new_id as id_of

WORDS = 7
"""The first words of a judgement make an id for it."""


def new_id(questions: Questions, expected: Expected, corpus: Corpus) -> str | None:
    """An id for it; None where it has one. Raises ClickException where another briefing knows it by its number."""
    if expected.judgement.id:
        return None
    if knows := next((one for one in corpus.desk.briefings for _, followup in one.followups() if followup.id == expected.id), None):
        file = expected.briefing.origin.file
        raise click.ClickException(
            f"{knows.origin.file} knows '{expected.id}' by its number: give it an id in {file}, and write that there"
        )
    taken = {one.key.casefold() for one in corpus.judgements.values()}
    question = "An id for it, by which it is known from now on"
    made: str = questions.ask("id", question, _free(taken), _made(expected.judgement.text, taken, corpus.settings.language))
    return made


def _free(taken: Collection[str]) -> Callable[[str], str]:
    def read(typed: str) -> str:
        typed = typed.strip()
        if why := why_unsafe(typed):
            raise ValueError(why)
        if typed.isdigit():
            raise ValueError(f"'{typed}' is a number, and numbers move: choose a word")
        if typed.casefold() in taken:
            raise ValueError(f"another judgement has the id '{typed}': choose another")
        return typed

    return read


def _made(text: str, taken: Collection[str], language: str) -> str | None:
    made = id_of(" ".join(text.split()[:WORDS]), language)
    return made if made and not made.isdigit() and made.casefold() not in taken else None
