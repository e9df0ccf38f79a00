"""Profiles of colours (ICC.1:2022): what a picture's colours mean is kept; names of screens and cameras, serial numbers and owners go."""

import struct
from zlib import compress, decompressobj
from zlib import error as ZlibError

_COLOURS = frozenset(
    b"rXYZ gXYZ bXYZ rTRC gTRC bTRC kTRC wtpt bkpt lumi chad chrm cicp gamt"
    b" A2B0 A2B1 A2B2 A2B3 B2A0 B2A1 B2A2 B2A3 D2B0 D2B1 D2B2 D2B3 B2D0 B2D1 B2D2 B2D3".split()
)
"""The tags from which colours are computed."""
_HEAD = 128
_WORDS = {
    b"\x02": {b"desc": b"desc" + struct.pack(">II", 0, 2) + b"-" + bytes(81), b"cprt": b"text" + bytes(4) + b"-" + bytes(3)},
    b"\x04": dict.fromkeys((b"desc", b"cprt"), b"mluc" + struct.pack(">III4sII", 0, 1, 12, b"enUS", 2, 28) + b"\0-\0\0"),
}
"""A name and a copyright that say nothing, by the version of the profile: both must be there."""
_LARGEST = 20_000_000
"""Bytes of a profile."""


def cleaned(profile: bytes, *, named: bool = True) -> bytes:
    """The same colours; nothing for what is no profile, which browsers leave aside too. One that is not *named* is shorter."""
    try:
        tags = _tags(profile)
    except struct.error:
        return b""
    if profile[36:40] != b"acsp" or not tags:
        return b""
    words = _WORDS[b"\2" if profile[8:9] <= b"\3" else b"\4"] if named else {}
    contents = {**words, **tags}
    places: dict[bytes, int] = {}
    at = _HEAD + 4 + 12 * len(contents)
    for content in contents.values():  # curves that are the same are written once
        if content not in places:
            places[content] = at
            at += len(content) + -len(content) % 4
    table = b"".join(struct.pack(">4sII", name, places[content], len(content)) for name, content in contents.items())
    data = b"".join(content + bytes(-len(content) % 4) for content in places)
    return _head(profile, at) + struct.pack(">I", len(contents)) + table + data


def unpacked(data: bytes) -> bytes:
    """A profile as PNG packs it, cleaned; nothing where it cannot be unpacked."""
    try:
        return cleaned(decompressobj().decompress(data.partition(b"\0")[2][1:], _LARGEST))
    except ZlibError:
        return b""


def packed(profile: bytes) -> bytes:
    """A profile as PNG packs it."""
    return b"ICC\0\0" + compress(profile, 9)


def _tags(profile: bytes) -> dict[bytes, bytes]:
    (count,) = struct.unpack_from(">I", profile, _HEAD)
    found = {}
    for number in range(min(count, len(profile) // 12)):
        name, start, length = struct.unpack_from(">4sII", profile, _HEAD + 4 + 12 * number)
        if name in _COLOURS and start + length <= len(profile):
            found[name] = profile[start : start + length]
    return found


def _head(profile: bytes, length: int) -> bytes:
    """Without program, time, machine, maker, model and checksum."""
    head = bytearray(profile[:_HEAD])
    head[0:4] = struct.pack(">I", length)
    head[4:8] = head[40:44] = bytes(4)
    head[24:36] = struct.pack(">6H", 2000, 1, 1, 0, 0, 0)
    head[48:56] = bytes(8)
    head[80:] = bytes(_HEAD - 80)
    return bytes(head)
