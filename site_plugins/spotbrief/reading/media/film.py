"""Films and sound in boxes (ISO/IEC 14496-12, QuickTime, 3GPP TS 26.244) -> what they tell of place, device and owner."""

import re
from mmap import mmap

from spotbrief.reading.media.note import Note

_MOST = 4_000_000
"""Bytes that are looked through at the beginning of the notes, and at their end."""
_PLACE = re.compile(rb"[+-]\d\d(?:\.\d+)?[+-]\d{3}(?:\.\d+)?(?:[+-]\d+(?:\.\d+)?)?(?:CRS[\w.:]+)?/")
"""ISO 6709, as cameras write it."""
_CAMERA = re.compile(rb"com\.apple\.quicktime\.(?:make|model)|\xa9(?:mak|mod)")
_LOCATED = re.compile(rb"\0\0[\0\1].loci\0{4}..[^\0]*\0.(?!\0{8})", re.DOTALL)
"""The place as phones of Android write it, if it is not that of zero degrees."""
_ACCOUNT = re.compile(rb"apID.{4}data|\0ownr.{4}data", re.DOTALL)


def of_film(data: mmap) -> tuple[Note, ...]:
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
    place = "the place where it was recorded" if _PLACE.search(box) or _LOCATED.search(box) else ""
    device = "the device that recorded it" if _CAMERA.search(box) else ""
    account = "the account that bought it" if _ACCOUNT.search(box) else ""
    return tuple(Note(words=words, severity="warning") for words in (place, device, account) if words)
