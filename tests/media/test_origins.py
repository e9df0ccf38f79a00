"""What is published as it is, and tells of who made it, is named; nothing else is."""

import struct
import zlib

import pytest

from tests.desks import Desk


def film(udta: bytes) -> bytes:
    """The boxes of a film, without pictures."""

    def box(name: bytes, content: bytes) -> bytes:
        return struct.pack(">I4s", 8 + len(content), name) + content

    return box(b"ftyp", b"isom\0\0\0\0") + box(b"mdat", b"\0" * 5000) + box(b"moov", box(b"udta", udta))


def old_office(*properties: tuple[int, bytes], of: str = "e0859ff2f94f6810ab9108002b27b3d9") -> bytes:
    """A document up to 2003, with one set of properties in cp1251."""
    values = [(1, struct.pack("<IHH", 2, 1251, 0)), *((n, struct.pack("<II", 30, len(text) + 1) + text + b"\0") for n, text in properties)]
    at, table, body = 8 + 8 * len(values), b"", b""
    for number, value in values:
        table += struct.pack("<II", number, at + len(body))
        body += value + bytes(-len(value) % 4)
    section = struct.pack("<II", at + len(body), len(values)) + table + body
    head = b"\xfe\xff" + bytes(22) + struct.pack("<I", 1) + bytes.fromhex(of) + struct.pack("<I", 48)
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + head + section


def mp3(version: int, *frames: tuple[bytes, bytes]) -> bytes:
    """The notes of a sound, without the sound."""
    wide = 3 if version == 2 else 4
    body = b"".join(name + len(content).to_bytes(wide, "big") + bytes(0 if wide == 3 else 2) + content for name, content in frames)
    return b"ID3" + bytes((version, 0, 0, 0, 0, len(body) >> 7, len(body) & 127)) + body + b"\xff\xfb" + bytes(400)


LOCI = b"\0\0\0\x22loci\0\0\0\0\x15\xc7Kyiv\0\0"
PACKED = zlib.compress(b"4 0 << /Author (Olena) >>")
PLACE = b"\0\0\0\x1e\xa9xyz\0\x12\x15\xc7+50.4500+030.5234/"
TELLING = {
    "plain.pdf": (b"%PDF-1.7\n<< /Author (Olena \\(desk\\)) >>", "the author 'Olena (desk)'"),
    "wide.pdf": (b"%PDF-1.7\n<< /Author <FEFF041E043B> >>", "the author 'Ол'"),
    "packed.pdf": (b"%PDF-1.7\n<< /Type /ObjStm /N 1 >>\nstream\n" + PACKED + b"\nendstream", "the author 'Olena'"),
    "xmp.pdf": (
        b"%PDF-1.7\n<dc:creator><rdf:Seq><rdf:li>Olena</rdf:li></rdf:Seq></dc:creator><< /Author (Olena) >>",
        "the author 'Olena'",
    ),
    "place.mp4": (film(PLACE), "the place where it was recorded"),
    "android.3gp": (film(LOCI + struct.pack(">iii", 30 << 16, 50 << 16, 0) + b"earth\0"), "the place where it was recorded"),
    "bought.m4a": (film(b"\0\0\0\x18apID\0\0\0\x10dataolena@desk"), "the account that bought it"),
    "old.doc": (old_office((4, "Олена".encode("cp1251")), (8, "Олена".encode("cp1251"))), "the author 'Олена'"),
    "last.xls": (old_office((4, b""), (8, b"Olena")), "the last author 'Olena'"),
    "firm.ppt": (old_office((15, b"Firm"), of="02d5cdd59c2e1b10939708002b2cf9ae"), "the company 'Firm'"),
    "owner.mp3": (mp3(3, (b"TIT2", b"\0Talks"), (b"TOWN", b"\1" + "Olena".encode("utf-16"))), "the owner 'Olena'"),
    "composer.mp3": (mp3(2, (b"TCM", b"\0Olena\0")), "the composer 'Olena'"),
    "folder.mp3": (mp3(4, (b"PRIV", b"XMP\0<a>/Users/olena/cut.wav")), "a folder of the machine where it was edited"),
    "raw.NEF": (b"MM\0*", "the camera that took it, the time, and often the place"),
    "phone.mov": (film(b"com.apple.quicktime.make"), "the device that recorded it"),
}
SILENT = {
    "chromium.pdf": b"%PDF-1.4\n<< /Creator (Chromium) /Producer (Skia/PDF) >>",
    "empty.pdf": b"%PDF-1.4\n<< /Author () >>",
    "blank.pdf": b"%PDF-1.4\n<< /Author ( ) >>",
    "odd.pdf": b"%PDF-1.4\n<< /Author <FEFF> /X <<>>\n/ObjStm >>\nstream\nnonsense",
    "encrypted.pdf": b"%PDF-1.4\n<< /Author (\x80\x81) >> << /Encrypt 1 0 R >>",
    "none.pdf": b"",
    "plain.mp4": film(b""),
    "nowhere.3gp": film(LOCI + bytes(12) + b"earth\0"),
    "empty.doc": old_office((4, b""), (8, b" ")),
    "cut.doc": old_office((4, b"Olena"))[:570],
    "rich.doc": b"{\\rtf1}",
    "listened.mp3": mp3(4, (b"TPE1", b"\3Tiny desk"), (b"COMM", b"\0eng\0What is said"), (b"PRIV", b"WM/ID\0\1\2")),
    "cut.mp3": mp3(3, (b"TOWN", b"\0Olena"))[:18],
    "cut.mp4": film(PLACE)[:40],
    "broken.mp4": b"\0\0\0\x02moov",
}


def test_a_file_that_tells_is_named(desk: Desk) -> None:
    """In a build as in a check, with what it tells, once; people by advice, place and device by a warning."""
    for name, (data, _) in TELLING.items():
        desk.write(f"content/files/{name}", data)
    built = desk.build()
    assert built.code == 0
    assert built.said.count("private-notes") == len(TELLING)
    for name, (_, what) in TELLING.items():
        severity = "advice" if "'" in what or "folder" in what else "warning"
        message = f"content/files/{name}:1:1: {severity}[private-notes] '{name}' is published as it is, and tells of {what}\n"
        assert message in built.said


def test_a_file_that_tells_nothing_is_not(desk: Desk) -> None:
    """Nor one that is broken."""
    for name, data in SILENT.items():
        desk.write(f"content/{name}", data)
    built = desk.build("--strict")
    assert "private-notes" not in built.said
    assert built.code == 0


@pytest.mark.parametrize("name", ["Olena (desk)", "olena (DESK)"])
def test_who_is_named_on_the_site_is_no_secret(name: str, desk: Desk) -> None:
    """The site's name, an author of the desk, or the name on its page of trust."""
    desk.write("content/a.pdf", TELLING["plain.pdf"][0])
    assert "private-notes" in desk.build("--strict").said
    desk.write("content/trust.yml", f"name: {name}\n")
    assert "private-notes" not in desk.build("--strict").said


def test_what_is_not_published_is_not_named(desk: Desk) -> None:
    """A document beside a briefing is published with what links to it."""
    data = TELLING["plain.pdf"][0]
    desk.write("briefings/a.pdf", data).write("briefings/b.pdf", data).brief("x", body="See [it](a.pdf).")
    said = desk.brief("y", "status: draft\n", "See [it](b.pdf).").build().said
    assert "briefings/a.pdf:1:1: advice[private-notes]" in said
    assert "briefings/b.pdf" not in said
