"""What was said in a build, counted."""

from collections import Counter
from pathlib import PurePosixPath

from spotbrief.building.messages import Message, Note
from spotbrief.model.problem import Problem, Severity


class Said:
    """Problems by severity, the engine's own among them, and what is held back."""

    def __init__(self) -> None:
        self.counts: Counter[Severity] = Counter()
        self.held_back: dict[str, str] = {}
        """By the id of the briefing: until when."""

    def hear(self, message: Message | str) -> None:
        """Take in one message."""
        if isinstance(message, Problem):
            self.counts[message.severity] += 1
            if message.rule == "held-back":
                self.held_back[PurePosixPath(message.where.file).stem] = message.message
        elif isinstance(message, Note) and message.severity != "info":
            self.counts[message.severity] += 1
