"""What stands at a place in a text that may be half typed: lines and their indentation are looked at, and nothing is parsed."""

import re
from collections import defaultdict
from collections.abc import Sequence

from spotbrief.model.origin import Pointer
from spotbrief.model.record import record

_KEY = re.compile(r"""(?P<key>[^\s#:'"\[\]{},&*!|>%@`-][^:#]*?|"[^"]*"|'[^']*')[ \t]*:(?=[ \t]|$)""")
_DASH = re.compile(r"-(?:[ \t]+|$)")
_BLOCK = re.compile(r"[|>][0-9+-]*[ \t]*(?:#.*)?$")
_KEY_IN_BRACES = re.compile(r"""(?:^|,)[ \t]*(?P<key>[\w-]+|"[^"]*"|'[^']*')[ \t]*:(?=[ \t])""")
_COMMENT = re.compile(r"[ \t]+#.*$")
_NAMING = ("id", "when")
_FENCE = re.compile(r"(?:---|\.\.\.)[ \t]*$")


@record
class Cursor:
    """The field or the value that is typed at a place of YAML."""

    around: Pointer
    """The mapping or the list in which something is typed."""
    at: Pointer | None = None
    """The field whose value is typed; None where a key is, or an entry that may become one."""
    start: int = 0
    """The column, from 0, at which the word begins that is typed, ..."""
    typed: str = ""
    """... and what of it stands before the place."""
    in_list: bool = False
    """Whether an entry of a list is typed."""
    flow: bool = False
    """Whether it stands inside brackets or braces."""


def first_line_of_body(lines: Sequence[str], file: str) -> int:
    """The number, from 0, of the first line that is no YAML; behind the last one where all of it is."""
    if not file.lower().endswith(".md"):
        return len(lines)
    if not lines or not _FENCE.match(lines[0]):
        return 0
    return next((n + 1 for n, line in enumerate(lines) if n and _FENCE.match(line)), len(lines))


def cursor(lines: Sequence[str], line: int, column: int, file: str) -> Cursor:
    """What is typed at *column* of *line*, both from 0, which must be a line of YAML."""
    first = 1 if file.lower().endswith(".md") else 0
    way = _Way()
    for number in range(first, line):
        way.pass_line(lines[number])
    return way.stop(lines[line][:column] if line < len(lines) else "")


def entries_named(lines: Sequence[str], line: int, file: str) -> dict[Pointer, dict[str, str]]:
    """By which id or day the entries of lists go, as far as they say so.

    What stands below *line* is not seen where brackets are open there.
    """
    end = first_line_of_body(lines, file)
    way = _Way()
    for number in range(1 if file.lower().endswith(".md") else 0, end):
        if number > line and way.is_in_brackets:
            break
        way.pass_line(lines[number])
    return way.named


def keys_there(lines: Sequence[str], line: int, at: Cursor) -> set[str]:
    """The fields that the mapping at a place has already: in its braces, or in lines of their own with the same indentation."""
    if at.flow:
        return _keys_in_braces(lines[line], at.start)
    found = set[str]()
    for step in (-1, 1):
        number = line + step
        while 0 <= number < len(lines):
            said, before = lines[number], lines[number][: at.start]
            if said.startswith(("---", "...")) or (said.strip() and len(said) - len(said.lstrip(" -")) < at.start):
                break
            if said[at.start : at.start + 1].strip() and not before.strip(" -"):
                found.add(said[at.start :].partition(":")[0].strip())
            if before.rstrip(" ").endswith("-") if step == -1 else before.strip().startswith("-"):
                break
            number += step
    return found


def _keys_in_braces(line: str, column: int) -> set[str]:
    """The keys in the innermost braces around *column*, as far as they stand in its line."""
    start = end = column = min(max(column, 0), len(line))
    depth = 0
    while start > 0 and (depth or line[start - 1] != "{"):
        start -= 1
        depth += {"}": 1, "]": 1, "{": -1, "[": -1}.get(line[start], 0)
    while end < len(line) and line[end] not in "{}":
        end += 1
    return {_bare(found["key"].strip()) for found in _KEY_IN_BRACES.finditer(f"{line[start:column]},{line[column:end]}")}


