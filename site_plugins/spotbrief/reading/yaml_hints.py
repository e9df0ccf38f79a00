"""What an editor probably meant by a line that is no YAML, or by a text that stands where more was wanted.

The parser stops where it can go on no more, which is often a line after the slip: guesses look there and above it.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from yaml import MarkedYAMLError
from yaml.events import ScalarEvent

from spotbrief.model.problem import Hint
from spotbrief.reading.text import yaml_lines
from spotbrief.reading.yaml_mends import CANNOT_START, Ends, Way, in_quotes, mend

_FIELD = re.compile(r"(?P<before> *(?:- +)*)(?P<key>[a-z_]\w*):(?: +(?P<value>.*))?$")
_NO_BLANK = re.compile(r"\s*(?:- +)*(?P<key>[A-Za-z_]\w*)(?:(?P<colon>：)\s*|:(?!//)(?P<hard>[\u00a0\u2007\u202f]*))(?P<rest>\S.*)")
_HARD_INDENT = re.compile(r" *[\u00a0\u2007\u202f\u3000][ \u00a0\u2007\u202f\u3000]*")
_NO_HYPHEN = re.compile(r"\s*(?P<sign>[\u2010-\u2015\u2212•‣·])\s*(?P<rest>\S.*)")
_HYPHEN_ONLY = re.compile(r"\s*(?P<sign>-)(?P<rest>[^\s-].*)")
_HEADING = re.compile(r"\s*#{1,6} +\S")
_APOSTROPHE = re.compile(r"'(?:tis|twas|twere|twill|em|til|cause|bout|round|neath|n)\b|'\d0s\b", re.IGNORECASE)
_MARK = re.compile(r"(?:<{7}|>{7}|={7}|\|{7})(?: |$)")
_PARTS = {"[": "]", "{": "}"}

_COLON_TWICE, _NO_COLON = "mapping values are not allowed", "could not find expected ':'"


CONFLICT = (
    "a merge conflict is left here: two people changed the same lines",
    "keep one of the two texts between <<<<<<< and >>>>>>>, and take these marks and the line of ======= out",
)


class Slip(NamedTuple):
    """What is wrong in an editor's words, and how to mend it; *line* and *column* count from 0."""

    line: int
    column: int
    message: str
    hint: str
    rule: str = "yaml"


def slip_in(text: str, error: MarkedYAMLError, last: ScalarEvent | None, ends: Ends) -> Slip:
    """The likeliest slip behind an *error* of the parser; *last* is the value that it read before it gave up."""
    mark = error.problem_mark or error.context_mark
    lines = yaml_lines(text)
    line, column = (min(mark.line, len(lines) - 1), mark.column) if mark else (0, 0)
    problem = str(error.problem or error.context or "this is not YAML")
    if _NO_COLON in problem and error.context_mark:
        line, column = error.context_mark.line, error.context_mark.column
    suspects = [number for number in (*_conflict(lines, line), *_value_above(lines, line), line, line - 1) if number >= 0]
    if marked := next((number for number in suspects if _MARK.match(lines[number])), None):
        return Slip(marked, 0, *CONFLICT, rule="merge-conflict")
    if way := mend(lines, suspects, ends, quote=False):
        return Slip(*way[:3], way.exact(lines[way.line]))
    if way := _never_closed(lines, error, ends):
        return Slip(*way[:3], way.exact(lines[way.line]))
    guesses = (*_unclosed(error, last), *_of_signs(lines, line, column, problem), *_of_layout(lines, line, column, problem))
    if slip := next(iter(guesses), None):
        return slip
    if way := mend(lines, [line, *suspects], ends, quote=True):
        place = way.column if way.line != line or way.message.startswith(CANNOT_START) else column
        return Slip(way.line, place, way.message, way.exact(lines[way.line]))
    return Slip(line, column, *_in_words(problem, lines[line]))


def _conflict(lines: list[str], line: int) -> list[int]:
    """The first line near *line* that git left there."""
    return [number for number in range(max(line - 3, 0), min(line + 2, len(lines))) if _MARK.match(lines[number])][:1]


