"""One finding about what an editor wrote."""

from typing import Literal, NamedTuple

from spotbrief.model.origin import Where
from spotbrief.model.record import record
from spotbrief.model.signs import visible

Severity = Literal["error", "warning", "advice"]


class Mend(NamedTuple):
    """What stands at the place of a problem, or behind it on the same line, and what to write in its stead."""

    old: str
    new: str


class Hint(str):
    """A hint that says letter by letter what to write, so that a program can obey it too."""

    mend: Mend

    def __new__(cls, words: str, old: str = "", new: str = "") -> "Hint":
        """*words* for the editor, who is to write *new* in place of *old*."""
        made = super().__new__(cls, words)
        made.mend = Mend(old, new)
        return made


class NamesHint(Hint):
    """A hint that turns names into ids. What it says is a guess: the ids of what they name are known with the whole desk alone."""

    names: tuple[str, ...] = ()
    """As they were typed; each may be several."""
    kinds: tuple[str, ...] = ()
    """Of what they may be the names."""
    guess: str = ""
    """The ids as they stand in the words, and in what is to be written."""

    @classmethod
    def of(cls, hint: Hint, names: tuple[str, ...], kinds: tuple[str, ...], guess: str) -> "NamesHint":
        """*hint*, in which the ids of *names* are a *guess*."""
        made = cls(hint, *hint.mend)
        made.names, made.kinds, made.guess = names, kinds, guess
        return made


class WordHint(Hint):
    """A hint on a word that is none of few. What it says is a guess: which word that is in another language, the desk's catalogues know."""

    typed: str = ""
    words: tuple[str, ...] = ()

    @classmethod
    def of(cls, hint: str, typed: str, words: tuple[str, ...]) -> "WordHint":
        """*hint* on what was *typed* where one of *words* is wanted."""
        made = cls(hint, *(hint.mend if isinstance(hint, Hint) else ("", "")))
        made.typed, made.words = typed, words
        return made


@record
class Problem:
    """What is wrong, where, and how to mend it; *line* and *column* count from 1."""

    rule: str
    severity: Severity
    where: Where
    message: str
    hint: str = ""
    line: int = 0
    column: int = 0

    @property
    def mend(self) -> Mend | None:
        """The text to write, if the hint gives it letter by letter; else None."""
        return self.hint.mend if isinstance(self.hint, Hint) else None

    def __str__(self) -> str:
        """The line `spotbrief check` prints."""
        head = f"{self.where.file}:{self.line}:{self.column}: {self.severity}[{self.rule}] {self.message}"
        return f"{visible(head)}\n  hint: {visible(self.hint)}" if self.hint else visible(head)


def in_order(problems: list[Problem]) -> list[Problem]:
    """Sorts problems by file, line and column, and drops repetitions."""
    unique = {(p.where.file, p.line, p.column, p.rule, p.message): p for p in problems}
    return [unique[key] for key in sorted(unique)]
