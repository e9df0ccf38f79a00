"""Bytes -> text: UTF-8 with or without a byte-order mark, any line ending, no hidden characters."""

import re
import unicodedata

LARGEST = 2_000_000
"""Bytes in one file; the longest book-length briefing is a tenth of it."""

_MARKS = (
    (b"\xff\xfe\x00\x00", "UTF-32"),
    (b"\x00\x00\xfe\xff", "UTF-32"),
    (b"\xff\xfe", "UTF-16"),
    (b"\xfe\xff", "UTF-16"),
)
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufffe\uffff]")
_CONTROLS = bytes([*range(9), 11, 12, *range(14, 32), 127])
_YAML_BREAK = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
_BIDI = re.compile("[\u202a-\u202e\u2066-\u2069]")


class Unreadable(Exception):
    """The text cannot be used; says why, how to mend it, and at which line and column."""

    def __init__(self, rule: str, message: str, hint: str, line: int = 1, column: int = 1) -> None:
        super().__init__(message)
        self.rule, self.message, self.hint, self.line, self.column = rule, message, hint, line, column


def sentence(error: OSError) -> str:
    """What the system refused, and at which path, without its number."""
    said = (error.strerror or str(error) or type(error).__name__).strip()
    said = said[:1].lower() + said[1:]
    return f"{error.filename}: {said}" if error.filename is not None else said


def decode(data: bytes) -> str:
    r"""The text of a file with `\n` line ends.

    Raises Unreadable for another encoding, for control and direction-override characters, and for files over LARGEST.
    """
    if len(data) > LARGEST:
        raise Unreadable(
            "too-large", f"the file has {len(data):,} bytes; the most is {LARGEST:,}", "split it, or take pictures out of the text"
        )
    for mark, name in _MARKS:
        if data.startswith(mark):
            raise Unreadable("encoding", f"the file is {name}, not UTF-8", "save it again as UTF-8")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _not_utf8(data, error) from None
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    # Deleting bytes in C is far faster than looking for characters, and most files pass here.
    if (not text.isascii() or len(data.translate(None, _CONTROLS)) < len(data)) and (found := _FORBIDDEN.search(text)):
        raise _forbidden(text, found)
    return text


def line_column(text: str, offset: int) -> tuple[int, int]:
    """Line and column of *offset*, both from 1."""
    return text.count("\n", 0, offset) + 1, offset - (text.rfind("\n", 0, offset) + 1) + 1


def yaml_lines(text: str) -> list[str]:
    """The lines of *text* as libyaml counts them, which breaks them at Unicode's line separators too."""
    return _YAML_BREAK.split(text)


def _not_utf8(data: bytes, error: UnicodeDecodeError) -> Unreadable:
    line, column = line_column(data[: error.start].decode("utf-8", "replace"), error.start)
    if data.count(0) * 3 > len(data):
        return Unreadable("encoding", "the file looks like UTF-16 without a mark, not UTF-8", "save it again as UTF-8")
    message = f"the byte 0x{data[error.start]:02x} is not UTF-8; the file may be Windows-1252 or Windows-1251"
    return Unreadable("encoding", message, "save it again as UTF-8", line, column)


def refuse_hidden(text: str, line: int, column: int) -> None:
    """Raises Unreadable, for this line and column, if *text* holds a character that no file may hold."""
    if found := _FORBIDDEN.search(text):
        raise _hidden(found.group(), line, column)


def is_hidden(character: str) -> bool:
    """Whether this is a character that no file may hold."""
    return bool(_FORBIDDEN.match(character))


def name_of(character: str) -> str:
    """What a character without a look of its own is called."""
    return unicodedata.name(character, f"control character U+{ord(character):04X}").lower()


def _forbidden(text: str, found: re.Match[str]) -> Unreadable:
    return _hidden(found.group(), *line_column(text, found.start()))


def _hidden(character: str, line: int, column: int) -> Unreadable:
    name = name_of(character)
    if _BIDI.match(character):
        why = "it makes text show in another order than it is stored"
        return Unreadable(
            "direction-override",
            f"there is a hidden {name} here: {why}",
            "delete it; letters find their direction by themselves",
            line,
            column,
        )
    return Unreadable("control-character", f"there is a hidden {name} here", "delete it; it often comes in by pasting", line, column)
