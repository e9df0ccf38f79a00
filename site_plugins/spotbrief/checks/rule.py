"""A rule: one function from the corpus to findings, with an id and a severity."""

from collections.abc import Callable, Iterable, Iterator
from enum import Enum

from spotbrief.corpus.corpus import Corpus
from spotbrief.model.origin import Where
from spotbrief.model.problem import Problem, Severity
from spotbrief.model.record import record

Finding = tuple[Where, str, str]
"""The place, what is wrong, and how to mend it."""

Find = Callable[[Corpus], Iterable[Finding]]


class Reach(Enum):
    """How much of a desk decides whether a file breaks a rule, beyond pictures, documents and settings."""

    NEAR = "the file, what it names, and what tells of its judgements and events"
    NAMES = "that, and the ids, names and addresses of all"
    ALL = "everything: things are compared with one another"


@record
class Rule:
    """A rule: its id, its severity, its sentence for editors, and the function that finds what breaks it."""

    id: str
    severity: Severity
    about: str
    """One line: what the rule asks for."""
    find: Find
    reach: Reach = Reach.NEAR
    is_asked_for: bool = False
    """Whether it is off until the desk's option `rules` names it."""

    def problems(self, corpus: Corpus) -> Iterator[Problem]:
        """Everything in *corpus* that breaks the rule."""
        for where, message, hint in self.find(corpus):
            yield Problem(rule=self.id, severity=self.severity, where=where, message=message, hint=hint)


def rule(id: str, severity: Severity, reach: Reach = Reach.NEAR, *, is_asked_for: bool = False) -> Callable[[Find], Rule]:
    """Make a function a rule; the first line of its docstring is what editors read about it."""

    def made(find: Find) -> Rule:
        about = (find.__doc__ or "").strip().split("\n")[0]
        return Rule(id=id, severity=severity, about=about, find=find, reach=reach, is_asked_for=is_asked_for)

    return made
