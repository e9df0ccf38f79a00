"""Documents, sound and films that are published as they are -> what they tell of who made them, where and with what."""

import re
from contextlib import suppress
from functools import lru_cache
from mmap import ACCESS_READ, mmap
from pathlib import Path
from zlib import decompressobj
from zlib import error as ZlibError

from spotbrief.model.record import record

_MOST = 4_000_000
"""Bytes that are looked through at the beginning of a file, and at its end."""
_AUTHOR = re.compile(rb"/Author\s*(?:\((?P<text>(?:\\.|[^\\)])+)\)|<(?P<hex>[0-9A-Fa-f\s]+)>)", re.DOTALL)
_CREATOR = re.compile(rb"<dc:creator>.{0,200}?<rdf:li[^>]*>\s*([^<]+?)\s*</rdf:li>", re.DOTALL)
_PACKED = re.compile(rb"/ObjStm\b[^>]*>>\s*stream\r?\n", re.DOTALL)
_PLACE = re.compile(rb"[+-]\d\d(?:\.\d+)?[+-]\d{3}(?:\.\d+)?(?:[+-]\d+(?:\.\d+)?)?(?:CRS[\w.:]+)?/")
"""ISO 6709, as cameras write it."""
_CAMERA = re.compile(rb"com\.apple\.quicktime\.(?:make|model)|\xa9(?:mak|mod)")

FILM = frozenset({".mp4", ".m4v", ".mov", ".m4a", ".3gp"})
TOLD = frozenset({".pdf", *FILM})
"""Kinds of files that are looked into."""


@record
class Note:
    """What a file tells, in words; the name, where that is its author's."""

    words: str
    author: str = ""


def told(path: Path) -> tuple[Note, ...]:
    """What the file at *path* tells; nothing of files that are not looked into or cannot be read."""
    if path.suffix.lower() not in TOLD:
        return ()
    try:
        facts = path.stat()
        return _told(path, facts.st_size, facts.st_mtime_ns) if facts.st_size else ()
    except OSError:
        return ()


@lru_cache(maxsize=1024)
def _told(path: Path, size: int, changed: int) -> tuple[Note, ...]:
    with open(path, "rb") as file, mmap(file.fileno(), 0, access=ACCESS_READ) as data:
        if data[4:8] == b"ftyp" or data[4:8] == b"moov":
            return _of_film(data)
        return _of_pdf(data) if b"%PDF-" in data[:1024] else ()


def _of_pdf(data: mmap) -> tuple[Note, ...]:
    ends = data[:] if len(data) <= 2 * _MOST else data[:_MOST] + data[-_MOST:]
    names = [found[1].decode("utf-8", "replace") for found in _CREATOR.finditer(ends)]
    if b"/Encrypt" not in ends:
        names += [_name(found) for part in (ends, *_unpacked(ends)) for found in _AUTHOR.finditer(part)]
    return tuple(Note(words=f"the author '{name[:60]}'", author=name) for name in dict.fromkeys(map(str.strip, names)) if name)


def _unpacked(data: bytes) -> list[bytes]:
    parts = []
    for found in _PACKED.finditer(data):
        with suppress(ZlibError):
            parts.append(decompressobj().decompress(data[found.end() : found.end() + _MOST], _MOST))
    return parts


def _name(found: re.Match[bytes]) -> str:
    if found["hex"]:
        digits = re.sub(rb"\s", b"", found["hex"]).decode()
        raw = bytes.fromhex(digits + "0" * (len(digits) % 2))
    else:
        raw = re.sub(rb"\\([0-7]{1,3})", lambda octal: bytes((int(octal[1], 8) & 255,)), found["text"])
        raw = re.sub(rb"\\(.)", rb"\1", raw, flags=re.DOTALL)
    return raw[2:].decode("utf-16-be", "replace") if raw[:2] == b"\xfe\xff" else raw.decode("latin-1")


def _of_film(data: mmap) -> tuple[Note, ...]:
    """Notes stand in the box `moov`, before or after the film itself."""
    at = 0
    while at + 8 <= len(data):
        length, name = int.from_bytes(data[at : at + 4], "big"), data[at + 4 : at + 8]
        if length == 1:
            length = int.from_bytes(data[at + 8 : at + 16], "big")
        if name == b"moov":
            end = at + length if length else len(data)
            return _noted(data[at : min(end, at + 2 * _MOST)] + data[max(at, end - _MOST) : end])
        if length < 8:
            break
        at += length
    return ()


def _noted(box: bytes) -> tuple[Note, ...]:
    place = "the place where it was recorded" if _PLACE.search(box) else ""
    device = "the device that recorded it" if _CAMERA.search(box) else ""
    return tuple(Note(words=words) for words in (place, device) if words)
