"""What git leaves in a file where two people changed the same lines."""

import re

from spotbrief.reading.text import Unreadable, line_column

_MARK = re.compile(r"^(?:<{7}(?= |$)|>{7}(?= \S))", re.MULTILINE)
_THEIRS = re.compile(r"^>{7}(?: |$)", re.MULTILINE)
_FENCED = re.compile(r"^ {0,3}(`{3,}|~{3,}).*\n(?:.*\n)*?(?: {0,3}\1[`~]*[ \t]*$|\Z)", re.MULTILINE)


def refuse_conflict(text: str, *, markdown: bool) -> None:
    """Raises Unreadable at the first mark of a merge conflict, or at what is left of one; in fenced code of Markdown the marks are text."""
    if "<<<<<<<" not in text and ">>>>>>>" not in text:
        return
    code = [found.span() for found in _FENCED.finditer(text)] if markdown else []
    for mark in _MARK.finditer(text):
        if not any(start < mark.start() < end for start, end in code):
            raise _conflict(text, mark)


def _conflict(text: str, mark: re.Match[str]) -> Unreadable:
    place = line_column(text, mark.start())
    if mark[0].startswith("<") and _THEIRS.search(text, mark.end()):
        message = "a merge conflict starts here: two people changed the same lines"
        hint = "keep one of the two texts between <<<<<<< and >>>>>>>, and take these marks and the line of ======= out"
    else:
        message = f"this mark is left of a merge conflict: {mark[0]}"
        hint = "take this line and any line of ======= out, and look whether both texts are still here"
    return Unreadable("merge-conflict", message, hint, *place)
