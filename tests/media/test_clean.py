"""Pictures and documents leave the desk without what tells of who made them, where and with what; they look as before."""

import zlib
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageCms, ImageOps, ImageSequence

from spotbrief.reading.media.clean import cleaned
from spotbrief.reading.media.inspect import inspect
from spotbrief.reading.media.refused import Refused
from tests.media import files

PICTURES: dict[str, Callable[[], bytes]] = {
    **{f"{n}.jpg": lambda n=n: files.jpeg(n) for n in range(1, 9)},  # type: ignore[misc]
    "progressive.jpg": lambda: files.jpeg(progressive=True),
    "grey.jpg": lambda: files.jpeg(mode="L"),
    "cmyk.jpg": lambda: files.jpeg(mode="CMYK"),
    "mpo.jpg": files.mpo,
    "rgb.png": files.png,
    "palette.png": lambda: files.png("P"),
    "alpha.png": lambda: files.png("RGBA"),
    "turned.png": lambda: files.png(orientation=6),
    "lossy.webp": files.webp,
    "lossless.webp": lambda: files.webp(lossless=True),
    "moving.webp": lambda: files.webp(frames=3),
    "still.gif": files.gif,
    "moving.gif": lambda: files.gif(frames=3),
    "still.avif": files.avif,
    "moving.avif": lambda: files.avif(frames=3),
}


@cache
def made(name: str) -> bytes:
    """The picture of that name; the encoder of AVIF does not make the same bytes every time."""
    return PICTURES[name]()


def notes_in(data: bytes) -> str:
    """The whole file and everything packed in it, as far as it can be unpacked."""
    found = data
    if data[:4] == b"PK\x03\x04":
        with ZipFile(BytesIO(data)) as packed:
            found += b"".join(packed.read(name) for name in packed.namelist())
    for at in range(len(data)):
        if data[at : at + 1] == b"\x78":
            with suppress(zlib.error):
                found += zlib.decompressobj().decompress(data[at:], 1_000_000)
    return found.decode("latin-1")


def seen(data: bytes) -> list[tuple[bytes, int]]:
    """The pixels of every frame, the right side up, and how long each is seen."""
    with Image.open(BytesIO(data)) as image:
        frames = list(ImageSequence.Iterator(image)) if image.format != "MPO" else [image]
        return [(ImageOps.exif_transpose(frame).convert("RGBA").tobytes(), frame.info.get("duration", 0)) for frame in frames]


def colours(image: Image.Image) -> bytes:
    """What a few colours of the picture are in sRGB, by its profile."""
    if "icc_profile" not in image.info:
        return b""
    profile = ImageCms.ImageCmsProfile(BytesIO(image.info["icc_profile"]))
    change = ImageCms.buildTransform(profile, ImageCms.createProfile("LAB"), "RGB", "LAB")
    swatch = ImageCms.applyTransform(files.drawing(), change)
    return swatch.tobytes() if swatch else b""


@pytest.mark.parametrize("name", PICTURES)
def test_pictures_look_the_same_and_say_nothing_else(name: str) -> None:
    """Pixels, orientation, colours and movement stay; every mark is gone, and so is the time."""
    before = PICTURES[name]()
    assert files.MARK in notes_in(before)
    after = cleaned(before)
    said = notes_in(after)
    assert files.MARK not in said
    assert "tIME" not in said
    assert seen(after) == seen(before)[: len(seen(after))]
    assert len(seen(after)) == (1 if name == "mpo.jpg" else len(seen(before)))
    with Image.open(BytesIO(before)) as old, Image.open(BytesIO(after)) as new:
        assert colours(new) == colours(old)
        assert new.info.get("loop") == old.info.get("loop")
        assert dict(new.getexif()) in ({}, {0x0112: 1}, {0x0112: old.getexif().get(0x0112)})
    assert cleaned(after) == after


@pytest.mark.parametrize("name", PICTURES)
def test_the_size_is_that_which_readers_see(name: str, tmp_path: Path) -> None:
    """Of a photograph that lies on its side, width and height change places."""
    file = tmp_path / name
    file.write_bytes(data := PICTURES[name]())
    facts = inspect(file)
    with Image.open(BytesIO(data)) as image:
        assert (facts.width, facts.height) == ImageOps.exif_transpose(image).size
    assert not facts.fault
    assert facts.is_photo == (name.endswith((".jpg", ".png", ".webp")) and name != "moving.webp")


def test_a_drawing_keeps_what_is_drawn() -> None:
    """Without the notes of programs, and with a clean photograph inside."""
    made = cleaned(files.svg(), "a.svg").decode()
    assert files.MARK not in made
    assert '<title>Seen &amp; "heard"</title><rect width="60" height="30" fill="#123"/></g>' in made
    assert 'viewBox="0 0 60 30"' in made
    assert '<style> .a { fill: red;  font-family: "/* A */" } </style>' in made
    assert '<g style="fill: #123">' in made
    assert 'xlink:href="data:image/jpeg;base64,/9j/' in made
    for word in ("inkscape", "rdf", "adobe", "serif", "data-", "DOCTYPE", "<?"):
        assert word not in made
    assert cleaned(made.encode(), "a.svg").decode() == made


@pytest.mark.parametrize("kind", ["xlsx", "ods"])
def test_spreadsheets_keep_their_sheets(kind: str) -> None:
    """Author, firm, times, the small picture of the first page and the notes of photographs inside go."""
    made = cleaned(files.office(kind))
    assert files.MARK not in notes_in(made)
    assert "humbnail" not in notes_in(made)
    with ZipFile(BytesIO(made)) as packed:
        assert packed.testzip() is None
        assert {"xlsx": "xl/workbook.xml", "ods": "content.xml"}[kind] in packed.namelist()
    assert cleaned(made) == made


@given(st.sampled_from(sorted(PICTURES)), st.data())
def test_whatever_is_broken_is_refused_or_clean(name: str, data: st.DataObject) -> None:
    """Cut or damaged anywhere, a picture is never published as it is, and nothing crashes or hangs."""
    whole = made(name)
    start, end = sorted(data.draw(st.tuples(*[st.integers(12, len(whole))] * 2)))
    broken = data.draw(st.sampled_from([whole[:end], whole[:start] + whole[end:], whole[:start] + b"\xff" * (end - start) + whole[end:]]))
    with suppress(Refused):
        cleaned(broken)


@pytest.mark.parametrize("name", ["1.jpg", "progressive.jpg", "rgb.png", "lossy.webp", "still.gif", "still.avif"])
def test_a_picture_that_breaks_off_is_named(name: str, tmp_path: Path) -> None:
    """Wherever it does so."""
    whole = cleaned(PICTURES[name]())
    file = tmp_path / name
    for share in (0.1, 0.3, 0.6, 0.9, 0.99):
        file.write_bytes(whole[: int(len(whole) * share)])
        assert inspect(file).fault, share
