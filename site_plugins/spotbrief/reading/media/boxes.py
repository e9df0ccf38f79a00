"""AVIF and HEIF (ISO/IEC 14496-12 and 23008-12): boxes in boxes. Notes are written over in place, since everything is found by its distance
from the start of the file.
"""

import struct
from collections.abc import Iterator
from mmap import mmap

from spotbrief.model.record import record
from spotbrief.reading.media import exif, icc
from spotbrief.reading.media.refused import Refused, breaks_off

_INSIDE = {
    **dict.fromkeys((b"moov", b"trak", b"mdia", b"minf", b"stbl", b"iprp", b"ipco"), 0),
    **{b"meta": 4, b"stsd": 8},
    **dict.fromkeys((b"av01", b"hvc1", b"hev1"), 78),
}
"""Boxes that hold boxes which are looked into, with what stands before those."""
_NOTES = frozenset({b"uuid", b"udta", b"free", b"skip", b"wide", b"cprt", b"Exif", b"xml ", b"bxml"})
_DATED = frozenset({b"mvhd", b"tkhd", b"mdhd"})
_MOST = 100_000
"""Boxes of one file."""


@record
class Box:
    """A box: its name, and where it starts, its content starts, and it ends."""

    name: bytes
    start: int
    content: int
    end: int


def brand(data: bytes | mmap) -> bytes:
    """Which format a file of boxes says that it is, such as `avif` or `heic`; empty for other files."""
    return data[8:12] if data[4:8] == b"ftyp" else b""


def _boxes(data: bytes | bytearray | mmap, start: int, end: int) -> Iterator[Box]:
    at = start
    while at + 8 <= end:
        length, name = struct.unpack_from(">I4s", data, at)
        content = at + 8
        if length == 1:
            (length,) = struct.unpack_from(">Q", data, content) if content + 8 <= end else (0,)
            content += 8
        last = at + length if length else end
        if last > end or last < content:
            raise breaks_off()
        yield Box(name=name, start=at, content=content, end=last)
        at = last


def _all(data: bytes | bytearray | mmap, start: int, end: int, left: list[int]) -> Iterator[Box]:
    for box in _boxes(data, start, end):
        left[0] -= 1
        if left[0] < 0:
            raise Refused("is broken: its parts have no end")
        yield box
        if box.name in _INSIDE:
            yield from _all(data, min(box.content + _INSIDE[box.name], box.end), box.end, left)


def size(data: bytes | mmap) -> tuple[int, int]:
    """Width and height as it is shown. Raises Refused for what is no whole file of boxes."""
    found, turned = (0, 0), 0
    for box in _all(data, 0, len(data), [_MOST]):
        if box.name == b"ispe" and box.end - box.content >= 12:
            found = max(found, struct.unpack_from(">II", data, box.content + 4), key=lambda size: size[0] * size[1])
        elif box.name == b"irot" and box.end > box.content:
            turned = data[box.content] & 3
    if not all(found):
        raise Refused("is broken: there is no picture in it")
    return found[::-1] if turned % 2 else found


def cleaned(data: bytes) -> bytes:
    """The file with its notes and dates written over; its length stays. Raises Refused for a file that is not whole."""
    size(data)
    made = bytearray(data)
    items: dict[int, bytes] = {}
    for box in list(_all(data, 0, len(data), [_MOST])):
        if box.name in _NOTES:
            made[box.start + 4 : box.start + 8] = b"free"
            made[box.content : box.end] = bytes(box.end - box.content)
        elif box.name in _DATED:
            at, wide = box.content + 4, 8 if data[box.content] == 1 else 4
            made[at : at + 2 * wide] = bytes(2 * wide)
        elif box.name == b"colr" and data[box.content : box.content + 4] in (b"prof", b"rICC"):
            _write_profile(made, box.content + 4, box.end)
        elif box.name == b"iinf":
            items = dict(_items(data, box))
    for box in _all(data, 0, len(data), [_MOST]):
        if box.name == b"iloc" and items:
            for item, start, end in _places(data, box):
                if end > len(data):
                    raise breaks_off()
                _write_over(made, items.get(item, b""), start, end)
    return bytes(made)


def _write_profile(made: bytearray, start: int, end: int) -> None:
    """The cleaned profile, filled up to the length of the old one."""
    old, room = bytes(made[start:end]), end - start
    fitting = (profile for profile in (icc.cleaned(old), icc.cleaned(old, named=False)) if len(profile) <= room)
    made[start:end] = next(fitting, b"").ljust(room, b"\0")


def _write_over(made: bytearray, kind: bytes, start: int, end: int) -> None:
    if kind == b"Exif":
        upright = struct.pack(">I", 0) + exif.minimal(exif.UPRIGHT)
        made[start:end] = upright[: end - start].ljust(end - start, b"\0")
    elif kind == b"mime":
        made[start:end] = b" " * (end - start)


def _items(data: bytes, box: Box) -> Iterator[tuple[int, bytes]]:
    """The number and the kind of each item."""
    first = box.content + (6 if data[box.content] == 0 else 8)
    for entry in _boxes(data, first, box.end):
        version = data[entry.content]
        if entry.name == b"infe" and version >= 2:
            wide = 2 if version == 2 else 4
            number = int.from_bytes(data[entry.content + 4 : entry.content + 4 + wide], "big")
            yield number, data[entry.content + 6 + wide : entry.content + 10 + wide]


def _places(data: bytes, box: Box) -> Iterator[tuple[int, int, int]]:
    """The number of each item, and where a piece of it starts and ends."""
    version, sizes = data[box.content], int.from_bytes(data[box.content + 4 : box.content + 6], "big")
    of_offset, of_length, of_base, of_index = sizes >> 12, sizes >> 8 & 15, sizes >> 4 & 15, (sizes & 15) if version else 0
    at = box.content + 6

    def number(wide: int) -> int:
        nonlocal at
        at += wide
        if at > box.end:
            raise breaks_off()
        return int.from_bytes(data[at - wide : at], "big")

    for _ in range(number(4 if version == 2 else 2)):
        item = number(4 if version == 2 else 2)
        method = number(2) & 15 if version else 0
        number(2)
        base = number(of_base)
        for _ in range(number(2)):
            number(of_index)
            start = base + number(of_offset)
            length = number(of_length)
            yield from _piece(data, item, method, start, length)


def _piece(data: bytes, item: int, method: int, start: int, length: int) -> Iterator[tuple[int, int, int]]:
    if method == 1:  # counted from the box of small items
        inner = next((box for box in _all(data, 0, len(data), [_MOST]) if box.name == b"idat"), None)
        start += inner.content if inner else len(data)
    if method in (0, 1):
        yield item, start, start + (length or len(data) - start)