class _Way:
    """The keys and list positions that lead to a line, followed down from the first one."""

    def __init__(self) -> None:
        self._steps: list[tuple[int, str | int]] = []
        """The column of each key, or of the dashes of each list, and the key or the position."""
        self._scalar: int | None = None
        """The column of the key whose text stands in the lines below it."""
        self._flow = _Flow()
        self.named: dict[Pointer, dict[str, str]] = defaultdict(dict)
        """What each mapping says of itself: its id, its day."""

    @property
    def is_in_brackets(self) -> bool:
        """Whether brackets are open."""
        return self._flow.is_open

    def pass_line(self, line: str) -> None:
        """Goes beyond a whole line."""
        self._give_up_brackets(line, is_whole=True)
        if self._flow.is_open:
            self._read_flow(line)
        elif not self._is_text(line) and line.strip() and not line.lstrip().startswith("#"):
            column = self._dashes(line)
            if key := _KEY.match(line, column):
                self._enter(column, _bare(key["key"]))
                self._value(line[key.end() :].strip(), column)
            else:
                self._read_flow(line[column:])

    def _give_up_brackets(self, line: str, *, is_whole: bool) -> None:
        """Brackets that were never closed end where a field or an entry begins that is no further in than theirs."""
        column = len(line) - len(line.lstrip())
        if not self._flow.is_open or not self._steps or column > self._steps[-1][0]:
            return
        is_word = not is_whole and line[column : column + 1].isalpha()
        begins = _KEY.match(line, column) or _DASH.match(line, column) or is_word
        is_inside = line.rstrip().endswith(",") or sum(map(line.count, "]}")) > sum(map(line.count, "[{"))
        if begins and not is_inside:
            self._flow = _Flow()

    def _read_flow(self, text: str) -> None:
        self._flow.read(text)
        for steps, key, said in self._flow.named:
            self.named[*self._pointer(), *steps][key] = said
        self._flow.named.clear()

    def stop(self, line: str) -> Cursor:
        """What is typed at the end of *line*, which is cut there."""
        self._give_up_brackets(line, is_whole=False)
        if self._flow.is_open:
            return self._in_flow(line, 0)
        if self._is_text(line):
            pointer = self._pointer()
            return Cursor(around=pointer[:-1], at=pointer, start=len(line) - len(line.lstrip()), typed=line.lstrip())
        column = self._dashes(line)
        if key := _KEY.match(line, column):
            self._enter(column, _bare(key["key"]))
            start = key.end() + len(line[key.end() :]) - len(line[key.end() :].lstrip())
            if line[start : start + 1] in ("[", "{"):
                return self._in_flow(line[start:], start)
            pointer = self._pointer()
            return Cursor(around=pointer[:-1], at=pointer, start=start, typed=line[start:])
        if line[column : column + 1] in ("[", "{"):
            return self._in_flow(line[column:], column)
        self._leave(column, is_dash=False)
        steps = [step for at, step in self._steps if at < column]
        in_list = bool(self._steps) and isinstance(self._steps[-1][1], int) and len(steps) == len(self._steps)
        return Cursor(around=tuple(steps), start=column, typed=line[column:], in_list=in_list)

    def _is_text(self, line: str) -> bool:
        """Whether a line belongs to the text below a key that ends with a bar."""
        if self._scalar is not None and line.strip() and len(line) - len(line.lstrip()) <= self._scalar:
            self._scalar = None
        return self._scalar is not None

    def _dashes(self, line: str) -> int:
        """Goes into the lists whose dashes the line has; gives the column behind them."""
        column = len(line) - len(line.lstrip(" "))
        while dash := _DASH.match(line, column):
            self._leave(column, is_dash=True)
            if self._steps and self._steps[-1][0] == column and isinstance(self._steps[-1][1], int):
                self._steps[-1] = (column, self._steps[-1][1] + 1)
            else:
                self._steps.append((column, 0))
            column = dash.end()
        return column

    def _leave(self, column: int, *, is_dash: bool) -> None:
        """Leaves what stands further in; dashes may stand right below the key of their list."""
        while self._steps and self._steps[-1][0] > column:
            self._steps.pop()
        if not is_dash and self._steps and self._steps[-1][0] == column and isinstance(self._steps[-1][1], int):
            self._steps.pop()

    def _enter(self, column: int, key: str) -> None:
        self._leave(column, is_dash=False)
        if self._steps and self._steps[-1][0] == column:
            self._steps.pop()
        self._steps.append((column, key))

    def _value(self, value: str, column: int) -> None:
        if _BLOCK.match(value):
            self._scalar = column
        elif value[:1] in ("[", "{"):
            self._read_flow(value)
        elif (pointer := self._pointer())[-1] in _NAMING:
            self.named[pointer[:-1]][str(pointer[-1])] = _bare(_COMMENT.sub("", value))

    def _pointer(self) -> Pointer:
        return tuple(step for _, step in self._steps)

    def _in_flow(self, text: str, start: int) -> Cursor:
        self._flow.read(text)
        return self._flow.cursor(self._pointer(), start + len(text))


