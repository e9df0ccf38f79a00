"""Documents, sound, films and raw photographs that are published as they are -> what they tell of who made them, where and with what."""

import re
from contextlib import suppress
from functools import lru_cache
from mmap import ACCESS_READ, mmap
from pathlib import Path
from zlib import decompressobj
from zlib import error as ZlibError

from spotbrief.reading.media.film import of_film
from spotbrief.reading.media.note import Note, of_person
from spotbrief.reading.media.ole import START, of_ole
from spotbrief.reading.media.sound import of_sound

_MOST = 4_000_000
"""Bytes that are looked through at the beginning of a file, and at its end."""
_AUTHOR = re.compile(rb"/Author\s*(?:\((?P<text>(?:\\.|[^\\)])+)\)|<(?P<hex>[0-9A-Fa-f\s]+)>)", re.DOTALL)
_CREATOR = re.compile(rb"<dc:creator>.{0,200}?<rdf:li[^>]*>\s*([^<]+?)\s*</rdf:li>", re.DOTALL)
_PACKED = re.compile(rb"/ObjStm\b[^>]*>>\s*stream\r?\n", re.DOTALL)

FILM = frozenset({".mp4", ".m4v", ".mov", ".m4a", ".3gp", ".3g2"})
SOUND = frozenset({".mp3"})
OLD_OFFICE = frozenset({".doc", ".dot", ".xls", ".xlt", ".ppt", ".pps"})
RAW = frozenset({".cr2", ".cr3", ".nef", ".arw", ".dng", ".raf", ".orf", ".rw2"})
TOLD = frozenset({".pdf", *FILM, *SOUND, *OLD_OFFICE, *RAW})
"""Kinds of files that are looked into."""

_OF_RAW = (Note(words="the camera that took it, the time, and often the place", severity="warning"),)


def told(path: Path) -> tuple[Note, ...]:
    """What the file at *path* tells; nothing of files that are not looked into or cannot be read."""
    suffix = path.suffix.lower()
    if suffix not in TOLD or suffix in RAW:
        return _OF_RAW if suffix in RAW else ()
    try:
        facts = path.stat()
        return _told(path, facts.st_size, facts.st_mtime_ns) if facts.st_size else ()
    except OSError:
        return ()


@lru_cache(maxsize=1024)
def _told(path: Path, size: int, changed: int) -> tuple[Note, ...]:
    with open(path, "rb") as file, mmap(file.fileno(), 0, access=ACCESS_READ) as data:
        if data[4:8] == b"ftyp" or data[4:8] == b"moov":
            return of_film(data)
        if data[:8] == START:
            return of_ole(data)
        if data[:3] == b"ID3":
            return of_sound(data)
        return _of_pdf(data) if b"%PDF-" in data[:1024] else ()


def _of_pdf(data: mmap) -> tuple[Note, ...]:
    ends = data[:] if len(data) <= 2 * _MOST else data[:_MOST] + data[-_MOST:]
    names = [found[1].decode("utf-8", "replace") for found in _CREATOR.finditer(ends)]
    if b"/Encrypt" not in ends:
        names += [_name(found) for part in (ends, *_unpacked(ends)) for found in _AUTHOR.finditer(part)]
    return tuple(of_person("author", name) for name in dict.fromkeys(map(str.strip, names)) if name)


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
