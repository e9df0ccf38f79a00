"""TIFF 6.0 and BigTIFF: the file without notes. Their entries are taken out of the lists of tags; pixels and pages stay where they are."""

import struct
from mmap import mmap

from spotbrief.model.record import record
from spotbrief.reading.media import icc
from spotbrief.reading.media.refused import Refused, breaks_off

SUFFIXES = (".tif", ".tiff")
_ORDERS = {b"II*\0": "<", b"MM\0*": ">", b"II+\0": "<", b"MM\0+": ">"}
_SIZES = {1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 10: 8, 11: 4, 12: 8, 13: 4, 16: 8, 17: 8, 18: 8}
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
    """A tag, how many bytes each of its values takes, and where they start and end."""

    tag: int
    size: int
    start: int
    end: int


@record
class Form:
    """How a file writes what says where and how many: the letters of `struct`, and the bytes of a place."""

    count: str
    entry: str
    place: str
    length: int


_FORMS = {"*": Form(count="H", entry="HHII", place="I", length=4), "+": Form(count="Q", entry="HHQQ", place="Q", length=8)}
"""By the sign behind the order of bytes."""


def is_tiff(data: bytes | mmap, name: str) -> bool:
    """Whether the file is a TIFF by content and *name*: raw photographs of cameras begin in the same way."""
    return data[:4] in _ORDERS and name.lower().endswith(SUFFIXES)


def cleaned(data: bytes) -> bytes:
    """The file without notes; its length stays. Raises Refused for a file that is not whole."""
    try:
        return _Tiff(data).cleaned()
    except (struct.error, OverflowError):  # a place beyond the file, or beyond all files
        raise breaks_off() from None


class _Tiff:
    """The bytes of a file, and the lists that were looked through."""

    def __init__(self, data: bytes) -> None:
        self._made, self._order = bytearray(data), _ORDERS[data[:4]]
        self._form = _FORMS["+" if b"+" in data[:4] else "*"]
        self._seen: set[int] = set()

    def cleaned(self) -> bytes:
        self._each(self._numbers(self._form.place, self._form.length)[0], is_notes=False)
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
        count, place, size = self._form.count, self._form.place, struct.calcsize(f"<{self._form.entry}")
        first = at + struct.calcsize(f"<{count}")
        starts = [first + size * i for i in range(min(self._numbers(count, at)[0], len(self._made) // size + 1))]
        end = first + size * len(starts)
        (following,) = self._numbers(place, end)
        kept = b""
        for start, entry in [(start, self._entry(start)) for start in starts]:
            whole = bytes(self._made[start : start + size])
            if is_notes or entry.tag in _NOTES:
                self._take_out(entry)
            else:
                kept += whole
                self._look_into(entry)
        made = struct.pack(f"{self._order}{count}", len(kept) // size) + kept
        made += struct.pack(f"{self._order}{place}", 0 if is_notes else following)
        end += self._form.length
        self._made[at:end] = made.ljust(end - at, b"\0")
        return following

    def _take_out(self, entry: Entry) -> None:
        if entry.tag in _LISTS:
            for place in self._places(entry):
                self._each(place, is_notes=True)
        self._made[entry.start : entry.end] = bytes(entry.end - entry.start)

    def _look_into(self, entry: Entry) -> None:
        if entry.tag == _SMALLER:
            for place in self._places(entry):
                self._each(place, is_notes=False)
        elif entry.tag == _PROFILE:
            room = entry.end - entry.start
            profile = icc.cleaned(bytes(self._made[entry.start : entry.end]))
            if len(profile) <= room:
                self._made[entry.start : entry.end] = profile.ljust(room, b"\0")

    def _places(self, entry: Entry) -> tuple[int, ...]:
        """Where the lists start of which *entry* tells."""
        letter = "Q" if entry.size == 8 else "I"
        count = (entry.end - entry.start) // struct.calcsize(f"<{letter}")
        return self._numbers(f"{max(count, 1)}{letter}", entry.start)  # of whatever type it says to be, there is one

    def _entry(self, at: int) -> Entry:
        tag, kind, count, value = self._numbers(self._form.entry, at)
        size = _SIZES.get(kind, 0)
        length = size * count
        start = value if length > self._form.length else at + struct.calcsize(f"<{self._form.entry}") - self._form.length
        if start + length > len(self._made):
            raise breaks_off()
        return Entry(tag=tag, size=size, start=start, end=start + length)

    def _numbers(self, kinds: str, at: int) -> tuple[int, ...]:
        return struct.unpack_from(self._order + kinds, self._made, at)
