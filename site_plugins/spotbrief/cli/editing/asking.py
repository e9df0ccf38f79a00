"""What an editor is asked for: an option, or a question where somebody sits at a terminal."""

import sys
from collections.abc import Callable
from typing import Any

import click
from pydantic import ValidationError

from spotbrief.model.fields import Sentence
from spotbrief.model.settings import Settings
from spotbrief.reading.fields import adapter
from spotbrief.reading.text import Unreadable, refuse_hidden

Read = Callable[[str], Any]
"""Gives what was meant by what was typed, or raises ValueError in the editor's words."""

BLANKS = " \t\r\n\x0b\x0c\u2028\u2029"


def is_terminal() -> bool:
    """Whether somebody can answer."""
    return sys.stdin.isatty()


class Questions:
    """The answers to what a command asks.

    Where no option was given, everything is asked at a terminal; where one was, only what cannot be done without.
    """

    def __init__(self, given: dict[str, Any]) -> None:
        """*given* holds the options by their names; those that were left out are None or empty."""
        self._given = given
        self._everything = not any(value not in (None, (), False) for value in given.values())

    def ask(self, name: str, question: str, read: Read, usual: str | None = None) -> Any:
        """The answer; None where it may be left out and was. *usual* is taken for an empty one; None asks until there is one.

        Raises ClickException for an option that will not do, and UsageError for one that is missing where nobody can be asked.
        """
        option = f"--{name.replace('_', '-')}"
        typed = self._given.get(name)
        if typed in (None, ()):
            if is_terminal() and (self._everything or usual is None):
                return click.prompt(question, default=usual, value_proc=_said_again(read), show_default=bool(usual))
            if usual is None:
                raise click.UsageError(f"{option} is missing: {question[0].lower()}{question[1:]}")
            typed = usual
        try:
            return read(" ".join(typed) if isinstance(typed, tuple) else typed)
        except ValueError as error:
            raise click.ClickException(f"{option}: {error}") from None


def _said_again(read: Read) -> Read:
    """*read* so that what will not do is asked for again."""

    def again(typed: str) -> Any:
        try:
            return read(typed)
        except ValueError as error:
            raise click.UsageError(str(error)) from None

    return again


def sentence(typed: str) -> str:
    """A sentence on one line. Raises ValueError for an empty one, and for signs that no file may hold."""
    text = or_nothing(typed)
    if not text:
        raise ValueError("write a sentence")
    return text


def or_nothing(typed: str) -> str | None:
    """A sentence on one line; None for an empty one. Raises ValueError for signs that no file may hold."""
    text = " ".join(word for word in typed.translate(dict.fromkeys(map(ord, BLANKS), " ")).split(" ") if word)
    try:
        text.encode()
        refuse_hidden(text, 1, 1)
    except UnicodeEncodeError:
        raise ValueError("these letters are no UTF-8: set the terminal to UTF-8") from None
    except Unreadable as error:
        raise ValueError(f"{error.message}: {error.hint}") from None
    return value_of(Sentence, text) if text else None


def value_of(kind: Any, typed: str, settings: Settings | None = None) -> Any:
    """The value of a field of the model that *typed* means. Raises ValueError in the editor's words."""
    try:
        return adapter(kind).validate_python(typed.strip(), context={"timezone": settings.timezone} if settings else None)
    except ValidationError as error:
        raise ValueError(error.errors(include_url=False)[0]["msg"].removeprefix("Value error, ")) from None


def one_of(*words: str) -> Read:
    """Reads one of few words; blanks and dashes may stand for the signs below a line."""

    def read(typed: str) -> str:
        word = typed.strip().casefold().replace(" ", "_").replace("-", "_")
        if word not in words:
            raise ValueError(f"'{typed}' is not one of {', '.join(words)}")
        return word

    return read
