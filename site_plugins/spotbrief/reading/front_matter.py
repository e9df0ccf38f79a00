"""A Markdown file -> its YAML front matter and its body, with the line each starts at."""

import re

from spotbrief.model.record import record
from spotbrief.reading.text import Unreadable

_OPENING = re.compile(r"\A---[ \t]*(?:\n|\Z)")
_CLOSING = re.compile(r"^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.MULTILINE)
_FIELD_AFTER = re.compile(r"\s*[a-z_]+:(?:[ \t].*)?\n")


@record
class Parts:
    """The two parts of a Markdown file; the numbers count the lines that stand before each."""

    data: str | None
    body: str
    lines_before_data: int = 0
    lines_before_body: int = 0


def split(text: str) -> Parts:
    """Front matter and body; *data* is None where the file has no front matter. Raises Unreadable where it is not closed, or too early."""
    opening = _OPENING.match(text)
    if not opening:
        return Parts(data=None, body=text)
    # The search by pattern is slow over a long text, and a line of dashes is nearly always where the find says.
    start = max(text.find("\n---", opening.end() - 1), opening.end() - 1)
    closing = _CLOSING.search(text, start if "\n..." not in text[:start] else opening.end())
    if not closing:
        raise Unreadable(
            "front-matter", "the front matter is opened by --- and never closed", "add a line with --- between it and the body"
        )
    if closing[0].startswith(".") and _FIELD_AFTER.match(text, closing.end()) and _CLOSING.search(text, closing.end()):
        line = text.count("\n", 0, closing.start()) + 1
        raise Unreadable("front-matter", "three dots end the YAML here, and fields follow", "take the line out", line)
    before_body = text.count("\n", 0, closing.end())
    return Parts(data=text[opening.end() : closing.start()], body=text[closing.end() :], lines_before_data=1, lines_before_body=before_body)
