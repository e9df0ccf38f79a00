"""GIF (version 89a): its blocks, its size, and the file without notes."""

from collections.abc import Iterator
from mmap import mmap

from spotbrief.reading.media.refused import Refused, breaks_off

STARTS = (b"GIF87a", b"GIF89a")
_EXTENSION, _PICTURE, _END = 0x21, 0x2C, 0x3B
_CONTROL, _APPLICATION = 0xF9, 0xFF
_LOOPS = (b"NETSCAPE2.0", b"ANIMEXTS1.0")
"""The applications whose block says how often the pictures are shown."""


def _blocks(data: bytes | mmap) -> Iterator[tuple[int, int, int]]:
    """The kind, the start and the end of each block; of extensions, the kind is their label."""
    at = 13 + _table(data, 10)
    while at < len(data) and data[at] != _END:
        kind, start = data[at], at
        if kind == _EXTENSION:
            kind = data[at + 1] if at + 1 < len(data) else 0
            at = _after_parts(data, at + 2)
        elif kind == _PICTURE:
            at = _after_parts(data, at + 11 + _table(data, at + 9))
        else:
            raise Refused("is broken: it is no GIF inside")
        yield kind, start, at
    if at >= len(data):
        raise breaks_off()


def _table(data: bytes | mmap, at: int) -> int:
    """How long the table of colours is that the flags at *at* tell of."""
    if at >= len(data):
        raise breaks_off()
    return 3 << ((data[at] & 7) + 1) if data[at] & 0x80 else 0


def _after_parts(data: bytes | mmap, at: int) -> int:
    while at < len(data) and data[at]:
        at += 1 + data[at]
    return at + 1


def size(data: bytes | mmap) -> tuple[int, int]:
    """Width and height. Raises Refused for what is no whole GIF."""
    if _PICTURE not in [kind for kind, _, _ in _blocks(data)]:  # all of them, since the last may break off
        raise Refused("is broken: there is no picture in it")
    return int.from_bytes(data[6:8], "little"), int.from_bytes(data[8:10], "little")


def cleaned(data: bytes) -> bytes:
    """All its pictures, with their times, and nothing else. Raises Refused for what is no whole GIF."""
    size(data)
    made = [data[: 13 + _table(data, 10)]]
    made += [data[start:end] for kind, start, end in _blocks(data) if _is_kept(kind, data[start:end])]
    return b"".join(made) + bytes((_END,))


def _is_kept(kind: int, block: bytes) -> bool:
    return kind in (_PICTURE, _CONTROL) or (kind == _APPLICATION and block[3:14] in _LOOPS)
