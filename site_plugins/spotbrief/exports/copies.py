"""A large picture -> smaller copies as WebP, for screens that need no more."""

from collections.abc import Iterator, Sequence
from errno import EIO
from functools import cache
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from spotbrief.exports.memo import keep
from spotbrief.reading.media.clean import clean_file
from spotbrief.reading.media.inspect import LARGEST

if TYPE_CHECKING:
    from PIL.Image import Image  # a site without large pictures does without

KEPT = ".cache/spotbrief/pictures"
"""Where copies are kept, below the project."""

_QUALITY = 80


def copies(root: Path, source: str, widths: Sequence[int]) -> list[bytes]:
    """One of each width, in the colours of sRGB. Raises OSError for a picture that is damaged inside."""
    data = clean_file(root / source, source) or b""
    name = sha256(f"{_tools()} {sha256(data).hexdigest()}".encode()).hexdigest()[:32]
    kept = [root / KEPT / f"{name}.{width}.webp" for width in widths]
    try:
        return [path.read_bytes() for path in kept]
    except OSError:
        made = list(_drawn(data, source, widths))
        for path, copy in zip(kept, made, strict=True):
            keep(path, copy)
        return made


def _drawn(data: bytes, source: str, widths: Sequence[int]) -> Iterator[bytes]:
    from PIL import Image, ImageOps

    Image.MAX_IMAGE_PIXELS = LARGEST  # ours is told at the picture; beneath it there is nothing to warn of
    try:
        with Image.open(BytesIO(data)) as opened:
            is_drawn = opened.format == "PNG"  # charts and maps, whose edges suffer less without loss
            opened.draft("RGB", (2 * max(widths), 2 * max(widths)))  # a JPEG is not read finer than is needed
            image = _in_srgb(ImageOps.exif_transpose(opened))
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError) as error:
        raise OSError(EIO, f"the picture is damaged inside ({error}): export it again", source) from None
    for width in widths:
        height = max(1, round(image.height * width / image.width))
        yield _encoded(image.resize((width, height), Image.Resampling.LANCZOS, reducing_gap=3), is_drawn=is_drawn)


def _in_srgb(image: "Image") -> "Image":
    from PIL import ImageCms

    if image.mode.startswith("I"):  # 16 bits of grey
        image = image.convert("I").point(lambda value: value / 256).convert("L")
    has_alpha = image.mode in ("RGBA", "LA", "PA") or "transparency" in image.info
    wanted, profile = "RGBA" if has_alpha else "RGB", image.info.get("icc_profile")
    if profile and image.mode in ("RGB", "RGBA", "CMYK", "L"):
        try:
            of_file = ImageCms.ImageCmsProfile(BytesIO(profile))
            return ImageCms.profileToProfile(image, of_file, ImageCms.createProfile("sRGB"), outputMode=wanted) or image
        except (ImageCms.PyCMSError, OSError):
            pass  # a profile that fits no picture is left aside by browsers too
    return image.convert(wanted)


def _encoded(image: "Image", *, is_drawn: bool) -> bytes:
    image.info.clear()
    made = BytesIO()
    image.save(made, "WEBP", quality=_QUALITY, method=4)
    if is_drawn:
        exact = BytesIO()
        image.save(exact, "WEBP", lossless=True, quality=50, method=3)
        return min(exact.getvalue(), made.getvalue(), key=len)
    return made.getvalue()


@cache
def _tools() -> str:
    """What a copy depends on beside the picture."""
    import PIL
    from PIL import features

    return f"{PIL.__version__} {features.version('webp')} {_QUALITY}"
