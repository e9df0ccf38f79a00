"""Files of office programs up to 2003 (MS-CFB with the property sets of MS-OLEPS) -> whom their properties name."""

import struct
from collections.abc import Iterator
from contextlib import suppress
from mmap import mmap

from spotbrief.reading.media.note import Note, of_person

START = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ROLES = {
    bytes.fromhex("e0859ff2f94f6810ab9108002b27b3d9"): {4: "author", 8: "last author"},
    bytes.fromhex("02d5cdd59c2e1b10939708002b2cf9ae"): {14: "manager", 15: "company"},
}
"""The properties that are looked at, by the mark of their set."""
_CODEPAGE, _TEXT, _WIDE = 1, 0x1E, 0x1F
_MOST = 200
"""Properties of a set, and bytes of a name."""


def of_ole(data: mmap) -> tuple[Note, ...]:
    """Whom it names, once each."""
    named: dict[str, str] = {}
    for mark, roles in _ROLES.items():
        at = data.find(mark)
        with suppress(struct.error):
            for role, name in _named(data, at, roles) if at >= 28 else ():
                named.setdefault(name, role)
    return tuple(of_person(role, name) for name, role in named.items())


def _named(data: mmap, at: int, roles: dict[int, str]) -> Iterator[tuple[str, str]]:
    """The mark of a set stands 28 bytes after the start of its stream, and before the distance of its section."""
    section = at - 28 + struct.unpack_from("<I", data, at + 16)[0]
    (count,) = struct.unpack_from("<I", data, section + 4)
    places = dict(struct.unpack_from("<II", data, section + 8 + 8 * i) for i in range(min(count, _MOST)))
    (codepage,) = struct.unpack_from("<H", data, section + places[_CODEPAGE] + 4) if _CODEPAGE in places else (1252,)
    for number, role in roles.items():
        if number in places and (name := _text(data, section + places[number], codepage)):
            yield role, name


def _text(data: mmap, at: int, codepage: int) -> str:
    kind, length = struct.unpack_from("<II", data, at)
    if kind not in (_TEXT, _WIDE):
        return ""
    wide = kind == _WIDE or codepage == 1200
    raw = data[at + 8 : at + 8 + min(length * (2 if kind == _WIDE else 1), _MOST)]
    try:
        return raw.decode("utf-16-le" if wide else "utf-8" if codepage == 65001 else f"cp{codepage}", "replace").partition("\0")[0].strip()
    except LookupError:
        return raw.decode("latin-1").partition("\0")[0].strip()
