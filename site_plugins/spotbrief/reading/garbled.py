"""Letters of a wrong encoding, and signs without a look of their own inside words: they come in by pasting and by old exports."""

import re
from collections.abc import Iterator

from spotbrief.model.prose import Remark
from spotbrief.reading.text import name_of

_BYTES = {
    codec: {byte: bytes([byte]).decode(codec, "ignore") or chr(byte) for byte in range(0x80, 0x100)} for codec in ("cp1252", "cp1251")
}
"""What each byte looks like in the two encodings that most files were once written in."""


def _after(codec: str, first: int = 0x80, last: int = 0xBF) -> str:
    return f"[{re.escape(''.join(_BYTES[codec][byte] for byte in range(first, last + 1)))}]"


_THEN, _THEN_1251 = _after("cp1252"), _after("cp1251")
_RUN = {
    "cp1252": rf"(?:[ÂÃÄÅÎÏÐÑØÙÚ]{_THEN}|â{_after('cp1252', 0x80, 0x86)}{_THEN}|ï»¿|ï¿½|ðŸ{_THEN}{_THEN})+",
    "cp1251": rf"(?:Р{_after('cp1251', 0x90)}|С{_after('cp1251', 0x80, 0x97)}){{3,}}|вЂ{_THEN_1251}|рџ{_THEN_1251}{_THEN_1251}",
}
"""Bytes of UTF-8, each shown as a letter of the other encoding, for the letters and signs that Europe writes with."""
_BACK = {codec: str.maketrans({letter: chr(byte) for byte, letter in of.items()}) for codec, of in _BYTES.items()}
_STARTS = {
    "cp1252": ("Ã", "Â", "â", "Ð", "Ñ", "Ä", "Å", "Î", "Ï", "Ø", "Ù", "ï", "ð"),
    "cp1251": ("Р°", "Рё", "Рѕ", "Рµ", "вЂ", "рџ"),
}
"""Each such run holds one of these, and they are cheaper to look for."""
_HIDDEN = "\u00ad\u200b\u200e\u200f\u2060\ufeff"
_INSIDE = re.compile(rf"(?<=[A-Za-z\u00c0-\u024f\u0370-\u052f])[{_HIDDEN}]+(?=[A-Za-z\u00c0-\u024f\u0370-\u052f])")
"""Inside a word of Latin, Greek or Cyrillic letters, which need no such signs; other scripts do."""
_LOST = "\ufffd"


def may_be_garbled(text: str) -> bool:
    """Whether there is anything to look at; most texts say so at the speed of looking for a letter."""
    return not text.isascii() and any(sign in text for sign in (*_HIDDEN, _LOST, *_STARTS["cp1252"], *_STARTS["cp1251"]))


def garbled(text: str) -> Iterator[Remark]:
    """The first of such letters in each line, with what was meant, as far as it can be known."""
    if not may_be_garbled(text):
        return
    line, line_start, told = 1, 0, 0
    for start, message, hint in sorted((*_wrong(text), *_hidden(text), *_lost(text))):
        if breaks := text.count("\n", line_start, start):
            line, line_start = line + breaks, text.rfind("\n", 0, start) + 1
        if line > told:
            told = line
            yield Remark(rule="garbled-letters", line=line, column=start - line_start + 1, message=message, hint=hint)


def _wrong(text: str) -> Iterator[tuple[int, str, str]]:
    for codec, run in _RUN.items():
        for found in re.finditer(run, text) if any(start in text for start in _STARTS[codec]) else ():
            meant = _meant(found[0], codec)
            if meant and not _is_prose(text, found):
                yield found.start(), f"'{found[0]}' is {_named(meant)} in a wrong encoding", f"write {_named(meant)}"


def _named(meant: str) -> str:
    return f"'{meant}'" if meant.strip().isprintable() and meant.strip() else f"a {name_of(meant[0])}"


def _meant(run: str, codec: str) -> str:
    try:
        return run.translate(_BACK[codec]).encode("latin-1").decode("utf-8")
    except UnicodeError:
        return ""


def _is_prose(text: str, found: re.Match[str]) -> bool:
    """Whether this is a single capital letter at the end of a word with a quotation mark or a stop behind, as in «AMANHÃ»."""
    before, after = text[: found.start()][-1:], text[found.end() :][:1]
    inside = after.isalpha() or before.islower() or (found[0][0] in "ÃÂ" and (not before or before.isspace() or before.isdigit()))
    return len(found[0]) == 2 and not inside


def _hidden(text: str) -> Iterator[tuple[int, str, str]]:
    for found in _INSIDE.finditer(text):
        start, end = found.span()
        while start > 0 and text[start - 1].isalpha():
            start -= 1
        while end < len(text) and text[end].isalpha():
            end += 1
        word = text[start : found.start()] + text[found.end() : end]
        yield found.start(), f"a hidden {name_of(found[0][0])} stands inside '{word}', which programs take for two", f"write {word}"


def _lost(text: str) -> Iterator[tuple[int, str, str]]:
    if (at := text.find(_LOST)) >= 0:
        yield at, "a letter was lost here when the text was saved: readers see '\ufffd'", "write the letter that stood here"