def odd_start(text: str) -> tuple[str, str] | None:
    """What is wrong with a line, key or text that does not start as its editor believes, and the mend; None where nothing is."""
    if found := _HARD_INDENT.match(text):
        hint = Hint("delete what indents the line, and type spaces", found[0], " " * len(found[0]))
        return "a no-break space stands here where an ordinary one is wanted", hint
    if found := _NO_HYPHEN.match(text):
        words = f"write a hyphen and a blank: - {_start(found['rest'], found['sign'])}"
        return f"'{found['sign']}' is no hyphen, and starts no entry of a list", words
    if found := _HYPHEN_ONLY.match(text):
        return "a blank is missing after the hyphen", f"write - {_start(found['rest'], found['sign'])}"
    if found := _NO_BLANK.match(text):
        why = " (the colon is a wide one)" if found["colon"] else " (what stands there is a no-break space)" if found["hard"] else ""
        return f"a blank is missing after '{found['key']}:'{why}", f"write {found['key']}: {_start(found['rest'])}"
    return None


def _exact(line: str, hint: str) -> str:
    """The *hint* on a line that starts oddly, for a program too."""
    if found := _NO_HYPHEN.match(line) or _HYPHEN_ONLY.match(line):
        return Hint(hint, line[found.start("sign") :], f"- {found['rest']}")
    found = _NO_BLANK.match(line)
    return Hint(hint, line[found.start("key") :], f"{found['key']}: {found['rest']}") if found else hint


def _start(text: str, sign: str = "") -> str:
    """*text* up to the next entry that starts with *sign*, shortened."""
    text = text.partition(f" {sign}")[0] if sign else text
    return text if len(text) <= 40 else text[:39] + "…"


def _never_closed(lines: list[str], error: MarkedYAMLError, ends: Ends) -> Way | None:
    """A text that starts with an apostrophe, as in `'Tis the season`."""
    opened = error.context_mark
    if not opened or "quoted scalar" not in str(error.context) or opened.line >= len(lines):
        return None
    word = lines[opened.line][opened.column :]
    return mend(lines, [opened.line], ends, quote=True) if _APOSTROPHE.match(word) and not word.rstrip().endswith("'") else None


def _unclosed(error: MarkedYAMLError, last: ScalarEvent | None) -> Iterator[Slip]:
    """Quotation marks and brackets that are not closed, reported where they open."""
    problem, opened, broken = str(error.problem), error.context_mark, error.problem_mark
    start, end = (last.start_mark, last.end_mark) if last and last.style in ("'", '"') else (None, None)
    if opened and "quoted scalar" in str(error.context) and ("end of stream" in problem or "document indicator" in problem):
        yield Slip(opened.line, opened.column, "a quotation mark is opened here and never closed", "close it, or take it out")
    elif start and end and broken and start.line < end.line == broken.line:
        down = end.line - start.line
        message = f"the quotation mark that is opened here is closed only by the next one, {down} line{'s' if down > 1 else ''} below"
        yield Slip(start.line, start.column, message, "close it at the end of its text, or take it out")
    elif opened and "while parsing a flow" in str(error.context) and broken and opened.line < broken.line:
        sign = "[" if "sequence" in str(error.context) else "{"
        hint = f"close it with {_PARTS[sign]}, and put texts with signs in them in quotes"
        yield Slip(opened.line, opened.column, f"the {sign} that is opened here is not closed", hint)


def _of_signs(lines: list[str], line: int, column: int, problem: str) -> Iterator[Slip]:
    """Signs that look like others: of the line itself, and of those above it that belong to the same value."""
    if "expected <document start>" in problem:
        for number in range(line, -1, -1):
            if lines[number].startswith("..."):
                yield Slip(number, 0, "three dots end the YAML here, and fields follow", "take the line out")
    elif "did not find expected" in problem or _NO_COLON in problem or _COLON_TWICE in problem:
        above = () if "did not find expected" in problem else _value_above(lines, line)
        for number in (*above, line):
            if said := odd_start(lines[number]):
                yield Slip(number, len(lines[number]) - len(lines[number].lstrip()), said[0], _exact(lines[number], said[1]))


def _value_above(lines: list[str], line: int) -> list[int]:
    """The lines of the value that the parser was reading when it came to *line*, from the first on."""
    found = []
    for number in range(line - 1, -1, -1):
        if _FIELD.match(lines[number]) or not lines[number].strip():
            break
        found.append(number)
    return found[::-1]


