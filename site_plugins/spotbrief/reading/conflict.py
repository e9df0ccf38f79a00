"""What git leaves in a file where two people changed the same lines."""

import re

from spotbrief.reading.text import Unreadable, line_column

_OURS = re.compile(r"^<{7}(?: |$)", re.MULTILINE)
_THEIRS = re.compile(r"^>{7}(?: |$)", re.MULTILINE)
_FENCED = re.compile(r"^ {0,3}(`{3,}|~{3,}).*\n(?:.*\n)*?(?: {0,3}\1[`~]*[ \t]*$|\Z)", re.MULTILINE)


def refuse_conflict(text: str, *, markdown: bool) -> None:
    """Raises Unreadable at the first mark of a merge conflict; in fenced code of Markdown the marks are text."""
    if "<<<<<<<" not in text:
        return
    code = [found.span() for found in _FENCED.finditer(text)] if markdown else []
    for ours in _OURS.finditer(text):
        if not any(start < ours.start() < end for start, end in code) and _THEIRS.search(text, ours.end()):
            raise Unreadable(
                "merge-conflict",
                "a merge conflict starts here: two people changed the same lines",
                "keep one of the two texts between <<<<<<< and >>>>>>>, and take these marks and the line of ======= out",
                *line_column(text, ours.start()),
            )