class _Flow:
    """What stands in brackets and braces, read sign by sign."""

    def __init__(self) -> None:
        self._open: list[tuple[str, str | int]] = []
        """Each bracket that is open, and the key or the position that is read in it."""
        self._word = ""
        self._after_colon = False
        self._quote = ""
        self.named: list[tuple[Pointer, str, str]] = []
        """The way to each mapping that says its id or its day, which of the two, and what it says."""

    @property
    def is_open(self) -> bool:
        """Whether a bracket is open still."""
        return bool(self._open)

    def read(self, text: str) -> None:
        """Reads on."""
        for n, sign in enumerate(text):
            if self._quote:
                self._quote = "" if sign == self._quote else self._quote
                self._word += sign
            elif sign in "[{":
                self._open.append((sign, 0 if sign == "[" else ""))
                self._begin()
            elif sign in "]}" and self._open:
                self._name()
                self._open.pop()
                self._begin()
                if not self._open:
                    return
            elif sign == "," and self._open:
                self._name()
                bracket, step = self._open[-1]
                self._open[-1] = (bracket, step + 1 if isinstance(step, int) else "")
                self._begin()
            elif sign == ":" and self._open and self._open[-1][0] == "{" and text[n + 1 : n + 2] in ("", " ", "\t"):
                self._open[-1] = ("{", _bare(self._word.strip()))
                self._begin()
                self._after_colon = True
            elif sign == "#" and text[n - 1 : n] in ("", " "):
                return
            else:
                self._quote = sign if sign in "\"'" and not self._word.strip() else ""
                self._word += sign

    def _name(self) -> None:
        *steps, key = (step for _, step in self._open)
        if self._after_colon and key in _NAMING:
            self.named.append((tuple(steps), str(key), _bare(self._word.strip())))

    def _begin(self) -> None:
        self._word, self._after_colon = "", False

    def cursor(self, pointer: Pointer, end: int) -> Cursor:
        """What is typed at the end of what was read, below *pointer*."""
        typed = self._word.lstrip()
        if not self._open:
            return Cursor(around=pointer[:-1], at=pointer, start=end - len(typed), typed=typed)
        way = (*pointer, *(step for _, step in self._open[:-1]))
        bracket, step = self._open[-1]
        if bracket == "[":
            return Cursor(around=(*way, step), start=end - len(typed), typed=typed, in_list=True, flow=True)
        if self._after_colon:
            return Cursor(around=way, at=(*way, step), start=end - len(typed), typed=typed, flow=True)
        return Cursor(around=way, start=end - len(typed), typed=typed, flow=True)


def _bare(key: str) -> str:
    return key[1:-1] if key[:1] in ("'", '"') and key[-1:] == key[:1] and len(key) > 1 else key
