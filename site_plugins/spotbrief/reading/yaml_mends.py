"""Ways to mend a line that YAML cannot read; a way is told only if YAML gets further with it."""

import re
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from spotbrief.model.problem import Hint
from spotbrief.model.signs import named_sign
from spotbrief.reading.field_lists import field_names_of_all
from spotbrief.reading.synonyms import FIELDS

_KEY_ALONE = re.compile(r"(?P<before> *(?:- +)*)(?P<key>[A-Za-z_]\w*)(?:[ \t]+(?P<value>\S.*))?$")
_FIELD_ALONE = re.compile(r"(?P<before> *(?:- +)?)(?P<key>[a-z_]\w*): *(?P<value>.*)$")
_COMMENTED = re.compile(r"# (?P<line>(?P<key>[a-z_]\w*):(?: .*)?)$")
_WORD_ALONE = re.compile(r"(?P<before> *- +)(?P<key>[a-z_][\w-]*) *$")
_FIELD_BELOW = re.compile(r" +[a-z_]\w*:(?: |$)")
_SECOND_KEY = re.compile(r"(?P<first> *(?:- +)*[A-Za-z_]\w*: +\S.*?)[ ,;]+(?P<key>[a-z_]\w*):(?P<rest>(?: +\S.*)?)$")
_VALUE = re.compile(r"(?P<before> *(?:- +)*(?:[^\W\d][\w-]*: +)?)(?P<value>\S.*)$")
_ONLY_VALUE = re.compile(r"[\d\"'\[{|>]|\S+$")
_ENDS_WORD = re.compile(r"(?<=\W)'|'(?=\W|$)")
_INVISIBLE = re.compile("[\u200b-\u200d\u2060\ufeff\u00ad]")
_CURLY = (("“", "”"), ("„", "“"), ("„", "”"), ("«", "»"), ("»", "«"), ("‘", "’"), ("‚", "‘"), ("”", "”"))
_SIGNS = "@`%*&!|>{}[],?#-\"'"
CANNOT_START = "a value cannot start with"
_ORDINARY = frozenset(
    {
        "by",
        "for",
        "from",
        "kind",
        "name",
        "note",
        "now",
        "place",
        "quote",
        "reason",
        "role",
        "text",
        "title",
        "to",
        "type",
        "was",
        "when",
        "why",
    }
)
"""Fields whose names may start a line of prose."""

Ends = Callable[[str], tuple[int, int] | None]
"""Where YAML gives a text up; None where it reads it to the end."""


class Way(NamedTuple):
    """A line to change: where it is wrong, why, what to write, and the lines that take its place."""

    line: int
    column: int
    message: str
    hint: str
    lines: tuple[str, ...]

    def exact(self, line: str) -> Hint:
        """The hint, for a program too that is to change *line*."""
        return Hint(self.hint, line, "\n".join(self.lines))


def mend(lines: list[str], suspects: Iterable[int], ends: Ends, *, quote: bool) -> Way | None:
    """The first way that gets YAML further; *quote* asks for quotation marks alone, which help nearly anything."""
    before = ends("\n".join(lines))
    for number in dict.fromkeys(suspects):
        for way in (_quotes if quote else _slips)(lines, number):
            after = ends("\n".join((*lines[: way.line], *way.lines, *lines[way.line + 1 :])))
            if after is None or before is None or after[0] > max(before[0], way.line) + len(way.lines) - 1:
                return way
    return None


def _slips(lines: list[str], number: int) -> Iterator[Way]:
    line = lines[number]
    if found := _INVISIBLE.search(line):
        clean = _INVISIBLE.sub("", line)
        yield Way(number, found.start(), f"a {named_sign(found[0])} stands here, which cannot be seen", f"write {clean.strip()}", (clean,))
    yield from _of_tabs(lines, number)
    yield from _too_deep(lines, number)
    yield from _in_a_comment(lines, number)
    yield from _two_on_a_line(lines, number)
    yield from _no_colon(lines, number)
    yield from _no_colon_above(lines, number)


def _too_deep(lines: list[str], number: int) -> Iterator[Way]:
    """A field that stands further in than the one above it, which has a value already."""
    above = next((one for one in reversed(lines[:number]) if one.strip()), "")
    outer, inner = _FIELD_ALONE.match(above), _FIELD_ALONE.match(lines[number])
    if not outer or not inner or _may_be_prose(inner["key"], inner["value"]):
        return
    if outer["value"] and inner["key"] in field_names_of_all() and len(inner["before"]) > len(outer["before"]):
        made = " " * len(outer["before"]) + lines[number].lstrip()
        message = f"'{inner['key']}' is indented more deeply than '{outer['key']}' above it"
        yield Way(number, len(inner["before"]), message, f"indent both alike: {made}", (made,))


def _in_a_comment(lines: list[str], number: int) -> Iterator[Way]:
    """What belongs to a key that is a comment still, as in a form of which only some lines were taken into use."""
    for above in range(number - 1, -1, -1):
        if found := _COMMENTED.match(lines[above]):
            if found["key"] in field_names_of_all():
                message = f"'{found['key']}' is a comment still, and what stands below it belongs to it"
                yield Way(above, 0, message, f"take the # and the blank off: {found['line']}", (found["line"],))
            return
        if lines[above][:1] not in ("", " ", "-", "#"):
            return


