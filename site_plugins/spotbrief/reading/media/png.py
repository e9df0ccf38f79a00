"""PNG (W3C Recommendation, third edition): its chunks, its size, and the file without notes."""

import struct
from collections.abc import Iterator
from mmap import mmap
from zlib import crc32

from spotbrief.reading.media import exif, icc
from spotbrief.reading.media.refused import Refused, breaks_off

START = b"\x89PNG\r\n\x1a\n"
_DRAWING = frozenset(b"IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB sBIT bKGD hIST pHYs acTL fcTL fdAT cICP mDCV cLLI".split())
"""Chunks that say what is seen; all others are notes."""


def _chunks(data: bytes | mmap) -> Iterator[tuple[bytes, int, int]]:
    """The name, the start and the end of each chunk; what follows the last is no part of the picture."""
    at = len(START)
    while True:
        if at + 12 > len(data):
            raise breaks_off()
        length, name = struct.unpack_from(">I4s", data, at)
        end = at + 12 + length
        if end > len(data):
            raise breaks_off()
        yield name, at, end
        if name == b"IEND":
            return
        at = end


def size(data: bytes | mmap) -> tuple[int, int, bool]:
    """Width and height as it is shown, and whether it moves. Raises Refused for what is no whole PNG."""
    names, turned = set(), exif.UPRIGHT
    for name, start, end in _chunks(data):
        names.add(name)
        if name == b"eXIf":
            turned = exif.orientation(data[start + 8 : end - 4])
    width, height = struct.unpack_from(">II", data, 16)
    if data[12:16] != b"IHDR" or b"IDAT" not in names or not width or not height:
        raise Refused("is broken: it is no PNG inside")
    return (height, width, b"acTL" in names) if turned in exif.SIDEWAYS else (width, height, b"acTL" in names)


def cleaned(data: bytes) -> bytes:
    """The picture with its colours and its orientation, and nothing else. Raises Refused for what is no whole PNG."""
    size(data)
    made = [START]
    for name, start, end in _chunks(data):
        if name in _DRAWING:
            made.append(data[start:end])
        elif name == b"eXIf" and (turned := exif.orientation(data[start + 8 : end - 4])) != exif.UPRIGHT:
            made.append(_chunk(name, exif.minimal(turned)))
        elif name == b"iCCP" and (profile := icc.unpacked(data[start + 8 : end - 4])):
            made.append(_chunk(name, icc.packed(profile)))
        elif not name[0] & 0x20:
            raise Refused(f"holds the part {name.decode('ascii', 'replace')!r}, which is none of PNG's", "export it again as a plain PNG")
    return b"".join(made)


def _chunk(name: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", crc32(name + content))
