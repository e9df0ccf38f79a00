"""Exif (CIPA DC-008, which is TIFF 6.0): the one thing in it that readers see is which side is up."""

import struct

UPRIGHT = 1
SIDEWAYS = frozenset({5, 6, 7, 8})
"""Orientations that swap width and height."""

_ORIENTATION, _SHORT = 0x0112, 3


def orientation(tiff: bytes) -> int:
    """The orientation, from 1 to 8; upright where none can be read."""
    try:
        order = {b"II": "<", b"MM": ">"}[tiff[:2]]
        (first,) = struct.unpack_from(f"{order}I", tiff, 4)
        (count,) = struct.unpack_from(f"{order}H", tiff, first)
        for at in range(first + 2, first + 2 + 12 * count, 12):
            tag, kind, _, value = struct.unpack_from(f"{order}HHIH", tiff, at)
            if tag == _ORIENTATION and kind == _SHORT:
                return int(value) if 1 <= value <= 8 else UPRIGHT
    except (KeyError, struct.error):
        pass
    return UPRIGHT


def minimal(value: int) -> bytes:
    """The smallest TIFF structure that says an orientation, and nothing else."""
    return struct.pack(">2sHIHHHIHHI", b"MM", 42, 8, 1, _ORIENTATION, _SHORT, 1, value, 0, 0)
