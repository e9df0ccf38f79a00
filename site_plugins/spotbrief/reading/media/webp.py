"""WebP (RFC 9649): its chunks, its size, and the file without notes."""

import struct
from collections.abc import Iterator
from mmap import mmap

from spotbrief.reading.media import exif, icc
from spotbrief.reading.media.refused import Refused, breaks_off

_DRAWING = frozenset({b"VP8X", b"VP8 ", b"VP8L", b"ALPH", b"ANIM", b"ANMF"})
_MOVES, _HAS_XMP, _HAS_EXIF, _HAS_PROFILE = 0x02, 0x04, 0x08, 0x20


def is_webp(data: bytes | mmap) -> bool:
    """Whether the file starts as a WebP does."""
    return data[:4] == b"RIFF" and data[8:12] == b"WEBP"


def _chunks(data: bytes | mmap) -> Iterator[tuple[bytes, int, int]]:
    """The name, and the start and the end of the content, of each chunk."""
    at, last = 12, 8 + int.from_bytes(data[4:8], "little")
    if last > len(data):
        raise breaks_off()
    while at + 8 <= last:
        name, length = struct.unpack_from("<4sI", data, at)
        if at + 8 + length > last:
            raise breaks_off()
        yield name, at + 8, at + 8 + length
        at += 8 + length + length % 2


def size(data: bytes | mmap) -> tuple[int, int, bool]:
    """Width and height as it is shown, and whether it moves. Raises Refused for what is no whole WebP."""
    found, moves, turned, names = (0, 0), False, exif.UPRIGHT, set()
    for name, start, end in _chunks(data):
        content = data[start : min(end, start + 64)]
        if name == b"EXIF":
            turned = exif.orientation(_tiff(data[start:end]))
        elif name == b"VP8X" and len(content) >= 10:
            moves = bool(content[0] & _MOVES)
            found = 1 + int.from_bytes(content[4:7], "little"), 1 + int.from_bytes(content[7:10], "little")
        elif not any(found):
            found = _of_frame(name, content)
        names.add(name)
    if not all(found) or not names & {b"VP8 ", b"VP8L", b"ANMF"}:
        raise Refused("is broken: it is no WebP inside")
    width, height = found[::-1] if turned in exif.SIDEWAYS else found
    return width, height, moves


def _of_frame(name: bytes, content: bytes) -> tuple[int, int]:
    if name == b"VP8 " and content[3:6] == b"\x9d\x01\x2a":
        width, height = struct.unpack_from("<HH", content, 6)
        return width & 0x3FFF, height & 0x3FFF
    if name == b"VP8L" and content[:1] == b"\x2f":
        bits = int.from_bytes(content[1:5], "little")
        return 1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF)
    return 0, 0


def cleaned(data: bytes) -> bytes:
    """The picture with its colours and its orientation, and nothing else. Raises Refused for what is no whole WebP."""
    size(data)
    parts, turned = [], exif.UPRIGHT
    for name, start, end in _chunks(data):
        if name == b"EXIF":
            turned = exif.orientation(_tiff(data[start:end]))
        elif name == b"ICCP" and (profile := icc.cleaned(data[start:end])):
            parts.append((name, profile))
        elif name in _DRAWING:
            parts.append((name, data[start:end]))
    if turned != exif.UPRIGHT:
        parts.append((b"EXIF", exif.minimal(turned)))
    flags = sum(flag for name, flag in ((b"EXIF", _HAS_EXIF), (b"ICCP", _HAS_PROFILE)) if name in dict(parts))
    body = b"".join(_chunk(name, _flagged(content, flags) if name == b"VP8X" else content) for name, content in parts)
    return b"RIFF" + struct.pack("<I", len(body) + 4) + b"WEBP" + body


def _tiff(content: bytes) -> bytes:
    return content.removeprefix(b"Exif\0\0")


def _flagged(content: bytes, flags: int) -> bytes:
    """What stands at the front of a larger file, which says what kinds of notes follow."""
    return bytes((content[0] & ~(_HAS_XMP | _HAS_EXIF | _HAS_PROFILE) | flags,)) + content[1:]


def _chunk(name: bytes, content: bytes) -> bytes:
    return name + struct.pack("<I", len(content)) + content + b"\0" * (len(content) % 2)
