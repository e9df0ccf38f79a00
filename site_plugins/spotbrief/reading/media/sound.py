"""MP3 (ID3 2.2 to 2.4) -> what its notes tell beyond what players show."""

import re
from collections.abc import Iterator
from mmap import mmap

from spotbrief.reading.media.note import Note, of_person

_ROLES = {b"TCM": "composer", b"TCOM": "composer", b"TOWN": "owner"}
_OF_PROGRAM = frozenset({b"PRIV", b"GEOB", b"GEO"})
_FOLDER = re.compile(rb"[A-Za-z]:\\(?:\w|[^\x00-\x7f])|/Users/|/home/")
_ENCODINGS = ("latin-1", "utf-16", "utf-16-be", "utf-8")
_MOST = 4_000_000
"""Bytes of notes that are looked through."""


def of_sound(data: mmap) -> tuple[Note, ...]:
    """Who made it, and that a program left notes of its own; what is for listeners (title, artist, comment, cover) is no matter."""
    notes: dict[str, Note] = {}
    for name, content in _frames(data[: min(10 + _length(data[6:10]), _MOST)]):
        if name in _ROLES and (text := _text(content)):
            note = of_person(_ROLES[name], text)
            notes[note.words] = note
        elif name in _OF_PROGRAM and _FOLDER.search(content):
            notes["folder"] = Note(words="a folder of the machine where it was edited")
    return tuple(notes.values())


def _frames(tag: bytes) -> Iterator[tuple[bytes, bytes]]:
    version, at = tag[3], 10
    wide = 3 if version == 2 else 4
    head = 6 if version == 2 else 10
    if version > 2 and tag[5] & 0x40:  # a further header
        at += 4 + int.from_bytes(tag[10:14], "big") if version == 3 else _length(tag[10:14])
    while at + head <= len(tag) and tag[at]:
        size = tag[at + wide : at + 2 * wide]
        length = _length(size) if version == 4 else int.from_bytes(size, "big")
        yield tag[at : at + wide], tag[at + head : at + head + length]
        at += head + length


def _length(seven: bytes) -> int:
    """A number of which each byte has seven bits."""
    return sum((byte & 127) << 7 * (3 - i) for i, byte in enumerate(seven))


def _text(content: bytes) -> str:
    encoding = _ENCODINGS[content[0]] if content and content[0] < len(_ENCODINGS) else "latin-1"
    return content[1:].decode(encoding, "replace").replace("\0", " ").strip()
