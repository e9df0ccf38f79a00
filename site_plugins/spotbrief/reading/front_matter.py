"""A Markdown file -> its YAML front matter and its body, with the line each starts at."""

import re

from spotbrief.model.problem import Hint
from spotbrief.model.record import record
from spotbrief.reading.text import Unreadable

_OPENING = re.compile(r"\A---[ \t]*(?:\n|\Z)")
_CLOSING = re.compile(r"^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.MULTILINE)
_OTHER_FENCE = re.compile(r"^(?:\+{3}|[—–]{1,3}|={3,}|--|-{4,})[ \t]*$", re.MULTILINE)
"""A line that was probably meant to close front matter."""
_OF_FIELDS = re.compile(r"[\w-]+:(?: |$)|\s+\S|-(?: |$)|#|[\]}]")
"""A line of YAML, as most people type it."""
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
        raise _never_closed(text, opening.end())
    if closing[0].startswith(".") and _FIELD_AFTER.match(text, closing.end()) and _CLOSING.search(text, closing.end()):
        line = text.count("\n", 0, closing.start()) + 1
        raise Unreadable("front-matter", "three dots end the YAML here, and fields follow", "take the line out", line)
    before_body = text.count("\n", 0, closing.end())
    return Parts(data=text[opening.end() : closing.start()], body=text[closing.end() :], lines_before_data=1, lines_before_body=before_body)


def _never_closed(text: str, start: int) -> Unreadable:
    """At the line that was meant to close it, or else at the first one that is no field any more."""
    message, lines = "the front matter is opened by --- and never closed", text[start:].split("\n")
    others = [number for number, line in enumerate(lines) if number and not _OF_FIELDS.match(line)]
    said = next((number for number in others if lines[number].strip()), None)
    if said is None:
        return Unreadable("front-matter", message, "add a line with --- between it and the body")
    if _OTHER_FENCE.match(lines[said]):
        hint = Hint(f"write --- in place of the line {lines[said].strip()}", lines[said], "---")
        return Unreadable("front-matter", message, hint, said + 2)
    return Unreadable("front-matter", message, "add a line with --- before this one, where the body begins", others[0] + 2)


def why_none(text: str) -> tuple[str, str, int]:
    """Why a file without front matter has none, the mend, and the line."""
    lines = text.split("\n")
    number, first = next(((n, line) for n, line in enumerate(lines) if line.strip()), (0, ""))
    bare = first.strip(" \t\u00a0\ufeff")
    if bare == "+++":
        example = next((f": {_as_yaml(line)}" for line in lines[number + 1 :] if "=" in line), "")
        hint = "write --- in place of both lines of +++, and each field with a colon and a blank in place of the equals sign"
        return "this is TOML front matter, as Hugo has it; YAML is wanted", f"{hint}{example}", number + 1
    if bare in (";;;", "{") or bare.startswith('{"'):
        mend = "write --- in place of both lines of ;;;" if bare == ";;;" else "add a line of --- before the { and one after the last }"
        return "this is JSON front matter; it needs the lines of --- that YAML has", mend, number + 1
    if bare.startswith("```"):
        return "the front matter stands in a block of code", "write --- in place of the two lines of ```", number + 1
    if bare and set(bare) <= set("-\u2010\u2011\u2012\u2013\u2014\u2212*_=") and bare != "---":
        return f"the front matter is opened by {bare}, which is not ---", "write --- in place of it, and of the one that closes", number + 1
    if any(line.strip(" \t\u00a0\ufeff") == "---" for line in lines[:20]):
        below = next(n for n, line in enumerate(lines) if line.strip(" \t\u00a0\ufeff") == "---")
        what = "blanks stand before the ---" if below == number else "something stands above the ---"
        return f"{what} that opens the front matter", "the --- must be all of the first line: delete what stands before it", 1
    if re.match(r"[A-Za-z_]+:(?: |$)", bare):
        return "the fields stand between no lines of ---", "add a line of --- before the first field, and one after the last", number + 1
    return "there is no front matter", "open the file with ---, title: …, published: 2025-03-03T18:00 and --- again", 1


def _as_yaml(line: str) -> str:
    name, _, value = line.partition("=")
    return f"{name.strip()}: {value.strip()}"