def _no_colon_above(lines: list[str], number: int) -> Iterator[Way]:
    """An entry of one word with fields further in below it."""
    above = number - 1
    found = _WORD_ALONE.match(lines[above]) if number else None
    below = lines[number] if found else ""
    if found and _FIELD_BELOW.match(below) and len(below) - len(below.lstrip()) >= len(found["before"]):
        made = f"{lines[above].rstrip()}:"
        hint = f"write {made.strip()}"
        yield Way(above, len(found["before"]), f"a colon is missing after '{found['key']}'", hint, (made,))


def _of_tabs(lines: list[str], number: int) -> Iterator[Way]:
    line = lines[number]
    indent = line[: len(line) - len(line.lstrip())]
    if "\t" not in indent:
        return
    above = next((other for other in reversed(lines[:number]) if other.strip()), "")
    deep = len(above) - len(above.lstrip())
    for blanks in dict.fromkeys((deep + 2 if above.rstrip().endswith(":") else deep, deep, deep + 2, deep + 4, 0)):
        made = " " * blanks + line.lstrip()
        many = f"{blanks} blanks" if blanks else "nothing"
        hint = f"write {many} in its place: {made.lstrip()}"
        # Lines below that stand as far in are changed with it, or the first would only lead to the next.
        yield Way(number, indent.index("\t"), "a tab stands here, and YAML wants blanks", hint, (made,))


def _two_on_a_line(lines: list[str], number: int) -> Iterator[Way]:
    if (found := _SECOND_KEY.match(lines[number])) and found["key"] in field_names_of_all():
        indent = re.sub("-", " ", re.match(r" *(?:- +)*", found["first"])[0])  # type: ignore[index]  # it matches anything
        if found["key"] == _key(found["first"]) or any(line.startswith(f"{indent}{found['key']}:") for line in lines):
            return  # the field stands there already: this is a word of a sentence
        second = f"{indent}{found['key']}:{found['rest']}"
        message = f"two fields stand on one line, '{_key(found['first'])}' and '{found['key']}'"
        yield Way(number, found.start("key"), message, f"write a line of its own: {second.strip()}", (found["first"], second))


def _no_colon(lines: list[str], number: int) -> Iterator[Way]:
    """A key that is followed by its value, or by what stands below it, without a colon."""
    found = _KEY_ALONE.match(lines[number])
    if not found or (found["key"] not in field_names_of_all() and found["key"].casefold() not in FIELDS):
        return
    key, value = found["key"], found["value"] or ""
    if number and _may_be_prose(key, value):
        return
    made = f"{found['before']}{key}: {value}".rstrip()
    yield Way(number, len(found["before"]), f"a colon is missing after '{key}'", f"write {made.strip()}", (made,))


def _may_be_prose(key: str, value: str) -> bool:
    """Whether a line may be one of a text as well, which goes on after a word that is a field's name."""
    return key in _ORDINARY and bool(value) and not _ONLY_VALUE.match(value)


def _quotes(lines: list[str], number: int) -> Iterator[Way]:
    """The value in quotation marks, without those around it that break it."""
    found = _VALUE.match(lines[number])
    if not found or "\t" in found["before"]:
        return
    value = found["value"].rstrip()
    for bare in _bare(value):
        made = f"{found['before']}{in_quotes(bare)}"
        yield Way(number, len(found["before"]), _why(value), f"put the whole value in quotes: {made.strip().lstrip('- ')}", (made,))


def _bare(value: str) -> Iterator[str]:
    """The text that a broken value holds, the likeliest first."""
    for opened, closed in _CURLY:
        if value.startswith(opened) and value.endswith(closed) and len(value) > 2:
            yield value[1:-1]
    sign = value[:1]
    if sign == "'" and value.count(sign) > 1 and not value.endswith(sign) and not _ENDS_WORD.search(value, 1):
        yield value[1:]  # every other one is an apostrophe
    if sign in ("'", '"') and value.endswith(sign) and len(value) > 2 and (value.count(sign) % 2 or value[value.find(sign, 1) - 1] == " "):
        yield value[1:-1]
    yield value


def _why(value: str) -> str:
    if value[:1] in _SIGNS and not re.match(r"[\"'\[{].*\S", value):
        return f"{CANNOT_START} {value[:1]} unless it is in quotes"
    if value[:1] in _SIGNS:
        return "a value that starts with this sign cannot go on after it"
    if ": " in value or value.endswith(":"):
        return "there is a colon and a space inside this value"
    return "YAML cannot read this value as it stands"


def in_quotes(text: str) -> str:
    """*text* in the quotation marks that it does not hold."""
    return f'"{text}"' if '"' not in text and "\\" not in text else "'" + text.replace("'", "''") + "'"


def _key(text: str) -> str:
    return text.strip().lstrip("- ").partition(":")[0]
