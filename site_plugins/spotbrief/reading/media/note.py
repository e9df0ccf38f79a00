"""What a file tells of who made it, where and with what."""

from spotbrief.model.problem import Severity
from spotbrief.model.record import record


@record
class Note:
    """What a file tells, in words; the name, where that is all."""

    words: str
    severity: Severity = "advice"
    name: str = ""


def of_person(role: str, name: str) -> Note:
    """A note that names a person or a firm; nothing to worry about where the site does so too."""
    return Note(words=f"the {role} '{name[:60]}'", name=name)