def _of_layout(lines: list[str], line: int, column: int, problem: str) -> Iterator[Slip]:
    """Indents, and texts over several lines."""
    text, indent = lines[line], len(lines[line]) - len(lines[line].lstrip(" "))
    if "block sequence entries are not allowed" in problem and (found := _FIELD.match(text)) and found["value"]:
        hint = f"put the text in quotes: {_quoted(text)}; the entries of a list go below its key, one a line"
        yield Slip(line, column, "a text that starts with a hyphen is taken for a list", hint)
    starts_value = text.find(":") == column if _COLON_TWICE in problem else _NO_COLON in problem or indent == column
    if not starts_value:
        return
    if (field := _FIELD.match(text)) and not field["before"].endswith("- "):
        if not (above := _above(lines, line)) or "found" in problem:
            return
        how = "more deeply than" if _COLON_TWICE in problem else "differently from"
        hint = "indent both alike; a text over several lines needs | after the colon of its key"
        if above["before"].endswith("- ") and not above["value"] and indent <= len(above["before"]):
            message = f"'{field['key']}' does not stand below '{above['key']}'"
            yield Slip(line, indent, message, f"put {len(above['before']) + 2} blanks before it")
        if above["value"] or "did not find" in problem:
            yield Slip(line, indent, f"'{field['key']}' is indented {how} '{above['key']}' above it", hint)
    hyphens = _hyphens_above(lines, line)
    if text.lstrip().startswith("- ") and hyphens and indent not in hyphens:
        nearest = min(hyphens, key=lambda column: abs(column - indent))
        hint = f"put {nearest or 'no'} {'blank' if nearest < 2 else 'blanks'} before it"
        yield Slip(line, indent, "this hyphen stands below none of the hyphens above it", hint)
    yield from _over_lines(lines, line, indent)


def _hyphens_above(lines: list[str], line: int) -> set[int]:
    """The columns of the hyphens between *line* and the field above it that starts at the margin."""
    found: set[int] = set()
    for text in lines[line - 1 :: -1] if line else ():
        if text.lstrip().startswith("- "):
            found.add(_indent(text))
        elif text[:1] not in ("", " ", "#"):
            break
    return found


def _above(lines: list[str], line: int) -> re.Match[str] | None:
    """The field on the last line before *line* that is not blank."""
    number = next((number for number in range(line - 1, -1, -1) if lines[number].strip()), -1)
    return _FIELD.match(lines[number]) if number >= 0 else None


def _over_lines(lines: list[str], line: int, indent: int) -> Iterator[Slip]:
    """A text that goes on after the line of its key, and may hold headings, which are comments to YAML."""
    for number in range(line - 1, -1, -1):
        field = _FIELD.match(lines[number])
        if not field or len(field["before"]) > indent or (len(field["before"]) == indent and not field["value"]):
            continue
        key, value = field["key"], field["value"] or ""
        heading = next((n for n in range(number + 1, line) if _HEADING.match(lines[n])), None)
        if value.startswith(("|", ">")):
            below = range(number + 1, line + 1)
            for first in [n for n in below if lines[n].strip() and _indent(lines[n]) <= len(field["before"])][:1]:
                message = f"this line is not indented, and so is no part of '{key}'"
                yield Slip(first, _indent(lines[first]), message, f"indent all lines of the text below {key}: |")
        elif heading is not None:
            yield Slip(heading, _indent(lines[heading]), *heading_lost(key), rule="cut-text")
        elif lines[line].lstrip().startswith("- ") and value:
            yield Slip(line, indent, f"'{key}' has a value beside it already, so no list can follow", "keep one of the two")
        elif not value.startswith(('"', "'", "[", "{")):
            hint = f"write {key}: | and the text below it, indented"
            yield Slip(number, len(field["before"]), f"the text of '{key}' goes over several lines, which needs |", hint)
        return


def heading_lost(key: str) -> tuple[str, str]:
    """The message about a heading in a text that is not written as a block."""
    return f"the text of '{key}' is cut here: YAML takes a heading for a comment", f"write {key}: | and the text below it, indented"


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _in_words(problem: str, line: str) -> tuple[str, str]:
    if "\t" in line[: len(line) - len(line.lstrip())] or "found character that cannot start any token" in problem:
        return "a value cannot start with this character, and a tab cannot indent", "indent with spaces; put the value in quotes"
    if "while scanning a quoted scalar" in problem or "unexpected end of stream" in problem:
        return "a quotation mark is opened and never closed", "close it, or take it out"
    if "expected a single document" in problem or "but found another document" in problem:
        return "a line of three dashes starts a second document here", "take the line out; text goes into the body"
    if "nesting depth" in problem:
        return "lists and mappings stand far too deep in one another", "put the text in quotes"
    if "did not find expected" in problem:
        return (
            f"the structure breaks here ({problem})",
            "look for a missing quotation mark, bracket or space, or a wrong indent, here or above",
        )
    return f"this is not YAML: {problem}", "look at the line before it too; put text with special characters in quotes"


def _quoted(line: str) -> str:
    key, _, value = line.strip().partition(": ")
    return f"{key}: {in_quotes(value.strip())}" if value.strip() else '"…"'
