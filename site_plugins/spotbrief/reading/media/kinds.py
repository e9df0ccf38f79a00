"""What a file is by its first bytes, whatever it is called."""

from mmap import mmap

from spotbrief.reading.media import boxes, gif, jpeg, office, png, tiff, webp

HEAD = 512
"""Bytes that tell what a file is."""

SUFFIXES = {
    "JPEG": (".jpg", ".jpeg"),
    "PNG": (".png",),
    "WebP": (".webp",),
    "GIF": (".gif",),
    "AVIF": (".avif",),
    "SVG": (".svg",),
}
"""The kinds of pictures that browsers show."""

_HEIC = frozenset({b"heic", b"heix", b"hevc", b"hevx", b"heim", b"heis", b"mif1", b"msf1"})


def kind_of(data: bytes | mmap, name: str = "") -> str:
    """The kind of picture, or `office`, `HEIC`, `TIFF`; empty for anything else. An SVG is told by its name, or by its first element."""
    if data[:3] == jpeg.START:
        return "JPEG"
    if data[:8] == png.START:
        return "PNG"
    if data[:6] in gif.STARTS:
        return "GIF"
    if webp.is_webp(data):
        return "WebP"
    if brand := boxes.brand(data):
        return "AVIF" if brand in (b"avif", b"avis") or b"avif" in data[8:64] else "HEIC" if brand in _HEIC else ""
    if tiff.is_tiff(data, name):
        return "TIFF"
    if office.is_office(data[:HEAD], name):
        return "office"
    return "SVG" if name.lower().endswith(".svg") or data[:5] == b"<svg " else ""
