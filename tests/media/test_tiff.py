"""A TIFF is published without its notes, and with all of its pages."""

import struct
from io import BytesIO

import pytest
from PIL import Image, ImageSequence
from PIL.TiffImagePlugin import ImageFileDirectory_v2

from spotbrief.reading.media.clean import cleaned
from spotbrief.reading.media.refused import Refused
from tests.desks import Desk
from tests.media import files

TEXTS = (269, 270, 271, 272, 305, 306, 315, 316, 33432)


def tiff(compression: str = "raw", *, big: bool = False) -> bytes:
    """Pages with notes of all kinds, and the place of a map; only one where there are lists of notes, which the library writes but once."""
    made, tags = BytesIO(), ImageFileDirectory_v2()
    for tag in TEXTS:
        tags[tag] = files.MARK
    tags[700] = files.XMP
    tags.tagtype[700] = 1
    tags[33922] = (0.0, 0.0, 0.0, 30.5, 50.4, 0.0)
    tags.tagtype[33922] = 12
    if compression == "raw":
        tags[34665] = {36867: files.MARK, 37500: files.M}
        tags[34853] = {1: "N", 2: (50.0, 27.0, 0.0), 29: files.MARK}
    pages = [files.drawing(), files.drawing().rotate(90)]
    pages[0].save(
        made,
        "TIFF",
        save_all=True,
        append_images=[] if compression == "raw" else pages[1:],
        compression=compression,
        tiffinfo=tags,
        icc_profile=files.profile(),
        big_tiff=big,
    )
    return made.getvalue()


@pytest.mark.parametrize("compression", ["raw", "raw and big", "tiff_lzw", "tiff_adobe_deflate", "jpeg"])
def test_notes_go_and_pages_stay(compression: str) -> None:
    """Pixels, the place on a map and the length of the file are the same."""
    big = compression == "raw and big"
    data = tiff("raw", big=True) if big else tiff(compression)
    assert data[2:4] == (b"+\0" if big else b"*\0")
    made = cleaned(data, "map.TIFF")
    assert files.M in data
    assert files.M not in made
    assert len(made) == len(data)
    assert cleaned(made, "map.tif") == made
    with Image.open(BytesIO(data)) as before, Image.open(BytesIO(made)) as after:
        shown = [[page.tobytes() for page in ImageSequence.Iterator(image)] for image in (before, after)]
        assert len(shown[0]) == (1 if compression.startswith("raw") else 2)
        assert shown[0] == shown[1]
        after.seek(0)
        tags = after.tag_v2  # type: ignore[attr-defined]
        assert tags[33922] == (0.0, 0.0, 0.0, 30.5, 50.4, 0.0)
        assert not {*TEXTS, 700, 34665, 34853} & set(tags)


def test_one_that_breaks_off_is_refused() -> None:
    """And one that leads round in a ring comes to an end."""
    for big in (False, True):
        with pytest.raises(Refused, match="breaks off"):
            cleaned(tiff(big=big)[:300], "a.tif")
    with pytest.raises(Refused, match="breaks off"):
        cleaned(b"II+\0\x08\0\0\0\x10" + bytes(7) + b"\xff" * 40, "a.tif")
    with pytest.raises(Refused, match="breaks off"):
        cleaned(b"II+\0\x08\0\0\0" + b"\xff" * 8 + bytes(60), "a.tif")
    ring = b"II*\0\x08\0\0\0\0\0\x08\0\0\0"
    assert cleaned(ring, "a.tif") == ring


@pytest.mark.parametrize("kind", [3, 99], ids=["of another type", "of none"])
def test_a_list_of_notes_goes_whatever_its_entry_says_of_itself(kind: int) -> None:
    """A reader that is less strict would still find it."""
    notes = struct.pack("<HHHIII", 1, 36867, 2, 20, 44, 0) + files.M.ljust(20, b"-")
    data = b"II*\0" + struct.pack("<IHHHIII", 8, 1, 34665, kind, 1, 26, 0) + notes
    assert files.M in data
    assert files.M not in cleaned(data, "a.tif")


def test_it_is_published_clean(desk: Desk) -> None:
    """A raw photograph, which begins in the same way, is left as it is."""
    data = tiff()
    built = desk.write("content/map.tif", data).write("content/raw.dng", data).build()
    assert built.code == 0, built.said
    assert files.M not in (built.site / "map.tif").read_bytes()
    assert (built.site / "raw.dng").read_bytes() == data
