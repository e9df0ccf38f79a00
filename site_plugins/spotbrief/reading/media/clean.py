"""The one gate: whatever file of the desk is published passes through here, and leaves its notes behind."""

from functools import partial
from pathlib import Path

from spotbrief.reading.media import boxes, gif, jpeg, office, png, svg, tiff, webp
from spotbrief.reading.media.kinds import HEAD, kind_of
from spotbrief.reading.media.refused import Refused


def clean_file(path: Path, name: str = "") -> bytes | None:
    """What is to be published of a file; None where it has nothing that could be taken out.

    Raises Refused, with the *name* of the file, for a picture that cannot be read.
    """
    with open(path, "rb") as file:
        head = file.read(HEAD)
        if not kind_of(head, path.name):
            return None
        data = head + file.read()
    try:
        return cleaned(data, path.name)
    except Refused as refused:
        raise Refused(f"{name or path} {refused.message}: {refused.hint}") from None


def cleaned(data: bytes, name: str = "") -> bytes:
    """*data* without Exif, XMP, IPTC, comments, small pictures, authors; as it is where its kind has none of them. Raises Refused."""
    match kind_of(data, name):
        case "JPEG":
            return jpeg.cleaned(data)
        case "PNG":
            return png.cleaned(data)
        case "WebP":
            return webp.cleaned(data)
        case "GIF":
            return gif.cleaned(data)
        case "AVIF" | "HEIC":
            return boxes.cleaned(data)
        case "SVG":
            return svg.cleaned(data, embedded)
        case "TIFF":
            return tiff.cleaned(data)
        case "office":
            return office.cleaned(data, cleaned)
    return data


embedded = partial(cleaned, name="")
"""A picture inside another file."""
