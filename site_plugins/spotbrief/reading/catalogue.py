"""Catalogues of phrases: a translator's `.po` file, as gettext has it (gnu.org/software/gettext/manual, The Format of PO Files).

A text stands for itself where a catalogue does not have it, or has it marked as fuzzy.
"""

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from gettext import c2py
from pathlib import Path

from spotbrief.model.record import record
from spotbrief.reading.text import Unreadable, decode

APART = "\x04"
"""Stands between the context of a phrase and the phrase, as in gettext's own files."""

_LINE = re.compile(r'(?:(?P<key>msgctxt|msgid|msgid_plural|msgstr)(?:\[(?P<form>\d)\])?\s+)?"(?P<text>(?:[^"\\]|\\.)*)"')
_ESCAPED = re.compile(r"\\(.)")
_SIGNS = {"n": "\n", "t": "\t", "r": "\r"}
_PLURAL = re.compile(r"plural=([^;\n]+)")
_NAME = re.compile(r"\{[^{}]*\}")
_ENGLISH = "n != 1"


@record
class Catalogue:
    """Phrases in one language by their English."""

    texts: dict[str, tuple[str, ...]]
    """One, or as many as the language has plural forms."""
    plural: str = _ENGLISH
    """Which form goes with n, as gettext says it in the language C, which is the same in JavaScript."""

    def form(self, count: int) -> int:
        """The number of the form that goes with *count*."""
        return _rule(self.plural)(count)


@record
class _Entry:
    line: int
    fields: dict[str, str]

    def forms(self) -> tuple[str, ...]:
        return tuple(text for key, text in sorted(self.fields.items()) if key.startswith("msgstr"))


@lru_cache(maxsize=32)
def _rule(plural: str) -> Callable[[int], int]:
    return c2py(plural)


def read_catalogue(path: Path) -> Catalogue:
    """The phrases of a `.po` file; read once for as long as it stays the same. Raises Unreadable, OSError."""
    stat = path.stat()
    return _read(path, stat.st_mtime_ns, stat.st_size)


@lru_cache(maxsize=32)
def _read(path: Path, changed: int, size: int) -> Catalogue:
    texts = {}
    for entry in _entries(decode(path.read_bytes())):
        _look_at(entry)
        context = f"{entry.fields['msgctxt']}{APART}" if "msgctxt" in entry.fields else ""
        texts[f"{context}{entry.fields['msgid']}"] = entry.forms()
    found = _PLURAL.search("".join(texts.pop("", ())))
    plural = found[1].strip() if found else _ENGLISH
    try:
        _rule(plural)
    except ValueError:
        raise _wrong(1, f"'{plural}' is no rule for plural forms", "copy the line Plural-Forms that gettext has for the language") from None
    return Catalogue(texts=texts, plural=plural)


def _entries(text: str) -> Iterator[_Entry]:
    """What is translated."""
    entry, key, is_fuzzy = _Entry(line=1, fields={}), "", False
    for number, line in enumerate((*text.splitlines(), 'msgid ""'), 1):
        if line.startswith("#,"):
            is_fuzzy = "fuzzy" in line
        if not line.strip() or line.startswith("#"):
            continue
        found = _LINE.fullmatch(line.strip())
        if not found or not (key or found["key"]):
            raise _wrong(number, "this is no line of a catalogue", 'write msgid or msgstr and a text between two " on one line')
        if found["key"] in ("msgctxt", "msgid") and "msgstr" in "".join(entry.fields):
            if not entry.fields["msgid"] or (all(entry.forms()) and "fuzzy" not in entry.fields):
                yield entry
            entry = _Entry(line=number, fields={"fuzzy": ""} if is_fuzzy else {})
            is_fuzzy = False
        key = f"{found['key']}{found['form'] or ''}" if found["key"] else key
        said = found["text"]
        if "\\" in said:
            said = _ESCAPED.sub(lambda sign: _SIGNS.get(sign[1], sign[1]), said)
        entry.fields[key] = entry.fields.get(key, "") + said


def _look_at(entry: _Entry) -> None:
    """Whether a translation fills in only what the English does. Raises Unreadable."""
    english = entry.fields["msgid"] + entry.fields.get("msgid_plural", "")
    if not english or ("{" not in english and not any("{" in said or "}" in said for said in entry.forms())):
        return
    known = {*_NAME.findall(english), *(["{count}"] if "msgid_plural" in entry.fields else [])}
    for said in entry.forms():
        left = _NAME.sub(lambda found: "" if found[0] in known else found[0], said)
        if "{" in left or "}" in left:
            listed = " ".join(sorted(known)) or "none"
            raise _wrong(
                entry.line, f"'{said}' fills in something else than its English", f"write {listed}, with nothing else between braces"
            )


def _wrong(line: int, message: str, hint: str) -> Unreadable:
    return Unreadable("translation", message, hint, line)
