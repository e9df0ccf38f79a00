"""TIFF 6.0: the file without notes. Their entries are taken out of the lists of tags in place; pixels and pages stay where they are."""

import struct
from mmap import mmap

from spotbrief.model.record import record
from spotbrief.reading.media import icc
from spotbrief.reading.media.refused import Refused, breaks_off

SUFFIXES = (".tif", ".tiff")
_ORDERS = {b"II*\0": "<", b"MM\0*": ">"}
_SIZES = {1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 10: 8, 11: 4, 12: 8, 13: 4}
"""Bytes of a value of each type."""
_SMALLER, _PROFILE = 330, 34675
"""Where smaller copies of a page are told of, and its colours."""
_LISTS = frozenset({34665, 34853, 40965})
"""Exif, the place, and what they tell of each other: lists of notes."""
_NOTES = _LISTS | {269, 270, 271, 272, 285, 305, 306, 315, 316, 700, 33432, 33723, 34377, 50341, *range(36864, 42037)}
"""Names of documents and pages, description, maker and model, program, time, artist, machine, XMP, rights, IPTC, programs' own, Exif."""
_MOST = 100_000
"""Lists of tags of one file."""


@record
class Entry:
    """A tag, and where its value starts and ends."""

    tag: int
    start: int
    end: int


def is_tiff(data: bytes | mmap, name: str) -> bool:
    """Whether the file is a TIFF by content and *name*: raw photographs of cameras begin in the same way."""
    return data[:4] in _ORDERS and name.lower().endswith(SUFFIXES)


def cleaned(data: bytes) -> bytes:
    """The file without notes; its length stays. Raises Refused for a file that is not whole."""
    try:
        return _Tiff(data).cleaned()
    except struct.error:
        raise breaks_off() from None


class _Tiff:
    """The bytes of a file, and the lists that were looked through."""

    def __init__(self, data: bytes) -> None:
        self._made, self._order = bytearray(data), _ORDERS[data[:4]]
        self._seen: set[int] = set()

    def cleaned(self) -> bytes:
        self._each(self._numbers("I", 4)[0], is_notes=False)
        return bytes(self._made)

    def _each(self, at: int, *, is_notes: bool) -> None:
        """Clean the list at *at*, and those that follow it."""
        while at and at not in self._seen:
            self._seen.add(at)
            if len(self._seen) > _MOST:
                raise Refused("is broken: its parts have no end")
            at = self._list(at, is_notes=is_notes)

    def _list(self, at: int, *, is_notes: bool) -> int:
        """Take the notes out of the list at *at*, or all of it; gives where the next one is."""
        entries = [self._entry(at + 2 + 12 * i) for i in range(self._numbers("H", at)[0])]
        end = at + 2 + 12 * len(entries)
        (following,) = self._numbers("I", end)
        kept = b""
        for i, entry in enumerate(entries):
            whole = bytes(self._made[at + 2 + 12 * i : at + 14 + 12 * i])
            if is_notes or entry.tag in _NOTES:
                self._take_out(entry)
            else:
                kept += whole
                self._look_into(entry)
        made = struct.pack(f"{self._order}H", len(kept) // 12) + kept + struct.pack(f"{self._order}I", 0 if is_notes else following)
        self._made[at : end + 4] = made.ljust(end + 4 - at, b"\0")
        return following

    def _take_out(self, entry: Entry) -> None:
        if entry.tag in _LISTS:
            self._each(self._numbers("I", entry.start)[0], is_notes=True)
        self._made[entry.start : entry.end] = bytes(entry.end - entry.start)

    def _look_into(self, entry: Entry) -> None:
        if entry.tag == _SMALLER:
            for place in self._numbers(f"{(entry.end - entry.start) // 4}I", entry.start):
                self._each(place, is_notes=False)
        elif entry.tag == _PROFILE:
            room = entry.end - entry.start
            profile = icc.cleaned(bytes(self._made[entry.start : entry.end]))
            if len(profile) <= room:
                self._made[entry.start : entry.end] = profile.ljust(room, b"\0")

    def _entry(self, at: int) -> Entry:
        tag, kind, count, value = self._numbers("HHII", at)
        length = _SIZES.get(kind, 0) * count
        start = value if length > 4 else at + 8
        if start + length > len(self._made):
            raise breaks_off()
        return Entry(tag=tag, start=start, end=start + length)

    def _numbers(self, kinds: str, at: int) -> tuple[int, ...]:
        return struct.unpack_from(self._order + kinds, self._made, at)
