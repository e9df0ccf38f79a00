"""Reads the size of a picture and what is wrong with its file. Reads only the beginning and the end of photographs."""

import os
from mmap import ACCESS_READ, mmap
from pathlib import Path

from spotbrief.model.picture import PictureFile
from spotbrief.reading.media import boxes, gif, jpeg, png, svg, svg_text, webp
from spotbrief.reading.media.clean import cleaned
from spotbrief.reading.media.kinds import SUFFIXES, kind_of
from spotbrief.reading.media.refused import AGAIN, Refused

LARGEST = 100_000_000
"""Pixels of a picture; more than that takes a reader's machine longer to show than to load."""

_DARK = (b"prefers-color-scheme", b"light-dark(")
"""How a drawing gives its colours for dark pages; browsers ask the page that shows it, and not only the system."""

_SHRUNK = frozenset({"JPEG", "PNG", "WebP"})


def inspect(path: Path) -> PictureFile:
    """The facts of the picture at *path*."""
    bytes = 0
    try:
        bytes = os.stat(path).st_size
        if not bytes:
            raise Refused("is empty", AGAIN)
        with open(path, "rb") as file, mmap(file.fileno(), 0, access=ACCESS_READ) as data:
            return _facts(data, path, bytes)
    except Refused as refused:
        return PictureFile(bytes=bytes, fault=refused.message, mend=refused.hint)
    except OSError as error:
        return PictureFile(bytes=bytes, fault=f"cannot be read: {error.strerror}", mend="look at its permissions")


def _facts(data: mmap, path: Path, bytes: int) -> PictureFile:
    kind, suffix = kind_of(data, path.name), path.suffix.lower()
    if suffix not in SUFFIXES.get(kind, ()) or (kind == "SVG" and suffix != ".svg"):
        raise _mislabelled(data, kind, path)
    width, height, moves = _size(data, kind)
    if width * height > LARGEST:
        raise Refused(
            f"has {width:,} x {height:,} pixels; the most is {LARGEST:,} in all", "make it smaller: 2,000 pixels across is plenty"
        )
    if kind == "SVG":
        letters, has_dark = svg_text.smallest(data[:], width), any(data.find(sign) >= 0 for sign in _DARK)
        return PictureFile(width=width, height=height, bytes=bytes, letters=letters, has_dark=has_dark)
    return PictureFile(width=width, height=height, bytes=bytes, is_photo=kind in _SHRUNK and not moves)


def _size(data: mmap, kind: str) -> tuple[int, int, bool]:
    match kind:
        case "JPEG":
            return *jpeg.size(data), False
        case "PNG":
            return png.size(data)
        case "WebP":
            return webp.size(data)
        case "GIF":
            return *gif.size(data), False
        case "SVG":
            if data.find(b"data:image") >= 0:
                cleaned(data[:], "x.svg")
            return *svg.size(data[:]), False
    return *boxes.size(data), False


def _mislabelled(data: mmap, kind: str, path: Path) -> Refused:
    start = data[:200].lstrip().lower()
    if kind in SUFFIXES:
        return Refused(f"is a {kind} by its content", f"call it {path.stem}{SUFFIXES[kind][0]}")
    if kind == "HEIC":
        return Refused("is a HEIC photograph by its content, which browsers do not show", "export it as a JPEG")
    if start.startswith((b"<!doctype html", b"<html", b"<head", b"<!--")):
        return Refused("is a web page by its content, and no picture", "save the picture itself: open it alone, then save it")
    if start.startswith(b"version https://git-lfs"):
        return Refused("is only a note of Git LFS that stands for the picture", "run git lfs pull; in a workflow, check out with lfs: true")
    return Refused("is no picture that browsers know", "export it again as a JPEG, PNG or WebP")
