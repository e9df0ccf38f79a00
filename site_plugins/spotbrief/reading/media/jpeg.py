"""JPEG (ITU-T T.81): its segments, its size, and the file without notes. What the picture is made of is never touched."""

import re
from collections.abc import Iterator
from mmap import mmap

from spotbrief.model.record import record
from spotbrief.reading.media import exif, icc
from spotbrief.reading.media.refused import Refused, breaks_off

START = b"\xff\xd8\xff"
_END, _SCAN, _COMMENT, _JFIF, _EXIF, _ICC, _ADOBE = 0xD9, 0xDA, 0xFE, 0xE0, 0xE1, 0xE2, 0xEE
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_NEXT = re.compile(rb"\xff+[^\x00\xd0-\xd7\xff]", re.DOTALL)
"""What ends the data of a scan: any marker but a byte that stands for itself and the restarts within."""
_PROFILE = b"ICC_PROFILE\0"
_MOST = 65_000
"""Bytes of a profile in one segment."""
_BROKEN = "is broken: it is no JPEG inside"


@record
class Segment:
    """A marker with its content; the code is 0 for the data of a scan."""

    code: int
    start: int
    end: int


def _segments(data: bytes | mmap) -> Iterator[Segment]:
    at = 2
    while True:
        found = _NEXT.match(data, at)
        if not found:
            raise breaks_off() if at >= len(data) else Refused(_BROKEN)
        at = found.end() - 2
        code = data[at + 1]
        if code == _END:
            yield Segment(code=code, start=at, end=at + 2)
            return
        end = at + 2 + int.from_bytes(data[at + 2 : at + 4], "big")
        if end > len(data) or end < at + 4:
            raise breaks_off()
        yield Segment(code=code, start=at, end=end)
        at = end
        if code == _SCAN:
            scan = _NEXT.search(data, end)
            if not scan:
                raise breaks_off()
            at = scan.start()
            yield Segment(code=0, start=end, end=at)


def size(data: bytes | mmap) -> tuple[int, int]:
    """Width and height as it is shown, from what stands before the picture's data. Raises Refused for what is no whole JPEG."""
    found, turned = (0, 0), exif.UPRIGHT
    for segment in _segments(data):
        payload = data[segment.start + 4 : segment.end]
        if segment.code in _FRAMES:
            found = int.from_bytes(payload[3:5], "big"), int.from_bytes(payload[1:3], "big")
        elif segment.code == _EXIF and payload.startswith(b"Exif\0\0"):
            turned = exif.orientation(payload[6:])
        elif segment.code == _SCAN:
            if data.rfind(b"\xff\xd9", segment.end) < 0:
                raise breaks_off()
            break
    if not all(found):
        raise Refused(_BROKEN)
    return found[::-1] if turned in exif.SIDEWAYS else found


def cleaned(data: bytes) -> bytes:
    """The first picture of the file with its colours and its orientation, and nothing else. Raises Refused for what is no whole JPEG."""
    made, turned, has_scan = [b"\xff\xd8"], exif.UPRIGHT, False
    profile: dict[int, bytes] = {}
    for segment in _segments(data):
        whole = data[segment.start : segment.end]
        if segment.code == _EXIF and whole[4:10] == b"Exif\0\0":
            turned = exif.orientation(whole[10:])
        elif segment.code == _ICC and whole[4:16] == _PROFILE and len(whole) > 18:
            profile.setdefault(whole[16], whole[18:])
        has_scan |= segment.code == _SCAN
        made.append(_kept(segment.code, whole))
    if not has_scan:
        raise Refused(_BROKEN)
    at = 2 if made[1][:2] == bytes((0xFF, _JFIF)) else 1
    made[at:at] = [*_upright(turned), *_profile(b"".join(profile[number] for number in sorted(profile)))]
    return b"".join(made)


def _upright(turned: int) -> Iterator[bytes]:
    if turned != exif.UPRIGHT:
        yield _segment(_EXIF, b"Exif\0\0" + exif.minimal(turned))


def _profile(data: bytes) -> Iterator[bytes]:
    profile = icc.cleaned(data)
    count = -(-len(profile) // _MOST)
    for number in range(count):
        yield _segment(_ICC, _PROFILE + bytes((number + 1, count)) + profile[number * _MOST : (number + 1) * _MOST])


def _segment(code: int, payload: bytes) -> bytes:
    return bytes((0xFF, code)) + (len(payload) + 2).to_bytes(2, "big") + payload


def _kept(code: int, whole: bytes) -> bytes:
    """What stays of a segment: of notes, only what says how pixels are meant."""
    if code == _JFIF:
        is_first_kind = whole[4:9] == b"JFIF\0" and len(whole) >= 18
        return b"\xff\xe0\x00\x10" + whole[4:16] + b"\0\0" if is_first_kind else b""  # without its small picture
    if code == _ADOBE:
        return b"\xff\xee\x00\x0e" + whole[4:16] if whole[4:9] == b"Adobe" and len(whole) >= 16 else b""
    return b"" if 0xE0 <= code <= 0xEF or code == _COMMENT else whole
