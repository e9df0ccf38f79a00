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
    "cut.mp4": film(PLACE)[:40],
    "broken.mp4": b"\0\0\0\x02moov",
}


@pytest.mark.parametrize("name", TELLING)
def test_a_file_that_tells_is_named(name: str, desk: Desk) -> None:
    """In a build as in a check, beside a page or a briefing, with what it tells, once."""
    data, what = TELLING[name]
    built = desk.write(f"content/files/{name}", data).build()
    severity = "advice" if "author" in what else "warning"
    message = f"content/files/{name}:1:1: {severity}[private-notes] '{name}' is published as it is, and tells of {what}\n"
    assert built.code == 0
    assert built.said.count("private-notes") == built.said.count(message) == 1


@pytest.mark.parametrize("name", SILENT)
def test_a_file_that_tells_nothing_is_not(name: str, desk: Desk) -> None:
    """Nor one that is broken."""
    built = desk.write(f"content/{name}", SILENT[name]).build("--strict")
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
