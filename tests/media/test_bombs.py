"""Small files that unpack, nest or measure beyond all bounds are told at the file, and never unpacked."""

import tracemalloc
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from spotbrief.reading.media.clean import cleaned
from spotbrief.reading.media.refused import Refused
from tests.desks import Desk

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box}" {more}>{drawn}</svg>'


def packed(parts: dict[str, bytes]) -> bytes:
    """An archive of an office program."""
    made = BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        for name, content in parts.items():
            archive.writestr(name, content)
    return made.getvalue()


def claiming(data: bytes, size: int) -> bytes:
    """The same, whose list of parts says that each has *size* bytes."""
    changed, at = bytearray(data), -1
    while (at := data.find(b"PK\x01\x02", at + 1)) >= 0:
        changed[at + 24 : at + 28] = size.to_bytes(4, "little")
    return bytes(changed)


HUGE = claiming(packed({"xl/a.bin": b"a"}), 200_000_000)


@pytest.mark.parametrize("path", ["content/a.docx", "briefings/a.xlsx"])
def test_a_document_that_unpacks_to_too_much_is_told(path: str, desk: Desk) -> None:
    """By `check`, at the file, and by a build in the same words."""
    name = path.rpartition("/")[2]
    desk.write(path, HUGE).brief("x", body="See [it](a.xlsx)." if "briefings" in path else "")
    built = desk.build()
    assert f"{path}:1:1: error[broken-document] '{name}' unpacks to more than 300,000,000 bytes" in built.said
    assert "Traceback" not in built.said
    assert built.code == 1


def test_a_document_that_lies_about_its_size_is_told() -> None:
    """No more of it is unpacked than it says."""
    data = claiming(packed({"word/a.bin": bytes(50_000_000)}), 20)
    tracemalloc.start()
    with pytest.raises(Refused, match="cannot be unpacked: Bad CRC"):
        cleaned(data, "a.docx")
    assert tracemalloc.get_traced_memory()[1] < 2_000_000
    tracemalloc.stop()


def test_documents_inside_documents_are_counted_with_them() -> None:
    """Neither many side by side nor many inside one another get round the limit; a few are cleaned."""
    inner = packed({"word/a.bin": bytes(100)})
    assert cleaned(packed({f"word/embeddings/{number}.docx": inner for number in range(20)}), "a.docx")
    with pytest.raises(Refused, match="unpacks to more than"):
        cleaned(packed(dict.fromkeys(("word/embeddings/1.docx", "word/embeddings/2.docx"), HUGE)), "a.docx")
    for _ in range(5):
        inner = packed({"word/embeddings/a.docx": inner})
    with pytest.raises(Refused, match="more than 4 files inside one another"):
        cleaned(inner, "a.docx")


@pytest.mark.parametrize("drawn", ["<g>" * 300 + "</g>" * 300, "<g " + " ".join(f'xmlns:a{n}="x"' for n in range(300)) + "/>"])
def test_a_drawing_that_is_nested_without_end_is_told(drawn: str, desk: Desk) -> None:
    """At the text that shows it."""
    data = SVG.format(box="0 0 10 10", more="", drawn=drawn).encode()
    with pytest.raises(Refused, match="more than 256 elements, or languages, within one another"):
        cleaned(data, "a.svg")
    if "xmlns:a1" not in drawn:
        said = desk.write("briefings/a.svg", data).brief("x", body="![A drawing](a.svg)").said()
        assert "briefings/x.md:5:1: error[broken-picture] the picture 'a.svg' has more than 256 elements" in said


def test_a_drawing_of_many_megabytes_is_not_read(desk: Desk) -> None:
    """Its parts take many times its size in memory."""
    said = desk.write("briefings/a.svg", b" " * 21_000_000).brief("x").said()
    assert "briefings/a.svg:1:1: error[heavy-file] this SVG has 21.0 MB; the most is 20" in said


@pytest.mark.parametrize(
    ("box", "more"),
    [
        ("0 0 1e999 1", f'width="{"9" * 400}" height="1"'),
        ("0 0 inf 1", 'width="10" height="10"'),
        ("0 0 1e308 1e308", ""),
        ("0 0 1e-99 1e-99", ""),
        (f"0 0 {'9' * 400} 1", ""),
        ("0 0 nan nan", ""),
    ],
)
def test_no_number_of_a_drawing_is_too_large_to_compute_with(box: str, more: str, desk: Desk) -> None:
    """Nor too long to be read."""
    text = f'<text font-size="{"1" * 200_000}x" transform="scale({"9" * 400})">a</text><text font-size="{"9" * 400}">b</text>'
    desk.write("briefings/a.svg", SVG.format(box=box, more=more, drawn=text).encode()).brief("x", body="![A drawing](a.svg)")
    assert "error" not in desk.said().replace("broken-picture", "")
